/** Planned against done: are we on time, and where are we not? (M6.4) */
import { addDays, fromEpochDay, type PlainDate, toEpochDay } from '../../../kernel/calendar.ts'
import { isWorkingDay } from '../../../kernel/holidays.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { ContactState } from '../contract.ts'
import { type DueContact, lateThing } from './due.ts'

export type ProgressContact = DueContact & {
  /** When the form was first handed in. */
  readonly handedInAt?: Date | undefined
}

export type ProgressCount = {
  /** Contacts in the plan that are not left out. */
  readonly planned: number
  /** Of these, planned for today or before. */
  readonly dueByNow: number
  /** Form handed in, whatever the review says. */
  readonly done: number
  readonly approved: number
  readonly waitingForReview: number
  readonly returned: number
  readonly late: number
  readonly excluded: number
}

type Moment = { readonly now: Date; readonly paused: boolean }

const notDone: readonly ContactState[] = ['planned', 'assigned', 'attempted', 'answered', 'unanswered']
const settled: readonly ContactState[] = ['approved', 'appealed', 'final', 'locked']

/** The counts of any set of contacts. Every contact that is not left out is either done or not. */
export function countProgress(contacts: readonly ProgressContact[], moment: Moment): ProgressCount {
  const today = toLocal(moment.now).date
  const kept = contacts.filter(({ state }) => state !== 'excluded')
  const inState = (...states: ContactState[]) => kept.filter(({ state }) => states.includes(state)).length
  return {
    planned: kept.length,
    dueByNow: kept.filter(({ date }) => date <= today).length,
    done: kept.filter(({ state }) => !notDone.includes(state)).length,
    approved: inState(...settled),
    waitingForReview: inState('submitted', 'resubmitted'),
    returned: inState('returned'),
    late: kept.filter((contact) => lateThing(contact, moment)).length,
    excluded: contacts.length - kept.length,
  }
}

/** The counts of each group, the ones with most late contacts first, then by key. */
export function progressBy<T extends ProgressContact>(
  contacts: readonly T[],
  keyOf: (contact: T) => string,
  moment: Moment,
): readonly (ProgressCount & { readonly key: string })[] {
  const groups = Map.groupBy(contacts, keyOf)
  return [...groups]
    .map(([key, members]) => ({ key, ...countProgress(members, moment) }))
    .sort((a, b) => b.late - a.late || (a.key < b.key ? -1 : 1))
}

export type ProgressDay = {
  readonly date: PlainDate
  /** Contacts planned for this day or before. */
  readonly planned: number
  /** What should be handed in even if every contact takes all the time that its protocol allows. */
  readonly atLeast: number
  /** Handed in by the end of this day; absent for days that have not come. */
  readonly done?: number
}

/**
 * Working days from a planned contact to its form at the latest: an e-mail waits three, a second attempt is made
 * on the next, and the form is due the working day after. On time is inside the band between plan and this.
 */
export const slowestWay = 4

/** The season day by day, working days only. */
export function progressLine(
  contacts: readonly ProgressContact[],
  season: { readonly from: PlainDate; readonly to: PlainDate },
  now: Date,
): readonly ProgressDay[] {
  const kept = contacts.filter(({ state }) => state !== 'excluded')
  const planned = runningCount(kept.map(({ date }) => date))
  const handedIn = kept.flatMap(({ handedInAt }) => (handedInAt ? [toLocal(handedInAt).date] : []))
  const done = runningCount(handedIn)
  const today = toLocal(now).date
  const days = workingDays(season)
  return days.map((date, index) => ({
    date,
    planned: planned(date),
    atLeast: planned(days[index - slowestWay] ?? addDays(season.from, -1)),
    ...(date <= today ? { done: done(date) } : {}),
  }))
}

/** From dates to a function that counts those on a date or before, by halving. */
function runningCount(dates: readonly PlainDate[]): (until: PlainDate) => number {
  const sorted = dates.toSorted()
  return (until) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sorted[middle]! <= until) low = middle + 1
      else high = middle
    }
    return low
  }
}

function workingDays({ from, to }: { readonly from: PlainDate; readonly to: PlainDate }): PlainDate[] {
  const length = toEpochDay(to) - toEpochDay(from) + 1
  return Array.from({ length }, (_, offset) => fromEpochDay(toEpochDay(from) + offset)).filter((date) =>
    isWorkingDay(date),
  )
}

export type Pace =
  | { readonly pace: 'notStarted' | 'onTime' }
  | { readonly pace: 'behind' | 'ahead'; readonly contacts: number }

/** How the last day that has come lies against the band. */
export function paceOf(line: readonly ProgressDay[]): Pace {
  const latest = line.findLast(({ done }) => done !== undefined)
  if (!latest || latest.done === undefined || (latest.planned === 0 && latest.done === 0))
    return { pace: 'notStarted' }
  if (latest.done < latest.atLeast) return { pace: 'behind', contacts: latest.atLeast - latest.done }
  if (latest.done > latest.planned) return { pace: 'ahead', contacts: latest.done - latest.planned }
  return { pace: 'onTime' }
}
