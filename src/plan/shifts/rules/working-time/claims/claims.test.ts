/** Every limit from both sides: the plan that just keeps it and the one that just passes it. */
import { describe, expect, test } from 'vitest'
import { checkAgent, type RuleFinding } from '../../check-plan.ts'
import type { Agent } from '../../types.ts'
import { usualContract } from '../../usual-contract.ts'
import { factsOf, ruleIds } from '../paragraphs.ts'
import { agreedClaims } from './agreed-claims.ts'
import { breakAndNightClaims } from './break-and-night-claims.ts'
import { type Claim, quietMonday } from './claim.ts'
import { hoursClaims } from './hours-claims.ts'
import { overtimeClaims } from './overtime-claims.ts'
import { restClaims } from './rest-claims.ts'
import { sundayClaims } from './sunday-claims.ts'
import { writtenShifts } from './written-shifts.ts'

const claims = [
  ...hoursClaims,
  ...overtimeClaims,
  ...restClaims,
  ...sundayClaims,
  ...breakAndNightClaims,
  ...agreedClaims,
]

function findingsOf({ rule, contract, agent, monday = quietMonday, options }: Claim, text: string) {
  const person: Agent = {
    id: 'a',
    name: 'A',
    skills: ['phone'],
    contract: { ...usualContract, ...contract },
    absences: [],
    wishes: [],
    ...agent,
  }
  const shifts = writtenShifts(monday, text)
  const found = checkAgent(person, shifts, { from: monday, to: monday, ...options })
  return { shifts, found: found.filter((finding) => finding.rule === rule) }
}

const told = ({ value, limit, paragraph }: RuleFinding) => ({ value, limit, paragraph })

test('no rule is without a claim', () => {
  const claimed = new Set(claims.map(({ rule }) => rule))
  expect(ruleIds.filter((rule) => !claimed.has(rule))).toEqual([])
})

test('the limit that is named for a rule is one that a claim shows', () => {
  const shown = (rule: Claim['rule']) =>
    claims.some((claim) => claim.rule === rule && claim.limit === factsOf(rule).limit)
  expect(ruleIds.filter((rule) => !shown(rule))).toEqual([])
})

describe.each(claims)('$rule: $claim', (claim) => {
  test(`is kept by ${claim.kept}`, () => {
    expect(findingsOf(claim, claim.kept).found).toEqual([])
  })

  test(`is passed by ${claim.passed}`, () => {
    const { found, shifts } = findingsOf(claim, claim.passed)
    const { value, limit, paragraph } = claim
    expect(found.map(told)).toEqual([{ value, limit, paragraph }])
    const ids = new Set(shifts.map(({ id }) => id))
    expect(found[0]!.shiftIds.length).toBeGreaterThan(0)
    for (const id of found[0]!.shiftIds) expect(ids).toContain(id)
  })
})
