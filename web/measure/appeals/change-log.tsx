/** What was changed after the review, and what it did: open to all who may read the results. */
import { useQuery } from '@tanstack/react-query'
import type { AnswerChange, ChangeLine } from '../../../src/measure/appeals/contract.ts'
import { api } from '../../api.ts'
import { Status, Tag } from '../../design/status.tsx'
import { appealsTexts } from '../../i18n/appeals.ts'
import { channelTexts } from '../../i18n/channels.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { EffectList } from './effect-list.tsx'
import './appeals.css'

/** Nothing is drawn while there is nothing to tell. */
export function ChangeLog({ editionId }: { readonly editionId: string }) {
  const t = useTexts(appealsTexts)
  const { data } = useQuery(api.appeals.changes.queryOptions({ input: { editionId } }))
  if (!data || data.items.length === 0) return null
  return (
    <section className="lp-card" id="changes" aria-labelledby="changes-title">
      <h2 id="changes-title">{t('changes.title', { count: data.items.length })}</h2>
      <p className="lp-quiet">{t('changes.text')}</p>
      <ul className="lp-plain-list lp-changes">
        {data.items.map((line) => (
          <li key={line.changeId}>
            <Line line={line} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ line }: { readonly line: ChangeLine }) {
  const t = useTexts(appealsTexts)
  const channel = useTexts(channelTexts)
  const format = useFormats()
  const tone = line.outcome === 'rejected' ? 'neutral' : 'information'
  return (
    <article className="lp-change">
      <div className="lp-row">
        <strong>{line.participant ?? line.class ?? t('changes.smallClass')}</strong>
        <Tag>{t(line.kind === 'appeal' ? 'changes.appeal' : 'changes.correction')}</Tag>
        <Status tone={tone}>{t(`outcome.${line.outcome}`)}</Status>
      </div>
      <p className="lp-small lp-quiet">
        {channel(line.channel)} · {format.date(line.at)}
      </p>
      <AnswerChanges changes={line.changes} />
      {line.outcome !== 'rejected' && <EffectList effect={line} excluded={line.excluded} />}
    </article>
  )
}

/** Each changed answer as before → after. */
export function AnswerChanges({ changes }: { readonly changes: readonly AnswerChange[] }) {
  const t = useTexts(appealsTexts)
  const language = useLanguage()
  if (changes.length === 0) return null
  return (
    <ul>
      {changes.map(({ question, text, from, to }) => (
        <li key={question}>
          {text[language]}
          <br />
          <span className="lp-quiet">{from?.[language] ?? t('one.blank')}</span> →{' '}
          <strong>{to?.[language] ?? t('one.blank')}</strong>
        </li>
      ))}
    </ul>
  )
}
