/** The kept sums by name, as the columns of the kept tables. */

/** Sums over the contacts of a topic in a channel on a day; see the migration for what each is. */
export const daySums = [
  'contacts',
  'estimated',
  'unsure',
  'wait_n',
  'wait_sum',
  'handle_n',
  'handle_sum',
  'asked',
  'tried',
  'csat_n',
  'csat_sum',
  'csat_squares',
  'tried_n',
  'tried_sum',
  'tried_squares',
  'straight_n',
  'straight_sum',
  'straight_squares',
] as const
export type DaySum = (typeof daySums)[number]

export const caseSums = [
  'cases_1',
  'once_1',
  'cases_3',
  'once_3',
  'cases_7',
  'once_7',
  'contacts_7',
  'censored_7',
  'cases_30',
  'once_30',
  'to_people_7',
] as const
export type CaseSum = (typeof caseSums)[number]
