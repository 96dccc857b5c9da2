/** Under the title: which days, how many hours, and whether agents see it. */
import { addDays } from '../../../src/kernel/calendar.ts'
import type { Judge, JudgedWeek } from '../../../src/plan/shifts/rules/judged-week.ts'
import { agreedMinutes } from '../../../src/plan/shifts/rules/working-time/agreed.ts'
import type { WeekView } from '../../../src/plan/shifts/week/contract.ts'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useTimeWords } from './words.ts'

type Props = { readonly week: WeekView; readonly judge: Judge; readonly judged: JudgedWeek }

export function WeekState({ week, judge, judged }: Props) {
  const t = useTexts(shiftPlanTexts)
  const { shortDate, instant } = useFormats()
  const words = useTimeWords()
  const { weekStart, publishedAt, publishedBy, publishedRevision, revision } = week
  const worked = [...judged.people.values()].reduce((sum, person) => sum + person.workedMinutes, 0)
  const agreed = judge.given.agents.reduce((sum, agent) => sum + agreedMinutes(agent, weekStart), 0)
  const published =
    publishedAt === null
      ? t('state.never')
      : t(publishedRevision === revision ? 'state.published' : 'state.changed', {
          when: instant(publishedAt),
          who: publishedBy ?? '',
        })
  return (
    <>
      {t('state.week', {
        from: shortDate(weekStart),
        to: shortDate(addDays(weekStart, 6)),
        people: judge.given.agents.length,
        worked: words.hours(Math.round(worked / 60) * 60),
        agreed: words.hours(Math.round(agreed / 60) * 60),
      })}{' '}
      {published}
    </>
  )
}
