import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alarmLine, alertLetter } from './alert-text.ts'
import { fewestTexts, findEmerging } from './emerging.ts'
import { isWorse } from './share-change.ts'
import { silenceOf } from './silent.ts'

describe('a silent source', () => {
  const weekdaysOnly = Array.from({ length: 70 }, (_, day) => (day % 7 < 5 ? 6 : 0))

  it('is one that has never been silent so long, when much should have come', () => {
    expect(silenceOf([...weekdaysOnly, 0, 0, 0])).toEqual({ days: 5, missing: 18, longestBefore: 2 })
  })

  it('is not one over a weekend, nor one that seldom delivers', () => {
    expect(silenceOf(weekdaysOnly)).toBeUndefined()
    const seldom = Array.from({ length: 70 }, (_, day) => (day % 9 === 0 ? 1 : 0))
    expect(silenceOf([...seldom, ...Array.from({ length: 12 }, () => 0)])).toBeUndefined()
  })

  it('is never told of a source that delivered on the last day', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { maxLength: 90 }), (counts) => {
        expect(silenceOf([...counts, 1])).toBeUndefined()
      }),
    )
  })
})

describe('a share that has become worse', () => {
  it('is told from chance and from what is too small to matter', () => {
    expect(isWorse({ part: 20, n: 200 }, { part: 60, n: 200 })).toBe(true)
    expect(isWorse({ part: 20, n: 200 }, { part: 28, n: 200 })).toBe(false)
    expect(isWorse({ part: 2000, n: 20_000 }, { part: 2600, n: 20_000 })).toBe(false)
    expect(isWorse({ part: 2, n: 20 }, { part: 18, n: 20 })).toBe(false)
    expect(isWorse({ part: 60, n: 200 }, { part: 20, n: 200 })).toBe(false)
  })
})

const known = [
  'Hvorfor er regningen så høy denne måneden?',
  'Når kommer montøren som skal bytte måler?',
  'Jeg får ikke logget inn på min side',
  'Kan jeg få faktura på e-post i stedet?',
  'Strømmen er borte i hele gata, hva skjer?',
  'Hva koster det å flytte abonnementet mitt?',
]
const battery = [
  'Kan jeg leie hjemmebatteri hos dere?',
  'Hva koster et hjemmebatteri å leie',
  'Leier dere ut batteri til hjemmet, hjemmebatteriet?',
  'Hvor lang levetid har hjemmebatteriene?',
  'Hjemmebatteri: får jeg støtte?',
]
const asTexts = (texts: readonly string[]) => texts.map((text, at) => ({ key: `k${at}`, text }))

describe('new questions', () => {
  it('are texts that hang together by rare words', () => {
    const [group, ...others] = findEmerging(asTexts([...battery, 'Takk for hjelpen i går', 'God jul']), known)
    expect(others).toEqual([])
    expect(group!.keys).toHaveLength(battery.length)
    expect(group!.words[0]).toContain('hjemmebatteri')
    expect(group!.before).toBe(0)
  })

  it('are not what was asked as much before', () => {
    expect(findEmerging(asTexts(battery), [...battery, ...battery, ...known])).toEqual([])
  })

  it(`are not fewer than ${fewestTexts} texts`, () => {
    expect(findEmerging(asTexts(battery.slice(0, fewestTexts - 1)), known)).toEqual([])
  })
})

describe('what is told', () => {
  const spike = {
    alarmId: 'a',
    kind: 'spike' as const,
    topic: 'Strømbrudd',
    channel: 'phone' as const,
    source: null,
    day: '2027-01-02',
    figures: { count: 31, expected: 11.6 },
  }

  it('is one line for each alarm, in three languages', () => {
    expect(alarmLine('nb', spike)).toBe('Strømbrudd: 31 henvendelser på telefon, ventet 12.')
    expect(alarmLine('nn', spike)).toBe('Strømbrudd: 31 førespurnader på telefon, venta 12.')
    expect(alarmLine('en', spike)).toBe('Strømbrudd: 31 contacts by phone, 12 expected.')
  })

  it('is a letter with the way to the page, or a test', () => {
    const letter = alertLetter('nb', { alarms: [spike, spike], url: 'https://x.example/understand/watch' })
    expect(letter.subject).toBe('2 varsler fra Lyttepost')
    expect(letter.text).toContain('https://x.example/understand/watch')
    expect(alertLetter('en', { alarms: [], url: 'u' }).text).toContain('This is a test')
  })
})
