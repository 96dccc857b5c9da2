/** How long people would wait, as a curve and as one number, and that number taken over into staffing. */
import { useQuery } from '@tanstack/react-query'
import type { PatienceView, WaitingView } from '../../../src/plan/waiting/contract.ts'
import { api } from '../../api.ts'
import { LineWithBand } from '../../design/chart/line-with-band.tsx'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { Awaited } from '../../design/states.tsx'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { waitingTexts } from '../../i18n/waiting.ts'
import { PatienceInStaffing } from './patience-in-staffing.tsx'
import { useWords } from './use-words.ts'

type Props = {
  readonly queue: NonNullable<WaitingView['queue']>
  readonly weeks: number
  readonly mayTake: boolean
}

export function PatienceCard({ queue, weeks, mayTake }: Props) {
  const query = useQuery(api.waiting.patience.queryOptions({ input: { queueId: queue.id, weeks } }))
  return (
    <Awaited query={query}>
      {(answer) => <Shown queue={queue} mayTake={mayTake} patience={answer as PatienceView} />}
    </Awaited>
  )
}

type ShownProps = Omit<Props, 'weeks'> & { readonly patience: PatienceView }

function Shown({ queue, mayTake, patience }: ShownProps) {
  const t = useTexts(waitingTexts)
  const { number } = useFormats()
  const { source, lost, seen, unknown } = patience
  if (queue.kind === 'tasks')
    return (
      <section className="lp-card" aria-labelledby="patience">
        <h2 id="patience">{t('patience.title')}</h2>
        <p>{t('patience.tasks')}</p>
      </section>
    )
  return (
    <section className="lp-card" aria-labelledby="patience">
      <h2 id="patience">{t('patience.title')}</h2>
      <div className="lp-waiting__two">
        <div className="lp-stack">
          {patience.curve.length > 1 && <Curve patience={patience} />}
          <div className="lp-waiting__prose">
            {source === 'log' && <p>{t('patience.log', { seen, lost: number(lost, 0) })}</p>}
            {source === 'counts' && <p>{t('patience.counts', { lost: number(lost, 0) })}</p>}
            {source === 'none' && <p>{t('patience.none', { lost: number(lost, 0) })}</p>}
            {unknown > 0 && <p>{t('patience.unknown', { n: unknown })}</p>}
            <OneNumber patience={patience} />
          </div>
        </div>
        <div className="lp-stack">
          {patience.marks.length > 0 && <Marks patience={patience} />}
          <PatienceInStaffing queueId={queue.id} patience={patience} mayTake={mayTake} />
        </div>
      </div>
    </section>
  )
}

function OneNumber({ patience: { exponential, counts, fit } }: Pick<ShownProps, 'patience'>) {
  const t = useTexts(waitingTexts)
  const { percent } = useFormats()
  const { duration } = useWords()
  if (!exponential) return null
  const written = ({ mean, low, high }: NonNullable<PatienceView['exponential']>) => ({
    mean: duration(mean),
    interval: `${duration(low)} – ${duration(high)}`,
  })
  return (
    <>
      <p>
        {t('patience.mean', written(exponential))} {counts && t('patience.compared', written(counts))}
      </p>
      {fit && (
        <p>
          {fit.isClose
            ? t('patience.close')
            : t('patience.apart', {
                time: duration(fit.seconds),
                stays: percent(fit.stays),
                one: percent(fit.exponential),
              })}
        </p>
      )}
    </>
  )
}

function Curve({ patience: { curve, median, exponential } }: Pick<ShownProps, 'patience'>) {
  const t = useTexts(waitingTexts)
  const { duration } = useWords()
  const at = (seconds: number) => duration(seconds)
  return (
    <LineWithBand
      title={
        median?.value != null
          ? t('patience.finding', { median: duration(median.value) })
          : t('patience.findingMean', { mean: duration(exponential!.mean) })
      }
      subtitle={t('patience.subtitle')}
      series={[
        {
          name: t('patience.seen'),
          look: 'seen',
          points: curve.map((point) => ({
            at: at(point.seconds),
            value: 100 * point.stays,
            low: 100 * point.low,
            high: 100 * point.high,
          })),
        },
        {
          name: t('patience.one'),
          look: 'expected',
          points: curve.map((point) => ({ at: at(point.seconds), value: 100 * point.exponential })),
        },
      ]}
      decimals={0}
      fromZero
    />
  )
}

function Marks({ patience: { marks } }: Pick<ShownProps, 'patience'>) {
  const t = useTexts(waitingTexts)
  const { percent } = useFormats()
  const { duration, shares } = useWords()
  return (
    <ScrollBox label={t('patience.still')}>
      <table className="ds-table lp-waiting__table">
        <thead>
          <tr>
            <th scope="col">{t('patience.after')}</th>
            <th scope="col" className="lp-end">
              {t('patience.still')}
            </th>
            <th scope="col" className="lp-end">
              {t('patience.one')}
            </th>
          </tr>
        </thead>
        <tbody>
          {marks.map((mark) => (
            <tr key={mark.seconds}>
              <th scope="row">{duration(mark.seconds)}</th>
              <td className="lp-end lp-number">
                {percent(mark.stays)}
                <span className="lp-small lp-quiet lp-under">{shares(mark)}</span>
              </td>
              <td className="lp-end lp-number">{percent(mark.exponential)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
