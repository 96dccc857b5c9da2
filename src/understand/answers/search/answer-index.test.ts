import { expect, test } from 'vitest'
import { createAnswerIndex } from './answer-index.ts'

const answers = [
  {
    id: 'bill',
    title: 'Hvorfor er strømregningen så høy?',
    questions: 'Kan regningen stemme?',
    topic: 'Høy regning',
    body: 'Regningen følger forbruket og prisen på strøm. Se også faktura.',
  },
  {
    id: 'move',
    title: 'Flytte strømavtalen til ny adresse',
    questions: 'Jeg skal flytte',
    topic: 'Flytting',
    body: 'Du flytter avtalen på Min side. Det er ingen oppsigelsestid.',
  },
  {
    id: 'outage',
    title: 'Strømmen er borte',
    questions: 'Når kommer strømmen tilbake?',
    topic: 'Strømbrudd',
    body: 'Se kartet over strømbrudd, eller ring feilvakta. I dag er det brudd i sentrum.',
  },
  {
    id: 'fee',
    title: 'Reminder fee',
    questions: 'Can you delete the fee?',
    topic: 'Purring',
    body: 'We delete the reminder fee when you have paid.',
  },
  {
    id: 'meter',
    title: 'Jeg tror måleren viser feil',
    questions: '',
    topic: 'Måler',
    body: 'Vi kontrollerer måleren når du ber om det. Kontroll av avlesning er gratis.',
  },
]

function filled() {
  const index = createAnswerIndex()
  index.put(answers)
  return index
}
const first = (query: string) => filled().search(query, 5)[0]?.id

test.each([
  ['flytte', 'move'],
  ['fl', 'move'],
  ['flyttar', 'move'],
  ['høg rekning', 'bill'],
  ['kvifor er straumrekninga så høg', 'bill'],
  ['strømreginng', 'bill'],
  ['regning', 'bill'],
  ['strom borte', 'outage'],
  ['brudd', 'outage'],
  ['strømbrud', 'outage'],
  ['reminder fees', 'fee'],
  ['remainder fee', 'fee'],
  ['måleravlesning', 'meter'],
  ['maler feil', 'meter'],
  ['fakutra', 'bill'],
  ['regnign', 'bill'],
  ['strømregnign', 'bill'],
  ['oppisgelse', 'move'],
  ['oppisgelse av avtalen', 'move'],
  ['adrese', 'move'],
])('%s → %s', (query, id) => {
  expect(first(query)).toBe(id)
})

test('what is spelt rightly stands before what a slip away would find', () => {
  const index = filled()
  index.put([{ id: 'delivery', title: 'Levering', questions: '', topic: '', body: 'Delivery is free.' }])
  expect(index.search('free', 5)[0]?.id).toBe('delivery')
  expect(index.search('fee', 5)[0]?.id).toBe('fee')
})

test('what is nowhere finds nothing', () => {
  expect(filled().search('varmepumpe', 5)).toEqual([])
  expect(filled().search('vramepumpe', 5)).toEqual([])
  expect(filled().search('', 5)).toEqual([])
})

test.each(['constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty'])(
  'a word that programs use is a word like others: %s',
  (word) => {
    const index = filled()
    expect(index.search(word, 5)).toEqual([])
    index.put([{ id: 'program', title: `Feltet ${word}`, questions: '', topic: '', body: '' }])
    expect(index.search(word, 5).map(({ id }) => id)).toEqual(['program'])
  },
)

test('an answer that changes is found by its new words only, and one that is gone not at all', () => {
  const index = filled()
  index.put([
    { ...answers[1]!, title: 'Adresseendring', questions: '', topic: '', body: 'Meld fra om ny adresse.' },
  ])
  expect(index.search('flytte', 5)).toEqual([])
  expect(index.search('adresseendring', 5)[0]?.id).toBe('move')
  index.remove('move')
  expect(index.search('adresseendring', 5)).toEqual([])
  expect(index.size()).toBe(4)
})
