import { describe, expect, test } from 'vitest'
import { type DecidedContact, gradeOf, shareInOrder } from './grade.ts'

const fine: DecidedContact = { observerId: 'o', returned: false, late: false, noticed: false, upheld: false }
const many = (count: number, changed: Partial<DecidedContact> = {}) =>
  Array.from({ length: count }, () => ({ ...fine, ...changed }))

describe('the grade of an observer', () => {
  test('38 of 40 in order is 95 % with the interval 83.5 to 98.6, level with 88 %', () => {
    const grade = gradeOf([...many(38), ...many(2, { returned: true })], 0.88)
    expect(grade.inOrder!.share).toBe(0.95)
    expect(grade.inOrder!.interval[0]).toBeCloseTo(0.835, 3)
    expect(grade.inOrder!.interval[1]).toBeCloseTo(0.986, 3)
    expect(grade.standing).toBe('level')
  })

  test('below only when the whole interval lies below what everybody has', () => {
    expect(gradeOf([...many(20), ...many(20, { late: true })], 0.88).standing).toBe('below')
    expect(gradeOf(many(60), 0.88).standing).toBe('above')
  })

  test('a contact that is both late and returned counts once, and nine contacts say nothing', () => {
    const grade = gradeOf([...many(7), ...many(2, { late: true, returned: true })], 0.2)
    expect(grade.inOrder).toMatchObject({ n: 9, share: 7 / 9 })
    expect(grade.standing).toBe('tooFew')
  })

  test('findings upheld are counted among those with findings alone', () => {
    const noticed = [
      ...many(3, { noticed: true }),
      ...many(1, { noticed: true, upheld: true, returned: true }),
    ]
    expect(gradeOf([...many(10), ...noticed], null).upheld).toMatchObject({ share: 0.25, n: 4 })
  })

  test('without a decided contact there is no figure', () => {
    expect(gradeOf([], null)).toMatchObject({ inOrder: null, standing: 'tooFew' })
    expect(shareInOrder([])).toBe(null)
  })
})
