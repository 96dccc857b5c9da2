import { Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AppealWindow } from '../../../src/measure/appeals/contract.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import { useToast } from '../../design/toast.tsx'
import { appealsTexts } from '../../i18n/appeals.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { lastDay } from './last-day.ts'

type WindowProps = {
  readonly editionId: string
  readonly state: string
  readonly window: AppealWindow | null
}

/** Until when participants can object, and how to open or move it. */
export function WindowCard({ editionId, state, window }: WindowProps) {
  const t = useTexts(appealsTexts)
  const format = useFormats()
  const mayOpen = state === 'review' && (window === null || window.open)
  return (
    <section className="lp-card" aria-labelledby="window-title">
      <h2 id="window-title">{t('window.heading')}</h2>
      {window === null ? (
        <>
          <Status tone="neutral">{t('window.closed')}</Status>
          <p>{state === 'review' ? t('window.closedText') : t('window.onlyReview')}</p>
        </>
      ) : window.open ? (
        <>
          <Status tone="good">{t('window.open', { date: format.date(lastDay(window.closesAt)) })}</Status>
          <p className="lp-quiet">{t('window.extendText', { date: format.date(window.openedAt) })}</p>
        </>
      ) : (
        <>
          <Status tone="neutral">{t('window.over', { date: format.date(lastDay(window.closesAt)) })}</Status>
          <p className="lp-quiet">{t('window.overText')}</p>
        </>
      )}
      {mayOpen && <OpenForm editionId={editionId} window={window} />}
    </section>
  )
}

const usualDays = 10

function OpenForm({ editionId, window }: Omit<WindowProps, 'state'>) {
  const t = useTexts(appealsTexts)
  const format = useFormats()
  const toast = useToast()
  const queries = useQueryClient()
  const [days, setDays] = useState(window?.workingDays ?? usualDays)
  const open = useMutation(
    api.appeals.openWindow.mutationOptions({
      onSuccess: async ({ closesAt }) => {
        await queries.invalidateQueries()
        toast({ text: t('window.opened', { date: format.date(lastDay(closesAt)) }) })
      },
    }),
  )
  return (
    <form
      className="lp-row lp-window-form lp-no-print"
      onSubmit={(event) => {
        event.preventDefault()
        open.mutate({ editionId, workingDays: days })
      }}
    >
      <Textfield
        type="number"
        min={1}
        max={60}
        required
        label={t('window.days')}
        value={String(days)}
        onChange={(event) => setDays(Number(event.target.value))}
      />
      <Button type="submit" variant={window ? 'secondary' : 'primary'} loading={open.isPending}>
        {t(window ? 'window.extend' : 'window.start')}
      </Button>
      {open.error ? <ErrorState error={open.error} /> : null}
    </form>
  )
}
