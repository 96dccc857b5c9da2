/** Where fewer are on than are needed, before and after a change of the plan, as whole stretches of time. */
import type { Minute, Span } from '../../rules/types.ts'

export type ChangedCell = {
  readonly from: Minute
  readonly needed: number
  /** People on as it is, and after the change; parts of people where several queues share them. */
  readonly now: number
  readonly after: number
}

export type ShortStretch = Span & { readonly missing: number; readonly missingNow: number }

/** Half a person is nobody whom anybody could put in. */
const missingOf = (needed: number, people: number) => Math.max(0, Math.round(needed - people))

/**
 * Neighbouring intervals in which the change leaves somebody missing who is not missing now, or more than now. With
 * `all`, also those that are as short as before.
 *
 * @example shortSpans([{ from: 0, needed: 5, now: 5, after: 4 }], 15) // [{ from: 0, to: 15, missing: 1, missingNow: 0 }]
 */
export function shortSpans(
  cells: readonly ChangedCell[],
  minutes: number,
  { all = false }: { readonly all?: boolean } = {},
): ShortStretch[] {
  const found: ShortStretch[] = []
  for (const { from, needed, now, after } of cells) {
    const [missing, missingNow] = [missingOf(needed, after), missingOf(needed, now)]
    if (missing === 0 || (!all && missing <= missingNow)) continue
    const last = found.at(-1)
    if (last?.to !== from) {
      found.push({ from, to: from + minutes, missing, missingNow })
      continue
    }
    found[found.length - 1] = {
      from: last.from,
      to: from + minutes,
      missing: Math.max(last.missing, missing),
      missingNow: Math.max(last.missingNow, missingNow),
    }
  }
  return found
}
