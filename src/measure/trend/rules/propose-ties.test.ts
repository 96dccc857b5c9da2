import { expect, test } from 'vitest'
import { proposeTies } from './propose-ties.ts'

const named = (name: string, group = 'Strøm') => ({ name, class: group })

test('a new name beside one that is gone from the same class, with a word in common, is proposed', () => {
  const before = [named('Gamle Nordlys Kraft'), named('Fossheim')]
  const after = [named('Nordlys Energi'), named('Fossheim'), named('Havblikk', 'Bank')]
  expect(proposeTies(before, after, [])).toEqual([{ name: 'Nordlys Energi', sameAs: 'Gamle Nordlys Kraft' }])
})

test('names that are tied already, of another class, or without a word in common are not', () => {
  const tie = { nameKey: 'nordlys energi', sameAsKey: 'nordlys kraft' }
  expect(proposeTies([named('Nordlys Kraft')], [named('Nordlys Energi')], [tie])).toEqual([])
  expect(proposeTies([named('Nordlys Kraft', 'Bank')], [named('Nordlys Energi')], [])).toEqual([])
  expect(proposeTies([named('Solrenna')], [named('Nordlys Energi')], [])).toEqual([])
})
