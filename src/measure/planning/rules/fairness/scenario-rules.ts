/** Does each contact have a role play that fits, that is new to the participant and that others get as often? */
import { type Judge, type PlanView, plannedParticipants } from './plan-view.ts'

export function scenarioMissing({ columns }: PlanView, judge: Judge): void {
  for (let row = 0; row < columns.length; row++)
    judge(columns.scenario[row]! < 0 ? 1 : 0, 0, () => ({ channel: columns.channel[row]!, rows: [row] }))
}

/** Made for the class or general, and for the channel. */
export function scenarioFits({ frame, columns }: PlanView, judge: Judge): void {
  for (let row = 0; row < columns.length; row++) {
    const scenario = columns.scenario[row]!
    if (scenario < 0) continue
    const participant = columns.participant[row]!
    const channel = columns.channel[row]!
    const fits = frame.participants[participant]!.scenarios[channel]!.includes(scenario)
    judge(fits ? 0 : 1, 0, () => ({ participant, channel, rows: [row] }))
  }
}

/** Days until a participant meets the same scenario again: more than the edition's month. */
export function scenarioRepeats({ frame, columns, byParticipant }: PlanView, judge: Judge): void {
  const limit = frame.method.scenarioRepeatDays + 1
  byParticipant.forEach((rows, participant) => {
    const last = new Map<number, number>()
    for (const row of rows) {
      const scenario = columns.scenario[row]!
      const before = last.get(scenario)
      if (scenario < 0) continue
      last.set(scenario, row)
      if (before !== undefined)
        judge(columns.day[row]! - columns.day[before]!, limit, () => ({ participant, rows: [before, row] }))
    }
  })
}

/** Of the scenarios that fit all its channels, a participant meets none much more often than another. */
export function scenarioSpread(plan: PlanView, judge: Judge): void {
  for (const participant of plannedParticipants(plan)) {
    const { counts, scenarios } = plan.frame.participants[participant]!
    const used = scenarios.filter((_, channel) => counts[channel]! > 0)
    const general = used.reduce((both, fitting) => both.filter((scenario) => fitting.includes(scenario)))
    if (general.length === 0) continue
    const rows = plan.byParticipant[participant]!
    const uses = general.map(
      (scenario) => rows.filter((row) => plan.columns.scenario[row] === scenario).length,
    )
    judge(Math.max(...uses) - Math.min(...uses), 2, () => ({ participant, rows: [] }))
  }
}
