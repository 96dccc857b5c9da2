import { describe, expect, it } from 'vitest'
import { freshId, moveStep } from './reorder.ts'

const alike = (letter: string) => (item: string) => item.startsWith(letter)

describe('moving a question', () => {
  it('passes its nearest neighbour of the same area, whatever stands between', () => {
    const items = ['a1', 'b1', 'a2', 'b2']
    moveStep(items, 0, { step: 1, alike: alike('a') })
    expect(items).toEqual(['b1', 'a2', 'a1', 'b2'])
  })

  it('changes nothing at the end of its area', () => {
    const items = ['a1', 'b1', 'a2', 'b2']
    moveStep(items, 2, { step: 1, alike: alike('a') })
    moveStep(items, 0, { step: -1, alike: alike('a') })
    expect(items).toEqual(['a1', 'b1', 'a2', 'b2'])
  })
})

describe('a new id', () => {
  it('is one that nobody has', () => {
    expect(freshId('question', [{ id: 'question1' }, { id: 'question3' }])).toBe('question2')
  })
})
