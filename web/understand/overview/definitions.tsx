/** The fixed definitions, shown where the figures are used. */
import { Details } from '@digdir/designsystemet-react'
import type { Overview } from '../../../src/understand/overview/contract.ts'
import { overviewTexts } from '../../i18n/overview.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

export function Definitions({ overview }: { readonly overview: Overview }) {
  const t = useTexts(overviewTexts)
  const format = useFormats()
  const { sensitivity, inferred } = overview.cards
  const list = sensitivity
    .map(({ gapDays, value }) => t('define.sensitivityOf', { count: gapDays, share: format.percent(value) }))
    .join(', ')
  const estimated = Math.round(overview.totals.estimated)
  return (
    <Details variant="default" className="lp-card lp-definitions">
      <Details.Summary>{t('define.title')}</Details.Summary>
      <Details.Content>
        <ul>
          <li>{t('define.contact')}</li>
          <li>{t('define.case')}</li>
          <li>
            {t('define.fcr')} {list !== '' && t('define.sensitivity', { list })}
          </li>
          <li>{t('define.repeat')}</li>
          <li>
            {t('define.tried')}{' '}
            {inferred !== null &&
              t('define.inferred', {
                share: format.percent(inferred.value),
                interval: format.interval(inferred.low * 100, inferred.high * 100, 0),
              })}
          </li>
          <li>{t('define.csat')}</li>
          {estimated > 0 && <li>{t('define.estimated', { contacts: format.number(estimated) })}</li>}
        </ul>
      </Details.Content>
    </Details>
  )
}
