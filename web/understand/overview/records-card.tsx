import { Link } from '@tanstack/react-router'
import type { ShownRecordView } from '../../../src/understand/overview/contract.ts'
import { linkTo } from '../../design/path-target.ts'
import { overviewTexts } from '../../i18n/overview.ts'
import { understandTexts } from '../../i18n/understand.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { recordLink } from './links.ts'

type Props = { readonly title: string; readonly records: readonly ShownRecordView[] }

/** Some records in full, each leading to its conversation. */
export function RecordsCard({ title, records }: Props) {
  const t = useTexts(overviewTexts)
  const words = useTexts(understandTexts)
  const format = useFormats()
  return (
    <section className="lp-card" aria-label={title}>
      <h3>{title}</h3>
      {records.length === 0 && <p className="lp-quiet">{t('topic.noTyped')}</p>}
      <ul className="lp-records">
        {records.map(({ enquiryId, channel, day, text, certainty }) => (
          <li key={enquiryId}>
            <p className="lp-said">{text}</p>
            <p className="lp-small lp-quiet">
              <Link {...linkTo(recordLink(enquiryId))}>
                {words(`channel.${channel}`)}, {format.date(day)}
              </Link>{' '}
              · {t('topic.certainty', { share: format.percent(certainty) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
