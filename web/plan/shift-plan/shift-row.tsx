/** One person's week: the name with hours and breaches, and the shifts as bars. */
import { type CSSProperties, memo, type ReactNode, useState } from 'react'
import type { RuleFinding } from '../../../src/plan/shifts/rules/check-plan.ts'
import type { LocalDay } from '../../../src/plan/shifts/rules/local-days.ts'
import type { Agent } from '../../../src/plan/shifts/rules/types.ts'
import { agreedMinutes } from '../../../src/plan/shifts/rules/working-time/agreed.ts'
import type { PlanShift } from '../../../src/plan/shifts/week/rules/plan-shift.ts'
import { Icon } from '../../design/icon.tsx'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { type DayScale, placeOf } from './day-scale.ts'
import { lanesOf } from './place.ts'
import { isWeekend, useTimeWords } from './words.ts'

type Props = {
  readonly index: number
  readonly weekStart: string
  readonly agent: Agent | null
  readonly shifts: readonly PlanShift[]
  readonly findings: readonly RuleFinding[]
  readonly workedMinutes: number
  readonly scale: DayScale
  /** Where the keyboard stands, when it is in this row: `date shiftId`. */
  readonly place: string | undefined
  /** The shift that is in a hand. */
  readonly held: string | undefined
  /** Of the row of open shifts: how many there are, and the way to see all or few. */
  readonly openCount?: number
  readonly onToggle?: (() => void) | undefined
}

/** What is a matter of the whole week is told beside the name: no single shift is to blame for it. */
const breachesOf = ({ id }: PlanShift, findings: readonly RuleFinding[]): number =>
  findings.filter(({ shiftIds, from, to }) => to - from <= twoDays && shiftIds.includes(id)).length
const twoDays = 2 * 24 * 60

export const ShiftRow = memo(function ShiftRowOf(props: Props) {
  const { agent, shifts, findings, scale, place, index } = props
  return (
    <tr aria-rowindex={index}>
      <RowHead {...props} />
      {scale.days.map((day) => (
        <DayCell
          key={day.date}
          {...{ day, agent, scale, findings, place }}
          held={props.held}
          shifts={shifts.filter(({ from }) => from >= day.from && from < day.to)}
        />
      ))}
    </tr>
  )
})

function RowHead({ agent, findings, workedMinutes, weekStart, shifts, openCount = 0, onToggle }: Props) {
  const t = useTexts(shiftPlanTexts)
  const words = useTimeWords()
  if (agent === null)
    return (
      <th className="lp-week__who" scope="row">
        <span className="lp-week__name">{t('grid.open')}</span>
        <span className="lp-week__hours lp-number">{t('grid.openCount', { count: openCount })}</span>
        <OpenToggle {...{ openCount, onToggle }} shown={shifts.length} />
      </th>
    )
  const agreed = agreedMinutes(agent, weekStart)
  const breaches = findings.filter(({ rule }) => rule !== 'below-agreed').length
  return (
    <th className="lp-week__who" scope="row">
      <span className="lp-week__name">{agent.name}</span>
      <span className="lp-week__hours lp-number">
        {breaches > 0 && (
          <span className="lp-week__breaches" title={t('grid.breaches', { count: breaches })}>
            <Icon name="warning" size={14} />
            {breaches}
            <span className="lp-visually-hidden"> {t('grid.breaches', { count: breaches })}</span>
          </span>
        )}
        <span data-off={Math.abs(workedMinutes - agreed) > 15 || undefined}>
          {t('grid.hours', { worked: words.hours(workedMinutes), agreed: words.hours(agreed) })}
        </span>
      </span>
    </th>
  )
}

type ToggleProps = Pick<Props, 'openCount' | 'onToggle'> & { readonly shown: number }

function OpenToggle({ openCount = 0, onToggle, shown }: ToggleProps) {
  const t = useTexts(shiftPlanTexts)
  const [wasCut, setWasCut] = useState(false)
  const isCut = shown < openCount
  if (!isCut && !wasCut) return null
  return (
    <button
      type="button"
      className="lp-findings__go lp-no-print"
      onClick={() => {
        setWasCut(true)
        onToggle?.()
      }}
    >
      {isCut ? t('grid.openAll') : t('grid.openFew')}
    </button>
  )
}

type CellProps = {
  readonly day: LocalDay
  readonly agent: Agent | null
  readonly shifts: readonly PlanShift[]
  readonly findings: readonly RuleFinding[]
  readonly scale: DayScale
  readonly place: string | undefined
  readonly held: string | undefined
}

