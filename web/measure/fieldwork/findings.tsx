import type { ReviewDetail } from '../../../src/measure/fieldwork/contract.ts'
import { Icon } from '../../design/icon.tsx'
import { fieldworkTexts } from '../../i18n/fieldwork.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'

type Finding = ReviewDetail['findings'][number]

/** What the rules ask the reviewer to look at, each with its reason in words. */
export function Findings({ detail }: { readonly detail: ReviewDetail }) {
  const t = useTexts(fieldworkTexts)
  const reason = useReason()
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
            <Icon name="warning" size={18} />
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

function useReason(): (finding: Finding) => string {
  const t = useTexts(fieldworkTexts)
  const format = useFormats()
  return ({ kind, params = {} }) => {
    const text = (key: string): string => String(params[key] ?? '')
    const count = (key: string): number => Number(params[key] ?? 0)
    switch (kind) {
      case 'tooFast':
        return t('findingText.tooFast', { seconds: count('seconds'), needed: count('needed') })
      case 'copiedComment':
        return t('findingText.copiedComment', { contact: text('contact') })
      case 'shortComment':
        return t('findingText.shortComment', { count: count('words') })
      case 'outsideWindow': {
        const [time, from, to] = ['time', 'from', 'to'].map((key) => format.time(text(key)))
        return t('findingText.outsideWindow', {
          attempt: text('attempt'),
          time: time ?? '',
          from: from ?? '',
          to: to ?? '',
        })
      }
      case 'otherDay':
        return t('findingText.otherDay', {
          date: format.shortDate(text('date')),
          planned: format.shortDate(text('planned')),
        })
      case 'straightLining':
        return t('findingText.straightLining', { questions: count('questions') })
      case 'unusualScore':
        return t('findingText.unusualScore', { score: count('score'), mean: count('mean'), n: count('n') })
      case 'clockCorrected':
        return t('findingText.clockCorrected', { count: count('times') })
      case 'cutShort':
        return t('findingText.cutShort', {
          attempt: text('attempt'),
          reason: t(`reason.${text('reason') as 'busy'}`),
        })
      case 'lateAnswer':
        return t('findingText.lateAnswer', { at: format.instant(text('at')) })
      case 'contradiction':
      case 'duringPause':
      case 'typedTime':
        return t(`findingText.${kind}`)
    }
  }
}
