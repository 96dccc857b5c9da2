import { placeNames } from './names/words.ts'
import type { Span } from './span.ts'
import {
  americanStates,
  englishStreets,
  placeEndings,
  streetBeginnings,
  streetEndings,
} from './street-words.ts'

/**
 * Where people live: street and number, postcode and place, American and British addresses, coordinates of a house.
 * A street without a number, a place and a postcode alone stay: they are many people's.
 *
 * @example findAddresses('Karl Johans gate 12 B, 0154 Oslo') // one span over it all
 */
export function findAddresses(text: string): readonly Span[] {
  const streets = [...norwegianStreets(text), ...englishAddresses(text), ...boxes(text)]
  return grown([...streets, ...postPlaces(text), ...coordinates(text)], text)
}

const houseNumber = String.raw`\d{1,4}(?!\d|[.,:]\d| ?(?:kr|%|minutt|min\b|km|meter|time|dag|år|stk|barn|person|mill|gang|uke|veke|m[åa]ned|månad|sekund))(?: ?[A-HJ-Za-h](?![\p{L}\d]))?(?: ?- ?\d{1,3}(?!\d))?(?:, ?(?:[Hh]\d{4}|leil(?:ighet|\.)? ?[Hh]?\d{1,4}|\d\. ?etg?(?:asje)?))?`
const strong = new RegExp(
  String.raw`(?<![\p{L}\d])(?<word>[\p{L}.'-]{0,40}?(?:${streetEndings})\.?) ?,? (?<number>${houseNumber})`,
  'giu',
)
const weak = new RegExp(
  String.raw`(?<![\p{L}\d])(?<word>\p{Lu}[\p{L}.'-]{0,40}?(?:${placeEndings})) (?<number>${houseNumber})`,
  'gu',
)
/** "Storg. 12", "Kongensg. 3", "Karl Johans g. 5": a street cut short, behind a genitive or what streets begin with. */
const shortened = new RegExp(
  String.raw`(?<![\p{L}\d])(?<word>(?:${streetBeginnings}|\p{Lu}[\p{L}'-]{3,30}s ?)[gv]\.) ?(?<number>${houseNumber})`,
  'gu',
)
/** Words that end like a street and are none. */
const noStreet =
  /^(?:underveis|hvilken|[aå]lle|alle|samtlige|halvveg|halvvei|gate|vei|veg|omvei|utveg|utvei|l[øo]yve|(?:europa|riks|fylkes|motor|hoved|jernbane|skole|arbeids|reise|livs)ve[ig]e?n?)$/i
