/** What the week comes to, in one sentence. */
import { isoWeek } from '../../../src/kernel/calendar.ts'
import { shortOf } from '../../../src/plan/shifts/rules/consequence.ts'
import type { Judge, JudgedWeek } from '../../../src/plan/shifts/rules/judged-week.ts'
import { quarterMinutes } from '../../../src/plan/shifts/rules/quarter-grid.ts'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { allFindings, isTooFew } from './findings-card.tsx'
import { useTimeWords } from './words.ts'

export const weekNumber = (monday: string): number => Number(isoWeek(monday).slice(-2))

export function useWeekTitle(judge: Judge, judged: JudgedWeek): string {
  const t = useTexts(shiftPlanTexts)
  const words = useTimeWords()
  const { grid, given } = judge
  const week = { week: weekNumber(given.weekStart) }
  const needed =
    grid.queues.reduce((sum, { need }) => sum + need.reduce((a, b) => a + b, 0), 0) * quarterMinutes
  if (judged.shifts.length === 0)
    return needed > 0
      ? t('title.empty', { ...week, hours: words.hours(Math.round(needed / 60) * 60) })
      : t('title.emptyUnknown', week)
  const { quarters, minutes } = shortOf(judge, judged)
  const breaches = allFindings(judged).filter((finding) => !isTooFew(finding)).length
  const limits = breaches === 0 ? t('title.noBreach') : t('title.breaches', { count: breaches })
  if (needed === 0) return t('title.noNeed', { ...week, limits })
  if (quarters === 0) return t('title.enough', { ...week, limits })
  return t('title.short', { ...week, quarters, hours: words.hours(minutes), limits })
}
