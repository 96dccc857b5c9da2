/** Who could take a shift: within limits first, with what it would cost of the others. */
import { Button, Details } from '@digdir/designsystemet-react'
import { useMemo } from 'react'
import { findingText } from '../../../src/plan/shifts/rules/finding-texts.ts'
import { whoCouldTake } from '../../../src/plan/shifts/rules/hand/who-could-take.ts'
import type { Judge, JudgedWeek } from '../../../src/plan/shifts/rules/judged-week.ts'
import type { PlanShift } from '../../../src/plan/shifts/week/rules/plan-shift.ts'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { useTimeWords } from './words.ts'

type Props = {
  readonly judge: Judge
  readonly week: JudgedWeek
  readonly shift: PlanShift
  readonly isOpen: boolean
  readonly onTake: (agentId: string) => void
}

const most = 8

export function Takers(props: Props) {
  const t = useTexts(shiftPlanTexts)
  if (props.isOpen) return <TakerList {...props} />
  return (
    <Details>
      <Details.Summary>{t('takers.title')}</Details.Summary>
      <Details.Content>
        <TakerList {...props} />
      </Details.Content>
    </Details>
  )
}

function TakerList({ judge, week, shift, isOpen, onTake }: Props) {
  const t = useTexts(shiftPlanTexts)
  const words = useTimeWords()
  const language = useLanguage()
  const takers = useMemo(() => whoCouldTake(judge, week, shift).slice(0, most), [judge, week, shift])
  return (
    <div>
      {isOpen && <h3>{t('takers.title')}</h3>}
      {takers.length === 0 && <p>{t('takers.none')}</p>}
      <ul className="lp-takers lp-plain-list">
        {takers.map(({ agentId, findings, wishes, leftMinutes }) => {
          const { name } = judge.agents.get(agentId)!
          return (
            <li key={agentId}>
              <Button
                type="button"
                variant="secondary"
                data-size="sm"
                aria-label={t('takers.give', { name })}
                onClick={() => onTake(agentId)}
              >
                {name}
              </Button>
              <span className="lp-small">
                {leftMinutes === 0
                  ? t('takers.even')
                  : leftMinutes > 0
                    ? t('takers.left', { hours: words.hours(leftMinutes) })
                    : t('takers.over', { hours: words.hours(-leftMinutes) })}
                {wishes > 0 && ` ${t('takers.wish')}`}
                {findings.length === 0 && ` ${t('takers.fine')}`}
                {findings.map((finding) => (
                  <span key={`${finding.rule} ${finding.from}`} className="lp-takers__finding">
                    {findingText(finding, language)}
                    {finding.paragraph ? ` ${finding.paragraph}` : ''}
                  </span>
                ))}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
