import { describe, expect, it } from 'vitest'
import { brokenInvariants } from '../../../../src/measure/edition/rules/check-method.ts'
import { referenceMethod } from '../../../../src/measure/edition/rules/reference/reference-method.ts'
import { addArea, type Leaving, membersOf, removeArea, restoreArea } from './area-edits.ts'

const name = { nb: 'Nytt', nn: 'Nytt', en: 'New' }

function leaving(id: string, heir: string): Leaving {
  const place = referenceMethod.areas.findIndex((area) => area.id === id)
  return { area: referenceMethod.areas[place]!, place, heir, members: membersOf(referenceMethod, id) }
}

describe('a new area', () => {
  it('has an id of its own, weighs nothing and breaks no rule', () => {
    const method = structuredClone(referenceMethod)
    addArea(method, name)
    addArea(method, name)
    expect(method.areas.slice(-2)).toEqual([
      { id: 'area1', name, weight: 0 },
      { id: 'area2', name, weight: 0 },
    ])
    expect(brokenInvariants(method)).toEqual([])
  })
})

describe('an area that is removed', () => {
  const [first, second] = referenceMethod.areas
  const gone = leaving(first!.id, second!.id)

  it('leaves its questions, its comment fields and its weight to the area that takes over', () => {
    const method = structuredClone(referenceMethod)
    removeArea(method, gone)
    expect(method.areas.map(({ id }) => id)).not.toContain(first!.id)
    expect(method.questions).toHaveLength(referenceMethod.questions.length)
    expect(membersOf(method, first!.id)).toEqual({ questions: [], comments: [] })
    expect(membersOf(method, second!.id).questions).toEqual(
      expect.arrayContaining([...gone.members.questions]),
    )
    expect(method.areas[0]!.weight).toBe(first!.weight + second!.weight)
    expect(brokenInvariants(method)).toEqual([])
  })

  it.each(referenceMethod.areas.map(({ id }) => id))('comes back whole when that is undone: %s', (id) => {
    const method = structuredClone(referenceMethod)
    const heir = referenceMethod.areas.find((area) => area.id !== id)!.id
    removeArea(method, leaving(id, heir))
    restoreArea(method, leaving(id, heir))
    expect(method).toEqual(referenceMethod)
  })

  it('keeps what was changed after it went, when it comes back', () => {
    const method = structuredClone(referenceMethod)
    removeArea(method, gone)
    method.methodVersion = 'ny'
    restoreArea(method, gone)
    expect(method).toEqual({ ...referenceMethod, methodVersion: 'ny' })
  })
})
