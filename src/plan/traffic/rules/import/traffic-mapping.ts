/** Which column of a table of traffic is which figure, guessed from the headings; a person corrects it. */
import { orderOfDates } from './dates.ts'

export const trafficFields = [
  'moment',
  /** The time of day, where the date has a column of its own. */
  'time',
  'offered',
  'handled',
  'abandoned',
  'handleSeconds',
  'waitSeconds',
  'answeredWithin',
] as const
export type TrafficField = (typeof trafficFields)[number]

export type TimeUnit = 'seconds' | 'minutes'

/** Plain data: kept with the queue and offered with its next file. */
export type TrafficMapping = {
  readonly columns: Readonly<Partial<Record<TrafficField, string>>>
  readonly decimal: ',' | '.'
  readonly dateOrder: 'day-first' | 'month-first'
  /** What a bare number in a column of times means; 1:30 is always minutes and seconds. */
  readonly units: Readonly<{ handleSeconds: TimeUnit; waitSeconds: TimeUnit }>
}

const words: Readonly<Record<TrafficField, string>> = {
  moment:
    'tidspunkt datotid datetime timestamp intervallstart intervalstart dato date dag day start starttid tid_fra periode interval intervall tidsrom fra',
  time: 'klokkeslett klokkeslett tid time kl klokke intervall interval kvarter timeofday fra tidsintervall',
  offered:
    'tilbudt tilbudte innkommende inngående innkomne offered calls samtaler antall volum volume henvendelser contacts kontakter anrop received mottatt mottatte inbound value verdi chatter chats eposter emails saker totalt anropinn samtalerinn antallsamtaler',
  handled: 'besvart besvarte håndtert håndterte handled answered svart acd acdcalls behandlet behandla',
  abandoned:
    'avbrutt avbrutte tapt tapte abandoned abandons lost frafall lagtpå lagtpa forlatt aban abncalls ubesvart ubesvarte',
  handleSeconds:
    'aht behandlingstid handletime avghandletime averagehandletime samtaletid snittbehandlingstid ahtsekunder ahtsek gjennomsnittligbehandlingstid handlingtime',
  waitSeconds:
    'ventetid asa svartid wait waittime avgwait averagewait averagespeedofanswer snittventetid kotid køtid ventetidsek gjennomsnittligventetid',
  answeredWithin:
    'innenmål innenmal innensla withinsl withinsla answeredwithin servicelevelcount innen20s innen20 acceptable slantall answeredinsl besvartinnen besvartinnenmål besvartinnen20s',
}

/** @example plain('AHT (sek)') // 'ahtsek' */
const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
const withoutUnit = (text: string): string =>
  plain(text.replaceAll(/[([](?:sek|s|sec|seconds|sekunder|min|minutter|minutes)\.?[)\]]/gi, ''))

const known = new Map(
  trafficFields.map((field) => [field, new Set(words[field].split(/\s+/).map(plain))] as const),
)

/**
 * @param rows the first rows of the table, without the header
 * @example guessTrafficMapping(['Dato', 'Kl', 'Tilbudt', 'Besvart'], []).columns
 * // { moment: 'Dato', time: 'Kl', offered: 'Tilbudt', handled: 'Besvart' }
 */
export function guessTrafficMapping(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): TrafficMapping {
  const columns: Partial<Record<TrafficField, string>> = {}
  const free = (name: string) => !Object.values(columns).includes(name)
  for (const field of trafficFields) {
    const found = header.find(
      (name) =>
        free(name) && (known.get(field)!.has(plain(name)) || known.get(field)!.has(withoutUnit(name))),
    )
    if (found !== undefined) columns[field] = found
  }
  const cells = (name: string | undefined) => rows.map((row) => row[header.indexOf(name ?? '')] ?? '')
  if (columns.moment === undefined) {
    const dated = header.find(
      (name) => free(name) && cells(name).filter(looksDated).length > rows.length * 0.8,
    )
    if (dated !== undefined && rows.length > 0) columns.moment = dated
  }
  // A moment with its own clock needs no second column.
  if (cells(columns.moment).some((cell) => /\d[:.]\d{2}(?!\d|\.)/.test(cell.slice(10)))) delete columns.time
  if (columns.offered === undefined && columns.handled === undefined) {
    const counted = header.find(
      (name) =>
        free(name) &&
        rows.length > 0 &&
        cells(name).every((cell) => /^[\d\s.,]*$/.test(cell)) &&
        cells(name).some((cell) => /\d/.test(cell)),
    )
    if (counted !== undefined) columns.offered = counted
  }
  const all = rows.flat()
  return {
    columns,
    decimal: all.some((value) => /^-?\d+,\d{1,2}$/.test(value)) ? ',' : '.',
    dateOrder: orderOfDates(cells(columns.moment)),
    units: { handleSeconds: unitOf(columns.handleSeconds), waitSeconds: unitOf(columns.waitSeconds) },
  }
}

const looksDated = (cell: string): boolean => /^\d{4}-\d{2}-\d{2}|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/.test(cell)

const unitOf = (heading: string | undefined): TimeUnit =>
  /(?:^|[^\p{L}])min|minutt|minutes/iu.test(heading ?? '') ? 'minutes' : 'seconds'
