/**
 * Which role play each contact gets: one that fits class and channel, that this participant has not met for long
 * enough, and that it – and then everybody – has met least often.
 */
import type { Random } from '../../../kernel/random.ts'
import type { PlanColumns } from './columns.ts'
import type { Frame } from './frame.ts'

const never = Number.NEGATIVE_INFINITY

/** Fills `scenario` (-1 where none fits); the rows of a participant stand together, by date. */
export function chooseScenarios(frame: Frame, columns: PlanColumns, random: Random): void {
  const { scenarios, scenarioRepeatDays } = frame.method
  const used = new Int32Array(scenarios.length)
  const usedHere = new Int32Array(scenarios.length)
  const lastDay = new Float64Array(scenarios.length)
  for (let row = 0; row < columns.length; row++) {
    if (columns.participant[row] !== columns.participant[row - 1]) {
      usedHere.fill(0)
      lastDay.fill(never)
    }
    const fitting = frame.participants[columns.participant[row]!]!.scenarios[columns.channel[row]!]!
    let best = -1
    let lowest = Number.POSITIVE_INFINITY
    for (const scenario of fitting) {
      const rest = columns.day[row]! - lastDay[scenario]!
      const tooSoon = rest <= scenarioRepeatDays ? 1e9 - rest * 1e5 : 0
      const cost =
        tooSoon + 1000 * usedHere[scenario]! + used[scenario]! / (columns.length + 1) + random() * 1e-6
      if (cost >= lowest) continue
      lowest = cost
      best = scenario
    }
    if (best < 0) continue
    columns.scenario[row] = best
    used[best]! += 1
    usedHere[best]! += 1
    lastDay[best] = columns.day[row]!
  }
}
