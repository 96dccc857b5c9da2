import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../kernel/random.ts'
import { madeTexts } from '../understand/topics/rules/learn/made-texts.ts'
import { runCommand, temporaryFolder } from './testing/run-command.ts'
import { topicsCommand } from './topics.ts'

const folder = temporaryFolder()

function run(args: string[], stdin = '') {
  return runCommand(topicsCommand, args, { cwd: folder, stdin })
}

type Row = {
  readonly id: string
  readonly tekst: string
  readonly topic: string
  readonly topicLabel: string
  readonly certainty: string
}
const rowsOf = (csv: string, delimiter = ','): Row[] => parse(csv, { columns: true, delimiter })

const made = madeTexts(200, seededRandom('cli'))
const lines = made.map(({ text }, at) => `${at},"${text}"`)
const file = ['id,tekst', ...lines, '200,', '201,"  "', `202,"${made[0]!.text.toUpperCase()}"`, ''].join('\n')

describe('topics', () => {
  test('gives every row back, in order, with topic, label and certainty', async () => {
    const { code, out, err } = await run(['-', '--text', 'tekst', '--topics', '8'], file)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const rows = rowsOf(out)
    expect(rows.map(({ id }) => Number(id))).toEqual([...Array(203).keys()])
    expect(Object.keys(rows[0]!)).toEqual(['id', 'tekst', 'topic', 'topicLabel', 'certainty'])
    expect(new Set(rows.slice(0, 200).map(({ topic }) => topic)).size).toBe(8)
    expect(rows[200]).toMatchObject({ topic: '0', certainty: '1' })
    expect(rows[201]).toMatchObject({ topic: '0' })
    expect(rows[202]!.topic).toBe(rows[0]!.topic)
    for (const { certainty, topicLabel } of rows) {
      expect(Number(certainty) >= 0 && Number(certainty) <= 1).toBe(true)
      expect(topicLabel).not.toBe('')
    }
    const sizes = rows.filter(({ topic }) => topic === '1').length
    expect(sizes).toBeGreaterThanOrEqual(rows.filter(({ topic }) => topic === '8').length)
  })

  test('gives one JSON document, the same for the same seed, and a file beside it', async () => {
    await writeFile(join(folder, 'in.csv'), file.replaceAll(',', ';'))
    const args = [
      'in.csv',
      '--text',
      'tekst',
      '--topics',
      '5',
      '--seed',
      '7',
      '--json',
      '--out',
      'ut/topics.csv',
    ]
    const [first, second] = [await run(args), await run(args)]
    expect(first.code).toBe(0)
    expect(second.out).toBe(first.out)
    const answer = JSON.parse(first.out) as Row[]
    expect(answer).toHaveLength(203)
    const written = rowsOf(await readFile(join(folder, 'ut/topics.csv'), 'utf8'), ';')
    expect(written.map(({ topic }) => Number(topic))).toEqual(answer.map(({ topic }) => Number(topic)))
    expect(await readdir(join(folder, 'ut'))).toEqual(['topics.csv'])
  })

  test('learns from a corpus with another column, and finds a number of topics by itself', async () => {
    const more = madeTexts(300, seededRandom('more')).map(({ text }) => `"${text}"`)
    await writeFile(join(folder, 'corpus.csv'), ['melding', ...more].join('\n'))
    const { code, out } = await run(
      ['-', '--text', 'tekst', '--corpus', 'corpus.csv', '--corpus', 'corpus.csv'],
      file,
    )
    expect(code).toBe(0)
    const rows = rowsOf(out)
    expect(rows).toHaveLength(203)
    expect(new Set(rows.map(({ topic }) => topic)).size).toBeGreaterThan(5)
  })

  test.each([
    [
      'tekst\nhei! hvor er pakken min\n',
      ['Hvor er pakken min?'],
      'there is only 1 different text, so 1 topic\n',
    ],
    ['tekst\n2\n2\n', ['2', '2'], 'there is only 1 different text, so 1 topic\n'],
  ])('calls a topic of one text by what it says: %j', async (input, labels, told) => {
    const { code, out, err } = await run(['-', '--text', 'tekst', '--topics', '3'], input)
    expect({ code, err }).toEqual({ code: 0, err: `note: ${told}` })
    expect(rowsOf(out).map(({ topicLabel }) => topicLabel)).toEqual(labels)
  })

  test('calls a topic of two texts by one of them', async () => {
    const texts = ['Hvor er pakken min?', 'Jeg vil si opp abonnementet']
    const { out } = await run(['-', '--text', 'tekst'], `tekst\n${texts.join('\n')}\n`)
    for (const { topicLabel } of rowsOf(out)) expect(texts).toContain(topicLabel)
  })

  test('replaces the columns of an earlier run and says so', async () => {
    const { out, err } = await run(['-', '--text', 't', '--topics', '1'], 'topic,t\nx,hei\ny,hallo\n')
    expect(rowsOf(out)[0]).toEqual({
      t: 'hei',
      topic: '1',
      topicLabel: expect.any(String),
      certainty: expect.any(String),
    })
    expect(err).toBe('note: columns of an earlier run were replaced: topic\n')
  })

  test.each([
    [['-'], '--text COLUMN is missing'],
    [[], 'FILE.csv is missing'],
    [['-', '--text', 't', '--topics', '0'], '--topics is a whole number'],
    [['-', '--text', 't', '--topics', 'many'], '--topics is a whole number'],
    [['-', '--text', 't', '--corpus', '-'], 'only one file can be standard input'],
    [['-', 'b.csv', '--text', 't'], 'one FILE.csv at a time'],
    [['-', '--text', 't', '--seed', 'x'], '--seed is a whole number'],
    [['-', '--text', 't', '--no-such'], 'no-such'],
  ])('wrong usage %j', async (args, problem) => {
    const { code, out, err } = await run(args, file)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(problem)
  })

  test.each([
    ['', '-: the file is empty'],
    ['id,text\n1,hei\n', '-: tekst: this column is missing; the file has id, text'],
    ['id,tekst\n', '-: there is a header, but no row'],
    ['id,tekst\n1,hei\n2,hei,der\n', '-: line 3: 3 cells under 2 headings'],
    ['id,tekst\n1,hei\n2,"uten slutt\n', '-: line 3: quotation marks that do not belong together'],
    ['id,tekst\n1,han sa "hei"\n', '-: line 2: quotation marks that do not belong together'],
    ['id,tekst\n1,hei\n2, "hei der"\n', '-: line 3: quotation marks that do not belong together'],
    ['id,tekst\n1,"hei" der\n', '-: line 2: quotation marks that do not belong together'],
    ['tekst,tekst\n1,hei\n', '-: line 1, tekst: this heading stands twice'],
  ])('a bad file %j is refused by line and nothing is written', async (input, problem) => {
    const { code, out, err } = await run(['-', '--text', 'tekst', '--out', 'bad.csv'], input)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(problem)
    expect(existsSync(join(folder, 'bad.csv'))).toBe(false)
  })

  test('a file that is not there, a folder, and a place where nothing can be written', async () => {
    expect((await run(['none.csv', '--text', 't'])).err).toContain('none.csv: no such file')
    expect((await run(['.', '--text', 't'])).err).toContain('.: is a folder, not a file')
    const { code, err } = await run(['-', '--text', 'tekst', '--out', 'in.csv/x.csv'], file)
    expect(code).toBe(1)
    expect(err).toContain('in.csv/x.csv: cannot be written')
  })

  test('help', async () => expect(await run(['--help'])).toMatchObject({ code: 0, err: '' }))
})
