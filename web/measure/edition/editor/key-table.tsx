import { wholeKey } from '../../../../src/measure/edition/rules/distribution-key.ts'
import { methodTexts } from '../../../i18n/method.ts'
import { useFormats, useLanguage, useTexts } from '../../../i18n/use-texts.ts'
import { useDraft } from './draft.ts'
import { ScrollBox } from './scroll-box.tsx'

/** What the key gives for every set of channels that a participant may have. */
export function KeyTable() {
  const t = useTexts(methodTexts)
  const language = useLanguage()
  const format = useFormats()
  const { method, whole } = useDraft()
  if (!whole) return null
  const nameOf = new Map(method.channels.map(({ id, name }) => [id, name[language]]))
  return (
    <section className="lp-card" aria-labelledby="key-title">
      <h2 id="key-title">{t('channels.keyTitle')}</h2>
      <p className="lp-quiet">{t('channels.keyNote')}</p>
      <ScrollBox label={t('channels.keyTitle')}>
        <table className="lp-totals lp-number">
          <thead>
            <tr>
              <th scope="col">{t('channels.has')}</th>
              {method.channels.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name[language]}
                </th>
              ))}
              <th scope="col">{t('channels.total')}</th>
            </tr>
          </thead>
          <tbody>
            {wholeKey(method).map(({ channels, counts }) => (
              <tr key={channels.join('+')}>
                <th scope="row">{channels.map((id) => nameOf.get(id)).join(', ')}</th>
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
