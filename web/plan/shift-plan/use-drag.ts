/** A shift in a hand: it follows the pointer by quarters, over days and people; Escape puts it back. */
import { type PointerEvent, useCallback, useEffect, useRef, useState } from 'react'
import { clockOf } from '../../../src/kernel/clock.ts'
import { givenTo, movedTo, stretched } from '../../../src/plan/shifts/rules/hand/hand-edit.ts'
import { minuteAt } from '../../../src/plan/shifts/rules/local-days.ts'
import { quarterMinutes } from '../../../src/plan/shifts/rules/quarter-grid.ts'
import type { PlanShift } from '../../../src/plan/shifts/week/rules/plan-shift.ts'
import { clockAt, type DayScale } from './day-scale.ts'

type Hold = {
  readonly shift: PlanShift
  readonly edge: 'from' | 'to' | null
  /** Minutes from the shift's beginning to where it was taken. */
  readonly grip: number
  readonly x: number
  readonly y: number
}

type Dragging = {
  readonly scale: DayScale
  readonly find: (id: string) => PlanShift | undefined
  /** The shift as it is just now, or null when it is put back. */
  readonly onMove: (shift: PlanShift | null) => void
  readonly onDrop: (shift: PlanShift) => void
}

/** So far a hand may shake before it moves something. */
const steady = 4
const edgeOfBox = 40

export function useDrag({ scale, find, onMove, onDrop }: Dragging) {
  const hold = useRef<Hold | null>(null)
  const now = useRef<PlanShift | null>(null)
  const [held, setHeld] = useState<string>()
  const release = useCallback(() => {
    hold.current = null
    now.current = null
    setHeld(undefined)
  }, [])

  useEffect(() => {
    if (held === undefined) return
    const cancel = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      release()
      onMove(null)
    }
    window.addEventListener('keydown', cancel)
    return () => window.removeEventListener('keydown', cancel)
  }, [held, release, onMove])

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    // A finger scrolls; it opens a shift by a tap.
    if (event.button !== 0 || event.pointerType === 'touch' || !(event.target instanceof Element)) return
    const bar = event.target.closest<HTMLElement>('[data-shift]')
    const shift = bar && find(bar.dataset.shift!)
    if (!bar || !shift) return
    const edge = event.target.closest<HTMLElement>('[data-edge]')?.dataset.edge
    const box = bar.getBoundingClientRect()
    const grip = ((event.clientX - box.left) / box.width) * (shift.to - shift.from)
    const isEdge = edge === 'from' || edge === 'to'
    hold.current = { shift, edge: isEdge ? edge : null, grip, x: event.clientX, y: event.clientY }
  }

  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const own = hold.current
    if (!own) return
    const isFar = Math.hypot(event.clientX - own.x, event.clientY - own.y) > steady
    if (now.current === null && !isFar) return
    if (now.current === null) {
      event.currentTarget.setPointerCapture(event.pointerId)
      setHeld(own.shift.id)
    }
    scrollAtEdge(event)
    const next = shiftAt(own, scale, event) ?? now.current ?? own.shift
    if (now.current && isWhereItWas(next, now.current)) return
    now.current = next
    onMove(next)
  }

  const onPointerUp = (): void => {
    const [own, dropped] = [hold.current, now.current]
    release()
    if (!own || !dropped) return
    if (isWhereItWas(own.shift, dropped)) onMove(null)
    else onDrop(dropped)
  }

  const onPointerCancel = (): void => {
    release()
    onMove(null)
  }
  return { held, onPointerDown, onPointerMove, onPointerUp, onPointerCancel }
}

const isWhereItWas = (one: PlanShift, other: PlanShift): boolean =>
  one.from === other.from && one.to === other.to && one.agentId === other.agentId

function shiftAt({ shift, edge, grip }: Hold, scale: DayScale, event: PointerEvent): PlanShift | undefined {
  const cell = document
    .elementsFromPoint(event.clientX, event.clientY)
    .map((element) => element.closest<HTMLElement>('[data-cell]'))
    .find((found) => found !== null)
  if (!cell) return undefined
  const box = cell.getBoundingClientRect()
  const { date = '', agent = '' } = cell.dataset
  const clock = clockAt(scale, (event.clientX - box.left) / box.width)
  if (edge !== null) {
    const minute = minuteOnDay(date, snap(clock))
    return stretched(shift, edge === 'from' ? { from: minute } : { to: minute })
  }
  const start = snap(Math.max(0, Math.min(24 * 60 - quarterMinutes, clock - grip)))
  return givenTo(movedTo(shift, date, clockOf(start)), agent === '' ? null : agent)
}

const snap = (minutes: number): number => Math.round(minutes / quarterMinutes) * quarterMinutes

function minuteOnDay(date: string, minutes: number): number {
  const clock = Math.max(0, Math.min(24 * 60, minutes))
  return clock === 24 * 60 ? minuteAt(date, '24:00') : minuteAt(date, clockOf(clock))
}

/** What does not fit in the box comes into view when a shift is held at its edge. */
function scrollAtEdge({ currentTarget, clientY }: PointerEvent<HTMLElement>): void {
  const box = currentTarget.parentElement
  if (!box) return
  const { top, bottom } = box.getBoundingClientRect()
  if (clientY > bottom - edgeOfBox) box.scrollBy(0, 18)
  else if (clientY < top + edgeOfBox) box.scrollBy(0, -18)
}
