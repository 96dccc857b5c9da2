import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clockOf } from '../kernel/clock.ts'
import { testOffice } from '../plan/traffic/rules/forecast/testing/test-office.ts'
import { dateAt } from '../plan/traffic/rules/forecast/traffic-series.ts'
import { backtestCommand } from './backtest.ts'
import { forecastCommand } from './forecast.ts'
import type { CliCommand } from './io.ts'
import { runCommand, temporaryFolder } from './testing/run-command.ts'

const folder = temporaryFolder()

function run(command: CliCommand, args: string[], stdin = '') {
  return runCommand(command, args, { cwd: folder, stdin })
}

const series = testOffice({ days: 140 })
const text = `timestamp,value\n${[...series.values]
  .flatMap((value, at) =>
    Number.isNaN(value)
      ? []
      : [`${dateAt(series, Math.floor(at / 48))}T${clockOf((at % 48) * 30)}:00,${value}`],
  )
  .join('\n')}\n`

test('one JSON array, the same bytes twice', async () => {
  const first = await run(forecastCommand, ['-', '--horizon', '14d', '--json'], text)
  const second = await run(forecastCommand, ['-', '--horizon', '2w', '--json'], text)
  expect(first.code).toBe(0)
  expect(second.out).toBe(first.out)
  const rows = JSON.parse(first.out)
  expect(rows).toHaveLength(160)
  expect(Object.keys(rows[0])).toEqual(['timestamp', 'mean', 'lo95', 'hi95'])
  expect(rows[0].timestamp).toBe('2025-05-26T08:00:00')
})

test('rows, with opening hours and events from files; a closed date is left out', async () => {
  await writeFile(join(folder, 'series.csv'), text)
  await writeFile(join(folder, 'events.csv'), 'date,kind,factor\n2025-05-27,outage,2\n')
  const week = [1, 2, 3, 4, 5].map((day) => `${day},08:00,16:00,`).join('\n')
  await writeFile(join(folder, 'opening.csv'), `weekday,from,to,date\n${week}\n,,,2025-05-28\n`)
  const asked = [
    'series.csv',
    '--horizon',
    '7d',
    '--calendar',
    'none',
    '--events',
    'events.csv',
    '--opening',
    'opening.csv',
  ]
  const { code, out, err } = await run(forecastCommand, asked)
  expect(code).toBe(0)
  const lines = out.trim().split('\r\n')
  expect(lines[0]).toBe('timestamp,mean,lo95,hi95')
  expect(lines).toHaveLength(1 + 4 * 16)
  expect(out).not.toContain('2025-05-28')
  expect(err).toContain('outage on 2025-05-27: × 2 on its largest day, as you gave it')
  expect(err).not.toContain('never seen before')
})

test('days with hours of their own are told of, and an event without a factor', async () => {
  await writeFile(join(folder, 'series.csv'), text)
  await writeFile(join(folder, 'events.csv'), 'date,kind\n2025-05-27,outage\n')
  const week = [1, 2, 3, 4, 5].map((day) => `${day},08:00,16:00,`).join('\n')
  const days = ',10:00,12:00,2025-05-28\n,06:00,16:00,2025-05-29'
  await writeFile(join(folder, 'opening.csv'), `weekday,from,to,date\n${week}\n${days}\n`)
  const files = ['--events', 'events.csv', '--opening', 'opening.csv', '--calendar', 'none']
  const { err } = await run(forecastCommand, ['series.csv', '--horizon', '7d', ...files])
  expect(err).toContain(
    'note: 2025-05-28: open 2 of the usual 8 hours; foretold are the contacts that usually come in these',
  )
  expect(err).toContain('note: 2025-05-29: the series has no contact 06:00–08:00 on any day')
  expect(err).toContain('outage: never seen before')
})

test('why there is too little to forecast from, and of which file', async () => {
  const zeros = Array.from({ length: 84 }, (_, day) => {
    const date = new Date(Date.UTC(2025, 0, 6) + day * 86_400_000).toISOString().slice(0, 10)
    return `${date}T08:00,${day >= 77 ? 5 : 0}\n${date}T08:30,${day >= 77 ? 6 : 0}`
  })
  const late = await run(forecastCommand, ['-', '--horizon', '7d'], `timestamp,value\n${zeros.join('\n')}`)
  expect(late.code).toBe(1)
  expect(late.err).toContain('7 days with contacts, but a weekday is taken to be open')
  await writeFile(join(folder, 'shut.csv'), 'weekday,from,to\n7,03:00,04:00\n')
  const shut = await run(forecastCommand, ['-', '--horizon', '7d', '--opening', 'shut.csv'], text)
  expect(shut.code).toBe(1)
  expect(shut.err).toContain('shut.csv: fewer than five of the 100 days with contacts are open')
})

test('wrong lines are told and nothing is written', async () => {
  const { code, out, err } = await run(
    forecastCommand,
    ['-', '--horizon', '14d'],
    `${text}2025-01-06T08:00:00,3\n2025-05-25T08:00:00,-3\n`,
  )
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain('-3 is below zero')
  expect((await run(forecastCommand, ['-', '--horizon', '14d'], 'timestamp,value\n')).code).toBe(1)
  expect((await run(forecastCommand, ['-'], text)).code).toBe(2)
  expect((await run(forecastCommand, ['-', '--horizon', '14 days'], text)).code).toBe(2)
})

test('a quotation mark within a cell is told by file and line, in every file that is given', async () => {
  const told = 'line 2: quotation marks that do not belong together'
  const series = 'timestamp,value\n2024-01-03T08:00:00,1"2\n'
  for (const [name, more] of [
    [forecastCommand, ['--horizon', '14d']],
    [backtestCommand, []],
  ] as const)
    expect(await run(name, ['-', ...more], series)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining(`-: ${told}`),
    })
  for (const option of ['--events', '--opening']) {
    await writeFile(join(folder, 'quoted.csv'), 'date,kind\n2025-05-28,en "feil"\n')
    const asked = ['-', '--horizon', '14d', option, 'quoted.csv']
    expect(await run(forecastCommand, asked, text)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining(`quoted.csv: ${told}`),
    })
  }
})

test('a backtest per horizon day, beside both peers', async () => {
  const { code, out } = await run(
    backtestCommand,
    ['-', '--horizon', '14d', '--origins', '3', '--json'],
    text,
  )
  expect(code).toBe(0)
  const { overall, byHorizon, origins } = JSON.parse(out)
  expect(origins).toHaveLength(3)
  expect(byHorizon).toHaveLength(10)
  expect(overall.forecast.wape).toBeLessThan(overall.seasonalNaive.wape)
  expect(overall.median8.mase).toBeGreaterThan(0)
  expect((await run(backtestCommand, ['-', '--origins', '0'], text)).code).toBe(2)
})
