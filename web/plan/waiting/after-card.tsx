/** Who comes back after giving up: how soon, where, and how it ended. */
import { Select } from '@digdir/designsystemet-react'
import { Link } from '@tanstack/react-router'
import { type AfterView, returnDays, type WaitingView } from '../../../src/plan/waiting/contract.ts'
import { LineWithBand } from '../../design/chart/line-with-band.tsx'
import { linkTo } from '../../design/path-target.ts'
import { understandTexts } from '../../i18n/understand.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { waitingTexts } from '../../i18n/waiting.ts'
import { Choice } from './choices.tsx'
import { type Chosen, useChoose } from './use-chosen.ts'
import { useWords } from './use-words.ts'

type Props = { readonly view: WaitingView; readonly after: AfterView; readonly chosen: Chosen }

export function AfterCard({ view, after, chosen }: Props) {
  const t = useTexts(waitingTexts)
  const choose = useChoose()
  return (
    <section className="lp-card" aria-labelledby="after">
      <h2 id="after">{t('after.title')}</h2>
      {after.lost > 0 && (
        <Choice
          label={t('after.days')}
          value={String(chosen.days)}
          onValue={(days) => choose({ ...chosen, days: Number(days) })}
        >
          {returnDays.map((days) => (
            <Select.Option key={days} value={String(days)}>
              {t('after.daysChoice', { count: days })}
            </Select.Option>
          ))}
        </Choice>
      )}
      {after.lost === 0 && <p>{t('after.none')}</p>}
      {after.lost > 0 && !after.back && <p>{t('after.few', { known: after.known, lost: after.lost })}</p>}
      {after.back && <Followed after={after} back={after.back} />}
      {after.lost > 0 && (
        <p>
          <Link
            {...linkTo({
              to: '/understand/intake/enquiries',
              search: {
                channel: view.queue!.channel,
                outcome: 'abandoned',
                from: view.from,
                to: view.to,
              },
            })}
          >
            {t('after.records')}
          </Link>
        </p>
      )}
    </section>
  )
}

type FollowedProps = {
  readonly after: AfterView
  readonly back: NonNullable<AfterView['back']>
}

function Followed({ after, back }: FollowedProps) {
  const t = useTexts(waitingTexts)
  const { percent, number } = useFormats()
  const { duration } = useWords()
  return (
    <>
      <ReturnCurve after={after} back={back} />
      <div className="lp-waiting__prose">
        <p>{t('after.known', { lost: after.lost, known: number(after.known, 0) })}</p>
        <p>
          {after.halfBackHours !== null &&
            `${t('after.half', { time: duration(3600 * after.halfBackHours) })} `}
          {t('after.never', { share: percent(1 - back.share) })}{' '}
          {t('after.next', { through: number(after.next.through), lost: number(after.next.lost) })}
        </p>
        {after.backThrough && <p>{t('after.compare', { share: percent(after.backThrough.share) })}</p>}
      </div>
      <Where after={after} away={1 - back.share} />
    </>
  )
}

function ReturnCurve({ after: { curve, days }, back }: FollowedProps) {
  const t = useTexts(waitingTexts)
  const { percent, number } = useFormats()
  const at = (hours: number) =>
    hours < 48 ? t('after.hours', { n: number(hours) }) : t('after.dayUnit', { n: number(hours / 24, 0) })
  const pointsOf = (group: 'lost' | 'through') =>
    curve.map((point) => {
      const found = point[group]
      return found
        ? { at: at(point.hours), value: 100 * found.share, low: 100 * found.low, high: 100 * found.high }
        : { at: at(point.hours), value: null }
    })
  return (
    <LineWithBand
      title={t('after.finding', { share: percent(back.share), days })}
      subtitle={`${t('after.curve')}. ${t('after.subtitle')}`}
      series={[
        { name: t('after.lost'), look: 'seen', points: pointsOf('lost') },
        ...(curve.some(({ through }) => through)
          ? [{ name: t('after.through'), look: 'control' as const, points: pointsOf('through') }]
          : []),
      ]}
      decimals={0}
      height={14}
      fromZero
    />
  )
}

function Where({ after: { channels }, away }: { readonly after: AfterView; readonly away: number }) {
  const t = useTexts(waitingTexts)
  const u = useTexts(understandTexts)
  const { percent } = useFormats()
  return (
    <table className="ds-table lp-waiting__table">
      <caption className="lp-waiting__caption">{t('after.where')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('after.channel')}</th>
          <th scope="col" className="lp-end">
            {t('after.share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {channels.map(({ channel, share }) => (
          <tr key={channel}>
            <th scope="row">{u(`channel.${channel}`)}</th>
            <td className="lp-end lp-number">{percent(share)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('after.away')}</th>
          <td className="lp-end lp-number">{percent(away)}</td>
        </tr>
      </tbody>
    </table>
  )
}