function DayCell({ day, agent, shifts, findings, scale, place, held }: CellProps) {
  const t = useTexts(shiftPlanTexts)
  const words = useTimeWords()
  const isEmpty = shifts.length === 0
  const isHere = place === `${day.date} `
  const { notes, label } = useDayNotes(agent, day)
  // A shift that is in a hand lies above the others: rows keep their height under it.
  const { laneOf, lanes } = lanesOf(shifts.filter(({ id }) => id !== held))
  return (
    <td
      className="lp-week__cell"
      style={{ '--lanes': lanes } as CSSProperties}
      data-cell=""
      data-agent={agent?.id ?? ''}
      data-date={day.date}
      data-red={day.red || isWeekend(day) || undefined}
      {...(isEmpty && {
        'data-place': `${agent?.id ?? ''} ${day.date} `,
        tabIndex: isHere ? 0 : -1,
        'aria-label': [
          t('grid.empty', { name: agent?.name ?? t('grid.open'), day: words.day(day.date) }),
          label,
        ]
          .filter(Boolean)
          .join('. '),
      })}
    >
      {notes(scale)}
      {shifts.map((shift) => (
        <ShiftBar
          key={shift.id}
          {...{ shift, day, scale, agent }}
          isHere={place === `${day.date} ${shift.id}`}
          isHeld={held === shift.id}
          lane={laneOf.get(shift.id) ?? 0}
          findings={breachesOf(shift, findings)}
        />
      ))}
    </td>
  )
}

/** Absence as a hatched stretch, a wish as a mark: what a planner must see before placing anything there. */
function useDayNotes(agent: Agent | null, day: LocalDay) {
  const t = useTexts(shiftPlanTexts)
  const absences = agent?.absences.filter(({ from, to }) => from < day.to && to > day.from) ?? []
  const wishes = agent?.wishes.filter(({ date }) => date === day.date) ?? []
  const said = [
    ...absences.map(({ kind }) => t(`absence.${kind}`)),
    ...wishes.map(({ kind }) => t(`wish.${kind}`)),
  ]
  const notes = (scale: DayScale): ReactNode => (
    <>
      {absences.map(({ kind, from, to }) => {
        const place = placeOf(scale, day, { from: Math.max(from, day.from), to: Math.min(to, day.to) })
        const left = Math.max(0, place.left)
        const right = Math.min(1, place.left + place.width)
        return right > left ? (
          <span
            key={`${kind} ${from}`}
            className="lp-week__away"
            style={{ left: `${100 * left}%`, width: `${100 * (right - left)}%` }}
          >
            {t(`absence.${kind}`)}
          </span>
        ) : null
      })}
      {wishes.length > 0 && (
        <span className="lp-week__wish" title={wishes.map(({ kind }) => t(`wish.${kind}`)).join(', ')}>
          {wishes.map(({ kind }) => t(`wish.mark.${kind}`)).join(' ')}
        </span>
      )}
    </>
  )
  return { notes, label: said.join(', ') }
}

type BarProps = {
  readonly shift: PlanShift
  readonly day: LocalDay
  readonly scale: DayScale
  readonly agent: Agent | null
  readonly isHere: boolean
  readonly isHeld: boolean
  readonly lane: number
  /** How many limits it is part of passing. */
  readonly findings: number
}

function ShiftBar({ shift, day, scale, agent, isHere, isHeld, lane, findings }: BarProps) {
  const t = useTexts(shiftPlanTexts)
  const words = useTimeWords()
  const { left, width } = placeOf(scale, day, shift)
  const said = [
    t('grid.shift', {
      name: agent?.name ?? t('grid.open'),
      day: words.day(day.date),
      times: words.brief(shift),
    }),
    shift.breaks.length > 0 && t('grid.breaks', { times: shift.breaks.map(words.times).join(', ') }),
    shift.skill !== null && t('grid.skill', { skill: shift.skill }),
    shift.fixed && t('grid.fixed'),
    findings > 0 && t('grid.breaches', { count: findings }),
  ].filter(Boolean)
  return (
    <button
      type="button"
      className="lp-week__bar"
      data-shift={shift.id}
      data-place={`${agent?.id ?? ''} ${day.date} ${shift.id}`}
      data-breach={findings > 0 || undefined}
      data-fixed={shift.fixed || undefined}
      data-held={isHeld || undefined}
      tabIndex={isHere ? 0 : -1}
      aria-label={said.join('. ')}
      title={said.join('\n')}
      style={{ left: `${100 * left}%`, width: `${100 * width}%`, '--lane': lane } as CSSProperties}
    >
      <span className="lp-week__edge" data-edge="from" />
      {shift.breaks.map((pause) => (
        <span
          key={pause.from}
          className="lp-week__break"
          style={{
            left: `${(100 * (pause.from - shift.from)) / (shift.to - shift.from)}%`,
            width: `${(100 * (pause.to - pause.from)) / (shift.to - shift.from)}%`,
          }}
        />
      ))}
      <span className="lp-week__times">{words.brief(shift)}</span>
      <span className="lp-week__edge" data-edge="to" />
    </button>
  )
}
