/** Before agents see it: what is new for whom since the last time, and which limits are passed. */
import { Button, Checkbox, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RuleFinding } from '../../../src/plan/shifts/rules/check-plan.ts'
import type { JudgedWeek } from '../../../src/plan/shifts/rules/judged-week.ts'
import type { WeekView } from '../../../src/plan/shifts/week/contract.ts'
import { api, client } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { Awaited, ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { allFindings, isTooFew } from './findings-card.tsx'
import type { Draft } from './use-draft.ts'
import type { Save } from './use-save.ts'
import { useTimeWords } from './words.ts'

type Props = {
  readonly week: WeekView
  readonly draft: Draft
  readonly now: JudgedWeek
  readonly save: Save
  readonly open: boolean
  readonly onClose: () => void
}

export function PublishDialog({ open, onClose, ...rest }: Props) {
  const t = useTexts(shiftPlanTexts)
  return (
    <FormDialog open={open} title={t('publish.title')} onClose={onClose}>
      {rest.draft.isChanged ? (
        <SaveFirst save={rest.save} />
      ) : (
        <PublishForm {...rest} open={open} onClose={onClose} />
      )}
    </FormDialog>
  )
}

function SaveFirst({ save }: Pick<Props, 'save'>) {
  const t = useTexts(shiftPlanTexts)
  const [isBusy, setBusy] = useState(false)
  return (
    <>
      <p>{t('publish.unsaved')}</p>
      <Button
        loading={isBusy}
        onClick={() => {
          setBusy(true)
          void save().finally(() => setBusy(false))
        }}
      >
        {t('bar.save')}
      </Button>
    </>
  )
}

function PublishForm({ week, draft, now, onClose }: Props) {
  const t = useTexts(shiftPlanTexts)
  const acceptText = useAcceptText()
  const toast = useToast()
  const queries = useQueryClient()
  const [note, setNote] = useState('')
  const [accepted, setAccepted] = useState(false)
  const { weekStart } = week
  const findings = allFindings(now)
  const [isMissing, setMissing] = useState(false)
  const publish = useMutation({
    mutationFn: () =>
      client.shifts.week.publish({
        weekStart,
        revision: draft.base.revision,
        note,
        acceptFindings: accepted,
      }),
    onSuccess: ({ version }) => {
      toast({ text: t('publish.done', { version }) })
      onClose()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: api.shifts.week.key() }),
  })
  return (
    <>
      <Told weekStart={weekStart} />
      <Textfield
        label={t('publish.note')}
        value={note}
        maxLength={400}
        onChange={({ target }) => setNote(target.value)}
      />
      {findings.length > 0 && (
        <Checkbox
          label={acceptText(findings)}
          description={t('publish.acceptText')}
          {...(isMissing && !accepted && { error: t('publish.acceptFirst') })}
          checked={accepted}
          onChange={({ target }) => setAccepted(target.checked)}
        />
      )}
      {publish.error !== null && <ErrorState error={publish.error} />}
      <div className="lp-row">
        <Button
          loading={publish.isPending}
          onClick={() => {
            setMissing(findings.length > 0 && !accepted)
            if (findings.length === 0 || accepted) publish.mutate()
          }}
        >
          {t('actions.publish')}
        </Button>
        <Button variant="tertiary" onClick={onClose}>
          {t('form.cancel')}
        </Button>
      </div>
    </>
  )
}

/** Limits that are passed and hours that are not filled are two things, and told as the page tells them. */
function useAcceptText(): (findings: readonly RuleFinding[]) => string {
  const t = useTexts(shiftPlanTexts)
  return (findings) => {
    const few = findings.filter(isTooFew).length
    const breaches = findings.length - few
    if (few === 0) return t('publish.accept', { count: breaches })
    if (breaches === 0) return t('publish.acceptFew', { count: few })
    return t('publish.acceptBoth', { breaches, few })
  }
}

/** Agent by agent, what is new since they saw it last. */
function Told({ weekStart }: { readonly weekStart: string }) {
  const t = useTexts(shiftPlanTexts)
  const words = useTimeWords()
  const query = useQuery({
    ...api.shifts.week.changes.queryOptions({ input: { weekStart } }),
    staleTime: 0,
  })
  return (
    <Awaited query={query} lines={3}>
      {({ added, changed, removed, people }) => (
        <>
          <p>
            {people.length === 0
              ? t('publish.nothing')
              : t('publish.told', { people: people.length, added, changed, removed })}
          </p>
          <ul className="lp-told">
            {people.map(({ agentId, name, changes }) => (
              <li key={agentId}>
                <strong>{name}</strong>{' '}
                {changes
                  .map(({ kind, from, to }) => t(`publish.kind.${kind}`, { when: words.when({ from, to }) }))
                  .join('; ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </Awaited>
  )
}
