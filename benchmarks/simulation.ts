/**
 * `npm run bench simulation`: contacts simulated a second on one core, with one skill and with everything on, beside
 * SimPy on the same centre in the same run; agreement with Erlang C and A; memory and growth at ten times the size.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { compile } from '../src/plan/simulation/rules/compile.ts'
import { runOnce } from '../src/plan/simulation/rules/engine/run-once.ts'
import { estimateOf, runPlan } from '../src/plan/simulation/rules/replications.ts'
import type { Scenario } from '../src/plan/simulation/rules/scenario.ts'
import { everything, singleSkill } from '../src/plan/simulation/rules/testing/scenarios.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

/** Contacts in a second of the processor, the median of five runs after one that warms up. */
function speedOf(scenario: Scenario): { readonly perSecond: number; readonly contacts: number } {
  const program = compile(scenario)
  let contacts = runOnce(program, 0).contacts.size
  const speeds = Array.from({ length: 5 }, (_, seed) => {
    const before = process.cpuUsage()
    contacts = runOnce(program, seed + 1).contacts.size
    return contacts / (process.cpuUsage(before).user / 1e6)
  })
  return { contacts, perSecond: speeds.sort((one, other) => one - other)[2]! }
}

const megabytes = () => Math.round(process.memoryUsage().rss / 1e6)
const rate = (perSecond: number) => `${Math.round(perSecond / 1000).toLocaleString('en')} thousand/s`

const single = singleSkill({ perHalfHour: 1000, people: 105, patienceSeconds: 300, days: 14 })
const small = speedOf(singleSkill({ perHalfHour: 1000, people: 105, patienceSeconds: 300, days: 2 }))
const one = speedOf(single)
say(`one skill, Erlang A: ${one.contacts} contacts, ${rate(one.perSecond)}, ${megabytes()} MB`)
const all = speedOf(everything({ size: 4, days: 14 }))
say(`everything on:       ${all.contacts} contacts, ${rate(all.perSecond)}, ${megabytes()} MB`)
const ten = speedOf(everything({ size: 40, days: 14 }))
say(`  ten times as large: ${ten.contacts} contacts, ${rate(ten.perSecond)}, ${megabytes()} MB`)
const seconds = (at: typeof one) => at.contacts / at.perSecond
say(
  `growth: one skill ${(seconds(one) / seconds(small)).toFixed(1)} times the time for ${(one.contacts / small.contacts).toFixed(1)} times the contacts; ` +
    `everything ${(seconds(ten) / seconds(all)).toFixed(1)} for ${(ten.contacts / all.contacts).toFixed(1)}`,
)

const oracles = [
  { name: 'Erlang A', patienceSeconds: 300, meanWait: 4.19514, serviceLevel: 0.916792 },
  { name: 'Erlang C', patienceSeconds: undefined, meanWait: 7.83593701, serviceLevel: 0.8883500192 },
]
for (const { name, patienceSeconds, meanWait, serviceLevel } of oracles) {
  const scenario = singleSkill(patienceSeconds === undefined ? {} : { patienceSeconds })
  const { runs } = runPlan(scenario, { seed: 1, replications: 200 }).queues[0]!
  const told = (of: 'meanWait' | 'serviceLevel', digits: number) => {
    const { mean, lo, hi } = estimateOf(runs[of])!
    return `${mean.toFixed(digits)} [${lo!.toFixed(digits)}, ${hi!.toFixed(digits)}]`
  }
  say(
    `${name}: wait ${told('meanWait', 3)} s, published ${meanWait}; in time ${told('serviceLevel', 4)}, published ${serviceLevel}`,
  )
}

/** The peer is whichever SimPy the system's Python has; 2.3.1 in Debian, and its modern successor. */
const python = '/usr/bin/python3'
const peer = existsSync(python)
  ? spawnSync(python, [new URL('./simulation.py', import.meta.url).pathname], { encoding: 'utf8' })
  : undefined
if (peer?.status === 0) {
  const found = JSON.parse(peer.stdout) as {
    version: string
    contacts: number
    seconds: number
    meanWait: number
    abandoned: number
  }
  const perSecond = found.contacts / found.seconds
  say(
    `SimPy ${found.version}: ${found.contacts} contacts of the same Erlang A centre, ${rate(perSecond)}; ` +
      `wait ${found.meanWait.toFixed(2)} s, gave up ${(found.abandoned * 100).toFixed(2)} % (published 4.20 s, 1.40 %)`,
  )
  say(`ours ÷ SimPy: ${Math.round(one.perSecond / perSecond)}`)
} else
  say(
    `SimPy is not installed here and is left out${peer?.stderr ? `: ${peer.stderr.trim().split('\n').at(-1)}` : ''}`,
  )
