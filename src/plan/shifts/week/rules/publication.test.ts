import { expect, test } from 'vitest'
import { publicationOf, toldBy } from './publication.ts'

const shift = {
  id: 's',
  agentId: 'a',
  from: 0,
  to: 480,
  breaks: [],
  skill: null,
  overtimeMinutes: 0,
  fixed: true,
}
const published = { ...shift, sequence: 0, cancelled: false }

test('what nobody touched is not told again', () => {
  expect(publicationOf([], [shift])).toMatchObject({ added: 1, changed: 0, removed: 0 })
  expect(publicationOf([published], [{ ...shift, fixed: false }])).toEqual({
    shifts: [],
    added: 0,
    changed: 0,
    removed: 0,
  })
})

test('every change counts up, and a shift that comes back goes on counting', () => {
  const moved = publicationOf([published], [{ ...shift, to: 500 }])
  expect(moved.shifts).toEqual([{ ...shift, to: 500, sequence: 1, cancelled: false }])
  const gone = publicationOf(moved.shifts, [])
  expect(gone.shifts[0]).toMatchObject({ sequence: 2, cancelled: true })
  expect(publicationOf(gone.shifts, [shift]).shifts[0]).toMatchObject({ sequence: 3, cancelled: false })
})

test('a shift that goes to another is cancelled for the one and new for the other', () => {
  const { shifts, added, removed } = publicationOf([published], [{ ...shift, agentId: 'b' }])
  expect([added, removed]).toEqual([1, 1])
  expect(shifts.map(({ agentId, cancelled }) => [agentId, cancelled])).toEqual([
    ['b', false],
    ['a', true],
  ])
})

test('a shift that is nobody’s is not published', () => {
  expect(publicationOf([], [{ ...shift, agentId: null }]).shifts).toEqual([])
})

test('each agent is told what is new, changed or gone for them alone', () => {
  const taken = publicationOf([published], [{ ...shift, agentId: 'b' }])
  const when = { from: 0, to: 480 }
  expect(toldBy([published], taken)).toEqual([
    { agentId: 'b', changes: [{ kind: 'added', ...when }] },
    { agentId: 'a', changes: [{ kind: 'removed', ...when }] },
  ])
  const moved = publicationOf([published], [{ ...shift, to: 500 }])
  expect(toldBy([published], moved)[0]!.changes).toEqual([{ kind: 'changed', from: 0, to: 500 }])
  const back = publicationOf([{ ...published, cancelled: true }], [shift])
  expect(toldBy([{ ...published, cancelled: true }], back)[0]!.changes[0]!.kind).toBe('added')
})
