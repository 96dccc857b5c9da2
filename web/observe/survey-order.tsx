import { Button } from '@digdir/designsystemet-react'
import { useState } from 'react'
import type { MySurvey } from '../../src/measure/expectations/contract.ts'
import { Icon } from '../design/icon.tsx'
import { expectationTexts } from '../i18n/expectations.ts'
import { useLanguage, useTexts } from '../i18n/use-texts.ts'

type Answer = Readonly<Record<string, number>>
type Props = {
  readonly survey: MySurvey
  readonly answer: Answer
  readonly onAnswer: (answer: Answer) => void
}

/**
 * The most important is tapped first; what is chosen can be moved by buttons or by the arrow keys. Nothing has to be
 * dragged, and every move is told to a screen reader.
 */
export function SurveyOrder({ survey, answer, onAnswer }: Props) {
  const t = useTexts(expectationTexts)
  const language = useLanguage()
  const [told, setTold] = useState('')
  const { items, depth } = survey
  const nameOf = (id: string) => items.find((item) => item.id === id)?.text[language] ?? id
  const order = Object.keys(answer).toSorted((a, b) => (answer[a] ?? 0) - (answer[b] ?? 0))
  const rest = items.filter(({ id }) => !order.includes(id))
  const change = (next: readonly string[], moved: string): void => {
    onAnswer(Object.fromEntries(next.map((id, index) => [id, index + 1])))
    const place = next.indexOf(moved) + 1
    setTold(place > 0 ? t('mine.moved', { item: nameOf(moved), place }) : '')
  }
  const move = (id: string, by: -1 | 1): void => {
    const [from, to] = [order.indexOf(id), order.indexOf(id) + by]
    if (to < 0 || to >= order.length) return
    change(order.with(from, order[to]!).with(to, id), id)
  }
  const left = depth - order.length
  return (
    <>
      <section className="lp-stack" aria-labelledby="survey-chosen">
        <div>
          <h2 id="survey-chosen">{t('mine.rankTitle', { depth })}</h2>
          <p className="lp-quiet">{left > 0 ? t('mine.rankHint') : t('mine.full')}</p>
        </div>
        <ol className="lp-survey__order" aria-label={t('mine.chosen')}>
          {order.map((id, index) => (
            <Chosen
              key={id}
              name={nameOf(id)}
              place={index + 1}
              isFirst={index === 0}
              isLast={index === order.length - 1}
              onMove={(by) => move(id, by)}
              onRemove={() =>
                change(
                  order.filter((other) => other !== id),
                  id,
                )
              }
            />
          ))}
        </ol>
        <p role="status" className="lp-visually-hidden">
          {told}
        </p>
      </section>
      {left > 0 && (
        <section className="lp-stack" aria-labelledby="survey-rest">
          <h2 id="survey-rest">
            {t('mine.rest')} <span className="lp-quiet">{t('mine.left', { count: left })}</span>
          </h2>
          <ul className="lp-plain-list lp-survey__rest">
            {rest.map(({ id, text }) => (
              <li key={id}>
                <button
                  type="button"
                  className="lp-survey__choice"
                  aria-label={t('mine.add', { item: text[language], place: order.length + 1 })}
                  onClick={() => change([...order, id], id)}
                >
                  {text[language]}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

type ChosenProps = {
  readonly name: string
  readonly place: number
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

function Chosen({ name, place, isFirst, isLast, onMove, onRemove }: ChosenProps) {
  const t = useTexts(expectationTexts)
  return (
    <li
      className="lp-survey__chosen"
      onKeyDown={(event) => {
        const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key as 'ArrowUp']
        if (by === undefined) return
        event.preventDefault()
        onMove(by)
      }}
    >
      <span className="lp-survey__place lp-number" aria-hidden="true">
        {place}
      </span>
      <span className="lp-survey__name">{name}</span>
      <span className="lp-survey__moves">
        <Button
          type="button"
          icon
          variant="tertiary"
          aria-label={t('mine.up', { item: name })}
          aria-disabled={isFirst}
          onClick={() => onMove(-1)}
        >
          <span className="lp-survey__up">
            <Icon name="chevron" />
          </span>
        </Button>
        <Button
          type="button"
          icon
          variant="tertiary"
          aria-label={t('mine.down', { item: name })}
          aria-disabled={isLast}
          onClick={() => onMove(1)}
        >
          <Icon name="chevron" />
        </Button>
        <Button
          type="button"
          icon
          variant="tertiary"
          aria-label={t('mine.remove', { item: name })}
          onClick={onRemove}
        >
          <Icon name="close" />
        </Button>
      </span>
    </li>
  )
}
