import type { ReviewDetail } from '../../../src/measure/fieldwork/contract.ts'
import { type Severity, severityOf } from '../../../src/measure/fieldwork/rules/finding-kinds.ts'
import { Status, type Tone } from '../../design/status.tsx'
import { fieldworkTexts } from '../../i18n/fieldwork.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'

type Finding = ReviewDetail['findings'][number]

const tones: Readonly<Record<Severity, Tone>> = { serious: 'bad', look: 'warning', note: 'information' }

/** What the rules ask the reviewer to look at: the rule's name, how serious it is, and the figures behind. */
export function Findings({ detail }: { readonly detail: ReviewDetail }) {
  const t = useTexts(fieldworkTexts)
  const reason = useReason(detail)
  const placeOf = usePlace(detail)
  if (detail.findings.length === 0) return <p className="lp-quiet">{t('review.noFindings')}</p>
  return (
    <section className="lp-card lp-card--notice" aria-labelledby="findings-title">
      <h3 id="findings-title">{t('review.findingsTitle')}</h3>
      <ul className="lp-plain-list lp-findings">
        {detail.findings.map((finding) => (
          <li
            key={`${finding.kind} ${finding.where ?? ''} ${finding.params?.attempt ?? ''}`}
            className="lp-findings__line"
          >
            <span className="lp-findings__severity">
              <Status tone={tones[severityOf[finding.kind]]}>
                {t(`severity.${severityOf[finding.kind]}`)}
              </Status>
            </span>
            <span>
              <strong>{t(`finding.${finding.kind}`)}</strong>
              <span className="lp-small">
                {[placeOf(finding), reason(finding)].filter(Boolean).join(': ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The question or comment that a finding is about. */
function usePlace({ form }: ReviewDetail): (finding: Finding) => string | undefined {
  const language = useLanguage()
  return ({ where }) =>
    [...form.questions, ...form.comments].find(({ id }) => id === where)?.text[language].replace(/[?.]$/, '')
}

/** The words of an answer option of the form. */
function useOption({ form }: ReviewDetail): (question: string | undefined, option: string) => string {
  const t = useTexts(fieldworkTexts)
  const language = useLanguage()
  return (question, option) =>
    form.questions.find(({ id }) => id === question)?.options.find(({ id }) => id === option)?.label[
      language
    ] ?? t('review.empty')
}

/** What the form says against what the clock says, with the time where there is one. */
function useContradiction(detail: ReviewDetail): (finding: Finding) => string {
  const t = useTexts(fieldworkTexts)
  const format = useFormats()
  const optionOf = useOption(detail)
  return ({ where, params = {} }) => {
    if (where === undefined)
      return params.clock === 'answered'
        ? t('findingText.contradictionAnswered')
        : t('findingText.contradictionUnanswered')
    const said = {
      form: optionOf(where, String(params.form ?? '')),
      clock: optionOf(where, String(params.clock ?? '')),
    }
    return typeof params.seconds === 'number'
      ? t('findingText.contradictionWait', { ...said, waited: format.clock(params.seconds) })
      : t('findingText.contradictionOption', said)
  }
}

function useReason(detail: ReviewDetail): (finding: Finding) => string {
  const t = useTexts(fieldworkTexts)
  const format = useFormats()
  const contradiction = useContradiction(detail)
  const optionOf = useOption(detail)
  return (finding) => {
    const { kind, params = {} } = finding
    const text = (key: string): string => String(params[key] ?? '')
    const count = (key: string): number => Number(params[key] ?? 0)
    switch (kind) {
      case 'contradiction':
        return contradiction(finding)
      case 'tooFast':
        return t('findingText.tooFast', { seconds: count('seconds'), needed: count('needed') })
      case 'copiedComment':
        return t('findingText.copiedComment', { contact: text('contact'), alike: count('alike') })
      case 'shortComment':
        return t('findingText.shortComment', { count: count('words') })
      case 'namedPerson':
        return t('findingText.namedPerson', { name: text('name') })
      case 'outsideWindow':
        return t('findingText.outsideWindow', {
          attempt: text('attempt'),
          time: format.time(text('time')),
          from: format.time(text('from')),
          to: format.time(text('to')),
        })
      case 'otherDay':
        return t('findingText.otherDay', {
          date: format.shortDate(text('date')),
          planned: format.shortDate(text('planned')),
        })
      case 'duringPause':
        return t('findingText.duringPause', {
          from: format.instant(text('from')),
          to: params.to === undefined ? t('findingText.stillPaused') : format.instant(text('to')),
        })
      case 'straightLining':
        return t('findingText.straightLining', {
          questions: count('questions'),
          option: optionOf(text('question'), text('option')),
        })
      case 'unusualScore':
        return t('findingText.unusualScore', {
          score: count('score'),
          mean: count('mean'),
          n: count('n'),
          low: count('low'),
          high: count('high'),
        })
      case 'twoDevices':
        return t('findingText.twoDevices')
      case 'clockCorrected':
        return t('findingText.clockCorrected', { count: count('times') })
      case 'cutShort':
        return t('findingText.cutShort', {
          attempt: text('attempt'),
          reason: t(`reason.${text('reason') as 'busy'}`),
        })
      case 'lateAnswer':
        return t('findingText.lateAnswer', { at: format.instant(text('at')) })
      case 'missingComment':
        return ''
      case 'missingTranscript':
      case 'typedTime':
        return t(`findingText.${kind}`)
    }
  }
}
