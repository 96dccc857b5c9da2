import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ChannelId } from '../measure/edition/contract.ts'
import { referenceMethod } from '../measure/edition/rules/reference/reference-method.ts'
import type { EditionResults } from '../measure/results/contract.ts'
import { scoreCommand } from './score.ts'
import { runCommand, temporaryFolder } from './testing/run-command.ts'

const folder = temporaryFolder()

function run(args: string[], stdin: string | Buffer | readonly Buffer[] = '') {
  return runCommand(scoreCommand, args, { cwd: folder, stdin })
}

const questionIds = referenceMethod.questions.map(({ id }) => id)
const header = ['contact', 'participant', 'class', 'channel', 'answered', ...questionIds]

type Contact = {
  readonly contact: string
  readonly participant?: string
  readonly class?: string
  readonly channel?: ChannelId
  readonly answered?: string
  /** How much of the possible points: the best options, the worst, or those named. */
  readonly answers?: Readonly<Record<string, string>>
}

/** Every question of the channel's form answered with its best option, but for those that are named. */
function row({
  contact,
  participant = 'P',
  class: className = 'A',
  channel = 'phone',
  answered = 'yes',
  answers = {},
}: Contact) {
  const cells = referenceMethod.questions.map(({ id, channels, options }) => {
    if (Object.hasOwn(answers, id)) return answers[id]
    if (!channels.includes(channel) || answered === 'no') return ''
    return options.reduce((best, option) => (option.points > best.points ? option : best)).id
  })
  return [contact, participant, className, channel, answered, ...cells]
}

const csv = (rows: readonly (readonly (string | undefined)[])[], delimiter = ',', head = header) =>
  [head, ...rows].map((cells) => cells.join(delimiter)).join('\n')
const json = async (text: string | Buffer): Promise<EditionResults> => {
  const { code, out, err } = await run(['reference', '-', '--json'], text)
  expect(
    err
      .split('\n')
      .filter((line) => !line.startsWith('note:'))
      .join(''),
  ).toBe('')
  expect(code).toBe(0)
  return JSON.parse(out)
}

test('scores.csv holds each contact’s score and areas, results.json the participants', async () => {
  const text = csv([row({ contact: 'C1' }), row({ contact: 'C2', channel: 'email', answered: 'nei' })])
  await writeFile(join(folder, 's.csv'), text)
  const { code } = await run(['reference', 's.csv', '--out', 'made'])
  expect(code).toBe(0)
  expect((await readdir(join(folder, 'made'))).sort()).toEqual(['results.json', 'scores.csv'])
  expect((await readFile(join(folder, 'made', 'scores.csv'), 'utf8')).split('\n')).toEqual([
    'contact,participant,channel,score,waiting,welcome,agent,overall',
    'C1,P,phone,100,100,100,100,100',
    'C2,P,email,0,,,,',
    '',
  ])
  const results: EditionResults = JSON.parse(await readFile(join(folder, 'made', 'results.json'), 'utf8'))
  expect(results.participants[0]).toMatchObject({
    participant: 'P',
    class: 'A',
    n: 2,
    nAnswered: 1,
    totalResult: 50,
    answeredScore: 100,
    areas: { waiting: 100, welcome: 100, agent: 100, overall: 100 },
    rank: 1,
  })
})

test('the same seed gives the same bytes, and the order of the rows changes nothing', async () => {
  const rows = Array.from({ length: 30 }, (_, index) =>
    row({
      contact: `C${index}`,
      participant: `P${index % 3}`,
      answers: {
        goodAdvice: 'd1',
        ...(index % 2 ? { listened: 'd0' } : {}),
        ...(index % 5 ? {} : { felt: 'd0' }),
      },
    }),
  )
  const first = await json(csv(rows))
  expect(await json(csv(rows))).toEqual(first)
  expect(await json(csv([...rows].reverse()))).toEqual(first)
})

test('semicolons, Windows-1252, a byte order mark and quotation marks give the same results', async () => {
  const rows = [
    row({ contact: 'C1', participant: 'Bø Kraft' }),
    row({ contact: 'C2', participant: 'Ærlig, AS', answered: 'no' }),
  ]
  const quoted = (cells: readonly (string | undefined)[]) =>
    cells.map((cell) => (cell === '' ? '' : `"${cell}"`))
  const expected = await json(csv(rows.map(quoted)))
  expect(expected.participants.map(({ participant }) => participant)).toEqual(['Bø Kraft', 'Ærlig, AS'])
  expect(await json(csv(rows, ';'))).toEqual(expected)
  expect(await json(Buffer.from(csv(rows, ';'), 'latin1'))).toEqual(expected)
  expect(await json(`\uFEFF${csv(rows, '\t').replaceAll('\n', '\r\n')}`)).toEqual(expected)
  expect(await json(Buffer.from(`\uFEFF${csv(rows, ';')}`, 'utf16le'))).toEqual(expected)
})

test('an unanswered contact that comes with answers scores 0, and the reader is told', async () => {
  const late = row({ contact: 'C1' }).with(4, 'false')
  const { out, err } = await run(['reference', '-', '--json'], csv([late]))
  expect(JSON.parse(out).all).toMatchObject({ n: 1, nAnswered: 0, totalResult: 0, answeredScore: null })
  expect(err).toContain('1 unanswered contacts came with answers')
})

