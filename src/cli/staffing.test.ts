import { describe, expect, test } from 'vitest'
import { erlangCommand } from './erlang.ts'
import type { CliCommand } from './io.ts'
import { staffCommand } from './staff.ts'
import { runCommand } from './testing/run-command.ts'

function run(command: CliCommand, args: string, stdin = '') {
  return runCommand(command, args.split(' '), { stdin })
}

describe('erlang', () => {
  test('prints the document that other programs read', async () => {
    const { code, out, err } = await run(
      erlangCommand,
      '--calls 100 --per 30m --aht 180s --agents 14 --patience 300s --target 80/20s --json',
    )
    expect([code, err]).toEqual([0, ''])
    const { serviceLevel, ...rest } = JSON.parse(out)
    expect(rest).toEqual({
      model: 'A',
      offeredLoad: 10,
      agents: 14,
      agentsNeeded: 13,
      pWait: expect.closeTo(0.14526, 5),
      meanWaitSeconds: expect.closeTo(4.19512, 5),
      pAbandon: expect.closeTo(0.013984, 6),
      occupancy: expect.closeTo(0.704297, 6),
    })
    expect(Object.keys(serviceLevel)).toEqual(['ofOffered', 'ofServed', 'countingShortAbandons'])
    expect(serviceLevel.ofOffered).toBeCloseTo(0.916792, 6)
  })

  test('without agents tells of as many as all parts of the target need', async () => {
    const { out } = await run(
      erlangCommand,
      '--calls 100 --per 30m --aht 3m --max-occupancy 70% --target 80/20s --json',
    )
    expect(JSON.parse(out)).toMatchObject({ model: 'C', agents: 15, agentsNeeded: 15 })
  })

  test('a queue that only grows has no mean wait', async () => {
    const { out } = await run(erlangCommand, '--calls 100 --per 30m --aht 3m --agents 9 --json')
    expect(JSON.parse(out)).toMatchObject({ meanWaitSeconds: null, occupancy: 1 })
  })

  test('warns when only those who give up make room', async () => {
    const { err } = await run(erlangCommand, '--calls 1000 --per 30m --aht 3m --patience 30s')
    expect(err).toContain('fewer than the load of 100.0')
    expect(err).toContain('--max-abandon')
  })

  test('where nobody gives up there are more than the load, and fewer are told of as a queue that only grows', async () => {
    const full = await run(erlangCommand, '--calls 100 --per 30m --aht 3m --max-occupancy 100% --json')
    expect(JSON.parse(full.out)).toMatchObject({ offeredLoad: 10, agentsNeeded: 11 })
    expect(full.err).toBe('')
    const even = await run(erlangCommand, '--calls 100 --per 30m --aht 3m --agents 10')
    expect(even.err).toContain('10 agents are not more than the load of 10.0')
    expect(even.err).toContain('the queue grows without end')
    expect(even.err).not.toContain('make room')
    const lone = await run(erlangCommand, '--calls 100 --per 30m --aht 3m --agents 1')
    expect(lone.err).toContain('1 agent is')
  })

  test.each([
    ['--calls 100 --per 30m', '--aht is missing'],
    ['--calls 100 --per 30 --aht 180s', '--per is a time such as 180s, 30m or 1.5h, not 30: 30 of what'],
    ['--calls -5 --per 30m --aht 180s', 'calls'],
    ['--calls ten --per 30m --aht 180s', '--calls is a number such as 100, not ten'],
    ['--calls 1 --per 0m --aht 180s', '--per is longer than nothing'],
    ['--calls 1 --per 30m --aht 180s --target 80', '--target is a percentage below 100'],
    ['--calls 1 --per 30m --aht 180s --target 100/20s', '--target is a percentage below 100'],
    [
      '--calls 1 --per 30m --aht 180s --patience 9m --max-abandon 0.05',
      '--max-abandon is a percentage such as 5%, not 0.05',
    ],
    ['--calls 1 --per 30m --aht 180s --patience 9m --max-abandon 0%', '--max-abandon is above 0%'],
    ['--calls 1 --per 30m --aht 180s --max-abandon 5%', '--max-abandon needs --patience'],
    ['--calls 1 --per 30m --aht 180s --agents 1.5', '--agents is a whole number, not 1.5'],
    ['--calls 900000 --per 1m --aht 9h', '--calls: '],
    ['--calls 1 --per 30m --aht 180s --asa 3s', '--asa'],
  ])('%s: %s', async (args, said) => {
    const { code, out, err } = await run(erlangCommand, args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(said)
  })
})

const forecast = `timestamp,mean,lo95,hi95
2026-12-01 08:00,100,66,134
2026-12-01 08:30,100,80.4,119.6
2026-12-01 09:00,0,0,0
2026-12-02 08:00,12,4,22
`

describe('staff', () => {
  test('reads what a forecast writes, and sets people aside for its uncertainty', async () => {
    const { code, out, err } = await run(
      staffCommand,
      '- --aht 180s --patience 300s --confidence 0.9 --json',
      forecast,
    )
    expect([code, err]).toEqual([0, ''])
    const rows = JSON.parse(out)
    expect(rows).toHaveLength(4)
    expect(rows[0]).toMatchObject({ timestamp: '2026-12-01 08:00', load: 10, p50: 13, p90: 15, needed: 15 })
    // No wider than chance: the load is certain.
    expect(rows[1]).toMatchObject({ p10: 13, p50: 13, p90: 13 })
    expect(rows[2]).toMatchObject({ needed: 0 })
  })

  test('chats and tasks, as CSV', async () => {
    const chats = await run(staffCommand, '- --aht 300s --kind chats --parallel 3 --slowing 30%', forecast)
    expect(chats.out.split('\r\n')[0]).toBe('timestamp,mean,load,p10,p50,p90,needed,expectedServiceLevel')
    const tasks = await run(staffCommand, '- --aht 300s --kind tasks --deadline 1h --json', forecast)
    expect(JSON.parse(tasks.out)[0].needed).toBeGreaterThan(0)
  })

  test.each([
    ['--deadline 2h', '--deadline is for --kind tasks'],
    ['--parallel 9', '--parallel is for --kind chats'],
    ['--kind tasks --patience 3m', '--patience is not for --kind tasks'],
    ['--aht 200s', '--aht stands twice'],
    ['--asa 3s', 'there is no option --asa\n'],
    ['--json=yes', '--json takes no value'],
    ['--shrinkage', '--shrinkage is followed by a value'],
  ])('an option that would have no effect is refused: %s', async (option, said) => {
    const { code, out, err } = await run(staffCommand, `- --aht 180s ${option}`, forecast)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(said)
    expect(err).not.toContain('positional')
  })

  test('a cap on those who give up needs patience', async () => {
    const { code, out, err } = await run(staffCommand, '- --aht 180s --max-abandon 5%', forecast)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('--max-abandon needs --patience')
  })

  test('shrinkage is put on top', async () => {
    const { out } = await run(staffCommand, '- --aht 180s --patience 300s --shrinkage 10% --json', forecast)
    expect(JSON.parse(out)[1]).toMatchObject({ p50: 15 })
  })

  test.each([
    ['timestamp,mean\n2026-12-01 08:00,1\n', 'lo95: this column is missing'],
    [forecast.replace('2026-12-01 08:30', 'yesterday'), 'line 3, timestamp: "yesterday" is no time'],
    [
      forecast.replace('2026-12-01 08:30', '2026-12-01 07:30'),
      'line 3, timestamp: not later than the row before',
    ],
    [
      forecast.replace('2026-12-01 08:30', '2026-12-01 08:00'),
      'line 3, timestamp: not later than the row before',
    ],
    [forecast.replace(',12,', ',-12,'), 'line 5, mean: "-12" is no figure'],
    [forecast.replace(',66,', ',166,'), 'line 2, lo95: mean does not lie between'],
    ['', 'the file is empty'],
  ])('a bad file is refused by line: %#', async (input, said) => {
    const { code, out, err } = await run(staffCommand, '- --aht 180s', input)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(said)
  })

  test('a forecast that Norwegian Excel has written', async () => {
    const excel =
      'timestamp;mean;lo95;hi95\n19.07.2024 08:00;20,5;15,1;30\n19.07.2024 08:30;1\u00a0020,5;900;1\u00a0100\n'
    const { code, out } = await run(staffCommand, '- --aht 180s --json', excel)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject([{ mean: 20.5, load: 2.05 }, { mean: 1020.5 }])
  })

  test('the hour that is passed twice in autumn is no disorder', async () => {
    const night =
      'timestamp,mean,lo95,hi95\n2026-10-25 02:00,5,1,9\n2026-10-25 02:30,5,1,9\n2026-10-25 02:00,5,1,9\n2026-10-25 02:30,5,1,9\n2026-10-25 03:00,5,1,9\n'
    expect((await run(staffCommand, '- --aht 180s --json', night)).code).toBe(0)
  })
})
