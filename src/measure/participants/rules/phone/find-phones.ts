/** Every telephone number of a page with what it is for; fax, press and the like are kept as evidence only. */
import type { CountryCode } from 'libphonenumber-js/max'
import type { Evidence } from '../evidence.ts'
import type { Line, Page } from '../page.ts'
import { type Purpose, purposeOf, tierOf, usable } from '../purpose.ts'
import { trapOf } from './not-a-phone.ts'
import { type NumberRun, numberRuns } from './number-runs.ts'
import { looksLikePhone, namesPhone, saysContact, saysPhone } from './phone-shape.ts'
import { type ReadNumber, readable, readNumber, readNumbers } from './read-number.ts'
import { standsAsShortNumber } from './short-number.ts'

export type FoundPhone = {
  readonly number: string
  readonly e164: string | null
  readonly label: string
  readonly purpose: Purpose
}

type Sighting = ReadNumber & {
  readonly purpose: Purpose
  readonly label: string
  readonly snippet: string
  readonly weight: number
}

const mostRuns = 4_000
const prose = 140

/** The numbers that a customer would call, the best first, and the evidence for all that was seen. */
export function findPhones(
  page: Page,
  countries: readonly CountryCode[],
): { phones: readonly FoundPhone[]; evidence: readonly Evidence[] } {
  const evidence: Evidence[] = []
  const sightings = [
    ...inLines(page, countries, { evidence, accepted: '' }),
    ...inLinks(page, countries),
    ...stated(page, countries),
  ]
  const merged = mergeSightings(sightings)
  const chosen = withoutOfficeLists(usable(merged))
  const used = new Set(chosen.map(keyOf))
  for (const phone of merged) {
    const isUsed = used.has(keyOf(phone))
    const why = isUsed
      ? {}
      : { reason: tierOf(phone.purpose) >= 9 ? phone.purpose : `not-first-choice:${phone.purpose}` }
    evidence.push({
      kind: 'phone',
      value: phone.e164 ?? phone.number,
      verdict: isUsed ? 'used' : 'rejected',
      snippet: phone.snippet,
      ...why,
    })
  }
  return {
    phones: chosen.map(({ number, e164, label, purpose }) => ({ number, e164, label, purpose })),
    evidence,
  }
}

const keyOf = (phone: { readonly e164: string | null; readonly number: string }) => phone.e164 ?? phone.number

/** What has been seen so far, and the last line on which a number was accepted. */
type Notes = { readonly evidence: Evidence[]; accepted: string }

function* inLines(page: Page, countries: readonly CountryCode[], notes: Notes): Generator<Sighting> {
  let budget = mostRuns
  for (const line of page.lines) {
    const runs = numberRuns(line.text)
    let from = 0
    for (const [index, run] of runs.entries()) {
      if (budget-- <= 0) return
      const until = runs[index + 1]?.start ?? line.text.length
      yield* inRun(page, { line, run, from, until }, countries, notes)
      from = run.end
    }
  }
}

type Place = { readonly line: Line; readonly run: NumberRun; readonly from: number; readonly until: number }

function* inRun(
  page: Page,
  place: Place,
  countries: readonly CountryCode[],
  notes: Notes,
): Generator<Sighting> {
  const { line, run, from, until } = place
  const between = line.text.slice(Math.max(from, run.start - 90), run.start)
  const own = from > 0 ? withoutEndOfLast(between) : between
  const after = line.text.slice(run.end, Math.min(until, run.end + 40))
  const before = own.trim() === '' && from === 0 ? line.previous.slice(-60) : own
  const trap = trapOf({
    raw: run.raw,
    digits: run.digits,
    before: before.slice(-60) + (own.trim() === '' ? ': ' : ''),
    after,
    begins: own.trim() === '',
  })
  const href = telLinkAt(page, line, run)
  if (trap && !href) {
    if (run.digits.length >= 7)
      notes.evidence.push({
        kind: 'phone',
        value: run.raw,
        verdict: 'rejected',
        reason: trap,
        snippet: snippetOf(line, run),
      })
    return
  }
  const cue =
    saysPhone(before) ||
    saysPhone(after) ||
    href !== '' ||
    standsAsShortNumber({ raw: run.raw, before, after, heading: line.heading }) ||
    (own.trim().length < 3 && saysPhone(line.previous.slice(-80)))
  for (const read of readNumbers(run.raw, countries, cue)) {
    if (!cue && !standsAsContact(line, run, { country: read.country, accepted: notes.accepted })) continue
    notes.accepted = line.text
    yield {
      ...read,
      ...labelOf(line, { own, after, run, isLast: until === line.text.length }),
      snippet: snippetOf(line, run),
      weight: weightOf(line),
    }
  }
}

