import { type PlainDate, toEpochDay } from '../../../../kernel/calendar.ts'
import type { EditionMethod } from '../../../edition/contract.ts'
import type { ImportedContact } from './read-results.ts'

/** The method with the season, the classes and the number of contacts that the imported year really had. */
export function methodForHistory(method: EditionMethod, contacts: readonly ImportedContact[]): EditionMethod {
  const dates = contacts.map(({ date }) => date).sort()
  const start = dates[0] as PlainDate
  const days = toEpochDay(dates.at(-1)!) - toEpochDay(start) + 1
  const found = [...new Set(contacts.map((contact) => contact.class))]
  const classes = [...new Set([...method.classes, ...found])]
  const counts = Map.groupBy(contacts, ({ participant }) => participant)
  const most = Math.max(...[...counts.values()].map(({ length }) => length))
  return {
    ...method,
    calendar: { ...method.calendar, start, weeks: Math.min(53, Math.ceil(days / 7)) },
    classes,
    contactsPerParticipant: Math.min(500, most),
  }
}
