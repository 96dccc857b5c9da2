import { expect, test } from 'vitest'
import { referenceMethod } from '../../edition/rules/reference/reference-method.ts'
import { nameInMethod, readFigure } from './figure.ts'

test('a figure is read from its id', () => {
  expect(readFigure('area:agent')).toEqual({ kind: 'area', id: 'agent' })
  expect(readFigure('share:80')).toEqual({ kind: 'share', from: 80 })
  expect(readFigure('total')).toEqual({ kind: 'total' })
})

test.each(['', 'nps', 'share:0', 'share:101', 'share:x', 'area:', 'area:a b', 'total:1'])(
  '"%s" is no figure',
  (text) => {
    expect(readFigure(text)).toBeUndefined()
  },
)

test('a question has the words of its method, and the total none', () => {
  expect(nameInMethod({ kind: 'question', id: 'listened' }, referenceMethod)?.nb).toContain('lyttet')
  expect(nameInMethod({ kind: 'total' }, referenceMethod)).toBeUndefined()
})

test('a question in the same words on several channels is told apart by its channels', () => {
  const [email, chat] = ['waitEmail', 'waitChat'].map((id) =>
    nameInMethod({ kind: 'question', id }, referenceMethod),
  )
  expect(email!.nb).not.toBe(chat!.nb)
  expect(chat!.nb).toMatch(/\(Chat/)
})
