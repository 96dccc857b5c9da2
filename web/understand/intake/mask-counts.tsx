import { intakeTexts } from '../../i18n/intake.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useMask } from './words.ts'

/** How often each kind of personal data was masked, the most frequent first. */
export function MaskCounts({ masked }: { readonly masked: Readonly<Record<string, number>> }) {
  const t = useTexts(intakeTexts)
  const { number } = useFormats()
  const mask = useMask()
  const counts = Object.entries(masked)
    .filter(([, count]) => count > 0)
    .sort(([, one], [, other]) => other - one)
  if (counts.length === 0) return <p className="lp-quiet">{t('batch.nothingMasked')}</p>
  return (
    <dl className="lp-facts">
      {counts.map(([kind, count]) => (
        <div key={kind}>
          <dt className="lp-small lp-quiet">{mask(kind)}</dt>
          <dd className="lp-number">{number(count)}</dd>
        </div>
      ))}
    </dl>
  )
}
