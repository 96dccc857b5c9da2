import type { ResultPreview } from '../../../src/measure/interchange/contract.ts'
import { channelTexts } from '../../i18n/channels.ts'
import { interchangeTexts } from '../../i18n/interchange.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

/** What the file says, counted, and how our scores agree with those that it brings. */
export function ResultFound({ preview }: { readonly preview: ResultPreview }) {
  const t = useTexts(interchangeTexts)
  const channel = useTexts(channelTexts)
  const format = useFormats()
  const { rows, participants, classes, channels, from, to, meanScore, compared } = preview
  const figures: readonly (readonly [string, string])[] = [
    [t('results.rows'), format.number(rows)],
    [t('results.participants'), format.number(participants)],
    [t('results.classes'), classes.join(', ')],
    [t('results.dates'), from === null || to === null ? '' : `${format.date(from)} – ${format.date(to)}`],
    [t('results.mean'), meanScore === null ? '' : format.number(meanScore, 1)],
  ]
  return (
    <section className="lp-card" aria-labelledby="result-found">
      <h2 id="result-found">{t('results.found')}</h2>
      <dl className="lp-facts">
        {figures
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="lp-number">{value}</dd>
            </div>
          ))}
      </dl>
      {channels.length > 0 && (
        <ul className="lp-plain-list">
          {channels.map((one) => (
            <li key={one.channel}>
              {t('results.channelLine', {
                channel: channel(one.channel),
                rows: format.number(one.rows),
                answered: format.number(one.answered),
              })}
            </li>
          ))}
        </ul>
      )}
      {compared && (
        <p>
          {compared.equal === compared.rows
            ? t('results.agree', { rows: format.number(compared.rows) })
            : t('results.disagree', {
                equal: format.number(compared.equal),
                rows: format.number(compared.rows),
                line: compared.line,
                largest: format.number(compared.largest, 1),
              })}
        </p>
      )}
    </section>
  )
}
