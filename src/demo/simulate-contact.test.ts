import { describe, expect, it } from 'vitest'
import { seededRandom } from '../kernel/random.ts'
import type { ChannelId } from '../measure/edition/contract.ts'
import { referenceMethod } from '../measure/edition/rules/reference/reference-method.ts'
import { compileMethod } from '../measure/results/rules/compiled-form.ts'
import { scoreSubmission } from '../measure/results/rules/score-submission.ts'
import { simulateContact } from './simulate-contact.ts'
import { demoCompanies } from './world.ts'

const compiled = compileMethod(referenceMethod)

function bandsOf(channel: ChannelId): { full: number; high: number; low: number } {
  const random = seededRandom(`bands ${channel}`)
  const companies = demoCompanies.filter(({ channels }) => channels.includes(channel))
  const scores = Array.from({ length: 4000 }, (_, index) => {
    const { strength } = companies[index % companies.length]!
    const visit = { channel, date: '2027-01-12', from: '09:00', to: '12:00', strength }
    const contact = simulateContact(referenceMethod, visit, { random, eventId: (at) => at })
    const outcome = scoreSubmission(compiled.forms.get(channel)!, contact)
    if (outcome.kind !== 'scored') throw new Error(JSON.stringify(outcome))
    return outcome.score
  })
  const share = (test: (score: number) => boolean) => (scores.filter(test).length / scores.length) * 100
  return {
    full: share((score) => score === 100),
    high: share((score) => score >= 80),
    low: share((score) => score < 70),
  }
}

describe('the invented contacts behave as the 2020 figures of the reference', () => {
  // Published: 8.5 % of phone contacts at 100 (156 of about 1,840), 58.4 % at 80 or more, 30 % below 70.
  it('on the phone', () => {
    const { full, high, low } = bandsOf('phone')
    expect(Math.abs(full - 8.5)).toBeLessThan(3)
    expect(Math.abs(high - 58.4)).toBeLessThan(4)
    expect(Math.abs(low - 30)).toBeLessThan(4)
  })

  // Published: 44 % below 70 for e-mail and chat, 54.2 % for Messenger; 3.2 % of the written ones at 100.
  it.each([
    ['email', 44],
    ['chat', 44],
    ['messenger', 54.2],
  ] as const)('by %s', (channel, published) => {
    const { full, low } = bandsOf(channel)
    expect(Math.abs(low - published)).toBeLessThan(4)
    expect(full).toBeLessThan(6)
  })
})
