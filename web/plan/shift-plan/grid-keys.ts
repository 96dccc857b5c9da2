/** What a key does to the shift that it stands on. */
import { givenTo, movedBy, movedByDays, stretched } from '../../../src/plan/shifts/rules/hand/hand-edit.ts'
import { quarterMinutes } from '../../../src/plan/shifts/rules/quarter-grid.ts'
import type { PlanShift } from '../../../src/plan/shifts/week/rules/plan-shift.ts'
import type { Direction } from './place.ts'

export type Pressed = {
  readonly key: string
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'first',
  End: 'last',
}

export function directionOf({ key, shiftKey, altKey, ctrlKey, metaKey }: Pressed): Direction | undefined {
  return shiftKey || altKey || ctrlKey || metaKey ? undefined : directions[key]
}

export type Act = 'open' | 'new' | 'remove' | 'undo' | 'redo' | 'save' | 'fix'

export function actOf({ key, shiftKey, altKey, ctrlKey, metaKey }: Pressed): Act | undefined {
  const letter = key.toLowerCase()
  if (altKey) return undefined
  if (ctrlKey || metaKey) {
    if (letter === 'z') return shiftKey ? 'redo' : 'undo'
    return letter === 'y' ? 'redo' : letter === 's' ? 'save' : undefined
  }
  if (key === 'Enter' || key === 'F2') return 'open'
  if (key === 'Delete' || key === 'Backspace') return 'remove'
  return letter === 'n' ? 'new' : letter === 'u' ? 'undo' : letter === 'f' ? 'fix' : undefined
}

/**
 * Shift and an arrow move: a quarter to the sides, to the person above or below. Shift with Control moves a day. Alt
 * moves the end, Alt with Shift the beginning.
 *
 * @returns undefined when the key is none of these
 */
export function shiftByKey(
  shift: PlanShift,
  { key, shiftKey, altKey, ctrlKey }: Pressed,
  neighbour: (step: number) => string | null | undefined,
): PlanShift | undefined {
  const side = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0
  const rows = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0
  if (altKey && side !== 0) {
    const by = side * quarterMinutes
    return shiftKey ? stretched(shift, { from: shift.from + by }) : stretched(shift, { to: shift.to + by })
  }
  if (!shiftKey || altKey) return undefined
  if (side !== 0) return ctrlKey ? movedByDays(shift, side) : movedBy(shift, side * quarterMinutes)
  const other = rows === 0 ? undefined : neighbour(rows)
  return other === undefined ? undefined : givenTo(shift, other)
}
