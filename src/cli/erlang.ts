/** `lyttepost erlang --calls 100 --per 30m --aht 180s`: what a group of agents does with its calls, and how many it takes. */
import { agentsNeeded, type Needed, warningsOf } from '../plan/staffing/rules/agents-needed.ts'
import { growsWithoutEnd, type QueueFigures, serviceLevel } from '../plan/staffing/rules/erlang/figures.ts'
import { type CallGroup, offeredLoad, solveErlang } from '../plan/staffing/rules/erlang/solve.ts'
import type { ServiceTarget } from '../plan/staffing/rules/service-target.ts'
import { command, WrongUsage, wholeNumber } from './command.ts'
import { type CliIo, exitCode } from './io.ts'
import { readAmount, readDuration, readPositiveDuration, readTarget } from './staffing/read-quantities.ts'

const usage = `lyttepost erlang --calls N --per TIME --aht TIME [--agents N] [--patience TIME] [--target 80/20s]
                 [--max-wait TIME] [--max-abandon 5%] [--max-occupancy 85%] [--json]

Exact figures of a group that answers calls: by Erlang A when --patience is given, else by Erlang C. Times are 20s, 3m
or 1.5h.

  --calls N          calls that come in the time of --per
  --per TIME         such as 30m
  --aht TIME         mean handling time, after-call work included
  --agents N         figures for so many; without it, for as many as the target needs
  --patience TIME    how long callers wait on average before they give up; 0s: nobody waits
  --target 80/20s    per cent of all calls that are answered, and within what time (80/20s when no target is given)
  --max-wait TIME    mean wait at most
  --max-abandon 5%   share that gives up at most; needs --patience
  --max-occupancy 85%
  --json             one JSON document
`

const options = {
  calls: { type: 'string' },
  per: { type: 'string' },
  aht: { type: 'string' },
  agents: { type: 'string' },
  patience: { type: 'string' },
  target: { type: 'string' },
  'max-wait': { type: 'string' },
  'max-abandon': { type: 'string' },
  'max-occupancy': { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

type Asked = {
  readonly calls: CallGroup
  readonly target: ServiceTarget
  readonly agents: number | undefined
  readonly json: boolean
}

export const erlangCommand = command({
  usage,
  options,
  read: (values, words): Asked => {
    if (words.length > 0) throw new WrongUsage(`erlang takes no file, but got ${words.join(' ')}`)
    for (const name of ['calls', 'per', 'aht'] as const)
      if (values[name] === undefined) throw new WrongUsage(`--${name} is missing`)
    const target = readTarget(values)
    const per = readPositiveDuration('--per', values.per!)
    const calls = {
      callsPerSecond: readAmount('--calls', values.calls!) / per,
      handleSeconds: readPositiveDuration('--aht', values.aht!),
      patienceSeconds: values.patience === undefined ? null : readDuration('--patience', values.patience),
      withinSeconds: target.serviceLevel?.withinSeconds ?? 20,
    }
    if (offeredLoad(calls) > mostLoad)
      throw new WrongUsage(
        `--calls: ${Math.round(offeredLoad(calls))} would be busy at once; at most ${mostLoad}`,
      )
    const agents = values.agents === undefined ? undefined : wholeNumber('--agents', values.agents)
    if (agents !== undefined && agents > mostAgents) throw new WrongUsage(`--agents is at most ${mostAgents}`)
    return { calls, target, agents, json: values.json }
  },
  run: async (asked, io) => {
    const load = offeredLoad(asked.calls)
    const { calls, target } = asked
    let needed: Needed
    try {
      needed = agentsNeeded((agents) => solveErlang(calls, agents), load, target)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      io.stderr.write(`the target cannot be reached: ${error.message}\n`)
      return exitCode.refused
    }
    const agents = asked.agents ?? needed.agents
    const figures = solveErlang(calls, agents)
    warn(figures, { agents, load, target }, io)
    io.stdout.write(
      asked.json
        ? `${JSON.stringify(document(asked, figures, { agents, needed: needed.agents }))}\n`
        : summary(asked, figures, { agents, needed }),
    )
    return exitCode.done
  },
})

const mostLoad = 100_000
const mostAgents = 200_000

/** Infinity, which JSON lacks, is null: without an end. */
function document(
  { calls }: Asked,
  figures: QueueFigures,
  { agents, needed }: { readonly agents: number; readonly needed: number },
) {
  return {
    model: calls.patienceSeconds === null ? 'C' : 'A',
    offeredLoad: offeredLoad(calls),
    agents,
    agentsNeeded: needed,
    pWait: figures.pWait,
    serviceLevel: {
      ofOffered: serviceLevel(figures, 'ofOffered'),
      ofServed: serviceLevel(figures, 'ofServed'),
      countingShortAbandons: serviceLevel(figures, 'countingShortAbandons'),
    },
    meanWaitSeconds: Number.isFinite(figures.meanWaitSeconds) ? figures.meanWaitSeconds : null,
    pAbandon: figures.pAbandon,
    occupancy: figures.occupancy,
  }
}

function warn(
  figures: QueueFigures,
  shown: { readonly agents: number; readonly load: number; readonly target: ServiceTarget },
  io: CliIo,
): void {
  const warnings = warningsOf(figures, shown)
  const { agents, load } = shown
  const people = agents === 1 ? '1 agent is' : `${agents} agents are`
  if (growsWithoutEnd(figures))
    io.stderr.write(
      `note: ${people} not more than the load of ${load.toFixed(1)}, and nobody gives up: the queue grows without end\n`,
    )
  if (warnings.includes('below-load'))
    io.stderr.write(
      `note: ${people} fewer than the load of ${load.toFixed(1)}: only those who give up make room\n`,
    )
  if (warnings.includes('many-give-up'))
    io.stderr.write(
      `note: ${percent(figures.pAbandon)} give up, and the target says nothing about them; see --max-abandon\n`,
    )
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`

function summary(
  { calls, target }: Asked,
  figures: QueueFigures,
  { agents, needed }: { readonly agents: number; readonly needed: Needed },
): string {
  const within = calls.withinSeconds
  const wait = Number.isFinite(figures.meanWaitSeconds)
    ? `${figures.meanWaitSeconds.toFixed(1)} s`
    : 'without end'
  const asked = Object.entries(needed.alone)
    .map(([part, own]) => `${part} ${own}`)
    .join(', ')
  return [
    `model              Erlang ${calls.patienceSeconds === null ? 'C' : 'A'}`,
    `offered load       ${offeredLoad(calls).toFixed(2)} erlangs`,
    `agents             ${agents}`,
    `agents needed      ${needed.agents}${asked === '' ? '' : ` (${asked})`}`,
    `must wait          ${percent(figures.pWait)}`,
    `within ${`${within} s`.padEnd(12)}${percent(figures.servedWithin)} of all, ${percent(serviceLevel(figures, 'ofServed'))} of the answered, ${percent(serviceLevel(figures, 'countingShortAbandons'))} with those who gave up by then`,
    `mean wait          ${wait}`,
    ...(calls.patienceSeconds === null ? [] : [`give up            ${percent(figures.pAbandon)}`]),
    `occupancy          ${percent(figures.occupancy)}${target.maxOccupancy === null ? '' : ` (at most ${percent(target.maxOccupancy)})`}`,
    '',
  ].join('\n')
}
