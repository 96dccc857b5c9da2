/** What a scenario must fulfil beyond its shape. Every fault has a path, a code and what was found. */
import { minutesOf } from '../../../kernel/clock.ts'
import type { InputIssue } from '../../../kernel/errors.ts'
import { type Scenario, scenarioSchema } from './scenario.ts'
import { shapeFault } from './shape-fault.ts'

export type CheckedScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly issues: readonly InputIssue[] }

/** Work beyond this takes minutes and gigabytes; larger questions are asked in parts. */
const mostContacts = 3_000_000

/** @param at path in front of every path, such as `plans.1` */
export function checkScenario(document: unknown, at = ''): CheckedScenario {
  const under = (path: string): string => [at, path].filter((part) => part !== '').join('.')
  const read = scenarioSchema.safeParse(document)
  if (!read.success) {
    const issues = read.error.issues.map(
      (issue): InputIssue => ({
        code: shapeFault(issue),
        path: under(issue.path.join('.')) || 'document',
      }),
    )
    return { ok: false, issues }
  }
  const issues = faultsOf(read.data).map(({ path, ...rest }) => ({ ...rest, path: under(path) }))
  return issues.length > 0 ? { ok: false, issues } : { ok: true, scenario: read.data }
}

type Fault = { readonly path: string; readonly code: string; readonly value?: string }

function faultsOf(scenario: Scenario): readonly Fault[] {
  const ids = new Set(scenario.queues.map(({ id }) => id))
  return [
    ...doubled(scenario.queues, 'queues'),
    ...doubled(scenario.groups, 'groups'),
    ...scenario.queues.flatMap((queue, at) => queueFaults(queue, `queues.${at}`, { ids, scenario })),
    ...scenario.groups.flatMap((group, at) => groupFaults(group, `groups.${at}`, { ids, scenario })),
    ...tooMany(scenario),
  ]
}

type Known = { readonly ids: ReadonlySet<string>; readonly scenario: Scenario }

function doubled(all: readonly { readonly id: string }[], path: string): Fault[] {
  return all.flatMap(({ id }, at) =>
    all.findIndex((other) => other.id === id) < at
      ? [{ path: `${path}.${at}.id`, code: 'stands twice', value: id }]
      : [],
  )
}

function queueFaults(queue: Scenario['queues'][number], path: string, { ids, scenario }: Known): Fault[] {
  const faults: Fault[] = []
  queue.shift.forEach(({ to }, at) => {
    if (!ids.has(to)) faults.push({ path: `${path}.shift.${at}.to`, code: 'is no queue', value: to })
    if (to === queue.id)
      faults.push({ path: `${path}.shift.${at}.to`, code: 'is the queue itself; that is redial', value: to })
  })
  const leaves = queue.shift.reduce((sum, { share }) => sum + share, queue.redial?.share ?? 0)
  if (leaves > 1 + 1e-9)
    faults.push({
      path: `${path}.shift`,
      code: 'shares of redial and shift add up to more than 1',
      value: String(leaves),
    })
  queue.open?.forEach(({ from, to }, at) => {
    if (minutesOf(to) <= minutesOf(from))
      faults.push({ path: `${path}.open.${at}.to`, code: 'is not after from', value: to })
  })
  if (queue.patience && 'curve' in queue.patience) faults.push(...curveFaults(queue.patience.curve, path))
  return [...faults, ...runFaults(queue.arrivals, `${path}.arrivals`, scenario)]
}

function curveFaults(curve: readonly { seconds: number; stays: number }[], path: string): Fault[] {
  return curve.slice(1).flatMap((point, before) => {
    const previous = curve[before]!
    const falls = point.seconds > previous.seconds && point.stays <= previous.stays
    return falls
      ? []
      : [{ path: `${path}.patience.curve.${before + 1}`, code: 'seconds must rise and stays must not' }]
  })
}

function groupFaults(group: Scenario['groups'][number], path: string, { ids, scenario }: Known): Fault[] {
  const skills = group.skills.flatMap((skill, at): Fault[] => {
    const queue = typeof skill === 'string' ? skill : skill.queue
    return ids.has(queue) ? [] : [{ path: `${path}.skills.${at}`, code: 'is no queue', value: queue }]
  })
  const shifts = group.shifts.flatMap(({ from, to, day, breaks }, at): Fault[] => {
    if (from === to) return [{ path: `${path}.shifts.${at}.to`, code: 'a shift has a length', value: to }]
    if (day !== undefined && day > scenario.days + scenario.leadInDays)
      return [{ path: `${path}.shifts.${at}.day`, code: 'is after the last day', value: String(day) }]
    const length = (minutesOf(to) - minutesOf(from) + 1440) % 1440 || 1440
    const since = (time: string) => (minutesOf(time) - minutesOf(from) + 1440) % 1440
    return breaks.flatMap((pause, number): Fault[] => {
      const [begins, ends] = [since(pause.from), since(pause.to)]
      const fits = begins < ends && ends <= length
      return fits ? [] : [{ path: `${path}.shifts.${at}.breaks.${number}`, code: 'is not inside its shift' }]
    })
  })
  return [...skills, ...shifts, ...runFaults(group.people, `${path}.people`, scenario)]
}

type DayRun = Scenario['queues'][number]['arrivals'][number]

function runFaults(
  runs: readonly DayRun[],
  path: string,
  { days, leadInDays, intervalMinutes }: Scenario,
): Fault[] {
  return runs.flatMap(({ day, from, counts }, at): Fault[] => {
    if (day !== undefined && day > days + leadInDays)
      return [{ path: `${path}.${at}.day`, code: 'is after the last day', value: String(day) }]
    if (minutesOf(from) % intervalMinutes !== 0)
      return [{ path: `${path}.${at}.from`, code: 'is not the start of an interval', value: from }]
    if (minutesOf(from) + counts.length * intervalMinutes > 1440)
      return [{ path: `${path}.${at}.counts`, code: 'goes beyond midnight', value: String(counts.length) }]
    return []
  })
}

function tooMany({ queues, days, leadInDays }: Scenario): Fault[] {
  const total = queues.reduce(
    (sum, { arrivals, backlog }) =>
      arrivals.reduce(
        (own, { day, counts }) =>
          own + counts.reduce((each, count) => each + count, 0) * (day === undefined ? days + leadInDays : 1),
        sum + (backlog?.count ?? 0),
      ),
    0,
  )
  return total > mostContacts
    ? [{ path: 'queues', code: `more than ${mostContacts} contacts`, value: String(total) }]
    : []
}
