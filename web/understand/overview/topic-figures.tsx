import type { Estimate, TopicCard } from '../../../src/understand/overview/contract.ts'
import { Figure } from '../../design/figure.tsx'
import { overviewTexts } from '../../i18n/overview.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

/** The figures of one topic that are known, each with how sure it is. */
export function TopicFigures({ card: { line } }: { readonly card: TopicCard }) {
  const t = useTexts(overviewTexts)
  const format = useFormats()
  const shares: readonly (readonly [string, Estimate | null])[] = [
    [t('card.fcr'), line.fcr],
    [t('card.tried'), line.selfService],
    [t('card.failure'), line.failure],
  ]
  return (
    <div className="lp-headlines">
      {shares.map(([label, estimate]) => (
        <ShareCard key={label} label={label} estimate={estimate} />
      ))}
      {line.csat !== null && (
        <Figure
          label={t('table.csat')}
          value={format.number(line.csat.value * 100, 0)}
          interval={[line.csat.low * 100, line.csat.high * 100]}
          decimals={0}
          n={Math.round(line.csat.n)}
        />
      )}
    </div>
  )
}

function ShareCard({ label, estimate }: { readonly label: string; readonly estimate: Estimate | null }) {
  const t = useTexts(overviewTexts)
  const { percent } = useFormats()
  if (estimate === null)
    return <Figure label={label} value={t('card.unknown')} note={t('card.unknownNote')} />
  const { value, low, high, n } = estimate
  return (
    <Figure
      label={label}
      value={percent(value)}
      interval={[low * 100, high * 100]}
      decimals={0}
      n={Math.round(n)}
    />
  )
}
