/** One core answer: the sheet, who has said yes, what each channel makes of it, and what is really said. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { AnswerDetail } from '../../../src/understand/answers/contract.ts'
import { api } from '../../api.ts'
import { Awaited } from '../../design/states.tsx'
import { answerTexts } from '../../i18n/answers.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { useHasRole } from '../../session.ts'
import { AnswerSuggestions } from '../suggestions/answer-suggestions.tsx'
import { UnderstandFrame } from '../understand-frame.tsx'
import { AnswerSteps } from './answer-steps.tsx'
import { StateMark, useChannelList } from './answer-words.tsx'
import { Comments } from './comments.tsx'
import { CoreCard } from './core-card.tsx'
import { CoreEditor } from './edit/core-editor.tsx'
import { History } from './history.tsx'
import { PlaceCard } from './place-card.tsx'
import { SignOffs } from './sign-offs.tsx'
import { Versions } from './versions/versions.tsx'
import { Wild } from './wild.tsx'
import './answers.css'

export function AnswerPage() {
  const t = useTexts(answerTexts)
  const { answerId } = useParams({ strict: false }) as { answerId: string }
  const query = useQuery(api.answers.get.queryOptions({ input: { answerId } }))
  const answer = query.data as AnswerDetail | undefined
  const title = useTitle(answer)
  return (
    <UnderstandFrame
      part="answers"
      trail={[{ to: '/understand/answers', label: t('name') }]}
      title={title}
      subtitle={<Subtitle answer={answer} />}
      width="wide"
      actions={answer && <AnswerSteps answer={answer} />}
    >
      <Awaited query={{ data: answer, error: query.error, refetch: query.refetch }}>
        {(loaded) => <Loaded answer={loaded} />}
      </Awaited>
    </UnderstandFrame>
  )
}

function Subtitle({ answer }: { readonly answer: AnswerDetail | undefined }) {
  const t = useTexts(answerTexts)
  const format = useFormats()
  if (!answer) return null
  const by = answer.changedBy ?? t('page.someone')
  return (
    <>
      <StateMark answer={answer} />{' '}
      {t('page.subtitle', { revision: answer.revision, at: format.instant(answer.changedAt), by })}
    </>
  )
}

function useTitle(answer: AnswerDetail | undefined): string {
  const t = useTexts(answerTexts)
  const list = useChannelList()
  if (!answer) return t('name')
  const { title, state, wrong, stale, missingSignOffs, changing } = answer
  if (state === 'retired') return t('page.retired', { title })
  if (wrong.length > 0) return t('page.wrong', { title, channels: list(wrong) })
  if (state === 'inReview')
    return missingSignOffs.length === 0
      ? t('page.inReviewReady', { title })
      : t('page.inReview', { title, channels: list(missingSignOffs) })
  if (changing) return t('page.changing', { title })
  if (stale.length > 0) return t('page.stale', { title, channels: list(stale) })
  return state === 'agreed' ? t('page.agreed', { title }) : t('page.draft', { title })
}

function Loaded({ answer }: { readonly answer: AnswerDetail }) {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const leads = useHasRole('editor', 'manager', 'admin')
  const editing = search.edit === 'core' && answer.may.write && answer.state !== 'retired'
  const edit = (on: boolean) =>
    void navigate({
      to: '/understand/answers/$answerId',
      params: { answerId: answer.answerId },
      search: (on ? { edit: 'core' } : {}) as never,
      // Whoever saves or cancels has said what becomes of the text.
      ignoreBlocker: !on,
    })
  if (editing) return <CoreEditor answer={answer} onDone={() => edit(false)} />
  return (
    <>
      <div className="lp-answer">
        <div>
          <CoreCard answer={answer} onEdit={() => edit(true)} />
          {answer.may.write && <PlaceCard key={`${answer.topicId} ${answer.ownerId}`} answer={answer} />}
        </div>
        <div>
          <SignOffs answer={answer} />
          <Comments answer={answer} />
        </div>
      </div>
      <Versions answer={answer} />
      {leads && <Wild answer={answer} />}
      <AnswerSuggestions answerId={answer.answerId} topicId={answer.topicId} />
      <History answer={answer} />
    </>
  )
}
