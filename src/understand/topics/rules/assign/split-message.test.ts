import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitMessage } from './split-message.ts'
import { topicsOfMessage } from './topics-of-message.ts'

test.each([
  [
    'Hei! Hvor er pakken min, og hvordan sier jeg opp? Mvh Kari',
    ['Hvor er pakken min', 'hvordan sier jeg opp?'],
  ],
  [
    'God dag\nEg har ikkje fått rekninga mi. Kan de sende ho på nytt?\nVenleg helsing\nOla Nordmann\nStorgata 1',
    ['Eg har ikkje fått rekninga mi.', 'Kan de sende ho på nytt?'],
  ],
  [
    'Hi there, where is my order and when will it arrive? Thanks in advance! Regards, Jo',
    ['where is my order', 'when will it arrive?'],
  ],
  [
    'Jeg betalte 1.500 kr. 3. mai og fikk 20.5 % rabatt',
    ['Jeg betalte 1.500 kr. 3. mai og fikk 20.5 % rabatt'],
  ],
  ['Jeg vil endre navn og adresse', ['Jeg vil endre navn og adresse']],
  ['Hei', ['Hei']],
  ['   ', []],
])('%s', (message, parts) => {
  expect(splitMessage(message)).toEqual(parts)
})

test('every message with words has a part, and parts only hold what the message holds', () => {
  fc.assert(
    fc.property(fc.string(), (message) => {
      const parts = splitMessage(message)
      if (message.trim() !== '') expect(parts.length).toBeGreaterThan(0)
      const letters = message.replaceAll(/\s/g, '')
      for (const part of parts) for (const word of part.split(/\s+/)) expect(letters).toContain(word)
    }),
  )
})

const sure = (topic: number, certainty = 0.9) => [{ topic, certainty }]

test('two sure parts are two topics, each with its share', () => {
  expect(topicsOfMessage(sure(1), [sure(1), sure(2), sure(1)])).toEqual([
    { topic: 1, share: 2 / 3, certainty: 0.9 },
    { topic: 2, share: 1 / 3, certainty: 0.9 },
  ])
})

test('an explanation is no question of its own', () => {
  expect(topicsOfMessage(sure(1), [sure(1), sure(2, 0.3)])).toEqual([{ topic: 1, share: 1, certainty: 0.9 }])
  expect(topicsOfMessage(sure(4), [])).toEqual([{ topic: 4, share: 1, certainty: 0.9 }])
  expect(topicsOfMessage([], [])).toEqual([])
})

test('shares sum to 1', () => {
  const candidate = fc.record({ topic: fc.nat(3), certainty: fc.double({ min: 0, max: 1, noNaN: true }) })
  fc.assert(
    fc.property(fc.array(fc.array(candidate, { maxLength: 3 })), candidate, (parts, whole) => {
      const shares = topicsOfMessage([whole], parts)
      expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
      expect(new Set(shares.map(({ topic }) => topic)).size).toBe(shares.length)
    }),
  )
})
