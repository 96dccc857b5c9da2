import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { seededRandom } from '../kernel/random.ts'
import { assignCommand } from './assign.ts'
import { runCommand, temporaryFolder } from './testing/run-command.ts'

const folder = temporaryFolder()

function run(args: string[], stdin = '') {
  return runCommand(assignCommand, args, { cwd: folder, stdin })
}

const asking = [
  'hvor er',
  'når kommer',
  'jeg finner ikke',
  'kan dere hjelpe meg med',
  'jeg lurer på',
  'har dere sett',
]
const things: Readonly<Record<string, readonly string[]>> = {
  levering: ['pakken min', 'leveringen av varene', 'sendingen jeg bestilte', 'pakkesporingen'],
  faktura: ['fakturaen for mai', 'regningen min', 'betalingen av regningen', 'kvitteringen på fakturaen'],
  innlogging: [
    'passordet mitt',
    'innloggingen på siden',
    'brukernavnet og passordet',
    'kontoen jeg logger inn på',
  ],
}

/** Made texts: every way of asking with every thing, in an order that chance decides. */
function world() {
  const random = seededRandom(6)
  return Object.entries(things)
    .flatMap(([topic, names]) =>
      asking.flatMap((ask) => names.map((name) => ({ topic, text: `${ask} ${name}`, order: random() }))),
    )
    .sort((a, b) => a.order - b.order)
}

const csv = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')

async function writeWorld() {
  const rows = world()
  const [examples, rest] = [rows.slice(0, 30), rows.slice(30)]
  await writeFile(
    join(folder, 'examples.csv'),
    csv([['text', 'topic'], ...examples.map(({ text, topic }) => [text, topic])]),
  )
  await writeFile(
    join(folder, 'file.csv'),
    csv([['id', 'text'], ...rest.map(({ text }, at) => [`r${at}`, text])]),
  )
  return { examples, rest }
}

const form = ['file.csv', '--text', 'text', '--examples', 'examples.csv', '--label', 'topic']

test('every row gets its topic, with certainty, second and third, in the order of the file', async () => {
  const { rest } = await writeWorld()
  const { code, out, err } = await run([...form, '--json'])
  expect(err).toBe('')
  expect(code).toBe(0)
  const rows = JSON.parse(out)
  expect(rows.map(({ id }: { id: string }) => id)).toEqual(rest.map((_, at) => `r${at}`))
  const right = rest.filter(({ topic }, at) => rows[at].topic === topic).length
  expect(right / rest.length).toBeGreaterThan(0.9)
  for (const row of rows) {
    expect(row.certainty).toBeGreaterThan(0)
    expect(row.certainty).toBeLessThanOrEqual(1)
    expect(new Set([row.topic, row.second, row.third]).size).toBe(3)
  }
})

test('the same seed gives the same output, and CSV says what JSON says', async () => {
  await writeWorld()
  const [one, other, json] = [await run(form), await run(form), await run([...form, '--json'])]
  expect(other.out).toBe(one.out)
  const lines = one.out.trim().split('\r\n').slice(1)
  expect(one.out.split('\r\n')[0]).toBe('id,text,topic,certainty,second,third')
  for (const [at, row] of JSON.parse(json.out).entries())
    expect(lines[at]).toBe([row.id, row.text, row.topic, row.certainty, row.second, row.third].join(','))
})

test('an example keeps its topic, the same text has the same topic, and a row without text comes back too', async () => {
  const { examples } = await writeWorld()
  const [first] = examples
  const rows = [
    ['id', 'text'],
    ['a', first!.text.toUpperCase()],
    ['b', ''],
    ['c', 'hvor er pakken min nå'],
    ['d', ' Hvor er  pakken min NÅ'],
  ]
  const { code, out, err } = await run(['-', ...form.slice(1), '--json'], csv(rows))
  expect(code).toBe(0)
  const [a, b, c, d] = JSON.parse(out)
  expect(a).toMatchObject({ topic: first!.topic, certainty: 1 })
  expect(b).toMatchObject({ topic: null, certainty: 0, second: null, third: null })
  expect(d.topic).toBe(c.topic)
  expect(d.certainty).toBe(c.certainty)
  expect(err).toContain('1 rows have no text')
})

test.each([
  [
    'a missing column',
    'id,text\na,b\n',
    'text,label\na,x\nb,y\n',
    'examples.csv: topic: this column is missing; the file has text, label',
  ],
  ['a blank label', 'id,text\na,b\n', 'text,topic\na,x\nb,\n', 'examples.csv: line 3, topic: is blank'],
  ['a blank text', 'id,text\na,b\n', 'text,topic\na,x\n,y\n', 'examples.csv: line 3, text: is blank'],
  ['one topic only', 'id,text\na,b\n', 'text,topic\na,x\nb,x\n', 'every example has the topic "x"'],
  ['too many cells', 'id,text\na,b,c\n', 'text,topic\na,x\nb,y\n', 'line 2: 3 cells under 2 headings'],
  [
    'an open quotation mark',
    'id,text\na,"b\n',
    'text,topic\na,x\nb,y\n',
    'line 2: a quotation mark is opened here',
  ],
  ['an empty file', '', 'text,topic\na,x\nb,y\n', 'the file is empty'],
  ['no rows', 'id,text\n', 'text,topic\na,x\nb,y\n', 'there is a header, but no row'],
])('%s is refused by line', async (_, file, examples, problem) => {
  await writeFile(join(folder, 'file.csv'), file)
  await writeFile(join(folder, 'examples.csv'), examples)
  const { code, out, err } = await run(form)
  expect(code).toBe(1)
  expect(out).toBe('')
  expect(err).toContain(problem)
})

test('wrong usage', async () => {
  for (const args of [
    [],
    ['file.csv'],
    ['file.csv', '--text', 'text'],
    [...form, 'other.csv'],
    [...form, '--seed', 'x'],
    [...form, '--what'],
  ]) {
    const { code, err } = await run(args)
    expect(code).toBe(2)
    expect(err).toContain('lyttepost assign FILE.csv')
  }
  expect((await run(['--help'])).code).toBe(0)
  expect((await run(['none.csv', ...form.slice(1)])).err).toContain('none.csv: no such file')
})

test('a handful of texts is enough', async () => {
  await writeFile(join(folder, 'file.csv'), 'text\nhvor er pakken\nglemt passord\n')
  await writeFile(
    join(folder, 'examples.csv'),
    'text,topic\npakken er borte,levering\nnytt passord,innlogging\n',
  )
  const { code, out } = await run([...form, '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(out).map(({ topic }: { topic: string }) => topic)).toEqual(['levering', 'innlogging'])
})
