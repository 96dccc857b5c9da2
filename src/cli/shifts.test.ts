import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { shiftsCommand } from './shifts.ts'
import { runCommand, temporaryFolder } from './testing/run-command.ts'

const folder = temporaryFolder()

async function run(args: readonly string[], files: Readonly<Record<string, string>> = {}) {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return runCommand(shiftsCommand, args, { cwd: folder })
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

  test('queues with intervals of their own are covered, and what is missing is told with why', async () => {
    const hourly = (day: string) =>
      [8, 9, 10, 11, 12, 13].map((hour) => `2027-03-${day} ${String(hour).padStart(2, '0')}:00,phone,1`)
    const quarters = [0, 15, 30, 45].map(
      (minute) => `2027-03-01 08:${String(minute).padStart(2, '0')},chat,1`,
    )
    const need = ['timestamp,queue,needed', ...hourly('01'), ...hourly('02'), ...quarters].join('\n')
    const files = { 'two.csv': need, 'few.csv': 'number,name,weeklyHours,skills\n1,Anne,5,phone' }
    const asked = ['two.csv', '--agents', 'few.csv', '--out', 'two']
    const { code, out } = await run(asked, files)
    expect(code).toBe(0)
    expect(out).toMatch(/^1 shifts \(good enough\)/)
    expect(out).toContain('needed 13.0 h, scheduled 5.0 h, short 8.0 h')
    expect(out).toContain(
      'chat 2027-03-01 08:00–09:00: 1 of 1 missing; nobody who has the skill may or can be on then',
    )
    expect(out).toMatch(/phone 2027-03-0\d .*: 1 of 1 missing; the agreed hours are used/)
    const short = await readFile(join(folder, 'two', 'short.csv'), 'utf8')
    expect(short.split(/\r?\n/)[1]).toMatch(/^phone,2027-03-0\d,.*,1,1,hours-used$/)
    // Without names there are people enough, but a quarter of an hour is not worth a shift of five.
    expect((await run(['two.csv'])).out).toContain('short 0.0 h in 0 intervals')
    const lone = 'timestamp,needed\n2027-03-01 08:00,1\n2027-03-01 08:15,0'
    expect((await run(['lone.csv'], { 'lone.csv': lone })).out).toContain(
      '2027-03-01 08:00–08:15: 1 of 1 missing; one more there would cost more than it gives',
    )
  })

  test('the hour that is passed twice is two hours, and the clock decides when shifts may begin', async () => {
    const night = [
      'timestamp,needed',
      ...['23:00', '00:00', '01:00', '02:00', '02:00', '03:00', '04:00'].map(
        (time) => `2026-10-${time === '23:00' ? 24 : 25} ${time},1`,
      ),
    ]
    const { code, out, err } = await run(['night.csv', '--json'], { 'night.csv': night.join('\n') })
    expect([code, err]).toEqual([0, ''])
    expect(JSON.parse(out).neededMinutes).toBe(7 * 60)
    // The week is one hour longer than others, and one week all the same.
    const one = await run(['night.csv', '--agents', 'one.csv', '--json'], {
      'one.csv': 'number,name\n1,Anne',
    })
    expect(JSON.parse(one.out).people).toMatchObject([{ agentId: '1', agreedMinutes: 37.5 * 60 }])
    const thrice = [...night, '2026-10-25 02:00,1'].join('\n')
    expect((await run(['night.csv'], { 'night.csv': thrice })).err).toContain(
      'line 9, timestamp: 2026-10-25 02:00 stands twice',
    )
    // On the day that is an hour short the shift begins at eight all the same.
    const spring = [
      'timestamp,needed',
      ...[8, 9, 10, 11, 12].map((hour) => `2027-03-28 ${String(hour).padStart(2, '0')}:00,1`),
    ]
    const made = JSON.parse((await run(['spring.csv', '--json'], { 'spring.csv': spring.join('\n') })).out)
    expect(made.shifts.map(({ from, to }: Record<string, string>) => [from, to])).toEqual([
      ['08:00', '13:00'],
    ])
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
    const found = JSON.parse(out).map(
      ({ rule, paragraph, date, value, limit }: Record<string, string | number>) => [
        rule,
        paragraph,
        date,
        value,
        limit,
      ],
    )
    expect(found).toEqual([
      ['normal-day', '§ 10-4 (1)', '2027-03-01', 750, 540],
      ['daily-rest', '§ 10-8 (1)', '2027-03-01', 540, 660],
      ['break-missing', '§ 10-9 (1)', '2027-03-03', 0, 1],
    ])
  })

  test('a requirement that Norwegian Excel has written', async () => {
    const excel = 'timestamp;needed\n01.03.2027 08:00;1,5\n01.03.2027 09:00;2\n01.03.27 10:00;2'
    const { code, out } = await run(['excel.csv', '--json'], { 'excel.csv': excel })
    expect(code).toBe(0)
    expect(JSON.parse(out).neededMinutes).toBe(6 * 60)
  })

  test('a plan that begins and ends within a week owes nobody the hours of the other days, its own check included', async () => {
    // Wednesday to Tuesday: two part weeks.
    const days = ['03', '04', '05', '08', '09']
    const part = [
      'timestamp,needed',
      ...days.flatMap((day) =>
        [8, 9, 10, 11, 12, 13, 14, 15].map((hour) => `2027-03-${day} ${String(hour).padStart(2, '0')}:00,2`),
      ),
    ].join('\n')
    const asked = ['part.csv', '--agents', 'agents.csv', '--out', 'part', '--json']
    const { code, out, err } = await run(asked, { 'part.csv': part, 'agents.csv': agents })
    expect([code, err]).toEqual([0, ''])
    expect(JSON.parse(out).findings).toEqual([])
    const checked = await run(['--check', 'part/shifts.csv', '--agents', 'agents.csv'])
    expect(checked).toMatchObject({ code: 0, err: '' })
    // A whole week owes them: two days of five are too little.
    const whole = [
      'agent,date,from,to,breaks',
      '1,2027-03-01,08:00,16:00,11:30-12:00',
      '1,2027-03-05,08:00,16:00,11:30-12:00',
    ]
    const few = await run(['--check', 'whole.csv', '--agents', 'one.csv'], {
      'whole.csv': whole.join('\n'),
      'one.csv': 'number,name\n1,Anne',
    })
    expect(few.out).toContain('The hours set up are only 15 h.')
  })

  test('a column of people that is not read is named', async () => {
    const { code, err } = await run(withPeople, {
      'need.csv': requirement,
      'agents.csv': 'number,name,avalable\n1,Anne,mon 08:00-16:00',
    })
    expect([code, err]).toEqual([0, 'note: agents.csv: not read, since no column is called so: avalable\n'])
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
    const skills = 'timestamp,queue,skill,needed\n2027-03-01T08:00,q,a,1\n2027-03-01T09:00,q,b,1'
    expect((await run(['bad.csv'], { 'bad.csv': skills })).err).toContain('line 3, skill: "b", but the queue')
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