describe('refused by line, contact and column, with nothing written', () => {
  const refusals: readonly (readonly [string, Contact[], string])[] = [
    [
      'a blank scored question',
      [{ contact: 'C1', answers: { listened: '' } }],
      'line 2, contact C1, listened: is blank',
    ],
    [
      'a blank question without points',
      [{ contact: 'C1', answers: { nps: '' } }],
      'line 2, contact C1, nps: is blank',
    ],
    [
      'an unknown option',
      [{ contact: 'C1', answers: { nps: '11' } }],
      'line 2, contact C1, nps: has no option "11"',
    ],
    [
      'a value under a question of another channel',
      [{ contact: 'C1', channel: 'email', answers: { listened: 'd4' } }],
      'line 2, contact C1, listened: is not asked on this channel',
    ],
    [
      'an unknown channel',
      [{ contact: 'C1', channel: 'fax' as ChannelId }],
      'line 2, contact C1, channel: "fax"',
    ],
    ['neither yes nor no', [{ contact: 'C1', answered: 'maybe' }], 'line 2, contact C1, answered: "maybe"'],
    ['a doubled contact', [{ contact: 'C1' }, { contact: 'C1' }], 'line 3, contact: "C1" has come before'],
    [
      'a participant in two classes',
      [{ contact: 'C1' }, { contact: 'C2', class: 'B' }],
      'line 3, contact C2, class: P is in "B" here and in "A" before',
    ],
    [
      'a participant with two spellings',
      [
        { contact: 'C1', participant: 'Firma 0' },
        { contact: 'C2', participant: 'FIRMA  0' },
      ],
      'line 3, contact C2, participant: "FIRMA  0" stands already as "Firma 0" in line 2',
    ],
    ['a contact without a name', [{ contact: '' }], 'line 2, contact: is blank'],
  ]
  test.each(refusals)('%s', async (_, contacts, expected) => {
    const { code, out, err } = await run(['reference', '-', '--out', 'refused'], csv(contacts.map(row)))
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toContain(expected)
    expect(existsSync(join(folder, 'refused'))).toBe(false)
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('a scored question without a column, by name; one without points is only noted', async () => {
    const without = (id: string) => {
      const at = header.indexOf(id)
      return csv([row({ contact: 'C1' }).toSpliced(at, 1)], ',', header.toSpliced(at, 1))
    }
    const refused = await run(['reference', '-', '--json'], without('listened'))
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('line 1, listened: this scored question has no column')
    const noted = await run(['reference', '-', '--json'], without('nps'))
    expect(noted.code).toBe(0)
    expect(noted.err).toContain('no column for these questions without points: nps')
  })

  test('fifty problems are told and the rest counted', async () => {
    const contacts = Array.from({ length: 60 }, (_, index) =>
      row({ contact: `C${index}`, answers: { nps: '' } }),
    )
    const { err } = await run(['reference', '-', '--json'], csv(contacts))
    expect(err.split('\n').filter((line) => line.includes('nps: is blank'))).toHaveLength(50)
    expect(err).toContain('and 10 more problems')
  })

  test('lines are counted through quotation marks and empty lines', async () => {
    const first = row({ contact: 'C1', participant: '"P\nQ"' })
    const text = `${csv([first])}\n\n${row({ contact: 'C2', answers: { nps: '' } }).join(',')}`
    const { err } = await run(['reference', '-', '--json'], text)
    expect(err).toContain('line 5, contact C2, nps: is blank')
  })

  test.each([
    ['an empty file', '', 'the file is empty'],
    ['a header alone', csv([]), 'there is a header but no contact'],
    ['quotation marks that do not close', `${csv([])}\nC1,"P`, 'quotation marks that do not belong together'],
    ['two encodings in one file', [Buffer.from('æ'), Buffer.from([0xf8])], 'neither UTF-8'],
  ])('%s', async (_, text, expected) => {
    const { code, err } = await run(['reference', '-', '--json'], text)
    expect(code).toBe(1)
    expect(err).toContain(expected)
  })

  test('a folder that cannot be made', async () => {
    await writeFile(join(folder, 'in-the-way'), '')
    const { code, err } = await run(
      ['reference', '-', '--out', 'in-the-way/results'],
      csv([row({ contact: 'C1' })]),
    )
    expect(code).toBe(1)
    expect(err).toContain('cannot be written')
  })

  test('a file that does not exist, and an edition that is broken', async () => {
    expect(await run(['reference', 'none.csv', '--json'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('no such file'),
    })
    expect(await run(['none', 'none.csv', '--json'])).toMatchObject({ code: 1 })
  })
})

test('wrong usage is told with the usage and ends with 2', async () => {
  for (const args of [
    [],
    ['reference'],
    ['reference', 's.csv'],
    ['reference', 's.csv', '--json', '--seed', 'x'],
    ['-', '-', '--json'],
    ['reference', 's.csv', '--what'],
  ])
    expect(await run(args)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('lyttepost score'),
    })
  expect(await run(['--help'])).toMatchObject({ code: 0 })
})
