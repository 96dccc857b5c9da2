import { expect, test } from 'vitest'
import { sampleEdition } from '../../reports/rules/testing/sample-edition.ts'
import { publicEdition, type Relationship } from './public-edition.ts'

const { results } = sampleEdition({ participants: 14, classes: 3, contacts: 8, resamples: 100 })
const best = results.participants[0]!
const all = results.participants.map(({ participant }) => participant)

const seen = (
  settings: { listing: 'winners' | 'open'; namesAll: boolean },
  others: Record<string, Relationship> = {},
) => publicEdition({ results, relationshipOf: (name) => others[name] ?? 'own', settings })

test('with winners only nobody but winners is named', () => {
  const shown = seen({ listing: 'winners', namesAll: false })
  const named = new Set([
    ...shown.overall.winners.map(({ name }) => name),
    ...shown.classes.flatMap(({ winners }) => winners.map(({ name }) => name)),
    ...shown.channels.flatMap((channel) => channel.best),
  ])
  expect(shown.list).toEqual([])
  const told = JSON.stringify(shown)
  for (const name of all) expect(told.includes(name), name).toBe(named.has(name))
  expect(shown.overall.winners[0]!.name).toBe(best.participant)
})

test('who has not entered is never a winner, and leaves its place empty', () => {
  const shown = seen({ listing: 'winners', namesAll: true }, { [best.participant]: 'competitor' })
  expect(JSON.stringify(shown)).not.toContain(best.participant)
  expect(shown.overall).toMatchObject({ isBehindUnnamed: true, winners: [{ rank: 2 }] })
  expect(shown.unnamed).toBe(1)
})

test('the open list names those who have not entered only when the rule says so', () => {
  const others = { [best.participant]: 'publicInterest' } as const
  const without = seen({ listing: 'open', namesAll: false }, others)
  expect(without.list.map(({ name }) => name)).toEqual(all.filter((name) => name !== best.participant))
  expect(without.list[0]!.rank).toBe(2)
  expect(seen({ listing: 'open', namesAll: true }, others).list).toHaveLength(all.length)
})

test('the mean of a class too small to hide in is left out where not all of it is named', () => {
  const small = sampleEdition({ participants: 6, classes: 3, contacts: 8, resamples: 100 })
  const source = { results: small.results, relationshipOf: () => 'own' as const }
  const winners = publicEdition({ ...source, settings: { listing: 'winners', namesAll: false } })
  expect(winners.classes.map(({ figures }) => figures)).toEqual([undefined, undefined, undefined])
  const open = publicEdition({ ...source, settings: { listing: 'open', namesAll: false } })
  expect(open.classes.every(({ figures }) => figures !== undefined)).toBe(true)
})
