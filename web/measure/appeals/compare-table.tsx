/** Both codings side by side, and what each answer shall be. */
import { Checkbox, Select } from '@digdir/designsystemet-react'
import { useState } from 'react'
import type { AppealDetail } from '../../../src/measure/appeals/contract.ts'
import { cannotTell } from '../../../src/measure/coding/contract.ts'
import type { AskedQuestion } from '../../../src/measure/fieldwork/contract.ts'
import { notApplicable } from '../../../src/measure/fieldwork/contract.ts'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { Status } from '../../design/status.tsx'
import { appealsTexts } from '../../i18n/appeals.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'

/** What is compared: of a correction only the answers as they are. */
type Compared = Pick<AppealDetail, 'form' | 'questions' | 'first' | 'clocked'> & {
  readonly second?: AppealDetail['second']
}

type CompareProps = {
  readonly appeal: Compared
  /** The answers that are to be others; absent: nothing can be decided now. */
  readonly decided?: Readonly<Record<string, string>>
  readonly onDecide?: (question: string, answer: string | undefined) => void
  readonly isCorrection?: boolean
}

export function CompareTable({ appeal, decided, onDecide, isCorrection = false }: CompareProps) {
  const t = useTexts(appealsTexts)
  const [onlyDifferent, setOnlyDifferent] = useState(true)
  const hasSecond = appeal.second !== undefined
  const marked = appeal.form.questions.filter(
    ({ id }) => appeal.questions.includes(id) || isDifferent(appeal, id),
  )
  const shown = onlyDifferent && marked.length > 0 ? marked : appeal.form.questions
  return (
    <div className="lp-card">
      <h2>{t(isCorrection ? 'correct.answers' : 'one.compare')}</h2>
      {hasSecond && <p className="lp-quiet">{t('one.compareText')}</p>}
      {marked.length > 0 && (
        <Checkbox
          label={t('one.onlyDifferent')}
          checked={onlyDifferent}
          onChange={(event) => setOnlyDifferent(event.target.checked)}
        />
      )}
      <ScrollBox label={t(isCorrection ? 'correct.answers' : 'one.compare')}>
        <table className="lp-compare">
          <thead>
            <tr>
              <th scope="col">{t('one.question')}</th>
              <th scope="col">{t(isCorrection ? 'correct.now' : 'one.first')}</th>
              {hasSecond && <th scope="col">{t('one.second')}</th>}
              {onDecide && <th scope="col">{t('one.decided')}</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((question) => (
              <Row
                key={question.id}
                question={question}
                appeal={appeal}
                {...(decided ? { decided } : {})}
                {...(onDecide ? { onDecide } : {})}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  )
}

/** Both have answered, and not the same. */
function isDifferent({ first, second }: Compared, question: string): boolean {
  const answer = second?.[question]
  return answer !== undefined && answer !== cannotTell && answer !== first[question]
}

type RowProps = CompareProps & { readonly question: AskedQuestion }

function Row({ question, appeal, decided, onDecide }: RowProps) {
  const t = useTexts(appealsTexts)
  const language = useLanguage()
  const different = isDifferent(appeal, question.id)
  const words = (answer: string | undefined): string => {
    if (answer === undefined || answer === '') return t('one.blank')
    if (answer === notApplicable) return t('one.notApplicable')
    if (answer === cannotTell) return t('one.cannotTell')
    return question.options.find(({ id }) => id === answer)?.label[language] ?? answer
  }
  const second = appeal.second?.[question.id]
  return (
    <tr data-different={different || undefined}>
      <th scope="row">
        {question.text[language]}{' '}
        {appeal.questions.includes(question.id) && <Status tone="warning">{t('changes.appeal')}</Status>}
      </th>
      <td>{words(appeal.first[question.id])}</td>
      {appeal.second !== undefined && (
        <td>
          {second === undefined && appeal.clocked.includes(question.id) ? t('one.notCoded') : words(second)}{' '}
          {different && <Status tone="information">{t('one.different')}</Status>}
        </td>
      )}
      {onDecide && (
        <td>
          <Select
            data-size="sm"
            aria-label={`${t('one.decided')}: ${question.text[language]}`}
            value={decided?.[question.id] ?? ''}
            onChange={(event) => onDecide(question.id, event.target.value || undefined)}
          >
            <Select.Option value="">{t('one.keep')}</Select.Option>
            {question.options.map(({ id, label }) => (
              <Select.Option key={id} value={id}>
                {label[language]}
              </Select.Option>
            ))}
            {question.notApplicable && (
              <Select.Option value={notApplicable}>{t('one.notApplicable')}</Select.Option>
            )}
          </Select>
        </td>
      )}
    </tr>
  )
}
