/** Plans side by side: the verdict, the figures with their differences, the levers, and what it builds on. */
import { Alert, Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { WhatIfView } from '../../../src/plan/simulation/contract.ts'
import { mainVerdict, verdictsOf } from '../../../src/plan/simulation/rules/what-if/verdict.ts'
import { api } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { Awaited, EmptyState, ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { useTexts } from '../../i18n/use-texts.ts'
import { whatIfTexts } from '../../i18n/what-if.ts'
import { JobProgress } from '../../job-progress.tsx'
import { PlanFrame } from '../plan-frame.tsx'
import { Assumptions } from './assumptions.tsx'
import { BasisCard } from './basis-card.tsx'
import { LeversCard } from './levers-card.tsx'
import { Results } from './results.tsx'
import { useVerdictText } from './verdict-text.ts'
import './what-if.css'

export function WhatIfPage() {
  const t = useTexts(whatIfTexts)
  const { whatIfId } = useParams({ from: '/signed-in/plan/what-if/$whatIfId' })
  const query = useQuery(api.simulation.get.queryOptions({ input: { whatIfId } }))
  const verdictText = useVerdictText()
  const result = query.data?.result
  const verdict = result ? mainVerdict(verdictsOf(result.comparison, result.basis)) : undefined
  const words = verdict && result ? verdictText(verdict, result.replications) : undefined
  return (
    <PlanFrame
      part="whatIf"
      width="wide"
      title={words?.title ?? query.data?.name ?? t('title')}
      subtitle={words?.subtitle ?? t('subtitle')}
      trail={[{ to: '/plan/what-if', label: t('title') }]}
      actions={query.data && <RemoveButton whatIf={query.data} />}
    >
      <Awaited query={query}>{(whatIf: WhatIfView) => <WhatIf key={whatIfId} whatIf={whatIf} />}</Awaited>
    </PlanFrame>
  )
}

function WhatIf({ whatIf }: { readonly whatIf: WhatIfView }) {
  const t = useTexts(whatIfTexts)
  const [draft, setDraft] = useState(whatIf)
  const queries = useQueryClient()
  const toast = useToast()
  const { run, jobId, onEnd } = useRun(draft)
  const list = useQuery(api.simulation.list.queryOptions({ input: {} }))
  const { result } = whatIf
  return (
    <>
      {result?.isOld && jobId === null && <Alert data-color="warning">{t('old')}</Alert>}
      {jobId !== null && (
        <JobProgress
          jobId={jobId}
          label={() => t('running')}
          onEnd={(end) => {
            onEnd()
            toast({ text: t(end === 'done' ? 'done' : 'failed') })
            if (end === 'done') void queries.invalidateQueries({ queryKey: api.simulation.key() })
          }}
        />
      )}
      {result ? (
        <Results result={result} assumptions={whatIf.assumptions} />
      ) : (
        jobId === null && (
          <div className="lp-card">
            <EmptyState title={t('never')}>{t('neverText')}</EmptyState>
          </div>
        )
      )}
      <LeversCard
        draft={draft}
        queues={list.data?.queues ?? []}
        onChange={setDraft}
        actions={
          <Button loading={run.isPending} disabled={jobId !== null} onClick={() => run.mutate()}>
            {t('run')}
          </Button>
        }
      />
      {run.error && <ErrorState error={run.error} />}
      {result && <BasisCard basis={result.basis} />}
      <Assumptions draft={draft} onChange={setDraft} />
    </>
  )
}

/** Saves what stands in the form and runs it. */
function useRun(draft: WhatIfView) {
  const queries = useQueryClient()
  const [jobId, setJobId] = useState<string | null>(null)
  const save = useMutation(api.simulation.save.mutationOptions())
  const start = useMutation(api.simulation.run.mutationOptions())
  const run = useMutation({
    mutationFn: async () => {
      const { result: _, changedAt: __, jobId: ___, ...fields } = draft
      await save.mutateAsync(fields)
      return start.mutateAsync({ whatIfId: draft.whatIfId })
    },
    onSuccess: (started) => setJobId(started.jobId),
    onError: () => void queries.invalidateQueries({ queryKey: api.simulation.key() }),
  })
  return { run, jobId, onEnd: () => setJobId(null) }
}

function RemoveButton({ whatIf: { whatIfId, name } }: { readonly whatIf: WhatIfView }) {
  const t = useTexts(whatIfTexts)
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const queries = useQueryClient()
  const remove = useMutation({
    ...api.simulation.remove.mutationOptions(),
    onSuccess: async () => {
      await navigate({ to: '/plan/what-if' })
      await queries.invalidateQueries({ queryKey: api.simulation.key() })
    },
  })
  return (
    <>
      <Button variant="tertiary" data-color="danger" onClick={() => setAsking(true)}>
        {t('remove')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('removeTitle', { name })}
        confirm={t('remove')}
        dangerous
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ whatIfId })}
        onClose={() => setAsking(false)}
      >
        {t('removeText')}
      </ConfirmDialog>
    </>
  )
}
