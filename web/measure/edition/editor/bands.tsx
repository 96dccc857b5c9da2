import { methodTexts } from '../../../i18n/method.ts'
import { useLanguage, useTexts } from '../../../i18n/use-texts.ts'
import { useDraft } from './draft.ts'
import { LocalizedField, NumberField } from './fields.tsx'
import { IssuesAt } from './issue-list.tsx'
import { More } from './more.tsx'

/** Into which groups scores fall. */
export function Bands() {
  const t = useTexts(methodTexts)
  const language = useLanguage()
  const { method, change } = useDraft()
  return (
    <section className="lp-card" aria-labelledby="bands-title">
      <h2 id="bands-title">{t('bands.title')}</h2>
      <IssuesAt path="bands" />
      <ul className="lp-editor-rows">
        {method.bands.map((band, index) => (
          <li key={band.id} className="lp-band-row">
            <h3>{band.name[language]}</h3>
            <NumberField
              label={t('bands.from')}
              value={band.from}
              max={100}
              onChange={(from) =>
                change((draft) => {
                  const own = draft.bands[index]
                  if (own) own.from = from
                })
              }
            />
            {band.below === undefined ? (
              <p className="lp-quiet">{t('bands.top')}</p>
            ) : (
              <NumberField
                label={t('bands.below')}
                value={band.below}
                max={100}
                onChange={(below) =>
                  change((draft) => {
                    const own = draft.bands[index]
                    if (own) own.below = below
                  })
                }
              />
            )}
            <More summary={t('field.names')}>
              <LocalizedField
                legend={t('field.name')}
                value={band.name}
                onChange={(name) =>
                  change((draft) => {
                    const own = draft.bands[index]
                    if (own) own.name = name
                  })
                }
              />
            </More>
          </li>
        ))}
      </ul>
    </section>
  )
}
