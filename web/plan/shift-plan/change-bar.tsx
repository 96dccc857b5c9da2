/** At the foot of the screen: what the hand is doing, or what is not saved, what it comes to, and the way back. */
import { Button } from '@digdir/designsystemet-react'
import type { Consequence } from '../../../src/plan/shifts/rules/consequence.ts'
import type { Judge } from '../../../src/plan/shifts/rules/judged-week.ts'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { ConsequenceList } from './consequence-list.tsx'
import type { Draft } from './use-draft.ts'

type Props = {
  readonly draft: Draft
  readonly judge: Judge
  readonly told: Consequence
  readonly isHolding: boolean
  readonly isSaving: boolean
  readonly onSave: () => void
}

export function ChangeBar({ draft, judge, told, isHolding, isSaving, onSave }: Props) {
  const t = useTexts(shiftPlanTexts)
  const { changes, isChanged, past, future } = draft
  if (!isChanged && !isHolding && past.length === 0 && future.length === 0) return null
  const count = changes.put.length + changes.remove.length
  return (
    <section className="lp-changes lp-no-print" aria-label={t('bar.label')}>
      <div className="lp-changes__told" aria-live={isHolding ? 'off' : 'polite'}>
        <strong>
          {isHolding ? t('bar.holding') : isChanged ? t('bar.unsaved', { count }) : t('bar.none')}
        </strong>
        {(isChanged || isHolding) && <ConsequenceList judge={judge} told={told} />}
      </div>
      <div className="lp-changes__acts" hidden={isHolding}>
        <Button data-size="sm" variant="tertiary" disabled={past.length === 0} onClick={draft.undo}>
          {t('bar.undo')}
        </Button>
        <Button data-size="sm" variant="tertiary" disabled={future.length === 0} onClick={draft.redo}>
          {t('bar.redo')}
        </Button>
        <Button data-size="sm" disabled={!isChanged} loading={isSaving} onClick={onSave}>
          {t('bar.save')}
        </Button>
      </div>
    </section>
  )
}
