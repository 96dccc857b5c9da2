/** The fairness report: every rule looked at everywhere, and the figures beside (M3.6). */
import { isoWeek } from '../../../../kernel/calendar.ts'
import { dateTexts, type PlanColumns } from '../columns.ts'
import type { Frame } from '../frame.ts'
import type { PlanInput } from '../plan-input.ts'
import { equalSets, keyCounts } from './count-rules.ts'
import { attemptsFit, openDays, windows } from './day-rules.ts'
import { planFigures } from './figures.ts'
import {
  lockOut,
  observerAbsent,
  observerChannels,
  observerConflict,
  observerCustomer,
  observerHours,
  observerLoads,
  observerMeetings,
  observerMissing,
  observerWeeks,
} from './observer-rules.ts'
import { type Judge, type Place, type PlanView, planView } from './plan-view.ts'
import {
  type Fairness,
  type FairnessRule,
  type Finding,
  fairnessRuleIds,
  fairnessRules,
  type Notice,
} from './report.ts'
import { scenarioFits, scenarioMissing, scenarioRepeats, scenarioSpread } from './scenario-rules.ts'
import { channelGaps, dayLoads, hours, longGaps, shortGaps, weekdays, weeks } from './spread-rules.ts'

const checks: Readonly<Record<FairnessRule, (plan: PlanView, judge: Judge) => void>> = {
  keyCounts,
  equalSets,
  openDays,
  windows,
  attemptsFit,
  longGaps,
  shortGaps,
  channelGaps,
  weeks,
  weekdays,
  hours,
  dayLoads,
  observerMissing,
  observerCustomer,
  observerConflict,
  observerChannels,
  observerHours,
  observerAbsent,
  observerWeeks,
  observerLoads,
  observerMeetings,
  lockOut,
  scenarioMissing,
  scenarioFits,
  scenarioRepeats,
  scenarioSpread,
}

/** Looks at the plan as it is, however it was made: from the contacts and the input alone. */
export function checkFairness(input: Omit<PlanInput, 'seed'>, frame: Frame, columns: PlanColumns): Fairness {
  const plan = planView(input, frame, columns)
  const findings: Finding[] = []
  const rules = fairnessRuleIds.map((rule) => checkRule(plan, rule, findings))
  return {
    clean: findings.length === 0,
    contacts: columns.length,
    participants: frame.participants.filter(({ total }) => total > 0).length,
    findings,
    notices: notices(plan),
    rules,
    figures: planFigures(plan),
  }
}

/** The worst figure is the one that passes its limit furthest, or comes nearest to it. */
function checkRule(plan: PlanView, rule: FairnessRule, findings: Finding[]): Fairness['rules'][number] {
  const sign = fairnessRules[rule] === 'atMost' ? 1 : -1
  let [checked, broken, over] = [0, 0, Number.NEGATIVE_INFINITY]
  let worst: { readonly figure: number; readonly limit: number } | undefined
  checks[rule](plan, (figure, limit, place) => {
    checked += 1
    const excess = sign * (figure - limit)
    if (excess > 0) {
      broken += 1
      findings.push({ rule, figure: rounded(figure), limit: rounded(limit), ...inNames(plan, place()) })
    }
    if (excess <= over) return
    over = excess
    worst = { figure: rounded(figure), limit: rounded(limit) }
  })
  return { rule, checked, broken, worst: worst?.figure ?? null, limit: worst?.limit ?? null }
}

function inNames({ input, columns }: PlanView, place: Place): Omit<Finding, 'rule' | 'figure' | 'limit'> {
  const dateOf = dateTexts()
  return {
    ...(place.participant === undefined ? {} : { participant: input.participants[place.participant]!.id }),
    ...(place.observer === undefined ? {} : { observer: input.observers[place.observer]!.id }),
    ...(place.channel === undefined ? {} : { channel: input.method.channels[place.channel]!.id }),
    ...(place.day === undefined ? {} : { date: dateOf(place.day) }),
    ...(place.week === undefined ? {} : { week: isoWeek(dateOf(place.week)) }),
    contacts: place.rows.map((row) => columns.number[row]!),
  }
}

/** How many channels a participant should have at least (M2.5). */
const wishedChannels = 2

/** A participant without channels gets no plan, and the report says why. */
function notices({ input, frame }: PlanView): Notice[] {
  // More than the edition has room for, or has contacts for, cannot be wished for.
  const wished = Math.min(
    wishedChannels,
    input.method.contactsPerParticipant,
    input.method.channelSlots.length,
  )
  return input.participants.flatMap((participant, number): Notice[] => {
    const channels = frame.participants[number]!.channels
    if (participant.withdrawn) return [{ kind: 'withdrawn', participant: participant.id }]
    if (channels === 0) return [{ kind: 'noChannels', participant: participant.id }]
    if (frame.participants[number]!.total === 0) return [{ kind: 'noOpenDays', participant: participant.id }]
    return channels < wished ? [{ kind: 'fewChannels', participant: participant.id }] : []
  })
}

function rounded(figure: number): number {
  return Math.round(figure * 100) / 100
}
