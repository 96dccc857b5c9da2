/**
 * Shifts as iCalendar (RFC 5545): one event for each shift with a name that never changes, a sequence that counts its
 * changes, and cancelled events for shifts that are no more, so that a calendar program takes them away. Times are of
 * Europe/Oslo with its own VTIMEZONE (RFC 5545, 3.6.5), for programs that know no zones.
 */
import { toLocal } from '../../../../kernel/zone.ts'
import type { Span } from '../../rules/types.ts'

export type CalendarShift = Span & {
  readonly id: string
  readonly agentId: string
  readonly breaks: readonly Span[]
  readonly skill: string | null
  readonly sequence: number
  readonly cancelled: boolean
  readonly changedAt: Date
}

export type CalendarWords = {
  /** The calendar's own name. */
  readonly name: string
  /** What an event is called: `Vakt`. */
  readonly shift: string
  /** Before the times of breaks: `Pause`. */
  readonly pause: string
}

const zoneLines = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Oslo',
  'BEGIN:DAYLIGHT',
  'TZNAME:CEST',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'DTSTART:19810329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZNAME:CET',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** @example writeCalendar([], words) // 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n…END:VCALENDAR\r\n' */
export function writeCalendar(shifts: readonly CalendarShift[], words: CalendarWords): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lyttepost//Shifts//NO',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(words.name)}`,
    `X-WR-CALNAME:${escapeText(words.name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...zoneLines,
    ...shifts.flatMap((shift) => eventLines(shift, words)),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function eventLines(shift: CalendarShift, words: CalendarWords): readonly string[] {
  const stamp = `${shift.changedAt.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`
  const pauses = shift.breaks.map((pause) => `${words.pause} ${clock(pause.from)}–${clock(pause.to)}`)
  return [
    'BEGIN:VEVENT',
    `UID:${shift.id}.${shift.agentId}@lyttepost`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${shift.sequence}`,
    `STATUS:${shift.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `DTSTART;TZID=Europe/Oslo:${localStamp(shift.from)}`,
    `DTEND;TZID=Europe/Oslo:${localStamp(shift.to)}`,
    `SUMMARY:${escapeText(shift.skill === null ? words.shift : `${words.shift}: ${shift.skill}`)}`,
    ...(pauses.length === 0 ? [] : [`DESCRIPTION:${escapeText(pauses.join('\n'))}`]),
    `TRANSP:${shift.cancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ]
}

function localStamp(minute: number): string {
  const { date, time } = toLocal(new Date(minute * 60_000))
  return `${date.replaceAll('-', '')}T${time.replaceAll(':', '')}`
}

const clock = (minute: number) => toLocal(new Date(minute * 60_000)).time.slice(0, 5)

/** RFC 5545, 3.3.11. @example escapeText('a, b; c') // 'a\\, b\\; c' */
export function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, '\\n')
}

const mostOctets = 75
const utf8 = new TextEncoder()

/** Long lines go on after a line break and a space, never inside a character (RFC 5545, 3.1). */
function folded(line: string): string {
  const parts: string[] = []
  let [part, octets] = ['', 0]
  for (const sign of line) {
    const size = utf8.encode(sign).length
    if (octets + size > mostOctets) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += sign
    octets += size
  }
  return [...parts, part].join('\r\n')
}
