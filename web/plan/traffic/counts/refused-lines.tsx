import type { DeliveryView } from '../../../../src/plan/traffic/imports/contract.ts'
import { trafficCountsTexts } from '../../../i18n/traffic-counts.ts'
import { useTexts } from '../../../i18n/use-texts.ts'
import { useRefusalWords } from './use-refusal-words.ts'

type Props = {
  readonly lines: DeliveryView['lines']
  /** All of them; only some are kept. */
  readonly count: number
  readonly isOpen?: boolean
}

/** The lines that could not be used, each with its number and why. */
export function RefusedLines({ lines, count, isOpen = false }: Props) {
  const t = useTexts(trafficCountsTexts)
  const words = useRefusalWords()
  return (
    <details open={isOpen}>
      <summary>{t('refused', { count })}</summary>
      <ul className="lp-import-issues lp-traffic-lines">
        {lines.map(({ line, reason, params }) => (
          <li key={`${line} ${reason}`}>
            <span className="lp-import-issues__place">{t('line', { line })}:</span> {words(reason, params)}
          </li>
        ))}
        {count > lines.length && <li>{t('andMore', { count: count - lines.length })}</li>}
      </ul>
    </details>
  )
}
