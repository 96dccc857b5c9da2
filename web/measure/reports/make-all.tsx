/** Making every report is long work: it is started, watched, and goes on when the page is left. */
import { Alert, Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { api } from '../../api.ts'
import { Progress } from '../../design/progress.tsx'
import { useProblemText } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { reportsTexts } from '../../i18n/reports.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { useEditionId } from '../edition/edition-frame.tsx'
import { useReportLanguage } from './use-language-choice.tsx'

/** Starts the work and puts it into the address, where a reload finds it again. */
export function MakeAllButton() {
  const t = useTexts(reportsTexts)
  const editionId = useEditionId()
  const language = useReportLanguage()
  const navigate = useNavigate()
  const text = useProblemText()
  const toast = useToast()
  const { job } = useSearch({ strict: false }) as Search
  const make = useMutation(
    api.reports.makeAll.mutationOptions({
      onSuccess: ({ jobId }) =>
        navigate({
          to: '.',
          search: ((before: Search) => ({ ...before, language, job: jobId })) as never,
          replace: true,
        }),
      onError: (error) => toast({ text: text(error) }),
    }),
  )
  return (
    <Button
      loading={make.isPending || job !== undefined}
      onClick={() => make.mutate({ editionId, language })}
    >
      {t('makeAll')}
    </Button>
  )
}

export function MakeAllProgress() {
  const { job } = useSearch({ strict: false }) as Search
  return job === undefined ? null : <Running key={job} jobId={job} />
}

function Running({ jobId }: { readonly jobId: string }) {
  const t = useTexts(reportsTexts)
  const status = useQuery({
    ...api.job.status.queryOptions({ input: { jobId } }),
    refetchInterval: ({ state }) =>
      !state.data || state.data.state === 'waiting' || state.data.state === 'running' ? 500 : false,
  })
  const cancel = useMutation(api.job.cancel.mutationOptions())
  const { state, progress = 0 } = status.data ?? {}
  useWhenOver(state)
  if (status.error || state === 'failed') return <Alert data-color="warning">{t('failed')}</Alert>
  if (state === 'done' || state === 'cancelled') return null
  return (
    <div className="lp-card">
      <Progress
        label={t('making')}
        {...(progress > 0 ? { done: Math.round(progress * 100), all: 100 } : {})}
        onCancel={() => cancel.mutate({ jobId })}
        isCancelling={cancel.isPending}
      />
    </div>
  )
}

/** Finished work is told once and leaves the address. */
function useWhenOver(state: string | undefined): void {
  const t = useTexts(reportsTexts)
  const toast = useToast()
  const navigate = useNavigate()
  const queries = useQueryClient()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the change of state counts
  useEffect(() => {
    if (state !== 'done' && state !== 'cancelled') return
    void queries.invalidateQueries({ queryKey: api.reports.key() })
    toast({ text: t(state === 'done' ? 'madeAll' : 'cancelled') })
    void navigate({
      to: '.',
      search: (({ job: _, ...before }: Search) => before) as never,
      replace: true,
      resetScroll: false,
    })
  }, [state])
}
