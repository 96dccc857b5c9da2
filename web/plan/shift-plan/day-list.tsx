/** On a phone: one day at a time, who is on from when to when; a tap opens the shift. */
import { Button } from '@digdir/designsystemet-react'
import { Link } from '@tanstack/react-router'
import { newId } from '../../../src/kernel/ids.ts'
import { newShift } from '../../../src/plan/shifts/rules/hand/hand-edit.ts'
import type { Judge, JudgedWeek } from '../../../src/plan/shifts/rules/judged-week.ts'
import { minuteAt } from '../../../src/plan/shifts/rules/local-days.ts'
import { quarterMinutes } from '../../../src/plan/shifts/rules/quarter-grid.ts'
import type { Agent } from '../../../src/plan/shifts/rules/types.ts'
import type { PlanShift } from '../../../src/plan/shifts/week/rules/plan-shift.ts'
import { Icon } from '../../design/icon.tsx'
import { linkTo } from '../../design/path-target.ts'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { DayScale } from './day-scale.ts'
import { NeedStrip } from './need-strip.tsx'
import { useShown } from './use-shown.ts'
import { useTimeWords } from './words.ts'

type Props = {
  readonly judge: Judge
  readonly week: JudgedWeek
  readonly agents: readonly Agent[]
  readonly scale: DayScale
  readonly onOpen: (shift: PlanShift, isNew: boolean) => void
}

export function DayList({ judge, week, agents, scale, onOpen }: Props) {
  const t = useTexts(shiftPlanTexts)
  const words = useTimeWords()
  const { shown, linkWith } = useShown()
  const day = judge.days.find(({ date }) => date === shown.day) ?? judge.days[0]!
  const names = new Set(agents.map(({ id }) => id))
  const own = week.shifts
    .filter(
      ({ from, agentId }) => from >= day.from && from < day.to && (agentId === null || names.has(agentId)),
    )
    .toSorted((one, other) => one.from - other.from || one.to - other.to)
  const missing = (date: string) => missingOn(judge, week, date)
  return (
    <div className="lp-stack">
      <nav className="lp-days" aria-label={t('days.label')}>
        <ul className="lp-plain-list">
          {judge.days.map(({ date }) => (
            <li key={date}>
              <Link
                {...linkTo(linkWith({ day: date }))}
                aria-current={date === day.date ? 'date' : undefined}
              >
                {words.shortDay(date)}
                {missing(date) > 0 && (
                  <>
                    <Icon name="warning" size={14} />
                    <span className="lp-visually-hidden">{t('days.short')}</span>
                  </>
                )}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <section className="lp-card" aria-labelledby="day">
        <h2 id="day">{words.day(day.date)}</h2>
        <DayNeeds {...{ judge, week, scale, date: day.date }} />
        <ul className="lp-day-list lp-plain-list">
          {own.map((shift) => (
            <li key={shift.id}>
              <button type="button" onClick={() => onOpen(shift, false)}>
                <span className="lp-number">{words.times(shift)}</span>
                <span>
                  {judge.agents.get(shift.agentId ?? '')?.name ?? t('grid.open')}
                  <Breach week={week} shift={shift} />
                </span>
              </button>
            </li>
          ))}
        </ul>
        {own.length === 0 && <p>{t('days.none')}</p>}
        <Button
          variant="secondary"
          onClick={() =>
            onOpen(
              newShift(newId(), {
                agentId: null,
                from: minuteAt(day.date, '08:00'),
                to: minuteAt(day.date, '16:00'),
              }),
              true,
            )
          }
        >
          {t('days.new')}
        </Button>
      </section>
    </div>
  )
}

function Breach({ week, shift }: { readonly week: JudgedWeek; readonly shift: PlanShift }) {
  const t = useTexts(shiftPlanTexts)
  const findings = week.people.get(shift.agentId ?? '')?.findings ?? []
  const count = findings.filter(
    ({ shiftIds, rule }) => rule !== 'below-agreed' && shiftIds.includes(shift.id),
  ).length
  if (count === 0) return null
  return (
    <span className="lp-week__breaches">
      <Icon name="warning" size={14} />
      {t('grid.breaches', { count })}
    </span>
  )
}

type NeedsProps = Pick<Props, 'judge' | 'week' | 'scale'> & { readonly date: string }

function DayNeeds({ judge, week, scale, date }: NeedsProps) {
  const day = judge.days.find((each) => each.date === date)!
  const { grid, given } = judge
  return (
    <div className="lp-day-needs">
      {given.queues.map(({ queueId, name, cells }, queue) =>
        cells.length === 0 ? null : (
          <div key={queueId}>
            <span className="lp-small">{name}</span>
            <NeedStrip
              {...{ name, queue, grid, day, scale }}
              on={week.on[queue]!}
              most={Math.max(1, ...grid.queues[queue]!.need, ...week.on[queue]!)}
            />
          </div>
        ),
      )}
    </div>
  )
}

/** People's minutes that are missing on a day. */
function missingOn({ grid, days }: Judge, { on }: JudgedWeek, date: string): number {
  const day = days.find((each) => each.date === date)!
  const [first, end] = [(day.from - grid.from) / quarterMinutes, (day.to - grid.from) / quarterMinutes]
  let sum = 0
  grid.queues.forEach(({ need }, queue) => {
    for (let at = first; at < end; at++) sum += Math.max(0, need[at]! - on[queue]![at]!) * quarterMinutes
  })
  return sum
}
