/** How fast are the formulas of staffing, and how do they grow? Beside the same Erlang A in plain Python, in one run. */
import { spawnSync } from 'node:child_process'
import { fewestAgents } from '../src/plan/staffing/rules/agents-needed.ts'
import { blockingShare } from '../src/plan/staffing/rules/erlang/loss.ts'
import { solveErlang } from '../src/plan/staffing/rules/erlang/solve.ts'
import { type Demand, requirementOf, riskOf } from '../src/plan/staffing/rules/requirement.ts'
import { usualSettings } from '../src/plan/staffing/rules/settings.ts'

/** Solves a second; the load changes a little each time, so that nothing is remembered. */
function speed(solve: (shift: number) => number): number {
  const work = (ms: number) => {
    const start = performance.now()
    let [count, sum] = [0, 0]
    while (performance.now() - start < ms)
      for (let at = 0; at < 8; at++) sum += solve(1 + (count++ % 100) / 10_000)
    if (!Number.isFinite(sum)) throw new Error('a figure is missing')
    return (count / (performance.now() - start)) * 1000
  }
  work(200)
  return Math.max(work(400), work(400), work(400))
}

const { target } = usualSettings('calls')
const rule = { target, confidence: 0.8, onQueue: 0.92, fewest: 1 }
const group = (load: number, shift: number, patienceSeconds: number | null) => ({
  callsPerSecond: (load * shift) / 180,
  handleSeconds: 180,
  patienceSeconds,
  withinSeconds: 20,
})
const demand = (load: number, shift: number): Demand => ({
  kind: 'calls',
  mean: load * shift * 10,
  intervalMinutes: 30,
  handleSeconds: 180,
  patienceSeconds: 300,
  parallel: 1,
  slowing: 0,
  cv: 0.15,
})

console.log('solves a second    B           C           A           agents      requirement risk')
for (const load of [10, 100, 1000, 10_000, 100_000]) {
  const agents = Math.ceil(load + 1.2 * Math.sqrt(load))
  const row = [
    speed((shift) => blockingShare(agents, load * shift)),
    speed((shift) => solveErlang(group(load, shift, null), agents).pWait),
    speed((shift) => solveErlang(group(load, shift, 300), agents).servedWithin),
    speed((shift) => fewestAgents((n) => solveErlang(group(load, shift, 300), n), load * shift, target)),
    ...(load > 10_000
      ? []
      : [
          speed((shift) => requirementOf(demand(load, shift), rule).needed),
          speed((shift) => riskOf(demand(load, shift), rule, agents)),
        ]),
  ]
  console.log(
    `load ${String(load).padEnd(14)}${row.map((each) => Math.round(each).toString().padEnd(12)).join('')}`,
  )
}
console.log(`memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`)

const peer = spawnSync('python3', [new URL('./erlang.py', import.meta.url).pathname], { encoding: 'utf8' })
console.log(
  peer.status === 0
    ? `plain Python, Erlang A at load 10: ${peer.stdout.trim()}`
    : 'python3 is absent: no peer',
)
