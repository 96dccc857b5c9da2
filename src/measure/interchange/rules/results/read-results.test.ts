import { describe, expect, it } from 'vitest'
import { smallMethod } from '../../../results/rules/testing/small-method.ts'
import { compareScores } from './compare-scores.ts'
import { guessResultMapping, valuesOf } from './guess-mapping.ts'
import { methodForHistory } from './method-for-history.ts'
import { readDate } from './read-date.ts'
import { readResults } from './read-results.ts'

function table(...lines: readonly string[]) {
  const [header, ...rows] = lines.map((line) => line.split(';'))
  return { header: header!, rows: rows.map((cells, index) => ({ line: index + 2, cells })) }
}
const method = smallMethod({ classes: [] })
const header = 'Id;Bedrift;Bransje;Kanal;Dato;Besvart;Score;greeting;solution;advice'
const read = (...lines: readonly string[]) => {
  const found = table(...lines)
  return readResults(found, guessResultMapping(found, method), method)
}

describe('a day', () => {
  it('is read as people and programs write it, and a month is not taken for a day', () => {
    expect(readDate('3.12.2026 14:05')).toBe('2026-12-03')
    expect(readDate('2026-12-03T14:05:00Z')).toBe('2026-12-03')
    expect(readDate('03/12/2026')).toBe('2026-12-03')
    expect(readDate('12/31/2026')).toBeUndefined()
    expect(readDate('igår')).toBeUndefined()
  })
})

describe('the first guess', () => {
  it('finds columns by name in three languages, and meanings by id, label and points', () => {
    const found = table(
      header,
      '1;Buss;Reise;Telefon;1.12.2026;ja;66,7;6;o1;NA',
      '2;Tog;Reise;E-post;2.12.2026;nei;0;;;',
    )
    const mapping = guessResultMapping(found, method)
    expect(mapping.columns).toEqual({
      contact: 'Id',
      participant: 'Bedrift',
      class: 'Bransje',
      channel: 'Kanal',
      date: 'Dato',
      answered: 'Besvart',
      score: 'Score',
    })
    expect(mapping.values).toMatchObject({
      Kanal: { Telefon: 'phone', 'E-post': 'email' },
      Besvart: { ja: 'yes', nei: 'no' },
      greeting: { 6: 'o1' },
      solution: { o1: 'o1' },
      advice: { NA: 'na' },
    })
  })

  it('yields to what a person has chosen', () => {
    const found = table(header, '1;Buss;Reise;Telefon;1.12.2026;ja;;bra;o1;o0')
    const chosen = { ...guessResultMapping(found, method), values: { greeting: { bra: 'o0' } } }
    const mapping = guessResultMapping(found, method, chosen)
    expect(mapping.values).toMatchObject({ greeting: { bra: 'o0' }, Kanal: { Telefon: 'phone' } })
  })

  it('counts what stands in a column', () => {
    const found = table('a', 'x', 'y', 'x', '')
    expect(valuesOf(found, 'a').values).toEqual([
      { value: 'x', count: 2 },
      { value: 'y', count: 1 },
      { value: '', count: 1 },
    ])
  })
})

describe('results of another tool', () => {
  it('become contacts with the score that our own function gives', () => {
    const { contacts, issues } = read(
      header,
      '1;Buss;Reise;Telefon;1.12.2026;ja;86.67;6;o0;na',
      '2;Tog;Reise;E-post;2.12.2026;nei;0;;;',
    )
    expect(issues).toEqual([])
    expect(contacts[0]).toMatchObject({
      participant: 'Buss',
      class: 'Reise',
      channel: 'phone',
      date: '2026-12-01',
      answers: { greeting: 'o1', solution: 'o0', advice: 'na' },
      score: { points: 26, possible: 30 },
    })
    expect(contacts[1]).toMatchObject({ answered: false, answers: {}, score: { score: 0, possible: 40 } })
    expect(compareScores(contacts)).toMatchObject({ rows: 2, equal: 2 })
  })

  it('are compared with the scores that the file brings, and the worst line is named', () => {
    const { contacts } = read(header, '1;Buss;Reise;Telefon;1.12.2026;ja;80;o0;o0;o0')
    expect(compareScores(contacts)).toEqual({ rows: 1, equal: 0, largest: 20, line: 2 })
  })

  it('are refused by line and column, every one of them', () => {
    const { issues } = read(
      header,
      '1;;Reise;Telefon;1.12.2026;ja;;o0;o0;o0',
      '2;Buss;Reise;Faks;1.12.2026;ja;;o0;o0;o0',
      '3;Buss;Reise;Telefon;31/31/2026;ja;;o0;o0;o0',
      '4;Buss;Reise;Telefon;1.12.2026;kanskje;;o0;o0;o0',
      '5;Buss;Reise;Telefon;1.12.2026;ja;;o0;midt på;o0',
      '6;Buss;Reise;Telefon;1.12.2026;ja;;o0;;o0',
      '7;Buss;Reise;Telefon;1.12.2026;ja;120;o0;o0;o0',
      '8;Tog;Reise;Telefon;1.12.2026;ja;;o0;o0;o0',
      '8;Tog;Mat;Telefon;1.12.2026;ja;;o0;o0;o0',
    )
    expect(issues.map(({ code, line, column, value }) => [line, column, code, value ?? ''])).toEqual([
      [2, 'Bedrift', 'blank', ''],
      [3, 'Kanal', 'unmapped-value', 'Faks'],
      [4, 'Dato', 'not-a-date', '31/31/2026'],
      [5, 'Besvart', 'unmapped-value', 'kanskje'],
      [6, 'solution', 'unmapped-value', 'midt på'],
      [7, 'solution', 'blank', ''],
      [8, 'Score', 'not-a-score', '120'],
      [10, 'Id', 'doubled', '8'],
      [10, 'Bransje', 'two-classes', 'Mat'],
    ])
  })

  it('need a column for every question that counts', () => {
    const { issues } = read('Bedrift;Kanal;greeting', 'Buss;Telefon;o0')
    expect(issues.map(({ code, column }) => [code, column])).toEqual([
      ['question-without-column', 'solution'],
      ['question-without-column', 'advice'],
    ])
  })

  it('may say that an empty cell means "not applicable", when a person has decided so', () => {
    const found = table(header, '1;Buss;Reise;Telefon;1.12.2026;ja;;o0;o0;')
    const guess = guessResultMapping(found, method)
    const mapping = { ...guess, values: { ...guess.values, advice: { '': 'na' } } }
    expect(readResults(found, mapping, method).contacts[0]).toMatchObject({
      score: { points: 30, possible: 30 },
    })
  })

  it('bring the season, the classes and the number of contacts that the year had', () => {
    const { contacts } = read(
      header,
      '1;Buss;Reise;Telefon;1.12.2026;ja;;o0;o0;o0',
      '2;Buss;Reise;Telefon;20.12.2026;ja;;o0;o0;o0',
      '3;Melk;Mat;Telefon;2.12.2026;ja;;o0;o0;o0',
    )
    const { calendar, classes, contactsPerParticipant } = methodForHistory(method, contacts)
    expect(calendar).toMatchObject({ start: '2026-12-01', weeks: 3 })
    expect(classes).toEqual(['Reise', 'Mat'])
    expect(contactsPerParticipant).toBe(2)
  })
})
