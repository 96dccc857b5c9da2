/** Every revision with what changed in it, and the way back to any of them. */
import { Button, Details } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { languages } from '../../../src/kernel/localized.ts'
import type {
  AnswerDetail,
  HistoryEntry,
  LifeEntry,
  RevisionView,
} from '../../../src/understand/answers/contract.ts'
import { api } from '../../api.ts'
import { Awaited, ErrorState, Loading } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import { answerTexts } from '../../i18n/answers.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { DiffView } from './diff-view.tsx'
import { useKeepAnswer } from './use-acts.ts'

export function History({ answer }: { readonly answer: AnswerDetail }) {
  const t = useTexts(answerTexts)
  const [open, setOpen] = useState(false)
  return (
    <section className="lp-card lp-no-print" aria-labelledby="history">
      <h2 id="history">{t('history.title')}</h2>
      {open ? (
        <Entries answer={answer} />
      ) : (
        <Button variant="secondary" onClick={() => setOpen(true)}>
          {t('history.show')}
        </Button>
      )}
    </section>
  )
}

function Entries({ answer }: { readonly answer: AnswerDetail }) {
  const query = useQuery(api.answers.history.queryOptions({ input: { answerId: answer.answerId } }))
  return (
    <Awaited query={query}>
      {({ revisions, life }) => (
        <ul className="lp-comments">
          {revisions.map((entry) => (
            <Entry
              key={entry.revision}
              answer={answer}
              entry={entry as HistoryEntry}
              life={(life as LifeEntry[]).filter(({ revision }) => revision === entry.revision)}
            />
          ))}
        </ul>
      )}
    </Awaited>
  )
}

type EntryProps = {
  readonly answer: AnswerDetail
  readonly entry: HistoryEntry
  readonly life: readonly LifeEntry[]
}

function Entry({ answer, entry, life }: EntryProps) {
  const t = useTexts(answerTexts)
  const format = useFormats()
  const keep = useKeepAnswer()
  const { revision, kind, note, at, by, agreed } = entry
  const restore = useMutation(
    api.answers.restore.mutationOptions({
      onSuccess: (restored) => keep(restored as AnswerDetail, t('history.restored', { revision })),
    }),
  )
  const what =
    kind === 'restored' || kind === 'fact' ? t(`history.kind.${kind}`, { note }) : t(`history.kind.${kind}`)
  return (
    <li>
      <p>
        <strong>{t('history.version', { revision })}</strong>{' '}
        {agreed && <Status tone="good">{t('history.agreed')}</Status>}
      </p>
      <p className="lp-small lp-quiet">
        {what} · {by ?? t('page.someone')} · {format.instant(at)}
        {note !== '' && kind !== 'restored' && kind !== 'fact' && ` · «${note}»`}
      </p>
      {life.map((step) => (
        <p key={step.at + step.kind + step.channel} className="lp-small lp-quiet">
          {format.instant(step.at)}: {step.by ?? t('page.someone')} <Step step={step} />
        </p>
      ))}
      {revision > 1 && (
        <Details>
          <Details.Summary>{t('history.compare')}</Details.Summary>
          <Details.Content>
            <Compare answerId={answer.answerId} revision={revision} />
          </Details.Content>
        </Details>
      )}
      {answer.may.write && answer.state !== 'retired' && revision !== answer.revision && (
        <div>
          <Button
            variant="tertiary"
            data-size="sm"
            loading={restore.isPending}
            onClick={() => restore.mutate({ answerId: answer.answerId, revision })}
          >
            {t('history.restore')}
          </Button>
        </div>
      )}
      {restore.error ? <ErrorState error={restore.error} /> : null}
    </li>
  )
}

function Step({ step }: { readonly step: LifeEntry }) {
  const t = useTexts(answerTexts)
  const channel = step.channel === null ? '' : t(`channel.${step.channel}`)
  switch (step.kind) {
    case 'submit':
    case 'withdraw':
    case 'agree':
    case 'retire':
    case 'revive':
      return t(`life.${step.kind}`)
    default:
      return t('life.signOff', { channel })
  }
}

function Compare({ answerId, revision }: { readonly answerId: string; readonly revision: number }) {
  const t = useTexts(answerTexts)
  const after = useQuery(api.answers.revision.queryOptions({ input: { answerId, revision } })).data
  const before = useQuery(
    api.answers.revision.queryOptions({ input: { answerId, revision: revision - 1 } }),
  ).data
  if (!after || !before) return <Loading lines={3} />
  return (
    <div className="lp-stack">
      <p className="lp-small lp-quiet">{t('history.diff', { from: revision - 1, to: revision })}</p>
      <DiffView before={inWords(before as RevisionView)} after={inWords(after as RevisionView)} />
    </div>
  )
}

/** The sheet as one text, with the shared facts as they were. */
export function inWords({ content, facts }: Pick<RevisionView, 'content' | 'facts'>): string {
  const known = (text: string) =>
    text.replaceAll(
      /\{\{=\s*([^{}]+?)\s*\}\}/g,
      (whole, name: string) => facts[name.toLowerCase()]?.value ?? whole,
    )
  const texts = languages.flatMap((language) => {
    const text = content.texts[language]
    return text ? [text.title, known(text.body)] : []
  })
  return [...texts, ...content.questions, ...Object.values(content.sheet)]
    .filter((part) => part !== '')
    .join('\n\n')
}
