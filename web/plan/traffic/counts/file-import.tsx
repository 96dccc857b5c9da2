/** A file of counts: read on trial, corrected, and only then brought in. */
import { Alert, Button } from '@digdir/designsystemet-react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TrafficPreview } from '../../../../src/plan/traffic/imports/contract.ts'
import type { QueueView } from '../../../../src/plan/traffic/queues/contract.ts'
import { api } from '../../../api.ts'
import { FileDrop } from '../../../design/file-drop.tsx'
import { LinkButton } from '../../../design/link-button.tsx'
import { linkTo } from '../../../design/path-target.ts'
import { Loading } from '../../../design/states.tsx'
import { trafficCountsTexts } from '../../../i18n/traffic-counts.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { trafficLink } from '../use-chosen.ts'
import { useAfterChange } from '../use-traffic-change.ts'
import { FileProblems } from './file-problems.tsx'
import { Mapping } from './mapping.tsx'
import { OutsideHours } from './outside-hours.tsx'
import { Preview } from './preview.tsx'

type Props = { readonly queue: QueueView }
type Reading = { readonly mapping?: TrafficPreview['mapping']; readonly totals?: 'refuse' | 'spread' }

export function FileImport({ queue }: Props) {
  const t = useTexts(trafficCountsTexts)
  const [chosen, setChosen] = useState<{ readonly file: File; readonly key: number }>()
  const after = useAfterChange()
  const run = useMutation(
    api.traffic.imports.run.mutationOptions(after(t('file.done'), () => setChosen(undefined))),
  )
  return (
    <section className="lp-card" aria-labelledby="file">
      <h2 id="file">{t('file.title')}</h2>
      <p className="lp-quiet">{t('file.text', { minutes: queue.intervalMinutes })}</p>
      {run.data && !chosen && <Brought queueId={queue.id} counts={run.data} />}
      <FileDrop
        label={t('file.drop')}
        endings={['.csv', '.txt', '.tsv', '.xlsx']}
        megabytes={20}
        isBusy={run.isPending}
        onFile={(file) => {
          run.reset()
          setChosen({ file, key: Date.now() })
        }}
      />
      {chosen && (
        <Trial
          key={chosen.key}
          queue={queue}
          file={chosen.file}
          isRunning={run.isPending}
          onRun={(reading) => run.mutate({ queueId: queue.id, file: chosen.file, ...reading })}
          onOther={() => setChosen(undefined)}
        />
      )}
      {run.error && <FileProblems error={run.error} />}
    </section>
  )
}

type BroughtProps = {
  readonly queueId: string
  readonly counts: {
    readonly added: number
    readonly changed: number
    readonly same: number
    readonly refused: number
  }
}

function Brought({ queueId, counts }: BroughtProps) {
  const t = useTexts(trafficCountsTexts)
  const { number } = useFormats()
  return (
    <Alert data-color="success">
      <p>
        {t('file.brought', {
          added: counts.added,
          changed: number(counts.changed),
          same: number(counts.same),
          refused: counts.refused,
        })}
      </p>
      <p>{t('file.forecast')}</p>
      <LinkButton {...linkTo(trafficLink({ queueId }))}>{t('toForecast')}</LinkButton>
    </Alert>
  )
}

type TrialProps = {
  readonly queue: QueueView
  readonly file: File
  readonly isRunning: boolean
  readonly onRun: (reading: Reading) => void
  readonly onOther: () => void
}

/** Every correction reads the file anew, and nothing is kept before the button. */
function Trial({ queue, file, isRunning, onRun, onOther }: TrialProps) {
  const t = useTexts(trafficCountsTexts)
  const [reading, setReading] = useState<Reading>({})
  const preview = useQuery({
    ...api.traffic.imports.preview.queryOptions({ input: { queueId: queue.id, file, ...reading } }),
    queryKey: ['traffic-preview', queue.id, file.name, file.size, file.lastModified, reading],
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (preview.error) return <FileProblems error={preview.error} />
  if (!preview.data) return <Loading lines={4} />
  const found = preview.data as TrafficPreview
  const written = found.counts.added + found.counts.changed
  return (
    <div className="lp-stack" aria-busy={preview.isFetching}>
      <Mapping
        preview={{ ...found, mapping: reading.mapping ?? found.mapping }}
        onMapping={(mapping) => setReading({ ...reading, mapping })}
      />
      {(found.problem === 'day-totals' || found.problem === 'coarse' || reading.totals === 'spread') && (
        <Alert data-color="warning">
          <p>
            {t(`problem.${reading.totals === 'spread' ? 'spread' : (found.problem ?? 'coarse')}`, {
              minutes: queue.intervalMinutes,
            })}
          </p>
          <Button
            variant="secondary"
            data-size="sm"
            onClick={() =>
              setReading({ ...reading, totals: reading.totals === 'spread' ? 'refuse' : 'spread' })
            }
          >
            {t(reading.totals === 'spread' ? 'file.refuse' : 'file.spread')}
          </Button>
        </Alert>
      )}
      {found.outside && (
        <OutsideHours outside={found.outside} queue={queue} onSet={() => void preview.refetch()} />
      )}
      <Preview preview={found} queue={queue} />
      <div className="lp-row">
        <Button
          loading={isRunning}
          disabled={preview.isFetching || found.problem !== null || written === 0}
          onClick={() => onRun(reading)}
        >
          {t('file.run', { count: written })}
        </Button>
        <Button variant="tertiary" disabled={isRunning} onClick={onOther}>
          {t('file.other')}
        </Button>
      </div>
    </div>
  )
}
