/** How severe an observer is beside others who met the same, as the quality page measures it: shrunk, with its interval. */
import { Alert } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import type { ObserverQuality } from '../../../src/measure/quality/contract.ts'
import { api } from '../../api.ts'
import { Figure } from '../../design/figure.tsx'
import { Loading, useProblemText } from '../../design/states.tsx'
import { poolTexts } from '../../i18n/pool.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

export type Severity = Pick<ObserverQuality, 'effect' | 'interval' | 'verdict' | 'contacts'>

/** By observer; absent while it is computed, which takes a moment after the scores have changed. */
export function useSeverities(editionId: string) {
  const query = useQuery(api.quality.get.queryOptions({ input: { editionId } }))
  const known = query.data && new Map(query.data.observers.map((one) => [one.observerId, one]))
  return { known, error: query.error }
}

type Props = { readonly editionId: string; readonly observerId: string }

export function SeverityFigure({ editionId, observerId }: Props) {
  const t = useTexts(poolTexts)
  const format = useFormats()
  const problem = useProblemText()
  const { known, error } = useSeverities(editionId)
  if (error) return <Alert data-color="warning">{problem(error)}</Alert>
  if (!known) return <Loading lines={2} />
  const severity = known.get(observerId)
  if (!severity) return <p className="lp-quiet">{t('severity.nothing')}</p>
  const { effect, interval, verdict, contacts } = severity
  return (
    <div className="lp-stack">
      <p>
        <strong>{t(`severity.words.${verdict}`)}</strong>
      </p>
      <div className="lp-observer__figures">
        <Figure
          label={t('severity.label')}
          value={format.change(effect)}
          interval={interval}
          n={contacts}
          note={t('severity.unit')}
        />
      </div>
    </div>
  )
}