/** "Karl Johans gate": words with a capital in front belong to the street. */
const capitalsBefore = /(?:\p{Lu}[\p{L}.'’-]{0,30} ){1,4}$/u
const sentenceWord = /^(?:Jeg|Eg|Vi|Hei|Bor|Min|Mitt|Adressen?|I|På|Til|Fra|Frå|Ved|Det|Den|Ny|Adr)$/

function norwegianStreets(text: string): Span[] {
  if (!/\p{L}\.? ?,? \d/u.test(text)) return []
  return [strong, weak, shortened]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .flatMap(({ 0: it, index, groups }) => {
      const before = capitals(text.slice(Math.max(0, index - 90), index))
      const bare = noStreet.test(groups!.word!)
      if (bare && (before === '' || /^[aå]lle$/i.test(groups!.word!))) return []
      return [{ from: index - before.length, to: index + it.length, kind: 'address' } as const]
    })
}

const box = /(?<![\p{L}\d])(?:postboks|postbox|p\.? ?o\.? box|boks) \d{1,5}(?: \p{Lu}\p{L}{1,30})?/giu

function boxes(text: string): Span[] {
  return [...text.matchAll(box)].map(({ 0: it, index }) => ({
    from: index,
    to: index + it.length,
    kind: 'address',
  }))
}

function capitals(before: string): string {
  const words = (capitalsBefore.exec(before)?.[0] ?? '').trimEnd().split(' ')
  const from = words.findLastIndex((word) => sentenceWord.test(word)) + 1
  const kept = words.slice(from).join(' ')
  return kept === '' ? '' : `${kept} `
}

const gap = ' {1,4}'
const direction = String.raw`(?:(?:north|south|east|west|n|s|e|w|ne|nw|se|sw)\.?${gap})`
const ordinal = String.raw`\d{1,3}(?:st|nd|rd|th)?`
const capitalised = String.raw`[A-Z][\p{L}'’.-]{0,30}`
const streetName = String.raw`(?:(?:(?:saint|st\.?|avenue|ave|fort|mount|the|of)${gap})?(?:${capitalised}|${ordinal})(?:${gap}${capitalised}){0,3}(?:${gap}${ordinal})?${gap})`
const unit = String.raw`(?:,? (?:apt|apartment|suite|ste|unit|floor|fl|room|flat|#)\.? ?#?[\dA-Z-]{1,6})`
const flat = String.raw`(?:(?:flat|apt|apartment|unit|suite|room)\.? \d{1,4}[A-Z]?, ?)?`
const house = String.raw`(?<![\p{L}\d,.:$€£-])[1-9]\d{0,4}(?:-\d{1,4})?[A-Z]?${gap}`
const english = new RegExp(
  String.raw`${flat}${house}${direction}?${streetName}(?:${englishStreets})\b\.?(?: (?:north|south|east|west|NE|NW|SE|SW|N|S|E|W)\b)?${unit}?`,
  'giu',
)
const nameless = new RegExp(
  String.raw`${house}${direction}?(?:broadway|bowery|(?:avenue|ave)${gap}(?:of${gap}(?:the${gap})?\p{L}{2,30}|[A-Z]\b)|[A-Z][\p{L}'’]{1,30}${gap}(?:broadway|concourse))`,
  'giu',
)
/** In running text a street has capitals; "5 minutes walk" has none. */
const hasCapital = (found: string): boolean => {
  const it = found.replace(/^\p{L}+\.? \w+, ?/u, '')
  return /^\S+ +(?:\p{Lu}|\d)/u.test(it) && /\s\p{Lu}\p{L}*\.?(?:\s\S+)?(?:,?\s#?\S+)?$/u.test(it)
}
const notStreet =
  /^\S+ (?:minutes?|hours?|days?|weeks?|months?|years?|people|times|percent|dollars|persons?)\b/i

function englishAddresses(text: string): Span[] {
  if (!/\d[A-Za-z]? {1,4}[\p{L}\d]/u.test(text)) return []
  return [...text.matchAll(english), ...text.matchAll(nameless)]
    .filter(({ 0: it }) => hasCapital(it) && !notStreet.test(it))
    .map(({ 0: it, index }) => ({ from: index, to: index + it.length, kind: 'address' }))
}

const norwegianPlace = String.raw`(?<place>\p{Lu}[\p{L}'’-]{1,30}(?: (?:i|på) \p{Lu}[\p{L}-]{1,20}| \p{Lu}{2,20}(?!\p{L}))?)`
const postcode = new RegExp(
  String.raw`(?<![\p{L}\d.,:-])(?:(?:NO|N)-? ?)?(?<code>\d{4}|\d{3} \d{2}(?= )) ${norwegianPlace}(?![\p{L}\d])`,
  'gu',
)
const american = new RegExp(
  String.raw`(?:[A-Z][\p{L}.'-]{1,30}(?: [A-Z][\p{L}.'-]{1,30}){0,2},? )?\b(?:${americanStates}),? \d{5}(?:-\d{4})?(?!\d)`,
  'gu',
)
const british =
  /(?<![\p{L}\d])(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKS-UW]|[A-HK-Y]\d[ABEHMNPRV-Y]) \d[ABD-HJLNP-UW-Z]{2})(?![\p{L}\d])/gu
const year = /^(?:19[5-9]|20[0-4])\d$/
const notPlace =
  /^(?:Kr|NOK|Kroner|EUR|USD|SEK|DKK|KWh|Kwh|GB|MB|Januar|Februar|Mars|April|Mai|Juni|Juli|August|September|Oktober|November|Desember|January|February|March|May|June|July|October|December|Mandag|Tirsdag|Onsdag|Torsdag|Fredag|Lørdag|Søndag|Jeg|Eg|Vi|Du|De|Det|Den|Dette|Han|Hun|Ho|Hei|Hva|Kva|Hvorfor|Kvifor|Når|Hvordan|Korleis|Kan|Har|Er|Og|Men|Som|Hvis|Takk|Mvh|Hilsen|Helsing|Med|Vennlig|Ring|Pin|PIN|Kode|Fra|Frå|Til|The|And|Please|Thank|Thanks|I|My|It|Is|Kunde|Ordre|Sak|Faktura|Ikke|Ikkje|Så|Nå|No)$/

function postPlaces(text: string): Span[] {
  const norwegian = [...text.matchAll(postcode)].filter(
    ({ index, groups }) =>
      !notPlace.test(groups!.place!.split(' ')[0]!) &&
      isPostcode(text.slice(Math.max(0, index - 16), index), groups!.place!) &&
      (!year.test(groups!.code!) ||
        /[,\n\d]\s?$|^$|postnr\.?:?\s?$/i.test(text.slice(Math.max(0, index - 12), index))),
  )
  return [...norwegian, ...text.matchAll(american), ...text.matchAll(british)].map(({ 0: it, index }) => ({
    from: index,
    to: index + it.length,
    kind: 'address',
  }))
}

/** Four digits and a capital are a postcode and its place where an address goes on or is spoken of. */
const beforePostcode =
  /(?:^|[,\n;:(]|\d ?[A-Za-z]?|(?<!\p{L})(?:i|fra|frå|til|på|ved|bor|bur|adressen?|postnr\.?|postnummer|poststed|stad))\s*$/iu

function isPostcode(before: string, place: string): boolean {
  const isCapitals = place.length > 2 && place === place.toUpperCase()
  return isCapitals || placeNames.has(place.toLowerCase()) || beforePostcode.test(before)
}

const pair =
  /(?<![\d.])-?\d{1,2}\.\d{4,20}\s?[,;]?\s{1,2}-?\d{1,3}\.\d{4,20}(?!\d)|(?<![\d.])-?\d{1,2}\.\d{4,20},-?\d{1,3}\.\d{4,20}(?!\d)/g

function coordinates(text: string): Span[] {
  return [...text.matchAll(pair)].map(({ 0: it, index }) => ({
    from: index,
    to: index + it.length,
    kind: 'address',
  }))
}

/** Parts of one address with nothing but a comma, a space or a line end between them are one. */
function grown(spans: readonly Span[], text: string): Span[] {
  const result: Span[] = []
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = result.at(-1)
    const touches = last && (span.from <= last.to || /^[ ,.\n-]{1,4}$/.test(text.slice(last.to, span.from)))
    if (touches) result[result.length - 1] = { ...last, to: Math.max(last.to, span.to) }
    else result.push(span)
  }
  return result
}