/** "974 760 673 MVA 22 33 44 55", "… 56 (faks) 22 …": what follows a number at once is its own, not the next one's. */
function withoutEndOfLast(between: string): string {
  return between.replace(/^\s?mva\b|^\s*\([^)]{2,60}\)/i, '')
}

function telLinkAt(page: Page, line: Line, run: NumberRun): string {
  const span = line.spans.find(({ start, end }) => run.start >= start - 1 && run.end <= end + 1)
  const href = span ? (page.links[span.link]?.href ?? '') : ''
  return /^(?:tel|callto):/i.test(href) ? href : ''
}

function standsAsContact(
  line: Line,
  run: NumberRun,
  { country, accepted }: { readonly country: string; readonly accepted: string },
): boolean {
  if (!looksLikePhone(run.raw, country)) return false
  const isNamed = /\p{L}{3}/u.test(line.previous) || line.previous === accepted.slice(0, 200)
  // A number alone on its line needs a word before it: columns of numbers are no telephone list.
  const alone = line.text.length - (run.end - run.start) <= 30 && isNamed
  return (
    alone ||
    ((line.region === 'footer' || line.region === 'header' || saysContact(line.heading)) &&
      line.text.length < prose)
  )
}

function snippetOf(line: Line, run: NumberRun): string {
  const context = run.start < 40 && line.previous ? `${line.previous.slice(-60)} | ` : ''
  return (context + line.text.slice(Math.max(0, run.start - 80), run.end + 60)).trim()
}

function weightOf(line: Line): number {
  return line.region === 'footer' || line.region === 'header' ? 2 : 1
}

const title =
  /direkt[øö]r|leder\b|sjef\b|\bchef\b|rådgiver|rådgivare|konsulent|manager|executive|\bberater\b|ansprechpartner|kontaktperson|ansvarlig|ansvarig|\bceo\b|\bcfo\b|geschäftsführer|selger|säljare|journalist|autor\b|\bvon \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/iu

/** What the words nearest to the number say that it is for. */
function labelOf(
  line: Line,
  { own, after, run, isLast }: { own: string; after: string; run: NumberRun; isLast: boolean },
): { purpose: Purpose; label: string } {
  const mine = own.split(/[|;•]|,\s(?=\p{Lu})/u).at(-1) ?? ''
  const aside = /^\s*\(([^)]{2,60})\)/.exec(after)?.[1] ?? trailingFax({ mine, after, isLast }) ?? ''
  const bare = mine.replace(/\b(?:tlf|telefon|tel|phone|fon|ring|call|mobil|t|m|p)\b|[^\p{L}]/giu, '')
  const label = (bare.length >= 2 ? mine : line.previous.slice(-80)).replace(/^[\s.,;:(–-]+|[:\s]+$/g, '')
  const inProse =
    bare.length >= 2 &&
    (line.text.length > prose ||
      (line.text.length > 90 && (own.trim().length > 45 || line.region === 'article')))
  // "T +49 221 …", "F +49 221 …": the letter alone is the label.
  if (/^F\s?[.:]?$/.test(mine.trim())) return { purpose: 'fax', label: mine.trim() }
  const said = [aside, mine, bare.length < 2 ? line.previous.slice(-80) : '']
    .map(purposeOf)
    .find((purpose) => purpose !== 'unknown')
  if (said === 'fax' || (said && !inProse)) return { purpose: said, label }
  if (said === 'customer' || said === 'orders' || said === 'general') return { purpose: said, label }
  if (inProse)
    return { purpose: 'mention', label: line.text.slice(Math.max(0, run.start - 60), run.start).trim() }
  if (title.test(bare.length >= 2 ? mine : line.previous)) return { purpose: 'person', label }
  const byHeading = line.heading.length <= 60 ? purposeOf(line.heading) : 'unknown'
  return { purpose: byHeading === 'fax' ? 'unknown' : byHeading, label: label || line.heading }
}

