/** The replies behind a share: what was asked, what was answered, and where it differs from the core. */
import { Button } from '@digdir/designsystemet-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { ReplyLine } from '../../../src/understand/answers/contract.ts'
import { api } from '../../api.ts'
import { linkTo, type PathTarget } from '../../design/path-target.ts'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { Status, Tag, type Tone } from '../../design/status.tsx'
import { answerTexts } from '../../i18n/answers.ts'
import { understandTexts } from '../../i18n/understand.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { UnderstandFrame } from '../understand-frame.tsx'
import './answers.css'

const verdicts = ['agrees', 'contradicts', 'lacks'] as const
const pageSize = 50

export function RepliesPage() {
  const t = useTexts(answerTexts)
  const { answerId } = useParams({ strict: false }) as { answerId: string }
  const search = useSearch({ strict: false }) as Search
  const verdict = verdicts.find((each) => each === search.verdict)
  const fact = search.fact !== undefined && /^\d{1,3}$/.test(search.fact) ? Number(search.fact) : undefined
  const input = {
    answerId,
    ...(isDay(search.from) && { from: search.from }),
    ...(isDay(search.to) && { to: search.to }),
    ...(search.channel !== undefined && { channel: search.channel }),
    ...(verdict && { verdict }),
    ...(fact !== undefined && { fact }),
  }
  const query = useInfiniteQuery(
    api.answers.replies.infiniteOptions({
      input: (offset: number) => ({ ...input, offset }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) =>
        pages.length * pageSize < last.total ? pages.length * pageSize : undefined,
    }),
  )
  const total = query.data?.pages[0]?.total
  const what = t(`wild.what.${verdict ?? 'any'}`)
  return (
    <UnderstandFrame
      part="answers"
      trail={[
        { to: '/understand/answers', label: t('name') },
        { to: '/understand/answers/$answerId', params: { answerId }, label: t('core.title') },
      ]}
      title={total === undefined ? t('wild.replies') : t('wild.repliesTitle', { count: total, what })}
    >
      <div className="lp-card">
        <Awaited query={query}>
          {({ pages }) => (
            <>
              {total === 0 && <EmptyState title={t('wild.none')} />}
              <ul className="lp-replies">
                {pages.flatMap(({ items }) =>
                  items.map((reply) => <Reply key={reply.enquiryId} reply={reply as ReplyLine} />),
                )}
              </ul>
              {query.hasNextPage && (
                <Button
                  variant="secondary"
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {t('wild.more')}
                </Button>
              )}
            </>
          )}
        </Awaited>
      </div>
    </UnderstandFrame>
  )
}

const isDay = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text)

const tones: Readonly<Record<ReplyLine['verdict'], Tone>> = {
  agrees: 'good',
  contradicts: 'bad',
  lacks: 'neutral',
}

function Reply({ reply }: { readonly reply: ReplyLine }) {
  const t = useTexts(answerTexts)
  const names = useTexts(understandTexts)
  const format = useFormats()
  const { enquiryId, channel, startedAt, question, reply: text, verdict, found } = reply
  // The record's own page belongs to another part of Understand.
  const record = { to: '/understand/enquiries/$enquiryId', params: { enquiryId } } as unknown as PathTarget
  return (
    <li>
      <p className="lp-row lp-small">
        <Status tone={tones[verdict]}>{t(`wild.${verdict}`)}</Status>
        <Tag>{names(`channel.${channel as 'phone'}`)}</Tag>
        <span className="lp-quiet">{format.instant(startedAt)}</span>
      </p>
      {question !== null && (
        <p className="lp-merge-text lp-quiet">
          <span className="lp-small">{t('wild.question')}:</span> {question}
        </p>
      )}
      <p className="lp-merge-text">
        <span className="lp-small lp-quiet">{t('wild.reply')}:</span> {text}
      </p>
      {found.map(({ fact, value, other }) => (
        <p key={fact + other}>
          <strong>{fact}:</strong> {t('wild.says', { other, value })}
        </p>
      ))}
      <p>
        <Link {...linkTo(record)}>{t('wild.open')}</Link>
      </p>
    </li>
  )
}
