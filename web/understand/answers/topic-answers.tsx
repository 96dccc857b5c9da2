/** The place of core answers on a topic's page. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AnswerLine } from '../../../src/understand/answers/contract.ts'
import { api } from '../../api.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { answerTexts } from '../../i18n/answers.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'
import { FlagMarks, StateMark } from './answer-words.tsx'
import './answers.css'

/** @example <TopicAnswers topicId={topicId} /> */
export function TopicAnswers({ topicId }: { readonly topicId: string }) {
  const t = useTexts(answerTexts)
  const mayWrite = useHasRole('editor', 'admin')
  const { data } = useQuery(api.answers.list.queryOptions({ input: { topic: topicId } }))
  if (!data) return null
  const items = data.items as readonly AnswerLine[]
  const name = data.unanswered[0]?.topic ?? ''
  return (
    <section className="lp-card" aria-labelledby="topic-answers">
      <h2 id="topic-answers">{t('topic.title')}</h2>
      {items.length === 0 && <p className="lp-quiet">{t('topic.none')}</p>}
      <ul className="lp-answer-people">
        {items.map((answer) => (
          <li key={answer.answerId}>
            <Link to="/understand/answers/$answerId" params={{ answerId: answer.answerId }}>
              {answer.title}
            </Link>
            <span className="lp-answer-flags">
              <StateMark answer={answer} />
              <FlagMarks answer={answer} />
            </span>
          </li>
        ))}
      </ul>
      {items.length === 0 && mayWrite && (
        <LinkButton
          to="/understand/answers"
          search={{ topic: topicId, write: name } as never}
          variant="secondary"
        >
          {t('topic.write')}
        </LinkButton>
      )}
    </section>
  )
}
