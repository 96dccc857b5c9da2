import type { Reasons } from '../refuse-file.ts'

/** What can be wrong with a file of traffic. */
export const reasons: Reasons = {
  'no-values': () => 'not one row has a number',
  'no-time-column': ({ params }) =>
    `no column reads as a time such as 2026-03-01T07:30; found ${params?.found}`,
  'no-value-column': ({ params }) =>
    `no column, or more than one, reads as a number of contacts; found ${params?.found}`,
  'not-a-time': ({ value }) => `"${value ?? ''}" is not a time such as 2026-03-01T07:30`,
  'not-a-number': ({ value }) => `"${value ?? ''}" is not a number`,
  negative: ({ value }) => `${value} is below zero, and nobody is contacted less than never`,
  'too-large-number': ({ value }) => `${value} is more than an interval can hold`,
  'doubled-time': ({ value, params }) => `${value} stands twice, first on line ${params?.first}`,
  'doubled-event': ({ value, params }) => `${value} stands twice, first on line ${params?.first}`,
  'mixed-interval': ({ value, params }) => `${value} does not fit intervals of ${params?.interval} minutes`,
  interval: ({ value }) =>
    `intervals of ${value} minutes; they must divide an hour: 5, 6, 10, 12, 15, 20, 30 or 60`,
  'one-row-a-day': () =>
    'there is one row a day at most, as in a series of days; intervals of 5 to 60 minutes are needed, each with its time',
  'date-far-away': ({ value }) => `${value} lies more than ten years from the rest`,
  'not-a-date': ({ value }) => `"${value ?? ''}" is not a date such as 2026-03-01`,
  'empty-cell': () => 'is empty',
  'not-positive': ({ value }) => `"${value ?? ''}" is not a number above zero`,
  'not-hours': ({ value }) => `"${value ?? ''}" are not hours such as 08:00–16:00`,
  'not-a-weekday': ({ value }) => `"${value ?? ''}" is not a weekday (1 Monday … 7 Sunday, or its name)`,
  'no-weekday-open': () => 'no weekday is open',
}
