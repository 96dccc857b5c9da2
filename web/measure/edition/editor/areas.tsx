import { Button } from '@digdir/designsystemet-react'
import { useState } from 'react'
import type { AreaMethod } from '../../../../src/measure/edition/contract.ts'
import { say } from '../../../../src/measure/edition/rules/reference/options.ts'
import { methodTexts } from '../../../i18n/method.ts'
import { useFormats, useLanguage, useTexts } from '../../../i18n/use-texts.ts'
import { addArea } from './area-edits.ts'
import { useDraft } from './draft.ts'
import { LocalizedField, NumberField } from './fields.tsx'
import { IssuesAt } from './issue-list.tsx'
import { More } from './more.tsx'
import { RemoveArea } from './remove-area.tsx'
import { freshId, moveStep } from './reorder.ts'
import { RowButtons } from './row-buttons.tsx'

/** The areas in the order of the form, and what each of them weighs. */
export function Areas() {
  const t = useTexts(methodTexts)
  const format = useFormats()
  const { method, change, readOnly } = useDraft()
  const [leaving, setLeaving] = useState<number>()
  const [added, setAdded] = useState<string>()
  const sum = method.areas.reduce((all, { weight }) => all + weight, 0)
  const add = (): void => {
    setAdded(freshId('area', method.areas))
    change((draft) => addArea(draft, say('Nytt område', 'Nytt område', 'New area')))
  }
  return (
    <section className="lp-card" aria-labelledby="areas-title">
      <h2 id="areas-title">{t('areas.title')}</h2>
      <IssuesAt path="areas" exact />
      <ul className="lp-editor-rows">
        {method.areas.map((area, place) => (
          <AreaRow
            key={area.id}
            area={area}
            place={place}
            named={area.id === added}
            onRemove={() => setLeaving(place)}
          />
        ))}
      </ul>
      <div className="lp-row lp-rows-end">
        <p className="lp-number">{t('areas.sum', { sum: format.number(sum) })}</p>
        {!readOnly && (
          <Button variant="secondary" onClick={add}>
            {t('areas.add')}
          </Button>
        )}
      </div>
      <RemoveArea place={leaving} onClose={() => setLeaving(undefined)} />
    </section>
  )
}

type RowProps = {
  readonly area: AreaMethod
  readonly place: number
  /** Whether its name is open for writing: it was added just now. */
  readonly named: boolean
  readonly onRemove: () => void
}

function AreaRow({ area, place, named, onRemove }: RowProps) {
  const t = useTexts(methodTexts)
  const language = useLanguage()
  const { method, change, readOnly } = useDraft()
  const edit = (work: (own: AreaMethod) => void): void =>
    change((draft) => {
      const own = draft.areas[place]
      if (own) work(own)
    })
  return (
    <li className="lp-area-row">
      <h3>{area.name[language]}</h3>
      <NumberField
        label={`${t('areas.weight')}: ${area.name[language]}`}
        labelHidden
        value={area.weight}
        max={100}
        step={0.5}
        suffix="%"
        onChange={(weight) =>
          edit((own) => {
            own.weight = weight
          })
        }
      />
      {!readOnly && (
        <RowButtons
          name={area.name[language]}
          onMove={(step) => change((draft) => moveStep(draft.areas, place, { step, alike: () => true }))}
          onRemove={onRemove}
          kept={method.areas.length < 2}
        />
      )}
      <IssuesAt path={`areas.${place}`} />
      <More summary={t('field.names')} open={named}>
        <LocalizedField
          legend={t('field.name')}
          value={area.name}
          onChange={(name) =>
            edit((own) => {
              own.name = name
            })
          }
        />
      </More>
    </li>
  )
}