/**
 * "22 33 44 56 faks": the word behind a number is its label, unless it leads to the next number ("22 33 44 55,
 * faks 22 33 44 56") or the number has a label of its own.
 */
function trailingFax(number: { mine: string; after: string; isLast: boolean }): string | undefined {
  if (!number.isLast || namesPhone(number.mine)) return undefined
  return /^\s*[-–,]?\s*(fax|faks|telefaks)\s*$/i.exec(number.after)?.[1]
}

/** tel: links whose visible text holds no number ("Ring oss"). */
function* inLinks(page: Page, countries: readonly CountryCode[]): Generator<Sighting> {
  for (const link of page.links.slice(0, 3_000)) {
    const target = /^(?:tel|callto):(?:\/\/)?(.{4,40})/i.exec(link.href)?.[1]
    if (!target || numberRuns(link.text).some((run) => run.digits.length >= 5)) continue
    const found = readNumber(decode(target), countries, true)
    if (!found) continue
    const read = readable(found, countries[0])
    const label = `${link.text} ${link.hint}`.trim()
    yield { ...read, purpose: purposeOf(label), label, snippet: `${label} → ${link.href}`, weight: 1 }
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function* stated(page: Page, countries: readonly CountryCode[]): Generator<Sighting> {
  for (const contact of page.stated.slice(0, 200)) {
    if (contact.kind !== 'phone' && contact.kind !== 'fax') continue
    if (contact.purpose.startsWith('type:')) continue
    const found = readNumber(contact.value, countries, true)
    const read = found && readable(found, countries[0])
    const purpose = contact.kind === 'fax' ? 'fax' : contact.purpose ? purposeOf(contact.purpose) : 'unknown'
    if (read)
      yield {
        ...read,
        purpose,
        label: contact.purpose,
        snippet: `${contact.origin}: ${contact.value}`,
        weight: 1,
      }
  }
}

/** One entry per number. A number that is also given without a label is the company's own, whoever answers it. */
function mergeSightings(sightings: readonly Sighting[]): readonly Sighting[] {
  const byNumber = new Map<string, Sighting>()
  for (const next of sightings) {
    const known = byNumber.get(keyOf(next))
    if (!known) byNumber.set(keyOf(next), next)
    else
      byNumber.set(keyOf(next), {
        ...(saysMore(next, known) ? next : known),
        weight: known.weight + next.weight,
      })
  }
  return [...byNumber.values()]
}

function saysMore(next: Sighting, known: Sighting): boolean {
  if (known.purpose === 'unknown') return tierOf(next.purpose) >= 6 || tierOf(next.purpose) < 3
  if (next.purpose === 'unknown') return tierOf(known.purpose) > 2 && tierOf(known.purpose) < 6
  return tierOf(next.purpose) < tierOf(known.purpose)
}

/** Of a list of offices or shops only the first and the repeated ones are the company's own number. */
function withoutOfficeLists(phones: readonly Sighting[]): readonly Sighting[] {
  const unlabelled = phones.filter((phone) => phone.purpose === 'unknown' || tierOf(phone.purpose) > 3)
  if (unlabelled.length <= 3) return phones
  const most = Math.max(...unlabelled.map((phone) => phone.weight))
  const labelled = phones.filter((phone) => !unlabelled.includes(phone))
  const repeated = unlabelled.filter((phone) => phone.weight === most && most > 1).slice(0, 2)
  return [
    ...labelled,
    ...(repeated.length > 0 ? repeated : labelled.length > 0 ? [] : unlabelled.slice(0, 1)),
  ]
}
