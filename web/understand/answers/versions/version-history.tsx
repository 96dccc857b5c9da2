/** Earlier texts of a channel, and what has changed in the core since a text was approved. */
import { Button, Details } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Language } from '../../../../src/kernel/localized.ts'
import type { AnswerDetail, RevisionView } from '../../../../src/understand/answers/contract.ts'
import type { AnswerChannel } from '../../../../src/understand/answers/rules/answer-words.ts'
import { api } from '../../../api.ts'
import { Awaited, Loading } from '../../../design/states.tsx'
import { Status } from '../../../design/status.tsx'
import { answerTexts } from '../../../i18n/answers.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { DiffView } from '../diff-view.tsx'
import { inWords } from '../history.tsx'

type OfVersion = { readonly answerId: string; readonly channel: AnswerChannel; readonly language: Language }

export function VersionHistory(of: OfVersion) {
  const t = useTexts(answerTexts)
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <div className="lp-no-print">
        <Button variant="tertiary" data-size="sm" onClick={() => setOpen(true)}>
          {t('versions.history')}
        </Button>
      </div>
    )
  return <Edits {...of} />
}

function Edits(of: OfVersion) {
  const t = useTexts(answerTexts)
  const format = useFormats()
  const query = useQuery(api.answers.versions.history.queryOptions({ input: of }))
  return (
    <Awaited query={query} lines={3}>
      {({ edits }) => (
        <ul className="lp-comments">
          {edits.map(({ editNumber, kind, body, at, by }, place) => {
            const before = edits.slice(place + 1).find((each) => each.kind !== 'approved')
            return (
              <li key={`${editNumber} ${kind}`}>
                <p className="lp-small lp-quiet">
                  {format.instant(at)} · {by ?? t('page.someone')}{' '}
                  {kind === 'approved' && <Status tone="good">{t('versions.approved')}</Status>}
                </p>
                {kind !== 'approved' && (
                  <Details>
                    <Details.Summary>{t('history.compare')}</Details.Summary>
                    <Details.Content>
                      <DiffView before={before?.body ?? ''} after={body} />
                    </Details.Content>
                  </Details>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </Awaited>
  )
}

type Changes = { readonly answer: AnswerDetail; readonly from: number; readonly language: Language }

export function CoreChanges({ answer, from, language }: Changes) {
  const t = useTexts(answerTexts)
  return (
    <Details>
      <Details.Summary>{t('versions.changes')}</Details.Summary>
      <Details.Content>
        <Changed answer={answer} from={from} language={language} />
      </Details.Content>
    </Details>
  )
}

function Changed({ answer, from, language }: Changes) {
  const { answerId, agreedRevision } = answer
  const before = useQuery(api.answers.revision.queryOptions({ input: { answerId, revision: from } })).data
  const after = useQuery(
    api.answers.revision.queryOptions({ input: { answerId, revision: agreedRevision ?? from } }),
  ).data
  if (!before || !after) return <Loading lines={2} />
  return (
    <DiffView
      before={bodyIn(before as RevisionView, language)}
      after={bodyIn(after as RevisionView, language)}
    />
  )
}

function bodyIn({ content, facts }: RevisionView, language: Language): string {
  const text = content.texts[language] ?? content.texts[content.source]
  const sheet = { tasks: '', goals: '', waysIn: '', waysForward: '' }
  return inWords({
    content: { ...content, sheet, questions: [], texts: text ? { [language]: text } : {} },
    facts,
  })
}
