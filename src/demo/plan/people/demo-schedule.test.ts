import { describe, expect, test } from 'vitest'
import { addDays } from '../../../kernel/calendar.ts'
import { minuteAt } from '../../../plan/shifts/rules/local-days.ts'
import type { Agent } from '../../../plan/shifts/rules/types.ts'
import { daysBetween, openSpans } from '../../../plan/shifts/schedule/rules/open-hours.ts'
import { findingsOfWeek, openingBySkill } from '../../../plan/shifts/week/rules/week-findings.ts'
import { demoOpening } from '../traffic-world.ts'
import { demoAgentId } from './build-week.ts'
import { type DemoSchedule, demoSchedule } from './demo-schedule.ts'

const skills = { phone: 'telefon', chat: 'chat', email: 'e-post' } as const

function findings({ agents, absences, published, draft }: DemoSchedule, weekStart: string) {
  const weeks = [...published, draft]
  const days = daysBetween(weekStart, addDays(weekStart, 6))
  const opening = openingBySkill(
    (['phone', 'chat', 'email'] as const).map((key) => ({
      skill: skills[key],
      open: openSpans({ opening: demoOpening[key], exceptions: {}, intervalMinutes: 15 }, days),
    })),
  )
  const asAgents = agents.map(
    (agent): Agent => ({
      id: demoAgentId(agent.number),
      name: agent.name,
      skills: agent.skills,
      contract: agent.contract,
      ...(agent.available && { available: agent.available }),
      absences: absences
        .filter(({ number, state }) => number === agent.number && state === 'approved')
        .map(({ kind, from, to }) => ({ kind, from: minuteAt(from, '00:00'), to: minuteAt(to, '24:00') })),
      wishes: [],
    }),
  )
  const shifts = weeks.find((week) => week.weekStart === weekStart)!.shifts
  const around = weeks.filter((week) => week.weekStart !== weekStart).flatMap((week) => week.shifts)
  return findingsOfWeek(asAgents, { weekStart, shifts, around, opening })
}

// Days of all kinds: both clock changes, a new year, and a leap day.
const days = ['2027-03-03', '2027-03-28', '2026-10-25', '2027-01-01', '2028-02-29']

describe.each(days)('the demo’s people around %s', (today) => {
  const schedule = demoSchedule(today)

  test('are sixty, and pass none of the checked limits in what is published', () => {
    expect(schedule.agents).toHaveLength(60)
    for (const { weekStart, shifts } of schedule.published) {
      expect(shifts.length).toBeGreaterThan(80)
      // Christmas Eve is off in the demo and an ordinary day of the agreed hours.
      const off = daysBetween(weekStart, addDays(weekStart, 6)).some((day) => day.endsWith('-12-24'))
      const rules = findings(schedule, weekStart).map(({ rule }) => rule)
      expect(rules.filter((rule) => !(off && rule === 'below-agreed'))).toEqual([])
    }
  })

  test('have just so much to mend next week: somebody away, a break that is missing, a day too many, three to take', () => {
    const found = findings(schedule, schedule.draft.weekStart)
    const { absent, withoutBreak, tooMuch } = schedule.leftToMend
    const of = (number: number) =>
      found.filter(({ agentId }) => agentId === demoAgentId(number)).map(({ rule }) => rule)
    expect(of(absent)).toContain('absent')
    expect(of(withoutBreak)).toContain('break-short')
    expect(of(tooMuch)).toContain('above-agreed')
    expect(schedule.draft.shifts.filter(({ agentId }) => agentId === null)).toHaveLength(3)
  })
})
