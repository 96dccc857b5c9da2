/** What the week takes with the settings that hold, and with those of the form; told anew while they are written. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { costOfHour } from '../../../src/plan/headcount/rules/assumptions.ts'
import type { StaffingOutcome, StaffingWeek } from '../../../src/plan/staffing/contract.ts'
import { api } from '../../api.ts'
import { ErrorState, Loading } from '../../design/states.tsx'
import { staffingTexts } from '../../i18n/staffing.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { Settings } from './target-form.tsx'
import { Traps } from './warning-card.tsx'

type Props = { readonly week: StaffingWeek; readonly settings: Settings }

export function OutcomeCard({ week, settings }: Props) {
  const t = useTexts(staffingTexts)
  const tried = useDeferredValue(settings)
  const { data, error } = useQuery({
    ...api.staffing.rules.preview.queryOptions({
      input: { queueId: week.queue!.id, from: week.from, settings: tried },
    }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  return (
    <section className="lp-card" aria-labelledby="outcome" aria-live="polite">
      <h2 id="outcome">{t('outcome.title')}</h2>
      {error ? <ErrorState error={error} /> : null}
      {data ? (
        <Compared before={data.before} after={data.after} lacks={week.lacks} />
      ) : (
        !error && <Loading lines={6} />
      )}
    </section>
  )
}

type ComparedProps = Pick<StaffingWeek, 'lacks'> & {
  readonly before: StaffingOutcome
  readonly after: StaffingOutcome
}

function Compared({ before, after, lacks }: ComparedProps) {
  const t = useTexts(staffingTexts)
  const { number, interval, percent, change } = useFormats()
  const more = useMoney(after.hours - before.hours)
  if (after.intervals === 0)
    return <p>{t(lacks === 'handle-time' ? 'outcome.noHandleTime' : 'outcome.none')}</p>
  const rows: readonly (readonly [string, (each: StaffingOutcome) => string])[] = [
    [t('outcome.hours'), ({ hours }) => number(hours, 0)],
    [t('outcome.spread'), ({ lightHours, heavyHours }) => interval(lightHours, heavyHours, 0)],
    [t('outcome.peak'), ({ peak }) => (peak ? String(peak.people) : '–')],
    [
      t('outcome.busy'),
      ({ workHours, hours, onQueue }) => percent(workHours / Math.max(1e-9, hours * onQueue)),
    ],
  ]
  return (
    <>
      <p className="lp-staffing-more">
        {Math.abs(after.hours - before.hours) < 0.05
          ? t('outcome.same')
          : t('outcome.more', { hours: change(after.hours - before.hours, 0) })}
        {more !== null && ` ${t('outcome.money', { money: more })}`}
      </p>
      <table className="ds-table">
        <thead>
          <tr>
            <td />
            <th scope="col" className="lp-number">
              {t('outcome.before')}
            </th>
            <th scope="col" className="lp-number">
              {t('outcome.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, figure]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="lp-number lp-nowrap">{figure(before)}</td>
              <td className="lp-number lp-nowrap">{figure(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Deciding after={after} />
      <Traps below={after.belowLoad} lost={after.manyGiveUp} />
    </>
  )
}

/** Which part of the target asks for most, and how often. */
function Deciding({ after }: { readonly after: StaffingOutcome }) {
  const t = useTexts(staffingTexts)
  const { percent } = useFormats()
  const all = after.bound.reduce((sum, { intervals }) => sum + intervals, 0)
  if (all === 0) return null
  const parts = after.bound.map(({ part, intervals }) =>
    t('outcome.part', { part: t(`target.${part}`), share: percent(intervals / all) }),
  )
  return <p>{t('outcome.deciding', { parts: parts.join(', ') })}</p>
}

/** Kroner a week of so many hours more, by what a month costs in the plan of people; null while it is unknown. */
function useMoney(hours: number): string | null {
  const { number } = useFormats()
  const { data } = useQuery({ ...api.headcount.get.queryOptions(), staleTime: Number.POSITIVE_INFINITY })
  if (!data || Math.abs(hours) < 0.05) return null
  const rounded = Math.round((costOfHour(data.assumptions) * hours) / 100) * 100
  return `${rounded > 0 ? '+' : '−'}${number(Math.abs(rounded))}`
}
