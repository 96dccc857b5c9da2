import { expect, test } from 'vitest'
import type { TopicLine } from '../../../src/understand/topics/contract.ts'
import { arrangeTopics } from './arrange-topics.ts'
import { matchTopics } from './match-topics.ts'

function line(name: string, contacts: number, more: Partial<TopicLine> = {}): TopicLine {
  return {
    topicId: name,
    parentId: null,
    name,
    nameGiven: false,
    state: 'proposed',
    unexplained: false,
    texts: contacts,
    contacts,
    confirmed: 0,
    unsure: 0,
    examples: [],
    ...more,
  }
}

const items = [
  line('Regning', 50),
  line('Faktura', 0),
  line('Rabatt', 30, { parentId: 'Faktura' }),
  line('Purring', 40, { parentId: 'Faktura' }),
  line('Gammelt', 90, { state: 'parked' }),
]
const named = (rows: ReturnType<typeof arrangeTopics>) =>
  rows.map((row) => [row.line.name, row.level, row.contacts])

test('a heading counts what lies below it, and parked topics come last', () => {
  expect(named(arrangeTopics(items, ''))).toEqual([
    ['Faktura', 0, 70],
    ['Rabatt', 1, 30],
    ['Purring', 1, 40],
    ['Regning', 0, 50],
    ['Gammelt', 0, 90],
  ])
})

test('a topic that is found brings its heading', () => {
  expect(named(arrangeTopics(items, 'purr'))).toEqual([
    ['Faktura', 0, 70],
    ['Purring', 1, 40],
  ])
})

test('a topic below one that is gone is not lost', () => {
  expect(named(arrangeTopics([line('Alene', 3, { parentId: 'borte' })], ''))).toEqual([['Alene', 0, 3]])
})

test('words are found in any order, names before examples', () => {
  const topics = [line('Annet', 9, { examples: ['høy regning'] }), line('Hvorfor er regningen så høy?', 5)]
  expect(matchTopics(topics, 'høy regn').map(({ name }) => name)).toEqual([
    'Hvorfor er regningen så høy?',
    'Annet',
  ])
})
