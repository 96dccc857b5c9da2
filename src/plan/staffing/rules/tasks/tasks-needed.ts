/** How many agents the tasks take, interval by interval, so that enough of them are done within the deadline. */
import { loadQuantile } from '../risk/load-spread.ts'
import { evenWork } from './even-work.ts'
import { flowOfTasks, openTime, type TaskWork } from './task-flow.ts'

/** With the load this many times the forecast's mean. */
export function timesLoad(work: TaskWork, factor: number): TaskWork {
  return {
    ...work,
    intervals: work.intervals.map((each) => ({ ...each, arrivals: each.arrivals * factor })),
  }
}

/**
 * Agents for each interval, not whole: the most even ones with which the share is done in time. Idle time that others
 * have left over is used first.
 *
 * @param share of the tasks that are to be done in time, 0–1
 */
export function tasksNeeded(work: TaskWork, share: number): number[] {
  const even = evenAgents(work)
  const inTime = (part: number) =>
    flowOfTasks(
      work,
      even.map((agents) => agents * part),
    ).shareInTime
  if (even.every((agents) => agents === 0) || inTime(0) >= share) return even.map(() => 0)
  // All in time is what the even work gives; fewer are enough for a smaller share.
  let [low, high] = [0, 1]
  while (high < 4 && inTime(high) < share - 1e-6) high *= 1.25
  for (let pass = 0; pass < 20; pass++) {
    const middle = (low + high) / 2
    if (inTime(middle) >= share - 1e-6) high = middle
    else low = middle
  }
  return even.map((agents) => agents * high)
}

/**
 * The even work in agents. Past the last interval the arrivals of the last deadline's length go on, so that the end of
 * what is looked at is no reason to stop working.
 */
function evenAgents(work: TaskWork): number[] {
  const agents = work.intervals.map(() => 0)
  const time = openTime(work)
  const length = time.indexes.length
  if (length === 0) return agents
  const ahead = Math.max(1, Math.floor(work.deadlineMinutes / work.intervalMinutes))
  const going = Math.min(ahead, length)
  const arrivals = [...time.arrivals, ...time.arrivals.slice(length - going)]
  const before = work.backlog.reduce((sum, { tasks }) => sum + tasks, 0)
  const come: number[] = []
  for (const [at, tasks] of arrivals.entries()) come.push((come[at - 1] ?? before) + tasks)
  const due = dueBy(work, { come, ahead, before })
  const free = idleDone(time.idleSeconds, { come, before, handleSeconds: work.handleSeconds })
  let most = 0
  const asked = due.map((tasks, at) => {
    most = Math.max(most, tasks - (free[at] ?? free.at(-1) ?? 0))
    return most
  })
  const perInterval = (work.intervalMinutes * 60) / work.handleSeconds
  const pace = evenWork(asked, come)
  for (const [at, index] of time.indexes.entries()) agents[index] = pace[at]! / perInterval
  return agents
}

/** What is due by the end of each interval: what came a deadline ago, and of the backlog what has waited long enough. */
function dueBy(
  work: TaskWork,
  {
    come,
    ahead,
    before,
  }: { readonly come: readonly number[]; readonly ahead: number; readonly before: number },
): number[] {
  const end = come.length - 1
  return come.map((all, at) => {
    if (at === end) return all
    if (at >= ahead) return come[at - ahead]!
    const now = (at + 1) * work.intervalMinutes
    const old = work.backlog.reduce(
      (sum, { tasks, ageMinutes }) => (ageMinutes + now >= work.deadlineMinutes ? sum + tasks : sum),
      0,
    )
    return Math.min(before, old)
  })
}

/** What the idle time alone would have done by the end of each interval. */
function idleDone(
  idleSeconds: readonly number[],
  {
    come,
    before,
    handleSeconds,
  }: { readonly come: readonly number[]; readonly before: number; readonly handleSeconds: number },
): number[] {
  let done = 0
  return idleSeconds.map((seconds, at) => {
    done = Math.min(done + seconds / handleSeconds, come[at] ?? before)
    return done
  })
}

/** Whole agents who together never fall behind these: rounding up each interval by itself would add up to a person. */
export function wholeAgents(agents: readonly number[]): number[] {
  let [asked, given] = [0, 0]
  return agents.map((each) => {
    asked += each
    const whole = Math.max(0, Math.ceil(asked - given - 1e-6))
    given += whole
    return whole
  })
}

export type TaskRequirement = {
  readonly p10: number[]
  readonly p50: number[]
  readonly p90: number[]
  readonly needed: number[]
}

/** For a light, a middling and a heavy load, and for the one that is to be met with this confidence. */
export function taskRequirement(
  work: TaskWork,
  { share, cv, confidence }: { readonly share: number; readonly cv: number; readonly confidence: number },
): TaskRequirement {
  const at = (probability: number) =>
    wholeAgents(tasksNeeded(timesLoad(work, loadQuantile(cv, probability)), share))
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9), needed: at(confidence) }
}

/** Loads that are tried, evenly in chance. */
const tried = 40

/**
 * The chance, for what comes in each interval, that too little of it is done in time; null where the deadline lies past
 * the last interval.
 */
export function taskRisk(
  work: TaskWork,
  agents: readonly number[],
  { share, cv }: { readonly share: number; readonly cv: number },
): (number | null)[] {
  const factors =
    cv === 0 ? [1] : Array.from({ length: tried }, (_, at) => loadQuantile(cv, (at + 0.5) / tried))
  const missed = work.intervals.map(() => 0)
  const judged = work.intervals.map(() => false)
  for (const factor of factors) {
    const { states } = flowOfTasks(timesLoad(work, factor), agents)
    for (const [index, { inTime }] of states.entries()) {
      if (inTime === null) continue
      judged[index] = true
      if (inTime < share - 1e-9) missed[index]! += 1 / factors.length
    }
  }
  return missed.map((chance, index) => (judged[index] ? chance : null))
}
