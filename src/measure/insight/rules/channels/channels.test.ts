import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../../kernel/random.ts'
import type { ChannelId } from '../../../edition/contract.ts'
import { compileMethod } from '../../../results/rules/compiled-form.ts'
import { question, smallMethod } from '../../../results/rules/testing/small-method.ts'
import { gapGroup } from '../gap/gap-group.ts'
import type { InsightContact } from '../insight-contact.ts'
import { insightContact } from '../testing/contacts.ts'
import { channelReadings } from './channel-readings.ts'
import { verdictOf } from './verdict.ts'

const method = smallMethod({
  questions: [
    question(
      'all',
      'agent',
      Array.from({ length: 101 }, (_, points) => points),
    ),
  ],
})
const compiled = compileMethod(method)
const level = 0.95

const contacts = (channel: ChannelId, scores: readonly (number | undefined)[]): InsightContact[] =>
  scores.map((score) =>
    insightContact(method, { channel, ...(score === undefined ? {} : { answers: { all: `o${score}` } }) }),
  )
const sideOf = (list: readonly InsightContact[]) => ({
  group: gapGroup(compiled, list, { random: seededRandom(1), resamples: 500 }),
  counts: Object.fromEntries(
    [...Map.groupBy(list, ({ channel }) => channel)].map(([channel, of]) => [
      channel,
      { n: of.length, unanswered: of.filter(({ answered }) => !answered).length },
    ]),
  ),
})
function readings(own: readonly InsightContact[], others: readonly (readonly InsightContact[])[] = []) {
  const { group, counts } = sideOf(own)
  return channelReadings(compiled, { own: group, counts, others: others.map(sideOf), level })
}

const phone = contacts('phone', [80, 85, 90, 82, 88, 84, 86, 81, 83, 87, 89])
const email = contacts('email', [80, 85, 90, 82, 88, 84, 86, 81])
const chat = contacts('chat', [20, 30, 25, undefined, 35, undefined])
const fineChat = contacts('chat', [75, 80, 85, 78, 82, 80])
const others = [fineChat, fineChat, fineChat].map((list) => [...phone, ...email, ...list])

test('without the channel its contacts go by the key: 15 phone and 10 e-mail of 25', () => {
  const found = readings([...phone, ...email, ...chat]).find(({ channel }) => channel === 'chat')!
  const [onPhone, onEmail, onChat] = [85, 84.5, 110 / 6]
  const now = (11 * onPhone + 8 * onEmail + 6 * onChat) / 25
  const shares = { phone: 14, email: 11 }
  expect(found.withoutIt!.value).toBeCloseTo((shares.phone * onPhone + shares.email * onEmail) / 25 - now, 9)
  expect(found).toMatchObject({ n: 6, unanswered: 2, withoutIt: { channels: 2 } })
})

test('a channel that others manage and this one does not, and that the total would be better without', () => {
  const found = readings([...phone, ...email, ...chat], others)
  expect(found.map(({ verdict }) => verdict)).toEqual(['keep', 'keep', 'considerStopping'])
  expect(found[2]!.others).toMatchObject({ participants: 3, n: 18, unanswered: 0 })
  expect(found[2]!.others!.gain).toBeCloseTo((80 - 110 / 6) * (6 / 25), 9)
})

test('too few contacts, or too few others, and nothing is said or laid beside', () => {
  const few = readings([...phone, ...contacts('chat', [10, 20, 15, 10])], others)
  expect(few.find(({ channel }) => channel === 'chat')!.verdict).toBe('tooFew')
  const alone = readings([...phone, ...chat], others.slice(0, 2))
  expect(alone.every((reading) => reading.others === undefined)).toBe(true)
})

test('the only channel is never one to stop', () => {
  const found = readings(chat, [fineChat, fineChat, fineChat])
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({ verdict: 'improve' })
  expect(found[0]!.withoutIt).toBeUndefined()
})

describe('the verdict', () => {
  const reading = {
    channel: 'chat',
    n: 8,
    unanswered: 1,
    total: 50,
    interval: [40, 60],
    others: {
      participants: 5,
      n: 40,
      unanswered: 5,
      total: 70,
      difference: -20,
      differenceInterval: [-32, -8],
      gain: 6,
    },
    withoutIt: { value: 4, interval: [1, 7], channels: 2 },
  } satisfies Parameters<typeof verdictOf>[0]

  test('−20 (−32 to −8) to the class and +4 (1 to 7) without it: consider stopping', () => {
    expect(verdictOf(reading, level)).toBe('considerStopping')
  })
  test('the same where it is not certain that the total would gain: improve', () => {
    const unsure = { ...reading, withoutIt: { ...reading.withoutIt, interval: [-1, 7] as [number, number] } }
    expect(verdictOf(unsure, level)).toBe('improve')
  })
  test('a difference that may be chance: keep', () => {
    const unsure = {
      ...reading,
      others: { ...reading.others, differenceInterval: [-32, 2] as [number, number] },
    }
    expect(verdictOf(unsure, level)).toBe('keep')
    expect(verdictOf({ ...unsure, unanswered: 6 }, level)).toBe('considerStopping')
  })
  test('four contacts: too few', () => {
    expect(verdictOf({ ...reading, n: 4 }, level)).toBe('tooFew')
  })
})
