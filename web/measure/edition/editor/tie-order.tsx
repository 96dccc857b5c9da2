import { methodTexts } from '../../../i18n/method.ts'
import { useTexts } from '../../../i18n/use-texts.ts'
import { useDraft } from './draft.ts'
import { IssuesAt } from './issue-list.tsx'
import { moveStep } from './reorder.ts'
import { RowButtons } from './row-buttons.tsx'

/** Which channel gets a contact when the key leaves equal remainders: the first of them in this order. */
export function TieOrder() {
  const t = useTexts(methodTexts)
  const { method, change, readOnly } = useDraft()
  return (
    <section className="lp-card" aria-labelledby="ties-title">
      <h2 id="ties-title">{t('channels.tieOrder')}</h2>
      <p className="lp-quiet">{t('channels.tieOrderHint')}</p>
      <IssuesAt path="keyTieOrder" />
      <ol className="lp-tie-order">
        {method.keyTieOrder.map((channel, place) => {
          const name = t(`channels.short.${channel}`)
          return (
            <li key={channel}>
              <span>{name}</span>
              {!readOnly && (
                <RowButtons
                  name={name}
                  onMove={(step) =>
                    change((draft) => moveStep(draft.keyTieOrder, place, { step, alike: () => true }))
                  }
                />
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
