/** What is new and what rises, apart from the rest. */
import { Link } from '@tanstack/react-router'
import type { Overview } from '../../../src/understand/overview/contract.ts'
import { linkTo } from '../../design/path-target.ts'
import { Tag } from '../../design/status.tsx'
import { overviewTexts } from '../../i18n/overview.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { topicLink } from './links.ts'
import { risesOf } from './rises.ts'
import { Spark } from './spark.tsx'

export function RisingCard({ overview }: { readonly overview: Overview }) {
  const t = useTexts(overviewTexts)
  const format = useFormats()
  const rises = risesOf(overview)
  return (
    <section className="lp-card" aria-labelledby="rising">
      <h2 id="rising">
        {rises.length === 0 ? t('rising.none') : t('rising.title', { count: rises.length })}
      </h2>
      <p className="lp-quiet lp-small">{t('rising.text')}</p>
      <ul className="lp-plain-list lp-rising">
        {rises.map(({ topicId, name, isNew, rise, weeks }) => (
          <li key={topicId}>
            <span>
              <Link {...linkTo(topicLink(topicId))}>{name}</Link> {isNew && <Tag>{t('new')}</Tag>}
              <span className="lp-small lp-quiet lp-number lp-rising__what">
                {t('rising.line', {
                  number: format.number(Math.round(rise.count)),
                  change: `${format.change(rise.change * 100, 0)} %`,
                  interval: format.interval(rise.low * 100, rise.high * 100, 0),
                })}
              </span>
            </span>
            <Spark name={name} weeks={weeks} />
          </li>
        ))}
      </ul>
    </section>
  )
}
