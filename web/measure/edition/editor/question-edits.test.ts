import { describe, expect, it } from 'vitest'
import { type EditionMethod, editionMethod } from '../../../../src/measure/edition/contract.ts'
import { checkMethod } from '../../../../src/measure/edition/rules/check-method.ts'
import { referenceMethod } from '../../../../src/measure/edition/rules/reference/reference-method.ts'
import {
  addOption,
  addQuestion,
  changeKind,
  removeOption,
  setScored,
  spreadPoints,
} from './question-edits.ts'

function draft(): EditionMethod {
  return editionMethod.parse(structuredClone(referenceMethod))
}

const question = (method: EditionMethod, id: string) => method.questions.find((found) => found.id === id)!
const points = (method: EditionMethod, id: string) =>
  question(method, id).options.map((option) => option.points)

describe('editing a question', () => {
  it('spreads the points of the best answer evenly down to 0', () => {
    const method = draft()
    spreadPoints(question(method, 'valued'), 10)
    expect(points(method, 'valued')).toEqual([10, 7.5, 5, 2.5, 0])
  })

  it('to another kind keeps what the best answer gives', () => {
    const method = draft()
    changeKind(question(method, 'valued'), 'yesNo')
    expect(points(method, 'valued')).toEqual([16, 0])
  })

  it('to a scale of numbers takes it out of the result', () => {
    const method = draft()
    changeKind(question(method, 'valued'), 'scale')
    expect(question(method, 'valued')).toMatchObject({ scored: false })
    expect(points(method, 'valued').every((given) => given === 0)).toBe(true)
  })

  it('so that it no longer counts leaves it without points', () => {
    const method = draft()
    setScored(question(method, 'valued'), false)
    expect(points(method, 'valued')).toEqual([0, 0, 0, 0, 0])
  })

  it('keeps one limit fewer than options when steps of waiting come and go', () => {
    const method = draft()
    const wait = question(method, 'waitPhone')
    const label = { nb: 'x', nn: 'x', en: 'x' }
    addOption(wait, label)
    removeOption(wait, 0)
    removeOption(wait, wait.options.length - 1)
    expect(wait.clock).toMatchObject({ reads: 'wait', limits: expect.any(Array) })
    expect(wait.clock?.reads === 'wait' ? wait.clock.limits.length : 0).toBe(wait.options.length - 1)
  })

  it('adds one with an id of its own and the shape of a method', () => {
    const method = draft()
    const text = { nb: 'Ny', nn: 'Ny', en: 'New' }
    const ids = [addQuestion(method, 'agent', text), addQuestion(method, 'agent', text)]
    expect(new Set(ids).size).toBe(2)
    const checked = checkMethod(method)
    expect(checked.ok ? [] : checked.issues.filter(({ code }) => code !== 'area-share')).toEqual([])
  })
})
