/** From a scenario, which people write, to a program, which the engine runs. */
import { minutesOf } from '../../../kernel/clock.ts'
import { hashText } from '../../../kernel/random.ts'
import { type Patience, workTime } from './engine/draws.ts'
import type { Program, ProgramGroup, ProgramQueue } from './engine/program.ts'
import type { Scenario, ScenarioGroup, ScenarioQueue } from './scenario.ts'

const daySeconds = 86_400

/** @param scenario as `checkScenario` gives it */
export function compile(scenario: Scenario): Program {
  const places = new Map(scenario.queues.map(({ id }, at) => [id, at]))
  const days = scenario.days + scenario.leadInDays
  const grid = { days, slotSeconds: scenario.intervalMinutes * 60 }
  const groups = scenario.groups.map((group) => groupOf(group, scenario, { ...grid, places }))
  return {
    seconds: days * daySeconds,
    countFrom: scenario.leadInDays * daySeconds,
    slotSeconds: grid.slotSeconds,
    slotsPerDay: daySeconds / grid.slotSeconds,
    queues: scenario.queues.map((queue) => queueOf(queue, { ...grid, places })),
    groups,
    takers: scenario.queues.map((_, queue) => takersOf(queue, groups)),
  }
}

type Grid = { readonly days: number; readonly slotSeconds: number }
type Placed = Grid & { readonly places: ReadonlyMap<string, number> }

function queueOf(queue: ScenarioQueue, { days, slotSeconds, places }: Placed): ProgramQueue {
  const { handle, redial, returns, callback, backlog } = queue
  const spans = openSpans(queue, days)
  return {
    id: queue.id,
    key: hashText(queue.id),
    kind: queue.kind,
    arrivals: Float64Array.from(perSlot(queue.arrivals, { days, slotSeconds })),
    dayCv: queue.uncertainty,
    work: workTime(handle.meanSeconds, handle.spread, handle.cv),
    patience: patienceOf(queue.patience),
    targetSeconds: queue.target.seconds,
    opens: Float64Array.from(spans, ([from]) => from),
    closes: Float64Array.from(spans, ([, to]) => to),
    cutAtClosing: queue.kind !== 'tasks' && queue.atClosing === 'cut',
    selfService: queue.selfService,
    redial: redial?.share ?? 0,
    redialDelay: redial?.afterSeconds ?? 0,
    shifts: queue.shift.map(({ to, share, afterSeconds }) => ({
      to: places.get(to)!,
      share,
      delay: afterSeconds,
    })),
    returns: returns?.share ?? 0,
    returnDelay: returns?.afterSeconds ?? 0,
    laterWhenClosed: queue.comesBackWhenOpen,
    callback: callback && {
      after: callback.afterSeconds,
      accept: callback.accept,
      unreachable: callback.unreachable,
      attempt: callback.attemptSeconds,
    },
    concurrency: queue.kind === 'chats' ? queue.concurrency : 1,
    slowdown: queue.kind === 'chats' ? queue.slowdown : 0,
    interruptible: queue.kind === 'tasks' && queue.interruptible,
    backlog: Float64Array.from({ length: backlog?.count ?? 0 }, (_, at) =>
      backlog!.count === 1
        ? backlog!.oldestSeconds
        : backlog!.oldestSeconds * (1 - at / (backlog!.count - 1)),
    ),
  }
}

function patienceOf(patience: ScenarioQueue['patience']): Patience {
  if (patience === undefined) return { kind: 'endless' }
  if ('meanSeconds' in patience) return { kind: 'exponential', mean: patience.meanSeconds }
  return {
    kind: 'curve',
    seconds: Float64Array.from(patience.curve, ({ seconds }) => seconds),
    stays: Float64Array.from(patience.curve, ({ stays }) => stays),
  }
}

