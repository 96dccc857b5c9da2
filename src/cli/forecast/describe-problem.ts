import type { InputIssue } from '../../kernel/errors.ts'

/** What is wrong with a file of traffic, in one line: where and why. */
export function describeProblem({ code, line, column, value, params }: InputIssue): string {
  const where = [line && `line ${line}`, column].filter(Boolean).join(', ')
  const why = reasons[code]?.({ value: value ?? '', ...params }) ?? [code, value].filter(Boolean).join(' ')
  return where === '' ? why : `${where}: ${why}`
}

const reasons: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => string>> = {
  'no-such-file': () => 'no such file',
  'not-a-file': () => 'is a folder, not a file',
  'file-empty': () => 'the file is empty',
  'no-rows': () => 'there is a header, but no row',
  'no-values': () => 'not one row has a number',
  'no-time-column': ({ found }) => `no column reads as a time such as 2026-03-01T07:30; found ${found}`,
  'no-value-column': ({ found }) =>
    `no column, or more than one, reads as a number of contacts; found ${found}`,
  'not-a-time': ({ value }) => `"${value}" is not a time such as 2026-03-01T07:30`,
  'not-a-number': ({ value }) => `"${value}" is not a number`,
  negative: ({ value }) => `${value} is below zero, and nobody is contacted less than never`,
  'too-large-number': ({ value }) => `${value} is more than an interval can hold`,
  'doubled-time': ({ value, first }) => `${value} stands twice, first on line ${first}`,
  'mixed-interval': ({ value, interval }) => `${value} does not fit intervals of ${interval} minutes`,
  interval: ({ value }) =>
    `intervals of ${value} minutes; they must divide an hour: 5, 6, 10, 12, 15, 20, 30 or 60`,
  'one-row-a-day': () => 'there is one row a day at most; intervals of 5 to 60 minutes are needed',
  'date-far-away': ({ value }) => `${value} lies more than ten years from the rest`,
  'missing-column': ({ found }) => `this column is missing; the file has ${found}`,
  'not-a-date': ({ value }) => `"${value}" is not a date such as 2026-03-01`,
  'empty-cell': () => 'is empty',
  'not-positive': ({ value }) => `"${value}" is not a number above zero`,
  'not-hours': ({ value }) => `"${value}" are not hours such as 08:00–16:00`,
  'not-a-weekday': ({ value }) => `"${value}" is not a weekday (1 Monday … 7 Sunday, or its name)`,
  'no-weekday-open': () => 'no weekday is open',
  'quotation-marks': () => 'quotation marks that do not belong together',
  encoding: () => 'the text is neither UTF-8, UTF-16 nor Windows-1252 throughout',
}
