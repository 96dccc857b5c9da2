/** Somebody else has changed the week: what was fetched, and where both have changed the same shift. */
import { Alert, Button } from '@digdir/designsystemet-react'
import type { Conflict } from '../../../src/plan/shifts/rules/hand/merge-drafts.ts'
import type { Judge } from '../../../src/plan/shifts/rules/judged-week.ts'
import type { WeekView } from '../../../src/plan/shifts/week/contract.ts'
import type { PlanShift } from '../../../src/plan/shifts/week/rules/plan-shift.ts'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { Draft } from './use-draft.ts'
import { useTimeWords } from './words.ts'

type Props = { readonly draft: Draft; readonly week: WeekView; readonly judge: Judge }

export function MergeNotice({ draft, week, judge }: Props) {
  const t = useTexts(shiftPlanTexts)
  const { instant } = useFormats()
  const words = useTimeWords()
  if (!draft.isMerged) return null
  const { conflicts } = draft
  const who = (shift: PlanShift | undefined) =>
    shift === undefined
      ? t('merge.gone')
      : t('merge.shift', {
          name: judge.agents.get(shift.agentId ?? '')?.name ?? t('grid.open'),
          when: words.when(shift),
        })
  const takeTheirs = ({ id, theirs }: Conflict): void => {
    const others = draft.shifts.filter((shift) => shift.id !== id)
    draft.edit(theirs ? [...others, theirs] : others)
  }
  const isOpen = ({ id, theirs }: Conflict) =>
    JSON.stringify(draft.shifts.find((shift) => shift.id === id)) !== JSON.stringify(theirs)
  return (
    <Alert data-color={conflicts.length > 0 ? 'warning' : 'info'}>
      <p>
        {t('merge.text', {
          name: week.changedBy ?? '',
          when: week.changedAt ? instant(week.changedAt) : '',
        })}
      </p>
      {conflicts.length > 0 && (
        <>
          <p>{t('merge.both')}</p>
          <ul>
            {conflicts.map((conflict) => (
              <li key={conflict.id}>
                {t('merge.line', { mine: who(conflict.mine), theirs: who(conflict.theirs) })}{' '}
                {isOpen(conflict) && (
                  <Button variant="tertiary" data-size="sm" onClick={() => takeTheirs(conflict)}>
                    {t('merge.take')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <Button variant="tertiary" data-size="sm" onClick={draft.seen}>
        {t('merge.seen')}
      </Button>
    </Alert>
  )
}
