/** The methods of the two demo editions: the reference method, and last year's with a slightly different key. */
import { addDays, mondayOf, type PlainDate } from '../kernel/calendar.ts'
import type { EditionMethod } from '../measure/edition/contract.ts'
import { referenceMethod } from '../measure/edition/rules/reference/reference-method.ts'
import { demoClasses } from './world.ts'

/** The fieldwork of the running edition began this many weeks ago, so that every pile has something in it. */
const weeksAgo = 10

export function runningMethod(today: PlainDate): EditionMethod {
  return dated(addDays(mondayOf(today), -7 * weeksAgo))
}

/** A year later to the week, copied from the running one. */
export function nextMethod(today: PlainDate): EditionMethod {
  return dated(addDays(mondayOf(today), 7 * (52 - weeksAgo)))
}

/** A year earlier to the week; chat weighed less in the key, and two observers could meet sooner. */
export function finishedMethod(today: PlainDate): EditionMethod {
  const method = dated(addDays(mondayOf(today), -7 * (weeksAgo + 52)))
  const shares: Readonly<Record<string, number>> = { phone: 45, email: 33, chat: 22, messenger: 22 }
  return {
    ...method,
    methodVersion: `${method.calendar.start.slice(0, 4)}.1`,
    channels: method.channels.map((channel) => ({ ...channel, share: shares[channel.id] ?? channel.share })),
    observers: { ...method.observers, lockOutDays: Math.round(method.observers.lockOutDays / 2) },
  }
}

/** An extra round in one class, ten contacts each over eight weeks, that ended three weeks ago. */
export function extraMethod(today: PlainDate, className: string): EditionMethod {
  const method = dated(addDays(mondayOf(today), -7 * (8 + 3)))
  return {
    ...method,
    classes: [className],
    contactsPerParticipant: 10,
    calendar: { ...method.calendar, weeks: 8 },
  }
}

/** The day after the last one of fieldwork. */
export function fieldworkEnd({ calendar }: Pick<EditionMethod, 'calendar'>): PlainDate {
  return addDays(calendar.start, calendar.weeks * 7)
}

function dated(start: PlainDate): EditionMethod {
  return {
    ...referenceMethod,
    methodVersion: `${start.slice(0, 4)}.1`,
    classes: [...demoClasses],
    calendar: { ...referenceMethod.calendar, start },
  }
}
