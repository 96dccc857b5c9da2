import { Alert } from '@digdir/designsystemet-react'
import type { PeriodView } from '../../../src/understand/overview/contract.ts'
import { overviewTexts } from '../../i18n/overview.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

/** Says so when the figures are being counted again. */
export function OldFigures({ period }: { readonly period: PeriodView }) {
  const t = useTexts(overviewTexts)
  const format = useFormats()
  if (!period.isOld) return null
  return (
    <Alert data-color="info" role="status">
      {t('old', { at: format.instant(period.builtAt) })}
    </Alert>
  )
}
