/**
 * Which paragraph each checked limit comes from, as data. Lov om arbeidsmiljø, arbeidstid og stillingsvern mv. (the
 * Working Environment Act, LOV-2005-06-17-62), chapters 10 and 11. Limits are what the law says for everybody; who may
 * agree on something else is named beside. The rules themselves are in the files of this folder, one function each.
 */

/** What value and limit of a finding count. */
export type Unit = 'minutes' | 'count'

export type RuleFacts = {
  /** Paragraph of the Act; undefined for what has been agreed with the person or in the house. */
  readonly paragraph?: string
  /** In the unit; where the contract decides, what it usually is. */
  readonly limit: number
  readonly unit: Unit
  /** Value is to be at most or at least the limit. */
  readonly bound: 'most' | 'least'
  /** Who may agree on another limit, and where the Act says so. */
  readonly deviation?: { readonly by: 'person' | 'union' | 'authority' | 'need'; readonly paragraph: string }
}

const hours = (value: number) => value * 60
const most = { unit: 'minutes', bound: 'most' } as const
const least = { unit: 'minutes', bound: 'least' } as const
const none = { limit: 0, unit: 'minutes', bound: 'most' } as const

export const ruleFacts = {
  'normal-day': {
    paragraph: '§ 10-4 (1)',
    limit: hours(9),
    ...most,
    deviation: { by: 'person', paragraph: '§ 10-5 (1)' },
  },
  'normal-week': {
    paragraph: '§ 10-4 (1)',
    limit: hours(40),
    ...most,
    deviation: { by: 'person', paragraph: '§ 10-5 (1)' },
  },
  'normal-week-38': {
    paragraph: '§ 10-4 (4)',
    limit: hours(38),
    ...most,
    deviation: { by: 'person', paragraph: '§ 10-5 (1)' },
  },
  'normal-week-36': {
    paragraph: '§ 10-4 (5)',
    limit: hours(36),
    ...most,
    deviation: { by: 'person', paragraph: '§ 10-5 (1)' },
  },
  'averaged-day-person': {
    paragraph: '§ 10-5 (1)',
    limit: hours(10),
    ...most,
    deviation: { by: 'union', paragraph: '§ 10-5 (2)' },
  },
  'averaged-week-person': {
    paragraph: '§ 10-5 (1)',
    limit: hours(50),
    ...most,
    deviation: { by: 'union', paragraph: '§ 10-5 (2)' },
  },
  'averaged-day-union': {
    paragraph: '§ 10-5 (2)',
    limit: hours(12.5),
    ...most,
    deviation: { by: 'authority', paragraph: '§ 10-5 (3)' },
  },
  'averaged-week-union': { paragraph: '§ 10-5 (2)', limit: hours(54), ...most },
  'averaged-eight-weeks': { paragraph: '§ 10-5', limit: hours(48), ...most },
  'averaged-period': { paragraph: '§ 10-5', limit: hours(40), ...most },
  'overtime-week': {
    paragraph: '§ 10-6 (4)',
    limit: hours(10),
    ...most,
    deviation: { by: 'union', paragraph: '§ 10-6 (5)' },
  },
  'overtime-four-weeks': {
    paragraph: '§ 10-6 (4)',
    limit: hours(25),
    ...most,
    deviation: { by: 'union', paragraph: '§ 10-6 (5)' },
  },
  'overtime-year': {
    paragraph: '§ 10-6 (4)',
    limit: hours(200),
    ...most,
    deviation: { by: 'union', paragraph: '§ 10-6 (5)' },
  },
  'total-day': {
    paragraph: '§ 10-6 (8)',
    limit: hours(13),
    ...most,
    deviation: { by: 'union', paragraph: '§ 10-6 (9)' },
  },
  'total-week': { paragraph: '§ 10-6 (8)', limit: hours(48), ...most },
  'daily-rest': {
    paragraph: '§ 10-8 (1)',
    limit: hours(11),
    ...least,
    deviation: { by: 'union', paragraph: '§ 10-8 (3)' },
  },
  'weekly-rest': {
    paragraph: '§ 10-8 (2)',
    limit: hours(35),
    ...least,
    deviation: { by: 'union', paragraph: '§ 10-8 (3)' },
  },
  'next-sunday': {
    paragraph: '§ 10-8 (4)',
    limit: 1,
    unit: 'count',
    bound: 'most',
    deviation: { by: 'person', paragraph: '§ 10-8 (4)' },
  },
  'fourth-sunday': { paragraph: '§ 10-8 (4)', limit: 3, unit: 'count', bound: 'most' },
  'half-of-sundays': { paragraph: '§ 10-8 (4)', limit: 13, unit: 'count', bound: 'most' },
  'break-missing': { paragraph: '§ 10-9 (1)', limit: 1, unit: 'count', bound: 'least' },
  'break-short': { paragraph: '§ 10-9 (1)', limit: 30, ...least },
  'sunday-work': { paragraph: '§ 10-10 (2)', ...none, deviation: { by: 'need', paragraph: '§ 10-10 (2)' } },
  'night-work': { paragraph: '§ 10-11 (2)', ...none, deviation: { by: 'need', paragraph: '§ 10-11 (2)' } },
  'night-average': {
    paragraph: '§ 10-11 (6)',
    limit: hours(8),
    ...most,
    deviation: { by: 'union', paragraph: '§ 10-11 (9)' },
  },
  'young-day': { paragraph: '§ 11-2 (3)', limit: hours(8), ...most },
  'young-week': { paragraph: '§ 11-2 (3)', limit: hours(40), ...most },
  'child-day': { paragraph: '§ 11-2 (2)', limit: hours(7), ...most },
  'child-week': { paragraph: '§ 11-2 (2)', limit: hours(12), ...most },
  'young-night': { paragraph: '§ 11-3 (2)', ...none },
  'young-evening': { paragraph: '§ 11-3 (2)', ...none, deviation: { by: 'need', paragraph: '§ 11-3 (2)' } },
  'child-night': { paragraph: '§ 11-3 (1)', ...none },
  'young-break': { paragraph: '§ 11-5 (1)', limit: 30, ...least },
  'young-daily-rest': { paragraph: '§ 11-5 (2)', limit: hours(12), ...least },
  'young-weekly-rest': { paragraph: '§ 11-5 (3)', limit: hours(48), ...least },
  'above-agreed': { limit: hours(37.5), ...most },
  'below-agreed': { limit: hours(37.5), ...least },
  'skill-missing': { ...none, unit: 'count' },
  unavailable: none,
  absent: none,
  'not-employed': none,
  closed: none,
  'double-shift': none,
  'break-outside': none,
  'free-weekend': { limit: 1, unit: 'count', bound: 'most' },
  'days-in-row': { limit: 6, unit: 'count', bound: 'most' },
} as const satisfies Record<string, RuleFacts>

export type RuleId = keyof typeof ruleFacts
export const ruleIds = Object.keys(ruleFacts) as RuleId[]

export function factsOf(rule: RuleId): RuleFacts {
  return ruleFacts[rule]
}
