/**
 * `npm run bench shifts`: a week for 20, 60 and 150 people, both stages, seconds on one core, gap, what is short, limits
 * passed and memory; beside a greedy plan of our own in the same run (each person takes the shift that helps most, day
 * by day, until the agreed hours are used, checked against the same limits), which is what a hand would do.
 */
import { addDays } from '../src/kernel/calendar.ts'
import { seededRandom } from '../src/kernel/random.ts'
import { checkAgent } from '../src/plan/shifts/rules/check-plan.ts'
import { answeringQuarters, coverageOf } from '../src/plan/shifts/rules/coverage.ts'
import { minuteAt } from '../src/plan/shifts/rules/local-days.ts'
import { type MadeStaff, madeStaff } from '../src/plan/shifts/rules/made-staff.ts'
import type { Shift } from '../src/plan/shifts/rules/types.ts'
import { coverShifts } from '../src/plan/shifts/solve/cover-shifts.ts'
import { solveRoster } from '../src/plan/shifts/solve/solve-roster.ts'

const monday = '2027-03-01'
const control = { clock: () => performance.now() }
const hours = (minutes: number) => `${Math.round(minutes / 60)} h`
const percent = (share: number) => `${(100 * share).toFixed(2)} %`

function greedy({ grid, agents }: MadeStaff): readonly Shift[] {
  const missing = new Map(grid.queues.map(({ skill, need }) => [skill, Float64Array.from(need)]))
  const shifts: Shift[] = []
  const options = { from: monday, to: addDays(monday, 6) }
  for (const agent of agents) {
    const own: Shift[] = []
    const [length, worked] = agent.contract.weeklyHours > 30 ? [480, 450] : [300, 300]
    for (let left = agent.contract.weeklyHours * 60; left >= worked; left -= worked) {
      let best: { readonly shift: Shift; readonly gain: number } | undefined
      for (let day = 0; day < 6; day++)
        for (let start = 7 * 60; start + length <= 22 * 60; start += 30) {
          const from = minuteAt(addDays(monday, day), '00:00') + start
          const breaks = length === 480 ? [{ from: from + 225, to: from + 255 }] : []
          const shift = { id: `${agent.id} ${from}`, agentId: agent.id, from, to: from + length, breaks }
          const gain = answeringQuarters(grid, shift).reduce(
            (sum, at) =>
              sum + Math.max(0, ...agent.skills.map((skill) => Math.min(1, missing.get(skill)![at]!))),
            0,
          )
          if (gain <= (best?.gain ?? 0)) continue
          const found = checkAgent(agent, [...own, shift], options)
          if (found.every(({ rule }) => rule === 'below-agreed')) best = { shift, gain }
        }
      if (!best) break
      own.push(best.shift)
      for (const at of answeringQuarters(grid, best.shift)) {
        const skill = agent.skills.toSorted((a, b) => missing.get(b)![at]! - missing.get(a)![at]!)[0]!
        missing.get(skill)![at]! -= 1
      }
    }
    shifts.push(...own)
  }
  return shifts
}

for (const people of [20, 60, 150]) {
  const made = madeStaff({ people, monday, random: seededRandom(3) })
  const cover = await coverShifts({ ...made, from: monday, weeks: 1, seed: 1 }, control)
  console.log(
    `${people} people · cover: ${cover.seconds.toFixed(1)} s, gap ${percent(cover.gap)}, ${cover.shifts.length} shifts, short ${hours(cover.shortMinutes)} of ${hours(cover.neededMinutes)}`,
  )
  const roster = await solveRoster(
    { ...made, from: monday, weeks: 1, shifts: [], seed: 1, gap: 0.05 },
    control,
  )
  const granted = roster.people.reduce((sum, person) => sum + person.granted, 0)
  const wishes = roster.people.reduce((sum, person) => sum + person.wishes, 0)
  console.log(
    `  roster: ${roster.seconds.toFixed(1)} s, gap ${percent(roster.gap)} (${roster.stopped}), short ${hours(roster.shortMinutes)} in ${roster.short.length} intervals, ${roster.findings.length} limits passed, ${granted} of ${wishes} wishes`,
  )
  const from = performance.now()
  const plain = greedy(made)
  const seconds = (performance.now() - from) / 1000
  const covered = coverageOf(made.grid, made.agents, plain)
  console.log(
    `  greedy: ${seconds.toFixed(1)} s, short ${hours(covered.shortMinutes)}; ours ÷ greedy ${(roster.shortMinutes / Math.max(1, covered.shortMinutes)).toFixed(2)} of the shortage · peak of memory so far ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`,
  )
}
