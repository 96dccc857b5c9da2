import { Button } from '@digdir/designsystemet-react'
import { Icon } from '../../../design/icon.tsx'
import { methodTexts } from '../../../i18n/method.ts'
import { useTexts } from '../../../i18n/use-texts.ts'
import { useDraft } from './draft.ts'
import { IssuesAt } from './issue-list.tsx'
import { moveStep } from './reorder.ts'

/** Which channel gets a contact when the key leaves equal remainders: the first of them in this order. */
export function TieOrder() {
  const t = useTexts(methodTexts)
  const { method, change, readOnly } = useDraft()
  const move = (place: number, step: 1 | -1) => (): void =>
    change((draft) => moveStep(draft.keyTieOrder, place, { step, alike: () => true }))
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
                <span className="lp-option-buttons">
                  <Button
                    variant="tertiary"
                    icon
                    aria-label={`${t('field.up')}: ${name}`}
                    onClick={move(place, -1)}
                  >
                    <Icon name="chevron" />
                  </Button>
                  <Button
                    variant="tertiary"
                    icon
                    aria-label={`${t('field.down')}: ${name}`}
                    onClick={move(place, 1)}
                  >
                    <Icon name="chevron" />
                  </Button>
                </span>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
