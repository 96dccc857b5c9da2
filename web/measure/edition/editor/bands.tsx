import { Button } from '@digdir/designsystemet-react'
import type { BandMethod } from '../../../../src/measure/edition/contract.ts'
import { say } from '../../../../src/measure/edition/rules/reference/options.ts'
import { useToast } from '../../../design/toast.tsx'
import { methodTexts } from '../../../i18n/method.ts'
import { useLanguage, useTexts } from '../../../i18n/use-texts.ts'
import { canSplit, removeBand, setBelow, setFrom, splitBand } from './band-edits.ts'
import { useDraft } from './draft.ts'
import { LocalizedField, NumberField } from './fields.tsx'
import { IssuesAt } from './issue-list.tsx'
import { More } from './more.tsx'
import { Reading } from './reading.tsx'
import { RowButtons } from './row-buttons.tsx'

/** Into which bands scores fall. */
export function Bands() {
  const t = useTexts(methodTexts)
  const { method, readOnly } = useDraft()
  return (
    <section className="lp-card" aria-labelledby="bands-title">
      <h2 id="bands-title">{t('bands.title')}</h2>
      {!readOnly && <p className="lp-quiet">{t('bands.hint')}</p>}
      <IssuesAt path="bands" />
      <ul className="lp-editor-rows">
        {method.bands.map((band, place) => (
          <BandRow key={band.id} band={band} place={place} />
        ))}
      </ul>
    </section>
  )
}

type RowProps = { readonly band: BandMethod; readonly place: number }

function BandRow({ band, place }: RowProps) {
  const t = useTexts(methodTexts)
  const language = useLanguage()
  const { change, readOnly } = useDraft()
  return (
    <li className="lp-band-row">
      <h3>{band.name[language]}</h3>
      <NumberField
        label={t('bands.from')}
        value={band.from}
        max={100}
        onChange={(from) => change((draft) => setFrom(draft, place, from))}
      />
      {band.below === undefined ? (
        <Reading label={t('bands.top')} number>
          100
        </Reading>
      ) : (
        <NumberField
          label={t('bands.below')}
          value={band.below}
          max={100}
          onChange={(below) => change((draft) => setBelow(draft, place, below))}
        />
      )}
      {!readOnly && <BandButtons band={band} place={place} />}
      <More summary={t('field.names')}>
        <LocalizedField
          legend={t('field.name')}
          value={band.name}
          onChange={(name) =>
            change((draft) => {
              const own = draft.bands[place]
              if (own) own.name = name
            })
          }
        />
      </More>
    </li>
  )
}

function BandButtons({ band, place }: RowProps) {
  const t = useTexts(methodTexts)
  const language = useLanguage()
  const toast = useToast()
  const { method, change } = useDraft()
  const name = band.name[language]
  const remove = (): void => {
    const before = method.bands
    change((draft) => removeBand(draft, place))
    toast({
      text: t('field.removed', { name }),
      onUndo: () =>
        change((draft) => {
          draft.bands = structuredClone(before)
        }),
    })
  }
  return (
    <div className="lp-band-buttons">
      <Button
        variant="tertiary"
        aria-label={`${t('bands.split')}: ${name}`}
        disabled={!canSplit(band)}
        onClick={() => change((draft) => splitBand(draft, place, say('Nytt nivå', 'Nytt nivå', 'New band')))}
      >
        {t('bands.split')}
      </Button>
      <RowButtons name={name} onRemove={remove} kept={method.bands.length < 2} />
    </div>
  )
}
