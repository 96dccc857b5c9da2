/** What was done about the day, by whom and when, and what came of it. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DoneAction } from '../../../src/plan/today/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { todayTexts } from '../../i18n/today.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useActText } from './act-text.ts'
import { DoneForm } from './done-form.tsx'
import { clockOfInstant, type TodayPlan } from './use-today.ts'

export function DoneCard({ plan }: { readonly plan: TodayPlan }) {
  const t = useTexts(todayTexts)
  const [isAdding, setIsAdding] = useState(false)
  return (
    <section className="lp-card" aria-labelledby="done">
      <div className="lp-card__head">
        <h2 id="done">{t('done.title')}</h2>
        <Button variant="tertiary" data-size="sm" className="lp-no-print" onClick={() => setIsAdding(true)}>
          {t('done.add')}
        </Button>
      </div>
      {plan.done.length === 0 ? (
        <p>{t('done.none')}</p>
      ) : (
        <ol className="lp-plain-list lp-today-acts">
          {plan.done.map((action) => (
            <Done key={action.actionId} action={action} />
          ))}
        </ol>
      )}
      <FormDialog open={isAdding} title={t('done.add')} onClose={() => setIsAdding(false)}>
        <DoneForm queueId={plan.queueId} onDone={() => setIsAdding(false)} />
      </FormDialog>
    </section>
  )
}

function Done({ action }: { readonly action: DoneAction }) {
  const t = useTexts(todayTexts)
  const { time, percent } = useFormats()
  const queries = useQueryClient()
  const toast = useToast()
  const actText = useActText()
  const remove = useMutation({
    ...api.today.remove.mutationOptions(),
    onSuccess: async ({ restored, left }) => {
      await queries.invalidateQueries({ queryKey: api.today.key() })
      const inPlan = left > 0 ? t('done.left', { n: left }) : t('done.restored')
      toast({ text: restored + left > 0 ? inPlan : t('done.removed') })
    },
  })
  const { actionId, riskBefore, riskAfter, note, changed, doneAt, doneBy } = action
  const what = action.kind === 'borrow' && note !== '' ? note : actText({ ...action, other: '' })
  return (
    <li className="lp-today-act">
      <div className="lp-today-act__text">
        <h3>{what}</h3>
        {note !== '' && action.kind !== 'borrow' && <p>{note}</p>}
        {changed > 0 && <p className="lp-small">{t('done.inPlan', { n: changed })}</p>}
        <p className="lp-small lp-quiet lp-number">
          {t('done.by', { time: time(clockOfInstant(doneAt)), person: doneBy })}
          {riskBefore !== null &&
            riskAfter !== null &&
            ` · ${t('done.believed', { before: percent(riskBefore), after: percent(riskAfter) })}`}
        </p>
        <p className="lp-number">
          <Came came={action.came} />
        </p>
        {remove.error && <ErrorState error={remove.error} />}
      </div>
      <Button
        variant="tertiary"
        data-size="sm"
        className="lp-no-print"
        loading={remove.isPending}
        aria-label={changed > 0 ? t('done.backLabel', { what }) : t('done.undoLabel', { what })}
        onClick={() => remove.mutate({ actionId })}
      >
        {changed > 0 ? t('done.back') : t('done.undo')}
      </Button>
    </li>
  )
}

function Came({ came }: Pick<DoneAction, 'came'>) {
  const t = useTexts(todayTexts)
  const { number, clock } = useFormats()
  if (!came) return t('done.notYet')
  const whole = (value: number) => number(Math.round(value))
  const offered = whole(came.offered)
  const parts = [
    came.low !== null && came.high !== null
      ? t('done.cameBand', { offered, low: whole(came.low), high: whole(came.high) })
      : t('done.camePlain', { offered }),
    ...(came.waitSeconds === null ? [] : [t('done.waited', { wait: clock(Math.round(came.waitSeconds)) })]),
    ...(came.whole ? [] : [t('done.partly')]),
  ]
  return parts.join(', ')
}
