import { expect, test } from 'vitest'
import { type DayQueue, outlookOf } from './day-queue.ts'
import { type Demand, figuresWith, riskOf, type StaffingRule } from './requirement.ts'
import { taskRisk } from './tasks/tasks-needed.ts'

const rule: StaffingRule = {
  target: {
    serviceLevel: { share: 0.8, withinSeconds: 20, convention: 'ofOffered' },
    maxMeanWaitSeconds: null,
    maxAbandon: null,
    maxOccupancy: null,
  },
  confidence: 0.9,
  onQueue: 0.8,
  fewest: 0,
}
const demand: Demand = {
  kind: 'calls',
  mean: 60,
  intervalMinutes: 30,
  handleSeconds: 240,
  patienceSeconds: 240,
  parallel: 1,
  slowing: 0,
  cv: 0.12,
}
const queue: DayQueue = {
  queueId: 'phone',
  name: 'Telefon',
  kind: 'calls',
  skill: '',
  intervalMinutes: 30,
  rule,
  postponable: 0,
  scheduledFrom: 'typed',
  tasks: null,
  cells: [
    { startsAt: 0, time: '08:00', demand, needed: 14, scheduled: 11 },
    { startsAt: 1_800_000, time: '08:30', demand: { ...demand, mean: 30 }, needed: 8, scheduled: null },
  ],
}

test('an interval is judged by the formulas of the requirement, and nobody set up is nothing to judge', () => {
  const [first, second] = outlookOf(queue)
  expect(first).toEqual({
    risk: riskOf(demand, rule, 11),
    waitSeconds: figuresWith(demand, rule, { people: 11 }).meanWaitSeconds,
  })
  expect(second).toEqual({ risk: null, waitSeconds: null })
})

test('people, load and time on the queue change it as if they had been so from the start', () => {
  const [more] = outlookOf(queue, { people: () => 2 })
  expect(more!.risk).toBe(riskOf(demand, rule, 13))
  const [less] = outlookOf(queue, { load: () => 0.9 })
  expect(less!.risk).toBe(riskOf({ ...demand, mean: 54 }, rule, 11))
  const [freed] = outlookOf(queue, { onQueue: () => 0.95 })
  expect(freed!.waitSeconds).toBe(
    figuresWith(demand, { ...rule, onQueue: 0.95 }, { people: 11 }).meanWaitSeconds,
  )
  const [gone] = outlookOf(queue, { people: () => -20 })
  expect(gone).toEqual(outlookOf(queue, { people: () => -11 })[0])
})

test('without patience a queue that only grows has no mean wait', () => {
  const endless = { ...demand, patienceSeconds: null }
  const [first] = outlookOf({ ...queue, cells: [{ ...queue.cells[0]!, demand: endless, scheduled: 5 }] })
  expect(first).toEqual({ risk: 1, waitSeconds: null })
})

test('tasks are judged by their deadlines, days ahead too, and only today’s people change', () => {
  const intervals = Array.from({ length: 4 }, () => ({ arrivals: 10, open: true, idleSeconds: 0 }))
  const work = {
    intervalMinutes: 30,
    intervals,
    backlog: [],
    handleSeconds: 600,
    deadlineMinutes: 60,
  }
  const tasks = { work, people: [3, 3, 5, 5], share: 0.9, cv: 0.1 }
  const cells = queue.cells.map((cell) => ({ ...cell, scheduled: 3 }))
  const mail: DayQueue = { ...queue, kind: 'tasks', tasks, cells }
  const onQueue = (people: readonly number[]) => people.map((each) => each * rule.onQueue)
  expect(outlookOf(mail).map(({ risk }) => risk)).toEqual(
    taskRisk(work, onQueue([3, 3, 5, 5]), tasks).slice(0, 2),
  )
  expect(outlookOf(mail, { people: () => -2 }).map(({ risk }) => risk)).toEqual(
    taskRisk(work, onQueue([1, 1, 5, 5]), tasks).slice(0, 2),
  )
})
