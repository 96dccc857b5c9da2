/**
 * Work that need not be answered at once: e-mails and tasks, done in the order in which they came, with a deadline in
 * open time. A flow of work and not a queue of chance: a day's e-mails are many and wait for hours, so that what matters
 * is how much has come and how much can have been done (Newell 1982, "Applications of queueing theory", ch. 2).
 */
export type TaskInterval = {
  /** Tasks that come; also while closed, when they wait for the opening. */
  readonly arrivals: number
  readonly open: boolean
  /** Seconds of agents' time that others have left over: idle between calls, and free for tasks. */
  readonly idleSeconds: number
}

export type TaskWork = {
  readonly intervalMinutes: number
  readonly intervals: readonly TaskInterval[]
  /** What waits when the first interval begins, with the open minutes that it has waited. */
  readonly backlog: readonly { readonly tasks: number; readonly ageMinutes: number }[]
  readonly handleSeconds: number
  /** Open minutes within which a task is to be done. */
  readonly deadlineMinutes: number
}

export type TaskState = {
  readonly done: number
  /** At the interval's end. */
  readonly backlog: number
  /** Open minutes that the oldest one has waited at the interval's end; 0 when nothing waits. */
  readonly oldestMinutes: number
  /** The share of what came in this interval that is done in time; null when the deadline lies past the last interval. */
  readonly inTime: number | null
}

export type TaskFlow = {
  readonly states: readonly TaskState[]
  /** Of everything whose deadline is within the intervals. 1 when there is nothing. */
  readonly shareInTime: number
}

/** Cumulative curves over open time only, in intervals; a closed interval's arrivals wait at the next opening. */
export type OpenTime = {
  /** Which interval each open one is. */
  readonly indexes: readonly number[]
  readonly arrivals: readonly number[]
  readonly idleSeconds: readonly number[]
  /** What came while closed after the last open interval; nobody sees it here. */
  readonly unseen: number
}

export function openTime({ intervals }: Pick<TaskWork, 'intervals'>): OpenTime {
  const indexes: number[] = []
  const arrivals: number[] = []
  const idleSeconds: number[] = []
  let waiting = 0
  for (const [index, interval] of intervals.entries()) {
    waiting += interval.arrivals
    if (!interval.open) continue
    indexes.push(index)
    arrivals.push(waiting)
    idleSeconds.push(interval.idleSeconds)
    waiting = 0
  }
  return { indexes, arrivals, idleSeconds, unseen: waiting }
}

/**
 * What becomes of the work with these agents.
 *
 * @param agents for each interval, as many as are on the tasks alone; not whole when they share their time
 * @example 10 tasks of 6 min an hour with one agent: all done in the hour they came.
 */
export function flowOfTasks(work: TaskWork, agents: readonly number[]): TaskFlow {
  const time = openTime(work)
  const perTask = work.handleSeconds
  const before = work.backlog.reduce((sum, { tasks }) => sum + tasks, 0)
  const come: number[] = [before]
  const done: number[] = [0]
  for (const [at, index] of time.indexes.entries()) {
    const capacity = (agents[index]! * work.intervalMinutes * 60 + time.idleSeconds[at]!) / perTask
    come.push(come[at]! + time.arrivals[at]!)
    done.push(Math.min(done[at]! + capacity, come[at + 1]!))
  }
  return judge(work, { time, come, done })
}

type Curves = { readonly time: OpenTime; readonly come: readonly number[]; readonly done: readonly number[] }

function judge(work: TaskWork, { time, come, done }: Curves): TaskFlow {
  const states = work.intervals.map(
    (): TaskState => ({ done: 0, backlog: 0, oldestMinutes: 0, inTime: null }),
  )
  let [due, inTime] = judgeBacklog(work, done)
  for (const [at, index] of time.indexes.entries()) {
    const tasks = time.arrivals[at]!
    // What comes in an interval comes in its middle; what came while closed, at the opening, is counted with it.
    const doneThen = valueAt(done, at + 0.5 + work.deadlineMinutes / work.intervalMinutes)
    const kept = doneThen === null ? null : Math.min(tasks, Math.max(0, doneThen - come[at]!))
    if (kept !== null) [due, inTime] = [due + tasks, inTime + kept]
    states[index] = {
      done: done[at + 1]! - done[at]!,
      backlog: come[at + 1]! - done[at + 1]!,
      oldestMinutes: oldest(work, { come, done: done[at + 1]!, now: at + 1 }),
      inTime: kept === null ? null : tasks === 0 ? 1 : kept / tasks,
    }
  }
  carryOver(states, work)
  return { states, shareInTime: due === 0 ? 1 : inTime / due }
}

/** Of the backlog the oldest is done first; each part has what is left of its own deadline. */
function judgeBacklog(work: TaskWork, done: readonly number[]): [due: number, inTime: number] {
  let [ahead, due, inTime] = [0, 0, 0]
  for (const { tasks, ageMinutes } of [...work.backlog].sort((a, b) => b.ageMinutes - a.ageMinutes)) {
    const doneThen = valueAt(done, Math.max(0, work.deadlineMinutes - ageMinutes) / work.intervalMinutes)
    if (doneThen !== null) {
      due += tasks
      inTime += Math.min(tasks, Math.max(0, doneThen - ahead))
    }
    ahead += tasks
  }
  return [due, inTime]
}

/** A curve between its points; null beyond the last one. */
function valueAt(curve: readonly number[], at: number): number | null {
  if (at > curve.length - 1) return null
  const low = Math.floor(at)
  const here = curve[low]!
  return low === at ? here : here + (curve[low + 1]! - here) * (at - low)
}

function oldest(
  work: TaskWork,
  { come, done, now }: { readonly come: readonly number[]; readonly done: number; readonly now: number },
): number {
  if (come[now]! - done < 1e-6) return 0
  let ahead = 0
  for (const { tasks, ageMinutes } of [...work.backlog].sort((a, b) => b.ageMinutes - a.ageMinutes)) {
    ahead += tasks
    if (done < ahead - 1e-9) return ageMinutes + now * work.intervalMinutes
  }
  let at = now
  while (at > 1 && come[at - 1]! > done) at--
  return Math.max(0, now - (at - 1) - 0.5) * work.intervalMinutes
}

/** While closed nothing is done, and what comes is added to what waits. */
function carryOver(states: TaskState[], work: TaskWork): void {
  let backlog = work.backlog.reduce((sum, { tasks }) => sum + tasks, 0)
  let oldestMinutes = Math.max(0, ...work.backlog.map(({ ageMinutes }) => ageMinutes))
  for (const [index, interval] of work.intervals.entries()) {
    if (interval.open) {
      backlog = states[index]!.backlog
      oldestMinutes = states[index]!.oldestMinutes
    } else {
      backlog += interval.arrivals
      states[index] = { done: 0, backlog, oldestMinutes, inTime: null }
    }
  }
}
