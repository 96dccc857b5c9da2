import { wholeKey } from '../../../../src/measure/edition/rules/distribution-key.ts'
import { ScrollBox } from '../../../design/scroll-box.tsx'
import { methodTexts } from '../../../i18n/method.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { useDraft } from './draft.ts'

/** What the key gives for every set of channels that a participant may have. */
export function KeyTable() {
  const t = useTexts(methodTexts)
  const format = useFormats()
  const { method, whole } = useDraft()
  if (!whole) return null
  return (
    <section className="lp-card" aria-labelledby="key-title">
      <h2 id="key-title">{t('channels.keyTitle')}</h2>
      <p className="lp-quiet">
        {t('channels.keyNote')} {t('channels.slotHint')}
      </p>
      <ScrollBox label={t('channels.keyTable')}>
        <table className="lp-totals lp-number">
          <thead>
            <tr>
              <th scope="col">{t('channels.has')}</th>
              {method.channels.map(({ id }) => (
                <th key={id} scope="col">
                  {t(`channels.short.${id}`)}
                </th>
              ))}
              <th scope="col">{t('channels.total')}</th>
            </tr>
          </thead>
          <tbody>
            {wholeKey(method).map(({ channels, counts }) => (
              <tr key={channels.join('+')}>
                <th scope="row">{channels.map((id) => t(`channels.short.${id}`)).join(', ')}</th>
                {method.channels.map(({ id }) => (
                  <td key={id}>{counts[id] === undefined ? '–' : format.number(counts[id])}</td>
                ))}
                <td>{format.number(Object.values(counts).reduce((sum, count) => sum + count, 0))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  )
}
