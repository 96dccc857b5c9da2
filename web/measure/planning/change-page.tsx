/** Changing the plan half-way: say what is different, see every move, then let it happen. */
import { Alert, Button, Checkbox, Field, Label, Textarea, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Plan, PlanChanges, ReplanPreview } from '../../../src/measure/planning/contract.ts'
import { api } from '../../api.ts'
import { Awaited, ErrorState } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import { useToast } from '../../design/toast.tsx'
import { planningTexts } from '../../i18n/planning.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { ChangedChannels } from './changed-channels.tsx'
import { LateParticipants } from './late-participants.tsx'
import { MovesTable } from './moves-table.tsx'
import { readChanges } from './read-changes.ts'
import { type ChangedRow, readChannels } from './read-channels.ts'
import { type MadePlan, usePlan, useRefreshPlan } from './use-plan.ts'
import './planning.css'

export function ChangePage() {
  const t = useTexts(planningTexts)
  const editionId = useEditionId()
  const plan = usePlan(editionId)
  const preview = useMutation(api.planning.preview.mutationOptions())
  const title = preview.data ? titleOf(preview.data) : t('change.title')
  return (
    <EditionFrame
      title={title}
      subtitle={t('change.subtitle')}
      width="wide"
      trail={[{ to: '/measure/editions/$editionId/plan', params: { editionId }, label: t('title.waiting') }]}
    >
      <Awaited query={plan}>
        {(answer) =>
          answer.plan ? (
            <>
              <LateParticipants plan={answer.plan}>
                <p>{t('late.here')}</p>
              </LateParticipants>
              <WhatForm
                plan={answer.plan}
                busy={preview.isPending}
                onChanges={(changes) => preview.mutate({ editionId, changes })}
              />
              {preview.error && <ErrorState error={preview.error} />}
              {preview.data && !preview.isPending && (
                <Shown preview={preview.data} changes={preview.variables.changes} plan={answer} />
              )}
            </>
          ) : (
            <p>{t('title.none')}</p>
          )
        }
      </Awaited>
    </EditionFrame>
  )

  function titleOf({ moves }: ReplanPreview): string {
    return moves.length === 0 ? t('change.none') : t('change.moves', { count: moves.length })
  }
}

type WhatProps = {
  readonly plan: MadePlan
  readonly busy: boolean
  readonly onChanges: (changes: PlanChanges) => void
}

function WhatForm({ plan, busy, onChanges }: WhatProps) {
  const t = useTexts(planningTexts)
  const [problem, setProblem] = useState<'half' | 'backwards'>()
  const [rows, setRows] = useState<readonly ChangedRow[]>([])
  const [isTold, setTold] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const read = readChanges(new FormData(event.currentTarget), plan.weeks)
    const changed = readChannels(rows)
    setProblem(read.ok ? undefined : read.problem)
    setTold(true)
    if (read.ok && changed) onChanges({ ...read.changes, ...changed })
  }
  return (
    <form className="lp-card lp-change" noValidate onSubmit={submit}>
      <p className="lp-quiet">{t('change.known')}</p>
      <fieldset className="lp-change__fields">
        <legend>{t('change.pauseTitle')}</legend>
        <Textfield name="from" type="date" label={t('change.pauseFrom')} />
        <Textfield
          name="to"
          type="date"
          label={t('change.pauseTo')}
          error={problem ? t(`change.${problem}`) : undefined}
        />
      </fieldset>
      <Textfield
        name="weeks"
        type="number"
        min={1}
        max={53}
        defaultValue={plan.weeks}
        label={t('change.weeks')}
        className="lp-change__weeks"
      />
      <ChangedChannels rows={rows} isTold={isTold} onChange={setRows} />
      <Checkbox name="overdue" value="yes" label={t('change.overdue')} />
      <div>
        <Button type="submit" loading={busy}>
          {t('change.show')}
        </Button>
      </div>
    </form>
  )
}

type ShownProps = {
  readonly preview: ReplanPreview
  readonly changes: PlanChanges
  readonly plan: Plan
}

function Shown({ preview, changes, plan }: ShownProps) {
  return (
    <>
      <Afterwards preview={preview} />
      {preview.moves.length > 0 && (
        <div className="lp-card">
          <Moves preview={preview} plan={plan} />
        </div>
      )}
      <Apply preview={preview} changes={changes} />
    </>
  )
}

function Moves({ preview, plan }: Pick<ShownProps, 'preview' | 'plan'>) {
  const t = useTexts(planningTexts)
  return (
    <MovesTable
      moves={preview.moves}
      plan={plan}
      title={t('change.moves', { count: preview.moves.length })}
    />
  )
}

/** Whether the plan is fair after the moves. */
function Afterwards({ preview }: Pick<ShownProps, 'preview'>) {
  const t = useTexts(planningTexts)
  const broken = preview.fairness.rules.filter((rule) => rule.broken > 0)
  return (
    <section className="lp-card" aria-labelledby="after-title" aria-live="polite">
      <h2 id="after-title">{t('change.after')}</h2>
      {broken.length === 0 ? (
        <Status tone="good">{t('change.afterFair')}</Status>
      ) : (
        <>
          <p>{t('change.afterBroken', { count: broken.length })}</p>
          <ul className="lp-plain-list lp-ready">
            {broken.map(({ rule, broken: places }) => (
              <li key={rule}>
                <Status tone="warning">{t(`rules.${rule}`)}</Status>{' '}
                <span className="lp-number">{places}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Apply({ preview, changes }: Pick<ShownProps, 'preview' | 'changes'>) {
  const t = useTexts(planningTexts)
  const editionId = useEditionId()
  const navigate = useNavigate()
  const toast = useToast()
  const refresh = useRefreshPlan()
  const apply = useMutation(
    api.planning.apply.mutationOptions({
      onSuccess: async () => {
        toast({ text: t('change.done') })
        await refresh()
        await navigate({ to: '/measure/editions/$editionId/plan', params: { editionId } })
      },
    }),
  )
  const { moves, token } = preview
  const isNothing = moves.length === 0 && Object.keys(changes).length === 0
  if (isNothing) return <Alert data-color="info">{t('change.none')}</Alert>
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason')).trim()
    apply.mutate({ editionId, changes, reason, token })
  }
  return (
    <form className="lp-card lp-form" onSubmit={submit}>
      <Field>
        <Label>{t('change.reason')}</Label>
        <Field.Description>{t('change.reasonHint')}</Field.Description>
        <Textarea name="reason" required maxLength={500} />
      </Field>
      {apply.error && <ErrorState error={apply.error} />}
      <div>
        <Button type="submit" loading={apply.isPending}>
          {moves.length > 0 ? t('change.apply', { count: moves.length }) : t('change.save')}
        </Button>
      </div>
    </form>
  )
}
