import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import { shiftsCommand } from './shifts.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lyttepost-shifts-'))
})

async function run(args: readonly string[], files: Readonly<Record<string, string>> = {}) {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const texts = Promise.all([stdout, stderr].map(async (it) => Buffer.concat(await it.toArray()).toString()))
  const code = await shiftsCommand([...args], { stdin: Readable.from([]), stdout, stderr, cwd: folder })
  stdout.end()
  stderr.end()
  const [out, err] = await texts
  return { code, out: out!, err: err! }
}

/** Two from eight to four on weekdays of the first week of March 2027, three from ten to noon. */
const requirement = [
  'timestamp,mean,needed',
  ...['01', '02', '03', '04', '05'].flatMap((day) =>
    Array.from({ length: 16 }, (_, at) => {
      const time = `${String(8 + Math.floor(at / 2)).padStart(2, '0')}:${at % 2 ? '30' : '00'}`
      return `2027-03-${day}T${time}:00,10,${at >= 4 && at < 8 ? 3 : 2}`
    }),
  ),
].join('\n')
const agents = ['number,name,weeklyHours', '1,Anne,37.5', '2,Bo,37.5', '3,Cato,37.5'].join('\n')
const withPeople = ['need.csv', '--agents', 'agents.csv', '--json'] as const

describe('shifts', () => {
  test('without people cover the requirement, and say how far from the best they can be', async () => {
    const { code, out } = await run(['need.csv', '--json'], { 'need.csv': requirement })
    const { gap, shifts, short, neededMinutes } = JSON.parse(out)
    expect(code).toBe(0)
    expect(gap).toBeLessThanOrEqual(0.005)
    expect(short).toEqual([])
    expect(neededMinutes).toBe(5 * (8 * 2 + 2) * 60)
    expect(shifts[0]).toMatchObject({ queue: '', date: '2027-03-01', from: '08:00' })
  })

  test('with people have names, pass no limit, are the same again, and pass their own check', async () => {
    const files = { 'need.csv': requirement, 'agents.csv': agents }
    const first = await run([...withPeople, '--out', 'plan'], files)
    expect(first.code).toBe(0)
    const made = JSON.parse(first.out)
    expect(made.findings).toEqual([])
    expect(made.gap).toBeLessThanOrEqual(0.05)
    // Three people of 37.5 hours and 90 hours needed: there are enough.
    expect(made.shortMinutes).toBeLessThanOrEqual(5 * 60)
    expect(new Set(made.shifts.map(({ agent }: { agent: string }) => agent))).toEqual(
      new Set(['1', '2', '3']),
    )
    expect((await run([...withPeople])).out).toBe(first.out)
    const written = await readFile(join(folder, 'plan', 'shifts.csv'), 'utf8')
    expect(written.split(/\r?\n/)[0]).toBe('agent,date,from,to,breaks,skill,overtimeMinutes')
    expect(await run(['--check', 'plan/shifts.csv', '--agents', 'agents.csv'])).toMatchObject({
      code: 0,
      out: `no limit that is checked is passed in ${made.shifts.length} shifts\n`,
    })
  })

  test('a plan that is broken on purpose has each breach named with its paragraph, and no other', async () => {
    const day = (date: string, from = '08:00', to = '16:00', breaks = '11:30-12:00') =>
      `1,${date},${from},${to},${breaks}`
    const broken = [
      'agent,date,from,to,breaks',
      day('2027-03-01', '08:00', '21:00'), // 12.5 hours
      day('2027-03-02', '06:00', '11:00', ''), // nine hours after it
      day('2027-03-03', '08:00', '14:00', ''), // six hours without a break
      day('2027-03-04'),
      day('2027-03-05', '08:00', '15:00'),
    ].join('\n')
    const { code, out } = await run(['--check', 'broken.csv', '--agents', 'agents.csv', '--json'], {
      'agents.csv': 'number,name,weeklyHours\n1,Anne,37.5',
      'broken.csv': broken,
    })
    expect(code).toBe(1)
    const found = JSON.parse(out).map(({ rule, paragraph, date }: Record<string, string>) => [
      rule,
      paragraph,
      date,
    ])
    expect(found).toEqual([
      ['normal-day', '§ 10-4 (1)', '2027-03-01'],
      ['daily-rest', '§ 10-8 (1)', '2027-03-01'],
      ['break-missing', '§ 10-9 (1)', '2027-03-03'],
    ])
  })

  test('what is wrong with a file is told by line, and wrong usage by its option', async () => {
    const bad = 'timestamp,needed\n2027-03-01T08:00,2\n2027-03-01T08:00,2\nmandag,3\n2027-03-01T09:00,-1'
    const refused = await run(['bad.csv'], { 'bad.csv': bad })
    expect(refused.code).toBe(1)
    expect(refused.err).toContain(
      'line 3, timestamp: 2027-03-01T08:00 stands twice for this queue, first on line 2',
    )
    expect(refused.err).toContain('line 4, timestamp: "mandag" is no time')
    expect(refused.err).toContain('line 5, needed: "-1" is no number of people')
    const people = await run(withPeople, {
      'need.csv': requirement,
      'agents.csv': 'name,weeklyHours\n,30\nAnne,mange',
    })
    expect(people.err).toContain('line 2, name: is blank')
    expect(people.err).toContain('line 3, weeklyHours: "mange" is no number')
    const plan = await run(['--check', 'p.csv', '--agents', 'agents.csv'], {
      'agents.csv': 'number,name\n1,Anne',
      'p.csv': 'agent,date,from,to,breaks\n9,2027-03-01,8,16:00,lunsj',
    })
    for (const part of ['"9" is not in the file of people', '"8" is no time', '"lunsj" are not breaks'])
      expect(plan.err).toContain(part)
    expect((await run(['--check', 'p.csv'])).code).toBe(2)
    expect((await run([])).code).toBe(2)
    expect((await run(['need.csv', '--gap', 'liten'])).err).toContain('--gap is a percentage')
  })
})
