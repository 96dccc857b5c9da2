/** Where the figures of the plan lead: the contacts behind them. */
import type { PathTarget } from '../../design/path-target.ts'

/** Filters of the table of contacts, by column. */
export type ContactFilters = Readonly<
  Partial<Record<'participant' | 'observer' | 'channel' | 'week' | 'weekday' | 'time', string>>
>

export function contactsLink(editionId: string, filters: ContactFilters): PathTarget {
  const search = Object.fromEntries(Object.entries(filters).map(([column, code]) => [`f.${column}`, code]))
  return { to: '/measure/editions/$editionId/plan/contacts', params: { editionId }, search }
}

/** Some contacts by their numbers. */
export function numbersLink(editionId: string, numbers: readonly number[]): PathTarget {
  return {
    to: '/measure/editions/$editionId/plan/contacts',
    params: { editionId },
    search: { numbers: numbers.join(',') },
  }
}

/** Contacts on one day. */
export function dateLink(editionId: string, date: string): PathTarget {
  return {
    to: '/measure/editions/$editionId/plan/contacts',
    params: { editionId },
    search: { from: date, to: date },
  }
}
