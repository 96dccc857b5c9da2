import { useId } from 'react'
import type { QuestionMethod } from '../../../../src/measure/edition/contract.ts'
import { bestPoints } from '../../../../src/measure/edition/rules/form.ts'
import { Icon } from '../../../design/icon.tsx'
import { Status, Tag } from '../../../design/status.tsx'
import { methodTexts } from '../../../i18n/method.ts'
import { useLanguage, useTexts } from '../../../i18n/use-texts.ts'
import { issuesAt, useDraft } from './draft.ts'
import { QuestionForm } from './question-form.tsx'

type Props = {
  readonly question: QuestionMethod
  readonly index: number
  readonly open: boolean
  readonly onToggle: () => void
}

/** A question in one line: what is asked, where, and what it can give. Opened, it can be edited. */
export function QuestionRow({ question, index, open, onToggle }: Props) {
  const t = useTexts(methodTexts)
  const language = useLanguage()
  const panel = useId()
  const { issues, method } = useDraft()
  const best = bestPoints(question)
  const broken = issuesAt(issues, `questions.${index}`).length > 0
  const everywhere = method.channels.every(({ id }) => question.channels.includes(id))
  return (
    <li>
      <button
        type="button"
        className="lp-editor-row"
        aria-expanded={open}
        aria-controls={panel}
        onClick={onToggle}
      >
        <Icon name={open ? 'chevron' : 'right'} size={18} />
        <span className="lp-editor-row__text">{question.text[language]}</span>
        <span className="lp-editor-row__tags">
          {broken && <Status tone="warning">{t('issues.title')}</Status>}
          {!everywhere &&
            method.channels
              .filter(({ id }) => question.channels.includes(id))
              .map(({ id, name }) => <Tag key={id}>{name[language]}</Tag>)}
        </span>
        <span className="lp-editor-row__points lp-number">
          {question.scored ? t('questions.best', { count: best }) : t('questions.noPoints')}
        </span>
      </button>
      <div id={panel} hidden={!open}>
        {open && <QuestionForm question={question} index={index} />}
      </div>
    </li>
  )
}
