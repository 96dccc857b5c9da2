/** Hours of the week and days of it, as people write them in a cell. */
import type { DaySpan, WeekHours } from '../../rules/types.ts'

const dayNames: readonly (readonly string[])[] = [
  ['mon', 'man'],
  ['tue', 'tir', 'tys'],
  ['wed', 'ons'],
  ['thu', 'tor'],
  ['fri', 'fre'],
  ['sat', 'lør', 'lau'],
  ['sun', 'søn'],
]
const dayOf = (name: string) => dayNames.findIndex((names) => names.includes(name.slice(0, 3))) + 1

/** @example readHours('mon-fri 08:00-16:00; sat 10:00-14:00'); undefined for what cannot be read, null for nothing */
export function readHours(text: string): WeekHours | null | undefined {
  if (text.trim() === '') return null
  const hours = new Map<number, DaySpan[]>()
  for (const part of text.toLowerCase().split(/[;|]/)) {
    if (part.trim() === '') continue
    const found =
      /^\s*(\p{L}+)(?:\s*[-–]\s*(\p{L}+))?\s+(\d{1,2}[:.]\d{2})\s*[-–]\s*(\d{1,2}[:.]\d{2})\s*$/u.exec(part)
    if (!found) return undefined
    const [first, last] = [dayOf(found[1]!), dayOf(found[2] ?? found[1]!)]
    const [from, to] = [found[3]!, found[4]!].map((time) => time.replace('.', ':').padStart(5, '0'))
    if (first === 0 || last < first || !isTime(from!) || !isTime(to!)) return undefined
    for (let day = first; day <= last; day++)
      hours.set(day, [...(hours.get(day) ?? []), { from: from!, to: to! }])
  }
  return Object.fromEntries(hours) as WeekHours
}

const isTime = (time: string) => /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time)

/** @example writeHours({ 1: [{ from: '08:00', to: '16:00' }] }) // 'mon 08:00-16:00' */
export function writeHours(hours: WeekHours | null): string {
  if (hours === null) return ''
  return dayNames
    .flatMap(([name], at) => (hours[(at + 1) as 1] ?? []).map(({ from, to }) => `${name} ${from}-${to}`))
    .join('; ')
}

const wholeDay: DaySpan = { from: '00:00', to: '24:00' }

/**
 * What is left of the hours when these days of the week are always off; undefined when they cannot be read.
 *
 * @example withoutDays('onsdag', null) // every other day from 00:00 to 24:00
 */
export function withoutDays(text: string, hours: WeekHours | null): WeekHours | null | undefined {
  if (text.trim() === '') return hours
  const off: number[] = []
  for (const word of text.toLowerCase().split(/[;|,/+\s]+/)) {
    if (word === '' || word === 'og' || word === 'and') continue
    const [first, last] = word.split(/[-–]/, 2).map(dayOf)
    if (first === 0 || last === 0 || (last ?? first!) < first!) return undefined
    for (let day = first!; day <= (last ?? first!); day++) off.push(day)
  }
  const days = [1, 2, 3, 4, 5, 6, 7] as const
  return Object.fromEntries(
    days
      .filter((day) => !off.includes(day))
      .flatMap((day) => {
        const own = hours === null ? [wholeDay] : hours[day]
        return own === undefined ? [] : [[day, own] as const]
      }),
  ) as WeekHours
}
