/** One request: the question, what a yes leads to, and the answer with a word. */
import { Button, Checkbox, Field, Label, Textarea } from '@digdir/designsystemet-react'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { mondayOf } from '../../../src/plan/shifts/rules/local-days.ts'
import { type KeyBinding, KeyboardSheet } from '../../design/keys.tsx'
import { linkTo, type PathTarget } from '../../design/path-target.ts'
import { ErrorState } from '../../design/states.tsx'
import { shiftRequestTexts } from '../../i18n/shift-requests.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { dayOf } from '../shift-times.ts'
import { ConsequencesOf } from './consequences.tsx'
import { useQuestion } from './request-words.ts'
import { useDecision } from './use-decision.ts'
import type { WaitingItem } from './waiting-items.ts'

type Props = {
  readonly item: WaitingItem
  readonly keys: readonly KeyBinding[]
  readonly onDecided: () => void
}

export function RequestDetail({ item, keys, onDecided }: Props) {
  const t = useTexts(shiftRequestTexts)
  const { instant } = useFormats()
  const question = useQuestion()(item)
  const askedAt = item.kind === 'swap' ? item.swap.askedAt : item.absence.askedAt
  return (
    <section className="lp-card lp-requests__detail" aria-labelledby="request">
      <h2 id="request">{question}</h2>
      <p className="lp-small lp-quiet">{t('asked', { when: instant(askedAt) })}</p>
      <ConsequencesOf item={item} />
      <p>
        <Link {...linkTo(weekOf(item))}>{t('seeWeek')}</Link>
      </p>
      <Answer item={item} keys={keys} onDecided={onDecided} />
    </section>
  )
}

/** The week in which the request begins: the day of a swap, or all that the one who is away has. */
function weekOf(item: WaitingItem): PathTarget {
  const week = (date: string) => ({ to: '/plan/shifts/$week' as const, params: { week: mondayOf(date) } })
  if (item.kind !== 'swap') {
    const date = dayOf(Date.parse(item.absence.startsAt) / 60_000)
    return { ...week(date), search: { name: item.absence.agent } }
  }
  const date = dayOf(item.swap.shift?.from ?? Date.parse(item.swap.askedAt) / 60_000)
  return { ...week(date), search: { day: date } }
}

function Answer({ item, keys, onDecided }: Props) {
  const t = useTexts(shiftRequestTexts)
  const [answer, setAnswer] = useState('')
  const [openShifts, setOpenShifts] = useState(true)
  const [acceptFindings, setAcceptFindings] = useState(false)
  const word = useRef<HTMLTextAreaElement>(null)
  const { decide, isPending, error } = useDecision(item, onDecided)
  const hasFindings = item.kind === 'swap' && item.swap.findings.length > 0
  const isGone = item.kind === 'swap' && !item.swap.shift
  const mayApprove = !isPending && !isGone && (!hasFindings || acceptFindings)
  const approve = (): void => {
    if (mayApprove) decide('approved', { answer, openShifts, acceptFindings })
  }
  const refuse = (): void => {
    if (!isPending && item.kind !== 'cover') decide('refused', { answer, openShifts: false, acceptFindings })
  }
  const approveText =
    item.kind === 'swap'
      ? t('decide.approveSwap')
      : item.kind === 'cover'
        ? t('decide.cover')
        : t('decide.approve')
  return (
    <div className="lp-stack">
      {item.kind !== 'cover' && (
        <Field>
          <Label>{t('decide.word')}</Label>
          <Field.Description>{t('decide.wordHelp')}</Field.Description>
          <Textarea
            ref={word}
            rows={2}
            maxLength={400}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
        </Field>
      )}
      {item.kind === 'absence' && item.absence.shifts > 0 && (
        <Checkbox
          label={t('decide.openShifts')}
          value="open"
          checked={openShifts}
          onChange={(event) => setOpenShifts(event.target.checked)}
        />
      )}
      {hasFindings && (
        <Checkbox
          label={t('decide.acceptFindings')}
          value="accept"
          checked={acceptFindings}
          onChange={(event) => setAcceptFindings(event.target.checked)}
        />
      )}
      {error ? <ErrorState error={error} /> : null}
      <div className="lp-row">
        <Button loading={isPending} disabled={!mayApprove} onClick={approve}>
          {approveText}
        </Button>
        {item.kind !== 'cover' && (
          <Button variant="secondary" disabled={isPending} onClick={refuse}>
            {t('decide.refuse')}
          </Button>
        )}
        <KeyboardSheet
          keys={[
            ...keys,
            { key: 'a', does: t('keys.approve'), act: approve },
            { key: 'x', does: t('keys.refuse'), act: refuse },
            { key: 'w', does: t('keys.word'), act: () => word.current?.focus() },
          ]}
        />
      </div>
    </div>
  )
}
