import { memo } from 'react'
import type { TextLine, TopicList } from '../../../src/understand/topics/contract.ts'
import { Status } from '../../design/status.tsx'
import { curateTexts } from '../../i18n/curate.ts'
import { understandTexts } from '../../i18n/understand.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

type TextRowProps = {
  readonly text: TextLine
  readonly list: TopicList
  readonly isChosen: boolean
  readonly onChoose: (yes: boolean) => void
}

/** One text with where it came in, how often, and how sure its topic is. */
export function TextRow({ text, list, isChosen, onChoose }: TextRowProps) {
  const t = useTexts(curateTexts)
  const others = text.topics.length > 1 ? text.topics.map(({ topicId }) => nameOf(list, topicId)) : []
  return (
    <li className="lp-texts__row">
      <label className="lp-texts__label">
        <input type="checkbox" checked={isChosen} onChange={(event) => onChoose(event.target.checked)} />
        <span className="lp-texts__text">{text.text}</span>
      </label>
      <span className="lp-texts__more lp-small lp-quiet">
        <Facts text={text} />
        {others.length > 0 && ` · ${t('text.several', { names: others.join(', ') })}`}
      </span>
    </li>
  )
}

/** Drawn anew only when the text itself has changed: each step of a curation draws the rows of the open topic. */
export const Facts = memo(function Facts({ text }: { readonly text: TextLine }) {
  const t = useTexts(curateTexts)
  const channel = useTexts(understandTexts)
  const format = useFormats()
  const where = text.channels.map((each) => channel(`channel.${each}`)).join(', ')
  return (
    <>
      {where} · {t('text.asked', { contacts: Math.round(text.contacts) })}
      {' · '}
      {text.origin === 'person' ? (
        <Status tone="good">{t('text.placed')}</Status>
      ) : (
        <span className="lp-number">{t('text.certain', { percent: format.percent(text.certainty) })}</span>
      )}
    </>
  )
})

export function nameOf(list: TopicList, topicId: string): string {
  return list.items.find((line) => line.topicId === topicId)?.name ?? '–'
}
