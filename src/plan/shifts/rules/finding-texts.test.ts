import { describe, expect, test } from 'vitest'
import { languages } from '../../../kernel/localized.ts'
import { checkAgent } from './check-plan.ts'
import { findingText, findingTexts } from './finding-texts.ts'
import type { Agent } from './types.ts'
import { usualContract } from './usual-contract.ts'
import { writtenShifts } from './working-time/claims/written-shifts.ts'
import { factsOf, ruleIds } from './working-time/paragraphs.ts'

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted()

describe('a finding is told', () => {
  test.each(ruleIds)('%s: in three languages, with the same figures in each', (rule) => {
    const [first, ...others] = languages.map((language) => placeholders(findingTexts[rule][language]))
    for (const other of others) expect(other).toEqual(first)
    for (const language of languages) {
      const text = findingText({ rule, value: 545, limit: 540 }, language)
      expect(text).toMatch(/^\p{Lu}.*\.$/u)
      expect(text).not.toMatch(/[{}]|\bcompl|lovlig|lovleg/i)
    }
  })

  test('with value and limit wherever there is a length to keep', () => {
    const limited = ruleIds.filter((rule) => factsOf(rule).unit === 'minutes' && factsOf(rule).limit > 0)
    expect(limited.length).toBeGreaterThan(25)
    for (const rule of limited)
      expect(placeholders(findingTexts[rule].en), rule).toEqual(expect.arrayContaining(['limit', 'value']))
  })

  test('in hours and minutes', () => {
    const daily = { rule: 'daily-rest', value: 630, limit: 660 } as const
    expect(findingText(daily, 'nb')).toBe(
      'Den lengste sammenhengende hvilen i løpet av 24 timer er 10 t 30 min. Den skal være minst 11 t.',
    )
    expect(findingText({ rule: 'young-break', value: 0, limit: 30 }, 'nn')).toBe(
      'Pausane denne dagen er 0 min til saman. Under 18 år skal dei vere minst 30 min når arbeidsdagen er lengre enn 4 t 30 min.',
    )
    expect(findingText({ rule: 'fourth-sunday', value: 4, limit: 3 }, 'en')).toBe(
      'Weeks in a row without a Sunday or public holiday off: 4. The limit is 3.',
    )
  })

  test('past its limit, be it by an eighth of a minute', () => {
    expect(findingText({ rule: 'averaged-eight-weeks', value: 2880.125, limit: 2880 }, 'en')).toBe(
      'Over eight weeks normal working time averages 48 h 1 min a week. The limit is 48 h.',
    )
  })
})

test('the worked example of docs/methods/working-time.md', () => {
  const agent: Agent = { id: 'a', name: 'A', skills: [], contract: usualContract, absences: [], wishes: [] }
  const shifts = writtenShifts(
    '2027-02-01',
    '1 12:00-22:00 30, 2 08:00-16:00 30, 3-4 08:00-16:00, 5 08:00-13:00',
  )
  const found = checkAgent(agent, shifts, { from: '2027-02-01', to: '2027-02-07' })
  expect(found.map((each) => `${each.paragraph ?? 'agreed'}: ${findingText(each, 'en')}`)).toEqual([
    '§ 10-4 (1): Normal working time this day is 9 h 30 min. The limit is 9 h.',
    '§ 10-8 (1): The longest unbroken rest within 24 hours is 10 h. It is to be at least 11 h.',
    '§ 10-9 (1): Breaks this day add up to 0 min. They are to be at least 30 min when the working day is 8 h or more.',
    '§ 10-9 (1): Breaks this day add up to 0 min. They are to be at least 30 min when the working day is 8 h or more.',
    '§ 10-11 (2): The shift has 1 h at night. The contract has no room for it.',
    'agreed: The hours set up are 38 h. Agreed are 37 h 30 min.',
  ])
})
