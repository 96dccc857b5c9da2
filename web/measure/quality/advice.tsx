import type { ReactNode } from 'react'
import { qualityTexts } from '../../i18n/quality.ts'
import { useTexts } from '../../i18n/use-texts.ts'

/** Under every figure: what it means, and what to do about it. */
export function Advice({ means, act }: { readonly means?: ReactNode; readonly act: ReactNode }) {
  const t = useTexts(qualityTexts)
  return (
    <dl className="lp-advice">
      {means !== undefined && (
        <div>
          <dt>{t('means')}</dt>
          <dd>{means}</dd>
        </div>
      )}
      <div>
        <dt>{t('act')}</dt>
        <dd>{act}</dd>
      </div>
    </dl>
  )
}
