import { describe, expect, it } from 'vitest'
import { referenceMethod } from '../../../edition/rules/reference/reference-method.ts'
import { identifierOf, identifiers } from './identifiers.ts'
import { guessFormMapping, readFormTable } from './read-form-table.ts'
import { withForm } from './to-method.ts'

function table(...lines: readonly string[]) {
  const [header, ...rows] = lines.map((line) => line.split(',').map((cell) => cell.trim()))
  return { header: header!, rows: rows.map((cells, index) => ({ line: index + 2, cells })) }
}
const read = (...lines: readonly string[]) => {
  const found = table(...lines)
  return readFormTable(found, guessFormMapping(found.header))
}

describe('identifiers', () => {
  it('are words of letters and digits that start with a small letter', () => {
    expect(identifierOf('Hvor lenge måtte du vente?')).toBe('hvorLengeMatteDuVente')
    expect(identifierOf('3. Ærlig')).toBe('q3Aerlig')
    expect(identifierOf('???')).toBe('q')
  })
  it('are given once each', () => {
    const idOf = identifiers()
    expect([idOf('Velkomst'), idOf('velkomst'), idOf('velkomst!')]).toEqual([
      'velkomst',
      'velkomst2',
      'velkomst3',
    ])
  })
  it('are none that every object has of its own', () => {
    expect(['Constructor', 'To string', 'Velkomst'].map(identifiers())).toEqual([
      'constructor2',
      'toString2',
      'velkomst',
    ])
  })
})

describe('a table of questions', () => {
  it('has a row for each option, and an empty question belongs to the one above', () => {
    const { form, issues } = read(
      'Seksjon,Spørsmål,Svaralternativ,Poeng,Kanal',
      'Velkomst,Ble du hilst?,Ja,"10",telefon; e-post'.replaceAll('"', ''),
      ',,Nei,0,',
      ',,Ikke aktuelt,,',
    )
    expect(issues).toEqual([])
    expect(form.questions).toMatchObject([
      {
        area: 'Velkomst',
        notApplicable: true,
        channels: ['phone', 'email'],
        options: [
          { value: 'Ja', points: 10 },
          { value: 'Nei', points: 0 },
        ],
      },
    ])
    const { method } = withForm(referenceMethod, form)
    expect(method.questions[0]).toMatchObject({
      id: 'bleDuHilst',
      kind: 'yesNo',
      scored: true,
      area: 'velkomst',
    })
  })

  it('or a row for each question with options and points in a cell', () => {
    const { form } = read('question,answer,points', 'Clear?,Yes;Partly;No,2;1;0')
    expect(form.questions[0]!.options.map(({ value, points }) => [value, points])).toEqual([
      ['Yes', 2],
      ['Partly', 1],
      ['No', 0],
    ])
  })

  it('says by line and column what is wrong', () => {
    const { issues } = read(
      'question,answer,points,channel',
      ',Yes,1,',
      'Clear?,Yes;No,1,phone',
      'Kind?,Yes;No,many;0,fax',
    )
    expect(issues).toEqual([
      { code: 'blank', line: 2, column: 'question' },
      { code: 'points-count', line: 3, column: 'points', params: { points: 1, options: 2 } },
      { code: 'unknown-channel', line: 4, column: 'channel', value: 'fax' },
      { code: 'not-points', line: 4, column: 'points', value: 'many;0' },
    ])
  })

  it('without a column of questions or options is refused by the column', () => {
    expect(read('points', '1').issues).toEqual([{ code: 'missing-column', line: 1, column: 'question' }])
  })

  it('keeps a question without points, unscored, and says so', () => {
    const { form } = read('question,answer', 'Where?,Here;There')
    const { method, left } = withForm(referenceMethod, form)
    expect(method.questions[0]!.scored).toBe(false)
    expect(left).toContainEqual({ name: 'Where?', reason: 'no-points', detail: '' })
  })
})
