import {
  type AskedQuestion,
  notApplicable,
  type ReviewDetail,
} from '../../../src/measure/fieldwork/contract.ts'
import { Icon } from '../../design/icon.tsx'
import { fieldworkTexts } from '../../i18n/fieldwork.ts'
import { observeTexts } from '../../i18n/observe.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'

/** The form as it was handed in, area by area; where an earlier version said something else, that stands beside. */
export function FilledForm({ detail }: { readonly detail: ReviewDetail }) {
  const t = useTexts(fieldworkTexts)
  const language = useLanguage()
  const format = useFormats()
  if (!detail.answered) return null
  const scoreOf = new Map(detail.score?.areas.map(({ area, score }) => [area, score]))
  return (
    <section className="lp-card lp-filled" aria-label={t('review.form')}>
      {detail.form.areas.map((area) => {
        const score = scoreOf.get(area.id)
        return (
          <div key={area.id} className="lp-filled__area">
            <h3>
              {area.name[language]}
              {score !== undefined && <span className="lp-number lp-quiet"> {format.number(score, 0)}</span>}
            </h3>
            <dl>
              {detail.form.questions
                .filter((question) => question.area === area.id)
                .map((question) => (
                  <Answer key={question.id} question={question} detail={detail} />
                ))}
            </dl>
            {detail.form.comments
              .filter((comment) => comment.area === area.id)
              .map((comment) => (
                <Comment key={comment.id} comment={comment} detail={detail} />
              ))}
          </div>
        )
      })}
    </section>
  )
}

type AnswerProps = { readonly question: AskedQuestion; readonly detail: ReviewDetail }

function Answer({ question, detail }: AnswerProps) {
  const t = useTexts(fieldworkTexts)
  const observe = useTexts(observeTexts)
  const language = useLanguage()
  const words = (option: string | undefined): string => {
    if (option === notApplicable) return observe('form.notApplicable')
    return question.options.find(({ id }) => id === option)?.label[language] ?? t('review.empty')
  }
  const now = detail.answers[question.id]
  const before = detail.earlier[0] && words(detail.earlier[0].answers[question.id])
  const isMarked = detail.findings.some(({ where }) => where === question.id)
  return (
    <div className="lp-filled__line">
      <dt className="lp-filled__question">
        {question.clock && <Icon name="clock" size={16} />} {question.text[language]}
      </dt>
      <dd className="lp-filled__answer">
        {isMarked && <Icon name="warning" size={16} />} {words(now)}
        {before !== undefined && before !== words(now) && (
          <span className="lp-small lp-quiet lp-filled__before">{t('review.before', { text: before })}</span>
        )}
      </dd>
    </div>
  )
}

type CommentProps = {
  readonly comment: ReviewDetail['form']['comments'][number]
  readonly detail: ReviewDetail
}

function Comment({ comment, detail }: CommentProps) {
  const t = useTexts(fieldworkTexts)
  const text = detail.comments[comment.id]?.trim() ?? ''
  const before = detail.earlier[0]?.comments[comment.id]?.trim()
  return (
    <blockquote className="lp-filled__comment">
      {text === '' ? <span className="lp-quiet">{t('review.noComment')}</span> : text}
      {before !== undefined && before !== text && (
        <span className="lp-small lp-quiet lp-filled__before">
          {t('review.before', { text: before === '' ? t('review.empty') : before })}
        </span>
      )}
    </blockquote>
  )
}
