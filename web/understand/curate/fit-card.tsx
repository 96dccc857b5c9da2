/** Grouping the whole log anew: how fine, what people have decided stays, and how far it is. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { TopicList } from '../../../src/understand/topics/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { Progress } from '../../design/progress.tsx'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { curateTexts } from '../../i18n/curate.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { isWorking, topicsQuery } from './use-topics.ts'

export function FitCard({ list }: { readonly list: TopicList }) {
  const t = useTexts(curateTexts)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant={list.items.length === 0 ? 'primary' : 'secondary'}
        disabled={isWorking(list)}
        onClick={() => setOpen(true)}
      >
        {t(list.items.length === 0 ? 'fit.first' : 'fit.again')}
      </Button>
      <FormDialog open={open} title={t('fit.title')} onClose={() => setOpen(false)}>
        <FitForm list={list} onClose={() => setOpen(false)} />
      </FormDialog>
    </>
  )
}

function FitForm({ list, onClose }: { readonly list: TopicList; readonly onClose: () => void }) {
  const t = useTexts(curateTexts)
  const format = useFormats()
  const queries = useQueryClient()
  const [fineness, setFineness] = useState(list.fit?.settings.fineness ?? 0.5)
  const start = useMutation(
    api.topics.fit.start.mutationOptions({
      onSuccess: async () => {
        onClose()
        await queries.invalidateQueries({ queryKey: topicsQuery.queryKey })
      },
    }),
  )
  return (
    <form
      className="lp-stack"
      onSubmit={(event) => {
        event.preventDefault()
        start.mutate({ fineness, topics: null })
      }}
    >
      <p>{t('fit.explained', { texts: format.number(list.texts) })}</p>
      <label className="lp-fineness">
        <span>{t('fit.fineness')}</span>
        <input
          type="range"
          min={0}
          max={1}
          step={0.1}
          value={fineness}
          aria-valuetext={t('fit.finenessValue', { percent: format.percent(fineness) })}
          onChange={(event) => setFineness(Number(event.target.value))}
        />
        <span className="lp-fineness__ends lp-small lp-quiet">
          <span>{t('fit.coarse')}</span>
          <span>{t('fit.fine')}</span>
        </span>
      </label>
      {start.error && <ErrorState error={start.error} />}
      <div className="lp-row">
        <Button type="submit" loading={start.isPending}>
          {t('fit.start')}
        </Button>
        <Button type="button" variant="tertiary" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}

export function FitProgress({ list }: { readonly list: TopicList | undefined }) {
  const t = useTexts(curateTexts)
  const jobId = isWorking(list) ? list?.fit?.jobId : undefined
  useToldWhenDone(list)
  const status = useQuery({
    ...api.job.status.queryOptions({ input: { jobId: jobId ?? '' } }),
    enabled: jobId !== undefined && jobId !== null,
    refetchInterval: 700,
  })
  const cancel = useMutation(api.job.cancel.mutationOptions())
  if (!jobId) return null
  const { progress = 0 } = status.data ?? {}
  return (
    <div className="lp-card">
      <Progress
        label={t('fit.running')}
        {...(progress > 0 ? { done: Math.round(progress * 100), all: 100 } : {})}
        onCancel={() => cancel.mutate({ jobId })}
        isCancelling={cancel.isPending}
      />
    </div>
  )
}

/** When a grouping that was under way has ended, everything is read anew and the person is told. */
function useToldWhenDone(list: TopicList | undefined): void {
  const t = useTexts(curateTexts)
  const toast = useToast()
  const queries = useQueryClient()
  const before = useRef(false)
  const working = isWorking(list)
  const state = list?.fit?.state
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the end of the work counts
  useEffect(() => {
    if (before.current && !working && state !== undefined) {
      void queries.invalidateQueries({ queryKey: api.topics.key() })
      if (state === 'done' || state === 'failed' || state === 'cancelled')
        toast({ text: t(`fit.state.${state}`) })
    }
    before.current = working
  }, [working])
}
