/**
 * People by days. Shifts are moved by a hand or by keys; both give a new list of shifts, and what it comes to is drawn at
 * once. Events are heard by the grid alone, so that a row is drawn again only when its own shifts have changed.
 */
import {
  type CSSProperties,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { newId } from '../../../src/kernel/ids.ts'
import { newShift } from '../../../src/plan/shifts/rules/hand/hand-edit.ts'
import type { Judge, JudgedWeek } from '../../../src/plan/shifts/rules/judged-week.ts'
import { minuteAt } from '../../../src/plan/shifts/rules/local-days.ts'
import type { Agent } from '../../../src/plan/shifts/rules/types.ts'
import type { PlanShift } from '../../../src/plan/shifts/week/rules/plan-shift.ts'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { DayScale } from './day-scale.ts'
import { GridHead } from './grid-head.tsx'
import { actOf, directionOf, shiftByKey } from './grid-keys.ts'
import { firstOpen, type GridRow, type Place, placeBeside, placeOfShift } from './place.ts'
import { ShiftRow } from './shift-row.tsx'
import { useDrag } from './use-drag.ts'

type Props = {
  readonly judge: Judge
  /** As it is drawn: with the shift that is in a hand. */
  readonly week: JudgedWeek
  /** As it stands: what an edit begins with. */
  readonly shifts: readonly PlanShift[]
  readonly agents: readonly Agent[]
  readonly scale: DayScale
  readonly place: Place | null
  /** Counts how often the page has asked for the keyboard to go to the place. */
  readonly asked: number
  readonly onPlace: (place: Place) => void
  readonly onPreview: (shifts: readonly PlanShift[] | null) => void
  readonly onEdit: (shifts: readonly PlanShift[]) => void
  readonly onOpen: (shift: PlanShift, isNew: boolean) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onSave: () => void
}

const usualStart = '08:00'
const usualEnd = '16:00'
/** Of a day, as long as nobody asks for more. */
const fewOpen = 3

export function WeekGrid(props: Props) {
  const { judge, week, shifts, agents, scale, place, onPlace, onPreview, onEdit, onOpen } = props
  const t = useTexts(shiftPlanTexts)
  const box = useRef<HTMLTableElement>(null)
  const [wantsFocus, setWantsFocus] = useState(0)
  const [isAllOpen, setAllOpen] = useState(false)
  const toggleOpen = useCallback(() => setAllOpen((before) => !before), [])
  const open = useMemo(() => week.shifts.filter(({ agentId }) => agentId === null), [week.shifts])
  const keep = place?.shiftId ?? null
  const openShown = useMemo(
    () => (isAllOpen ? open : firstOpen(open, { days: scale.days, most: fewOpen, keep })),
    [isAllOpen, open, scale.days, keep],
  )
  const rows = useMemo(
    (): readonly GridRow[] => [
      { agentId: '', shifts: openShown },
      ...agents.map(({ id }) => ({ agentId: id, shifts: week.people.get(id)?.shifts ?? [] })),
    ],
    [openShown, agents, week],
  )
  const find = useCallback((id: string) => shifts.find((shift) => shift.id === id), [shifts])
  const onMove = useCallback(
    (shift: PlanShift | null) => onPreview(shift && replaced(shifts, shift)),
    [shifts, onPreview],
  )
  const stand = (at: Place | undefined): void => {
    if (at) onPlace(at)
    setWantsFocus((count) => count + 1)
  }
  const put = (shift: PlanShift): void => {
    onEdit(replaced(shifts, shift))
    stand(placeOfShift(shift, scale.days))
  }
  const { held, ...hand } = useDrag({
    scale,
    find,
    onMove,
    onDrop: (shift) => {
      onPreview(null)
      put(shift)
    },
  })
  useFocusOn(box, place, wantsFocus + props.asked)

  const remove = (shift: PlanShift): void => {
    onEdit(shifts.filter(({ id }) => id !== shift.id))
    stand(place ? { ...place, shiftId: null } : undefined)
  }
  const add = (at: Place): void => {
    const on = { from: minuteAt(at.date, usualStart), to: minuteAt(at.date, usualEnd) }
    onOpen(newShift(newId(), { agentId: at.agentId === '' ? null : at.agentId, ...on }), true)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const at = placeOfTarget(event.target) ?? place
    if (!at) return
    const shift = at.shiftId === null ? undefined : find(at.shiftId)
    const neighbour = (step: number): string | null | undefined => {
      const row = rows[rows.findIndex(({ agentId }) => agentId === at.agentId) + step]
      return row && (row.agentId === '' ? null : row.agentId)
    }
    const direction = directionOf(event)
    const moved = shift && direction === undefined ? shiftByKey(shift, event, neighbour) : undefined
    const act = actOf(event)
    if (direction) stand(placeBeside(at, direction, { rows, days: scale.days }))
    else if (moved) put(inWeek(moved, judge) ? moved : shift!)
    else if (act === 'open') shift ? onOpen(shift, false) : add(at)
    else if (act === 'new') add(at)
    else if (act === 'remove' && shift) remove(shift)
    else if (act === 'fix' && shift) put({ ...shift, fixed: !shift.fixed })
    else if (act === 'undo') props.onUndo()
    else if (act === 'redo') props.onRedo()
    else if (act === 'save') props.onSave()
    else return
    event.preventDefault()
    if (act === 'undo' || act === 'redo') setWantsFocus((count) => count + 1)
  }
  const current = place ?? { agentId: '', date: scale.days[0]!.date, shiftId: open[0]?.id ?? null }
  const placeIn = (agentId: string) =>
    current.agentId === agentId ? `${current.date} ${current.shiftId ?? ''}` : undefined
  return (
    <div className="lp-week">
      <table
        ref={box}
        className="lp-week__table"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is walked by arrows is a grid
        role="grid"
        aria-label={t('grid.label')}
        aria-rowcount={rows.length + judge.grid.queues.length + 1}
        data-days={scale.days.length}
        style={{ '--hours': (scale.to - scale.from) / 60, '--days': scale.days.length } as CSSProperties}
        data-holding={held !== undefined || undefined}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const at = placeOfTarget(event.target)
          if (at) onPlace(at)
        }}
        onDoubleClick={(event) => {
          const at = placeOfTarget(event.target)
          const shift = at?.shiftId ? find(at.shiftId) : undefined
          if (shift) onOpen(shift, false)
          else if (at) add(at)
        }}
        {...hand}
      >
        <GridHead judge={judge} week={week} scale={scale} />
        <tbody>
          {rows.map(({ agentId, shifts: own }, at) => {
            const person = week.people.get(agentId)
            return (
              <ShiftRow
                key={agentId}
                index={at + 2 + judge.grid.queues.length}
                weekStart={judge.given.weekStart}
                agent={judge.agents.get(agentId) ?? null}
                shifts={own}
                findings={person?.findings ?? nothing}
                workedMinutes={person?.workedMinutes ?? 0}
                scale={scale}
                place={placeIn(agentId)}
                held={own.some(({ id }) => id === held) ? held : undefined}
                {...(agentId === '' && { openCount: open.length, onToggle: toggleOpen })}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const nothing: readonly never[] = []

function replaced(shifts: readonly PlanShift[], shift: PlanShift): readonly PlanShift[] {
  return shifts.map((each) => (each.id === shift.id ? shift : each))
}

/** A shift belongs to the week in which it begins; the server refuses any other. */
function inWeek({ from }: PlanShift, { days }: Judge): boolean {
  return from >= days[0]!.from && from < days.at(-1)!.to
}

function placeOfTarget(target: EventTarget): Place | undefined {
  const found = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null
  if (!found) return undefined
  const [agentId = '', date = '', shiftId = ''] = found.dataset.place!.split(' ')
  return { agentId, date, shiftId: shiftId === '' ? null : shiftId }
}

/** A shift that has moved to another row is another element: the keyboard goes after it. */
function useFocusOn(
  box: { readonly current: HTMLElement | null },
  place: Place | null,
  wantsFocus: number,
): void {
  const done = useRef(0)
  const name = place ? `${place.agentId} ${place.date} ${place.shiftId ?? ''}` : undefined
  // After every drawing: the element may come with a later one.
  useLayoutEffect(() => {
    if (wantsFocus === done.current) return
    const found = elementOf(box.current, name)
    if (!found) return
    done.current = wantsFocus
    // What moves it into view comes below, once for every way to get here.
    found.focus({ preventScroll: true })
  })
  useEffect(() => {
    elementOf(box.current, name)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [box, name])
}

const elementOf = (box: HTMLElement | null, name: string | undefined): HTMLElement | null =>
  (name !== undefined && box?.querySelector<HTMLElement>(`[data-place="${name}"]`)) || null
