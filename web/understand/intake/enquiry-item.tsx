import { Link } from '@tanstack/react-router'
import type { EnquiryLine } from '../../../src/understand/intake/contract.ts'
import { Tag } from '../../design/status.tsx'
import { intakeTexts } from '../../i18n/intake.ts'
import { understandTexts } from '../../i18n/understand.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

/** One enquiry in a list: what was said leads to the whole of it. */
export function EnquiryItem({ enquiry }: { readonly enquiry: EnquiryLine }) {
  const t = useTexts(intakeTexts)
  const u = useTexts(understandTexts)
  const { instant, number } = useFormats()
  const { enquiryId, text, reasonCode, weight, topics } = enquiry
  const what = text ?? (enquiry.textRemoved ? t('list.removed') : (reasonCode ?? t('list.noText')))
  return (
    <li className="lp-enquiry">
      <p className="lp-small lp-quiet lp-number">
        {instant(enquiry.startedAt)} · {u(`channel.${enquiry.channel}`)} · {enquiry.sourceName}
        {enquiry.direction === 'out' && ` · ${t('list.out')}`}
      </p>
      <Link
        to="/understand/enquiries/$enquiryId"
        params={{ enquiryId }}
        className={text === null ? 'lp-enquiry__text lp-quiet' : 'lp-enquiry__text'}
      >
        {what}
      </Link>
      <p className="lp-row lp-small">
        {weight > 1 && <Tag>{t('list.weight', { contacts: number(weight) })}</Tag>}
        {text !== null && reasonCode !== null && <Tag>{reasonCode}</Tag>}
        {topics.map((topic) => (
          <Tag key={topic.topicId}>{topic.name}</Tag>
        ))}
      </p>
    </li>
  )
}
