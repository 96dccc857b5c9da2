/** Where somebody is missing, stretch by stretch, the worst first; a stretch opens its day. */
import { Link } from '@tanstack/react-router'
import { shortIntervals } from '../../../src/plan/shifts/rules/coverage.ts'
import type { Judge, JudgedWeek } from '../../../src/plan/shifts/rules/judged-week.ts'
import { localOf } from '../../../src/plan/shifts/rules/local-days.ts'
import type { ShortInterval } from '../../../src/plan/shifts/rules/types.ts'
import type { WeekView } from '../../../src/plan/shifts/week/contract.ts'
import { linkTo } from '../../design/path-target.ts'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { hasNeed } from './first-steps.tsx'
import { useShown } from './use-shown.ts'
import { useTimeWords } from './words.ts'

type Props = {
  readonly judge: Judge
  readonly week: JudgedWeek
  /** Why nobody more is on, from the last search. */
  readonly solved: WeekView['solved']
}

const most = 10

export function ShortCard({ judge, week, solved }: Props) {
  const t = useTexts(shiftPlanTexts)
  const words = useTimeWords()
  const { linkWith } = useShown()
  const found = judge.grid.queues
    .flatMap((_, queue) => stretches(shortIntervals(judge.grid, queue, week.on[queue]!)))
    .toSorted((one, other) => other.minutes - one.minutes)
  const nameOf = (queueId: string) =>
    judge.given.queues.find((queue) => queue.queueId === queueId)?.name ?? ''
  const why = ({ queueId, from, to }: Stretch) =>
    solved?.short.find((one) => one.queueId === queueId && one.from < to && one.to > from)?.why
  return (
    <section className="lp-card" aria-labelledby="short">
      <h2 id="short">
        {found.length > 0 ? t('short.title') : t(hasNeed(judge) ? 'short.titleNone' : 'short.titleUnknown')}
      </h2>
      {found.length === 0 && <p>{t(hasNeed(judge) ? 'short.none' : 'short.unknown')}</p>}
      <ul className="lp-findings lp-plain-list">
        {found.slice(0, most).map((one) => {
          const reason = why(one)
          return (
            <li key={`${one.queueId} ${one.from}`}>
              <Link {...linkTo(linkWith({ day: localOf(one.from).date }))} className="lp-findings__go">
                {t('short.where', { queue: nameOf(one.queueId), when: words.when(one) })}
              </Link>{' '}
              {t('short.missing', { missing: one.most, hours: words.hours(one.minutes) })}
              {reason && ` ${t(`short.why.${reason}`)}`}
              {reason === 'no-template' && (
                <>
                  {' '}
                  <Link {...linkTo({ to: '/plan/shifts/templates' })}>{t('short.templates')}</Link>
                </>
              )}
            </li>
          )
        })}
      </ul>
      {found.length > most && (
        <p className="lp-quiet lp-small">{t('short.more', { count: found.length - most })}</p>
      )}
    </section>
  )
}

type Stretch = {
  readonly queueId: string
  readonly from: number
  readonly to: number
  readonly most: number
  /** People's minutes. */
  readonly minutes: number
}

/** Neighbours joined, however many are missing in each. */
function stretches(intervals: readonly ShortInterval[]): Stretch[] {
  const found: Stretch[] = []
  for (const { queueId, from, to, missing } of intervals) {
    const last = found.at(-1)
    const minutes = missing * (to - from)
    if (last && last.to === from)
      found[found.length - 1] = {
        ...last,
        to,
        most: Math.max(last.most, missing),
        minutes: last.minutes + minutes,
      }
    else found.push({ queueId, from, to, most: missing, minutes })
  }
  return found
}
