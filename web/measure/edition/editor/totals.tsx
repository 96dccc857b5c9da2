import { useDeferredValue } from 'react'
import { formFor } from '../../../../src/measure/edition/rules/form.ts'
import { areaTolerance } from '../../../../src/measure/edition/rules/invariants/points.ts'
import { Icon } from '../../../design/icon.tsx'
import { ScrollBox } from '../../../design/scroll-box.tsx'
import { methodTexts } from '../../../i18n/method.ts'
import { useFormats, useLanguage, useTexts } from '../../../i18n/use-texts.ts'
import { useDraft } from './draft.ts'

/** Live totals: each area's share of the points on every channel's form, beside the weight it should have. */
export function Totals() {
  const t = useTexts(methodTexts)
  const format = useFormats()
  const language = useLanguage()
  const method = useDeferredValue(useDraft().method)
  const forms = method.channels.map((channel) => ({ channel, form: formFor(method, channel.id) }))
  return (
    <section className="lp-card" aria-labelledby="totals-title">
      <h2 id="totals-title">{t('totals.title')}</h2>
      <ScrollBox label={t('totals.table')}>
        <table className="lp-totals lp-number">
          <thead>
            <tr>
              <th scope="col">{t('totals.area')}</th>
              <th scope="col">{t('totals.weight')}</th>
              {forms.map(({ channel }) => (
                <th key={channel.id} scope="col">
                  <span className="lp-channel-head">
                    <Icon name={channel.id} size={16} />
                    <span>{t(`channels.short.${channel.id}`)}</span>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {method.areas.map((area) => (
              <tr key={area.id}>
                <th scope="row">{area.name[language]}</th>
                <td>{format.number(area.weight)}</td>
                {forms.map(({ channel, form }) => {
                  const part = form.parts.find((candidate) => candidate.area.id === area.id)
                  return (
                    <Share
                      key={channel.id}
                      share={part?.share ?? 0}
                      weight={area.weight}
                      points={part?.possible ?? 0}
                    />
                  )
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('field.points')}</th>
              <td />
              {forms.map(({ channel, form }) => (
                <td key={channel.id}>{format.number(form.possible)}</td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('totals.questions')}</th>
              <td />
              {forms.map(({ channel, form }) => (
                <td key={channel.id}>{format.number(form.questions.length)}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </ScrollBox>
      <p className="lp-small lp-quiet">{t('totals.note', { tolerance: format.number(areaTolerance) })}</p>
    </section>
  )
}

function Share({
  share,
  weight,
  points,
}: {
  readonly share: number
  readonly weight: number
  readonly points: number
}) {
  const t = useTexts(methodTexts)
  const format = useFormats()
  const off = Math.abs(share - weight) > areaTolerance
  const title = t('totals.share', { points: format.number(points), share: format.number(share, 1) })
  return (
    <td data-off={off} title={title}>
      {off && (
        <>
          <Icon name="warning" size={14} />
          <span className="lp-visually-hidden">{t('totals.off')}: </span>
        </>
      )}
      {format.number(Math.round(share * 10) / 10)}
    </td>
  )
}