function openSpans({ kind, open }: ScenarioQueue, days: number): (readonly [number, number])[] {
  if (open === undefined || kind === 'tasks') return [[0, Number.POSITIVE_INFINITY]]
  const spans: [number, number][] = []
  for (let day = 0; day < days; day++) {
    const own = open.filter((span) => span.day === day + 1)
    const usual = own.length > 0 ? own : open.filter((span) => span.day === undefined)
    for (const { from, to } of usual.toSorted((a, b) => minutesOf(a.from) - minutesOf(b.from))) {
      const [begins, ends] = [day * daySeconds + minutesOf(from) * 60, day * daySeconds + minutesOf(to) * 60]
      const last = spans.at(-1)
      if (last && begins <= last[1]) last[1] = Math.max(last[1], ends)
      else spans.push([begins, ends])
    }
  }
  return spans
}

type DayRun = ScenarioQueue['arrivals'][number]

/** Every interval's number. What is said of a day holds instead of what is said of every day. */
function perSlot(runs: readonly DayRun[], { days, slotSeconds }: Grid): number[] {
  const perDay = daySeconds / slotSeconds
  const numbers: number[] = new Array(days * perDay).fill(0)
  for (let day = 0; day < days; day++) {
    const own = runs.filter((run) => run.day === day + 1)
    const usual = own.length > 0 ? own : runs.filter((run) => run.day === undefined)
    for (const { from, counts } of usual) {
      const first = day * perDay + (minutesOf(from) * 60) / slotSeconds
      counts.forEach((count, at) => {
        numbers[first + at] = numbers[first + at]! + count
      })
    }
  }
  return numbers
}

function groupOf(group: ScenarioGroup, scenario: Scenario, grid: Placed): ProgramGroup {
  const changes = new Map<number, number>()
  const add = (time: number, people: number) => changes.set(time, (changes.get(time) ?? 0) + people)
  let before = 0
  perSlot(group.people, grid).forEach((people, slot) => {
    if (people !== before) add(slot * grid.slotSeconds, people - before)
    before = people
  })
  for (const shift of group.shifts) addShift(shift, grid.days, add)
  let present = 0
  const steps = [...changes]
    .toSorted(([one], [other]) => one - other)
    .map(([time, change]) => {
      present += change
      return { time, people: present }
    })
    .filter(({ time }) => time < grid.days * daySeconds)
  return {
    id: group.id,
    skills: group.skills
      .map((skill) => skillOf(skill, scenario, grid.places))
      .toSorted((one, other) => one.priority - other.priority || one.queue - other.queue),
    changeAt: Float64Array.from(steps, ({ time }) => time),
    present: Int32Array.from(steps, ({ people }) => people),
    costPerHour: group.costPerHour,
  }
}

function skillOf(skill: ScenarioGroup['skills'][number], { queues }: Scenario, places: Placed['places']) {
  const own = typeof skill === 'string' ? { queue: skill, priority: undefined } : skill
  const queue = places.get(own.queue)!
  return { queue, priority: own.priority ?? queues[queue]!.priority }
}

function addShift(
  { day, people, from, to, breaks }: ScenarioGroup['shifts'][number],
  days: number,
  add: (time: number, people: number) => void,
): void {
  for (let at = day === undefined ? 0 : day - 1; at < (day ?? days); at++) {
    const begins = at * daySeconds + minutesOf(from) * 60
    const after = (time: string) => begins + ((minutesOf(time) - minutesOf(from) + 1440) % 1440) * 60
    add(begins, people)
    for (const pause of breaks) {
      add(after(pause.from), -people)
      add(after(pause.to), people)
    }
    add(minutesOf(to) === minutesOf(from) ? begins + daySeconds : after(to), -people)
  }
}

/** Those who can least else come first, so that people with many skills are kept free for what only they can. */
function takersOf(queue: number, groups: readonly ProgramGroup[]): readonly number[] {
  const own = (group: number) => groups[group]!.skills.find((skill) => skill.queue === queue)
  return groups
    .map((_, group) => group)
    .filter((group) => own(group) !== undefined)
    .toSorted((one, other) => groups[one]!.skills.length - groups[other]!.skills.length || one - other)
}
