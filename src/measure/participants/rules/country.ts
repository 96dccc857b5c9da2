/** Which countries' ways of writing numbers a page is likely to use, the likeliest first. */
import type { CountryCode } from 'libphonenumber-js/max'
import type { Page } from './page.ts'

const byTld: ReadonlyMap<string, CountryCode> = new Map(
  Object.entries({
    no: 'NO',
    se: 'SE',
    dk: 'DK',
    fi: 'FI',
    is: 'IS',
    de: 'DE',
    at: 'AT',
    ch: 'CH',
    uk: 'GB',
    ie: 'IE',
    nl: 'NL',
    be: 'BE',
    fr: 'FR',
    es: 'ES',
    it: 'IT',
    pt: 'PT',
    pl: 'PL',
    us: 'US',
    ca: 'CA',
    au: 'AU',
    nz: 'NZ',
    cz: 'CZ',
    ee: 'EE',
    lt: 'LT',
    lv: 'LV',
    ru: 'RU',
    ua: 'UA',
    in: 'IN',
    br: 'BR',
    za: 'ZA',
    jp: 'JP',
    gr: 'GR',
    hu: 'HU',
    ro: 'RO',
    sg: 'SG',
  }),
)

const byLanguage: ReadonlyMap<string, readonly CountryCode[]> = new Map(
  Object.entries({
    no: ['NO'],
    sv: ['SE'],
    da: ['DK'],
    fi: ['FI'],
    is: ['IS'],
    de: ['DE', 'AT', 'CH'],
    nl: ['NL', 'BE'],
    fr: ['FR', 'BE', 'CH'],
    es: ['ES', 'MX'],
    it: ['IT'],
    pt: ['PT', 'BR'],
    pl: ['PL'],
    en: ['US', 'GB'],
    ru: ['RU'],
  }),
)

const telling: readonly (readonly [string, RegExp])[] = [
  ['no', /\b(?:og|ikke|ikkje|på|til|av|du|vi|som|med|eller|hva|kva|åpningstider|nettside)\b/giu],
  ['sv', /\b(?:och|inte|är|att|för|på|av|du|vi|som|med|eller|till|vad|även)\b/giu],
  ['da', /\b(?:og|ikke|på|til|af|du|vi|som|med|eller|hvad|også|være|åbningstider|nogle)\b/giu],
  ['de', /\b(?:und|nicht|der|die|das|für|von|mit|sie|wir|oder|ist|auf|bei)\b/giu],
  ['en', /\b(?:and|not|the|for|of|with|you|we|or|is|to|our|your)\b/giu],
  ['fi', /\b(?:ja|ei|on|että|tai|sekä|myös|voit|meidän|asiakas)\b/giu],
  ['nl', /\b(?:en|niet|het|een|van|voor|met|wij|je|of|op|bij)\b/giu],
  ['fr', /\b(?:et|les|des|pour|vous|nous|avec|est|une|dans|sur)\b/giu],
  ['es', /\b(?:y|los|las|para|con|una|por|del|que|nuestro)\b/giu],
]

/** The language of the visible text: 'no', 'sv', 'da', 'de', 'en' …; '' when there is too little to tell. */
export function languageOfText(page: Page): string {
  let text = ''
  for (const line of page.lines) {
    text += ` ${line.text.slice(0, 300)}`
    if (text.length > 30_000) break
  }
  const counts = telling.map(([language, words]) => [language, text.match(words)?.length ?? 0] as const)
  const [best, second] = counts.toSorted((a, b) => b[1] - a[1])
  if (!best || best[1] < 5) return ''
  const close = second !== undefined && best[1] - second[1] < best[1] * 0.1
  return close && page.language ? baseOf(page.language) : best[0]
}

function baseOf(language: string): string {
  const base = language.toLowerCase().split(/[-_]/)[0] ?? ''
  return base === 'nb' || base === 'nn' ? 'no' : base
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname
  } catch {
    return ''
  }
}

/** Countries that an English text places the company in. */
const places: readonly (readonly [CountryCode, RegExp])[] = [
  ['NO', /\bNorway\b|\bNorge\b|\bNOK\b|\+47\b/],
  ['SE', /\bSweden\b|\bSEK\b|\+46\b/],
  ['DK', /\bDenmark\b|\bDKK\b|\+45\b/],
  ['FI', /\bFinland\b|\+358\b/],
  ['DE', /\bGermany\b|\bGmbH\b|\+49\b/],
  ['IE', /\bIreland\b|\+353\b/],
  ['AU', /\bAustralia\b|\+61\b/],
  ['CA', /\bCanada\b|\b(?:Ontario|Quebec)\b/],
]

function english(page: Page): readonly CountryCode[] {
  const text = page.lines
    .map((line) => line.text.slice(0, 200))
    .join(' ')
    .slice(0, 60_000)
  const named = places.filter(([, pattern]) => pattern.test(text)).map(([country]) => country)
  const british = /£|\bUK\b|United Kingdom|\bVAT\b|England/.test(text)
  const anglo: readonly CountryCode[] = british ? ['GB', 'US'] : ['US', 'GB']
  return [...anglo, ...named]
}

/** Countries to try for a number without a country code. Example: a Norwegian text on a .de host → NO, DE, AT, CH. */
export function countriesOf(page: Page): readonly CountryCode[] {
  const host = hostOf(page.url)
  const tld = byTld.get(host.split('.').at(-1) ?? '')
  const language = languageOfText(page) || baseOf(page.language)
  const spoken = language === 'en' ? english(page) : (byLanguage.get(language) ?? [])
  const region = /[-_]([A-Z]{2})\b/.exec(page.language)?.[1] as CountryCode | undefined
  const fitsTld = tld && (language === '' || language === 'en' || spoken.includes(tld))
  const order = [
    ...(fitsTld ? [tld] : []),
    ...spoken,
    ...(tld ? [tld] : []),
    ...(region && language === baseOf(page.language) ? [region] : []),
  ]
  const unique = [...new Set(order)]
  return unique.length > 0 ? unique.slice(0, 5) : ['NO']
}

/** The host without "www." and its registrable name without ending: 'kundeservice.firma.no' → 'firma'. */
export function siteName(url: string): string {
  const parts = hostOf(url).split('.')
  if (parts.length < 2) return ''
  const secondLevel = /^(?:co|com|org|net|gov|ac|kommune|fylke)$/.test(parts.at(-2) ?? '') && parts.length > 2
  return parts.at(secondLevel ? -3 : -2) ?? ''
}
