/** One enquiry with its whole conversation, and what else the same customer has asked. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { EnquiryDetail, EnquiryLine } from '../../../src/understand/intake/contract.ts'
import { api } from '../../api.ts'
import { Awaited } from '../../design/states.tsx'
import { Status, Tag } from '../../design/status.tsx'
import { intakeTexts } from '../../i18n/intake.ts'
import { understandTexts } from '../../i18n/understand.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { UnderstandFrame } from '../understand-frame.tsx'
import { EnquiryFacts } from './enquiry-facts.tsx'
import { EnquiryItem } from './enquiry-item.tsx'
import './intake.css'

type Found = {
  readonly enquiry: EnquiryDetail
  readonly conversation: readonly EnquiryDetail[]
  readonly others: readonly EnquiryLine[]
}

export function EnquiryPage() {
  const t = useTexts(intakeTexts)
  const u = useTexts(understandTexts)
  const { instant } = useFormats()
  const { enquiryId = '' } = useParams({ strict: false }) as { readonly enquiryId?: string }
  const query = useQuery(api.intake.enquiries.get.queryOptions({ input: { enquiryId } }))
  const found = query.data as Found | undefined
  const enquiry = found?.enquiry
  return (
    <UnderstandFrame
      part="intake"
      title={enquiry ? t('one.title', { when: instant(enquiry.startedAt) }) : t('list.title')}
      subtitle={
        enquiry && t('one.subtitle', { channel: u(`channel.${enquiry.channel}`), source: enquiry.sourceName })
      }
      trail={[
        { to: '/understand/intake', label: t('name') },
        { to: '/understand/intake/enquiries', label: t('list.title') },
      ]}
    >
      <Awaited query={{ ...query, data: found }}>{(all) => <Body {...all} />}</Awaited>
    </UnderstandFrame>
  )
}

function Body({ enquiry, conversation, others }: Found) {
  const t = useTexts(intakeTexts)
  return (
    <div className="lp-enquiry-desk">
      <section className="lp-card" aria-labelledby="conversation-title">
        <h2 id="conversation-title">{t('one.conversation')}</h2>
        <ol className="lp-plain-list lp-turns">
          {conversation.map((part) => (
            <Turn key={part.enquiryId} part={part} isThis={part.enquiryId === enquiry.enquiryId} />
          ))}
        </ol>
      </section>
      <div className="lp-stack">
        <Topics enquiry={enquiry} />
        <EnquiryFacts enquiry={enquiry} />
        <section className="lp-card" aria-labelledby="others-title">
          <h2 id="others-title">{t('one.others')}</h2>
          {others.length === 0 ? (
            <p className="lp-quiet">{t('one.noOthers')}</p>
          ) : (
            <ul className="lp-plain-list lp-enquiries">
              {others.map((other) => (
                <EnquiryItem key={other.enquiryId} enquiry={other} />
              ))}
            </ul>
          )}
        </section>
      </div>
    </div>
  )
}

function Turn({ part, isThis }: { readonly part: EnquiryDetail; readonly isThis: boolean }) {
  const t = useTexts(intakeTexts)
  const { instant } = useFormats()
  const nothing = part.text === null && part.agentText === null
  return (
    <li className="lp-turn" aria-current={isThis ? 'true' : undefined}>
      <p className="lp-small lp-quiet lp-number">
        {isThis ? (
          instant(part.startedAt)
        ) : (
          <Link to="/understand/enquiries/$enquiryId" params={{ enquiryId: part.enquiryId }}>
            {instant(part.startedAt)}
          </Link>
        )}
        {part.legOf !== null && ` · ${t('one.leg')}`}
        {part.queue !== null && ` · ${part.queue}`}
      </p>
      {part.text !== null && <Said by={t('one.customerSays')} text={part.text} />}
      {part.agentText !== null && <Said by={t('one.agentSays')} text={part.agentText} isAnswer />}
      {nothing && (
        <p className="lp-quiet">
          {part.textRemoved ? t('list.removed') : (part.reasonCode ?? t('list.noText'))}
        </p>
      )}
    </li>
  )
}

type SaidProps = { readonly by: string; readonly text: string; readonly isAnswer?: boolean }

function Said({ by, text, isAnswer = false }: SaidProps) {
  return (
    <div className={isAnswer ? 'lp-said lp-said--answer' : 'lp-said'}>
      <p className="lp-small lp-quiet">{by}</p>
      <p className="lp-said__text">{text}</p>
    </div>
  )
}

function Topics({ enquiry }: { readonly enquiry: EnquiryDetail }) {
  const t = useTexts(intakeTexts)
  const { percent } = useFormats()
  return (
    <section className="lp-card" aria-labelledby="topics-title">
      <h2 id="topics-title">{t('one.topics')}</h2>
      {enquiry.topics.length === 0 && <p className="lp-quiet">{t('one.noTopics')}</p>}
      <ul className="lp-plain-list lp-stack">
        {enquiry.topics.map((topic) => (
          <li key={topic.topicId} className="lp-row">
            <Link to="/understand/intake/enquiries" search={{ topic: topic.topicId } as never}>
              {topic.name}
            </Link>
            {topic.share < 1 && <Tag>{percent(topic.share)}</Tag>}
            {topic.unsure && <Status tone="warning">?</Status>}
          </li>
        ))}
      </ul>
    </section>
  )
}
