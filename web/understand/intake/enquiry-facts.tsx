import { Link } from '@tanstack/react-router'
import type { EnquiryDetail } from '../../../src/understand/intake/contract.ts'
import { intakeTexts } from '../../i18n/intake.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useOutcome } from './words.ts'

/** What the source told about an enquiry. What it did not tell is not there. */
export function EnquiryFacts({ enquiry }: { readonly enquiry: EnquiryDetail }) {
  const t = useTexts(intakeTexts)
  const outcome = useOutcome()
  const { percent } = useFormats()
  const yesNo = (value: boolean | null): string | null =>
    value === null ? null : t(value ? 'one.yes' : 'one.no')
  const { waitSeconds, handleSeconds, transfers, csat, language } = enquiry
  const facts: readonly (readonly [string, string | null])[] = [
    [t('one.queue'), enquiry.queue],
    [t('one.wait'), waitSeconds === null ? null : clock(waitSeconds)],
    [t('one.handle'), handleSeconds === null ? null : clock(handleSeconds)],
    [t('one.transfers'), transfers === null ? null : t('one.times', { count: transfers })],
    [t('one.outcome'), enquiry.outcome === null ? null : outcome(enquiry.outcome)],
    [t('one.resolved'), yesNo(enquiry.resolved)],
    [t('one.selfService'), yesNo(enquiry.triedSelfService)],
    [t('one.csat'), csat === null ? null : percent(csat)],
    [t('one.language'), language === null ? null : t(`language.${language}`)],
    [t('one.recordId'), enquiry.sourceRecordId],
  ]
  return (
    <section className="lp-card" aria-labelledby="facts-title">
      <h2 id="facts-title">{t('one.facts')}</h2>
      <dl className="lp-facts">
        {enquiry.reasonCode !== null && (
          <div>
            <dt className="lp-small lp-quiet">{t('list.code')}</dt>
            <dd>
              <Link
                to="/understand/intake/enquiries"
                search={{ source: enquiry.sourceId, code: enquiry.reasonCode } as never}
              >
                {enquiry.reasonCode}
              </Link>
            </dd>
          </div>
        )}
        {facts.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt className="lp-small lp-quiet">{name}</dt>
                <dd className="lp-number">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  )
}

/** @example clock(245) // '4:05' */
function clock(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  return `${minutes}:${String(rest).padStart(2, '0')}`
}
