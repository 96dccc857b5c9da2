/** What is really said: replies in the log against the core's facts, per channel, each figure with its records. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type {
  AnswerDetail,
  Consistency,
  ShareWithInterval,
} from '../../../src/understand/answers/contract.ts'
import { api } from '../../api.ts'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { Awaited } from '../../design/states.tsx'
import { answerTexts } from '../../i18n/answers.ts'
import { understandTexts } from '../../i18n/understand.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

export function Wild({ answer }: { readonly answer: AnswerDetail }) {
  const t = useTexts(answerTexts)
  const { answerId, topicId } = answer
  const query = useQuery({
    ...api.answers.consistency.queryOptions({ input: { answerId } }),
    enabled: topicId !== null,
  })
  return (
    <section className="lp-card" aria-labelledby="wild">
      {topicId === null ? (
        <>
          <h2 id="wild">{t('wild.title')}</h2>
          <p className="lp-quiet">{t('wild.noTopic')}</p>
        </>
      ) : (
        <Awaited query={query} lines={4}>
          {(found) => <Found answerId={answerId} found={found as Consistency} />}
        </Awaited>
      )}
    </section>
  )
}

type Props = { readonly answerId: string; readonly found: Consistency }

function Found({ answerId, found }: Props) {
  const t = useTexts(answerTexts)
  const format = useFormats()
  const { from, to, replies, facts, channels, most } = found
  const [all] = channels
  const finding =
    !all || facts.length === 0
      ? t('wild.title')
      : all.contradicts.share === 0
        ? t('wild.findingGood', { n: format.number(replies) })
        : t('wild.finding', { share: format.percent(all.contradicts.share, 0) })
  return (
    <>
      <h2 id="wild">{finding}</h2>
      {facts.length === 0 ? (
        <p className="lp-quiet">{t('wild.noFacts')}</p>
      ) : replies === 0 ? (
        <p className="lp-quiet">{t('wild.none')}</p>
      ) : (
        <>
          <p className="lp-small lp-quiet">
            {t('wild.period', { from: format.date(from), to: format.date(to), most })}
          </p>
          <Channels answerId={answerId} found={found} />
          <Facts answerId={answerId} found={found} />
          <p className="lp-small lp-quiet">{t('wild.limits')}</p>
        </>
      )}
    </>
  )
}

const verdicts = ['agrees', 'contradicts', 'lacks'] as const

function Channels({ answerId, found }: Props) {
  const t = useTexts(answerTexts)
  const names = useTexts(understandTexts)
  const nameOf = (channel: string) =>
    channel === 'all' ? t('wild.all') : names(`channel.${channel as 'phone'}`)
  return (
    <ScrollBox label={t('wild.table')}>
      <table className="ds-table">
        <caption className="lp-visually-hidden">{t('wild.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('wild.channel')}</th>
            <th scope="col">n</th>
            {verdicts.map((verdict) => (
              <th key={verdict} scope="col">
                {t(`wild.${verdict}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.channels.map((row) => (
            <tr key={row.channel}>
              <th scope="row">{nameOf(row.channel)}</th>
              <td className="lp-number">{row.n}</td>
              {verdicts.map((verdict) => (
                <td key={verdict}>
                  <ShareLink
                    answerId={answerId}
                    found={found}
                    channel={row.channel}
                    verdict={verdict}
                    share={row[verdict]}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

type ShareProps = Props & {
  readonly channel: string
  readonly verdict: (typeof verdicts)[number]
  readonly share: ShareWithInterval
}

/** The share with its interval drawn on an axis from 0 to 100 %, leading to the replies. */
function ShareLink({ answerId, found: { from, to }, channel, verdict, share }: ShareProps) {
  const format = useFormats()
  const { share: value, low, high } = share
  return (
    <Link
      to="/understand/answers/$answerId/replies"
      params={{ answerId }}
      search={{ channel, verdict, from, to } as never}
      className="lp-share"
    >
      <span className="lp-number">
        {format.percent(value, 0)}{' '}
        <span className="lp-small lp-quiet">{format.interval(low * 100, high * 100, 0)}</span>
      </span>
      <span className="lp-share__axis" aria-hidden="true">
        <span className="lp-share__span" style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }} />
        <span className="lp-share__point" style={{ left: `${value * 100}%` }} />
      </span>
    </Link>
  )
}

function Facts({ answerId, found }: Props) {
  const t = useTexts(answerTexts)
  const { from, to, facts } = found
  return (
    <ScrollBox label={t('core.facts')}>
      <table className="ds-table">
        <caption className="lp-visually-hidden">{t('core.facts')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('wild.fact')}</th>
            <th scope="col">{t('wild.told')}</th>
            <th scope="col">{t('wild.contradicts')}</th>
            <th scope="col">{t('wild.others')}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map(({ number, name, kind, value, told, contradicted, others }) => (
            <tr key={number}>
              <th scope="row">
                {name ?? t(`fact.kinds.${kind}`)}: {value}
              </th>
              {(['agrees', 'contradicts'] as const).map((verdict) => (
                <td key={verdict} className="lp-number">
                  <Link
                    to="/understand/answers/$answerId/replies"
                    params={{ answerId }}
                    search={{ fact: String(number), verdict, from, to } as never}
                  >
                    {verdict === 'agrees' ? told : contradicted}
                  </Link>
                </td>
              ))}
              <td>{others.map((other) => `${other.value} (${other.times})`).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
