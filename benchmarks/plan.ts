/**
 * The planner at three sizes: seconds, contacts a second, memory, and how the time grows. Beside it a
 * straightforward planner with the same hard rules (open days, windows, customers, weekly maximum, no observer
 * twice with a participant as long as others are free): for each contact it draws a day and an observer at random
 * until both fit. It stands for what one would write in an hour; no published program for this task is known.
 */
import { seededRandom } from '../src/kernel/random.ts'
import type { ChannelId } from '../src/measure/edition/contract.ts'
import { referenceMethod } from '../src/measure/edition/rules/reference/reference-method.ts'
import { emptyColumns, type PlanColumns } from '../src/measure/planning/rules/columns.ts'
import { checkFairness } from '../src/measure/planning/rules/fairness/check-fairness.ts'
import { type Frame, frameOf } from '../src/measure/planning/rules/frame.ts'
import { makePlan } from '../src/measure/planning/rules/make-plan.ts'
import { observerPool } from '../src/measure/planning/rules/observer-pool.ts'
import type { PlanInput } from '../src/measure/planning/rules/plan-input.ts'
import { weekNumber } from '../src/measure/planning/rules/season.ts'

const sizes = [200, 2_000, 20_000]
const sets: readonly (readonly ChannelId[])[] = [
  ['phone', 'email', 'chat'],
  ['phone', 'email', 'messenger'],
  ['phone', 'email'],
  ['phone', 'chat'],
  ['email', 'chat'],
]

function inputOf(count: number): PlanInput {
  const participants = Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    name: `p${index}`,
    class: `c${index % 23}`,
    channels: sets[index % sets.length]!,
  }))
  const observers = observerPool(referenceMethod, participants)
  return { method: referenceMethod, participants, observers, seed: '1' }
}

function drawnPlan(input: PlanInput): { readonly frame: Frame; readonly columns: PlanColumns } {
  const frame = frameOf(input)
  const columns = emptyColumns(frame.participants.reduce((sum, { total }) => sum + total, 0))
  const random = seededRandom(input.seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const weekLoad = new Map<number, Int32Array>()
  let row = 0
  frame.participants.forEach(({ counts, scenarios }, participant) => {
    const met = new Set<number>()
    counts.forEach((count, channel) => {
      for (let made = 0; made < count; made++, row++) {
        const { lastDay, windows } = frame.channels[channel]!
        const window = frame.windows[windows[below(windows.length)]!]!
        columns.number[row] = row + 1
        columns.participant[row] = participant
        columns.channel[row] = channel
        columns.day[row] = frame.season.openDays[below(lastDay + 1)]!
        columns.from[row] = window.from
        columns.to[row] = window.to
        const fitting = scenarios[channel]!
        columns.scenario[row] = fitting[below(fitting.length)]!
        const week = weekNumber(columns.day[row]!)
        const loads = weekLoad.get(week) ?? new Int32Array(frame.observers.length)
        weekLoad.set(week, loads)
        for (let tries = 0; tries < 1000; tries++) {
          const observer = below(frame.observers.length)
          if (met.has(observer) || loads[observer]! >= frame.observers[observer]!.contactsPerWeek) continue
          met.add(observer)
          loads[observer]! += 1
          columns.observer[row] = observer
          break
        }
      }
    })
  })
  return { frame, columns }
}

type Timed = {
  readonly seconds: number
  readonly broken: number
  readonly rules: number
  readonly checking: number
}

function timed(input: PlanInput, make: typeof makePlan): Timed {
  const started = performance.now()
  const { frame, columns } = make(input)
  const seconds = (performance.now() - started) / 1000
  const checked = performance.now()
  const fairness = checkFairness(input, frame, columns)
  return {
    seconds,
    broken: fairness.findings.length,
    rules: fairness.rules.filter(({ broken }) => broken > 0).length,
    checking: (performance.now() - checked) / 1000,
  }
}

/** The median of several runs, so that a busy machine does not decide. */
function median(input: PlanInput, make: typeof makePlan): Timed {
  const runs = Array.from({ length: 5 }, () => timed(input, make)).sort((a, b) => a.seconds - b.seconds)
  return runs[2]!
}

timed(inputOf(100), makePlan)
const rows = sizes.map((size) => {
  const input = inputOf(size)
  const own = median(input, makePlan)
  const memory = process.resourceUsage().maxRSS / 1024
  const drawn = median(input, drawnPlan)
  return { size, contacts: size * 25, own, drawn, memory }
})

for (const { size, contacts, own, drawn, memory } of rows) {
  console.log(
    `${size} participants, ${contacts} contacts: planned in ${own.seconds.toFixed(3)} s (${Math.round(
      contacts / own.seconds,
    )}/s), checked in ${own.checking.toFixed(3)} s, ${own.broken} findings, peak memory ${Math.round(memory)} MB`,
  )
  console.log(
    `  drawn at random: ${drawn.seconds.toFixed(3)} s, ${drawn.broken} findings against ${drawn.rules} rules`,
  )
}
for (let larger = 1; larger < rows.length; larger++) {
  const [a, b] = [rows[larger - 1]!, rows[larger]!]
  const growth = Math.log(b.own.seconds / a.own.seconds) / Math.log(b.size / a.size)
  console.log(`growth exponent from ${a.size} to ${b.size}: ${growth.toFixed(2)} (1 is linear)`)
}
