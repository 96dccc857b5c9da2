/** Every published figure of the shared table, to its printed digits; the most telling ones stand in erlang.test.ts too. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { agentsNeeded } from '../agents-needed.ts'
import { blockingShare, serversForBlocking } from './loss.ts'
import { type CallGroup, offeredLoad, solveErlang } from './solve.ts'

const file = new URL('../../../../../../shared/data/plan/erlang_oracles.csv', import.meta.url)
const present = existsSync(file)
if (!present) process.stdout.write('the table of Erlang figures is absent: its test is skipped\n')

type Row = Readonly<Record<string, string>>
function rowsOf(text: string): Row[] {
  const [head = '', ...lines] = text.trim().split(/\r?\n/)
  const names = head.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at] ?? '', cell])))
}

function groupOf(row: Row): CallGroup {
  return {
    callsPerSecond: Number(row.lambda_per_s),
    handleSeconds: Number(row.aht_s),
    patienceSeconds: row.patience_s === '' ? null : Number(row.patience_s),
    withinSeconds: Number(row.t_s || 0),
  }
}

function fewestFor(row: Row, share: number): number {
  const group = groupOf(row)
  const target = {
    serviceLevel: { share, withinSeconds: group.withinSeconds, convention: 'ofOffered' as const },
    maxMeanWaitSeconds: null,
    maxAbandon: null,
    maxOccupancy: null,
  }
  return agentsNeeded((agents) => solveErlang(group, agents), offeredLoad(group), target).agents
}

function figureOf(row: Row): number {
  const servers = Number(row.servers)
  const blocking = /^blocking_A(\d+)$/.exec(row.metric!)
  if (blocking) return blockingShare(servers, Number(blocking[1]))
  const solved = () => solveErlang(groupOf(row), servers)
  switch (row.metric) {
    case 'p_wait':
      return solved().pWait
    case 'service_level':
    case 'sl_served_within_t_of_all_offered':
      return solved().servedWithin
    case 'asa_s':
    case 'mean_wait_s':
      return solved().meanWaitSeconds
    case 'occupancy':
      return solved().occupancy
    case 'p_abandon':
      return solved().pAbandon
    case 'agents_for_80pct':
      return fewestFor(row, 0.8)
    case 'servers_for_90pct_no_delay':
      return fewestFor(row, 0.9)
    case 'servers_for_A10_2pct':
      return serversForBlocking(10, 0.02)
    default:
      throw new Error(`no figure ${row.metric}`)
  }
}

describe.skipIf(!present)('the shared table of Erlang figures', () => {
  const rows = present ? rowsOf(readFileSync(file, 'utf8')) : []
  it('has its rows', () => expect(rows.length).toBeGreaterThanOrEqual(18))
  it.each(rows)('$model $metric $value ($source)', (row) => {
    expect(Math.abs(figureOf(row) - Number(row.value))).toBeLessThanOrEqual(Number(row.tol) + 1e-15)
  })
})
