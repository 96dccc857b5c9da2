import { describe, expect, test } from 'vitest'
import { toInstant } from '../../../kernel/zone.ts'
import { mayHappen, nextStep, stateOf } from './appeal-state.ts'
import { endOfWorkingDays, isOpen } from './appeal-window.ts'
import { effectOf, type ScoredLine } from './effect.ts'
import { mediaTypeOf, safeName } from './file-kind.ts'

describe('the window', () => {
  test('counts working days from the day after', () => {
    const monday = toInstant('2026-03-02', '10:00')
    expect(endOfWorkingDays(monday, 3)).toEqual(toInstant('2026-03-06', '00:00'))
  })
  test('jumps over Easter', () => {
    const wednesday = toInstant('2026-04-01', '10:00')
    expect(endOfWorkingDays(wednesday, 1)).toEqual(toInstant('2026-04-08', '00:00'))
  })
  test('is closed at its end, and before there is one', () => {
    const closesAt = toInstant('2026-03-06', '00:00')
    expect(isOpen({ closesAt, closedAt: null }, closesAt)).toBe(false)
    expect(isOpen(undefined, closesAt)).toBe(false)
  })
})

describe('an appeal', () => {
  test('is decided once, and read after that', () => {
    expect(mayHappen('received', 'decided')).toBe(true)
    expect(mayHappen('decided', 'decided')).toBe(false)
    expect(mayHappen('received', 'answered')).toBe(false)
    expect(stateOf(['received', 'codingAsked', 'decided'])).toBe('decided')
  })
  test('is coded again where there is something to read, and decided where not', () => {
    expect(nextStep('received', { coding: 'none', codable: true })).toBe('askForCoding')
    expect(nextStep('received', { coding: 'none', codable: false })).toBe('decide')
    expect(nextStep('inCoding', { coding: 'asked', codable: true })).toBe('waitForCoding')
    expect(nextStep('inCoding', { coding: 'handedIn', codable: true })).toBe('decide')
  })
})

const method = { score: { total: 'meanOfScores' }, ranking: { ties: 'shared' } } as const
const line = (contactId: string, participantId: string, score: number): ScoredLine => ({
  contactId,
  participantId,
  class: 'Reise',
  answered: true,
  score,
  points: score,
  possible: 100,
})

describe('the effect of other answers', () => {
  const lines = [line('a1', 'a', 80), line('a2', 'a', 60), line('b1', 'b', 75), line('c1', 'c', 50)]
  const scored = (score: number) => ({ answered: true, score, points: score, possible: 100 })

  test('is the new total, the new place, and who else moves', () => {
    expect(effectOf(lines, { contactId: 'a2', after: scored(80) }, method)).toEqual({
      score: { before: 60, after: 80 },
      total: { before: 70, after: 80 },
      classRank: { before: 2, after: 1 },
      rank: { before: 2, after: 1 },
      othersMoved: 1,
    })
  })
  test('of a contact left out is that of all the others', () => {
    const effect = effectOf(lines, { contactId: 'a2', after: null }, method)
    expect(effect).toMatchObject({ score: { after: null }, total: { after: 80 } })
  })
  test('of the same answers is none', () => {
    const effect = effectOf(lines, { contactId: 'a2', after: scored(60) }, method)
    expect(effect).toMatchObject({ total: { before: 70, after: 70 }, othersMoved: 0 })
  })
})

describe('a file', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  test('is what its bytes say', () => {
    expect(mediaTypeOf(bytes('%PDF-1.7 …'))).toBe('application/pdf')
    expect(mediaTypeOf(bytes('12.03 svart kl. 10.15\n'))).toBe('text/plain; charset=utf-8')
    expect(mediaTypeOf(bytes('<html><script>'))).toBeUndefined()
    expect(mediaTypeOf(new Uint8Array([0x4d, 0x5a, 0, 1]))).toBeUndefined()
    expect(mediaTypeOf(new Uint8Array())).toBeUndefined()
  })
  test('has a name that is safe everywhere', () => {
    expect(safeName('../../etc/logg\n.txt')).toBe('logg .txt')
    expect(safeName('')).toBe('fil')
  })
})
