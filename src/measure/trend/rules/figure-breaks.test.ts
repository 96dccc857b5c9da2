import { expect, test } from 'vitest'
import { type EditionMethod, editionMethod } from '../../edition/contract.ts'
import { referenceMethod } from '../../edition/rules/reference/reference-method.ts'
import { readFigure } from './figure.ts'
import { figureBreaks } from './figure-breaks.ts'

function changed(change: (method: EditionMethod) => void): EditionMethod {
  const method = editionMethod.parse(structuredClone(referenceMethod))
  change(method)
  return method
}
const figures = [
  'total',
  'unanswered',
  'channel:phone',
  'channel:chat',
  'area:agent',
  'area:welcome',
  'question:listened',
]
const broken = (after: EditionMethod) =>
  figures.filter((figure) => figureBreaks(readFigure(figure)!, referenceMethod, after).length > 0)

test('nothing breaks between a method and its copy', () => {
  expect(broken(changed(() => undefined))).toEqual([])
})

test('a new share of a channel breaks what is added up over channels, not a channel or a question', () => {
  const after = changed((method) => {
    method.channels.find(({ id }) => id === 'chat')!.share += 5
  })
  expect(broken(after)).toEqual(['total', 'unanswered', 'area:agent', 'area:welcome'])
})

test('other points on a question of the phone break it, its area, its channel and the total', () => {
  const after = changed((method) => {
    method.questions.find(({ id }) => id === 'listened')!.options[0]!.points += 4
  })
  expect(broken(after)).toEqual(['total', 'channel:phone', 'area:agent', 'question:listened'])
})

test('a longer wait before an attempt is over breaks its channel and the share of unanswered', () => {
  const after = changed((method) => {
    method.channels.find(({ id }) => id === 'chat')!.protocol.wait = 10
  })
  expect(broken(after)).toEqual(['total', 'unanswered', 'channel:chat'])
})

test('new limits of a band break no figure', () => {
  const after = changed((method) => {
    method.bands.find(({ from }) => from === 80)!.from = 82
  })
  expect(broken(after)).toEqual([])
})

test('a season that begins later breaks no figure', () => {
  const after = changed((method) => {
    method.calendar.start = '2027-12-06'
  })
  expect(broken(after)).toEqual([])
})
