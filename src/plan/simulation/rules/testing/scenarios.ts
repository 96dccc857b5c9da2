/** Scenarios that tests and benchmarks share. */
import { checkScenario } from '../check-scenario.ts'
import type { Scenario } from '../scenario.ts'

export function scenarioOf(document: unknown): Scenario {
  const checked = checkScenario(document)
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues))
  return checked.scenario
}

/** One queue, one group, round the clock; counts per half hour. */
export function singleSkill({
  perHalfHour = 100,
  handleSeconds = 180,
  patienceSeconds,
  people = 14,
  days = 7,
}: {
  readonly perHalfHour?: number
  readonly handleSeconds?: number
  readonly patienceSeconds?: number
  readonly people?: number
  readonly days?: number
}): Scenario {
  return scenarioOf({
    days,
    queues: [
      {
        id: 'phone',
        kind: 'calls',
        arrivals: [{ from: '00:00', counts: Array(48).fill(perHalfHour) }],
        handle: { meanSeconds: handleSeconds, spread: 'exponential' },
        ...(patienceSeconds !== undefined && { patience: { meanSeconds: patienceSeconds } }),
      },
    ],
    groups: [{ id: 'team', skills: ['phone'], people: [{ from: '00:00', counts: Array(48).fill(people) }] }],
  })
}

/** Every feature at once, in `size` times the traffic and people of a small centre. */
export function everything({
  size = 1,
  days = 2,
}: {
  readonly size?: number
  readonly days?: number
}): Scenario {
  const day = Array.from({ length: 20 }, (_, slot) => size * (20 + 15 * Math.sin((slot / 20) * Math.PI)))
  const people = (count: number) => Array(20).fill(Math.max(1, Math.round(size * count)))
  return scenarioOf({
    days,
    queues: [
      {
        id: 'phone',
        kind: 'calls',
        arrivals: [{ from: '08:00', counts: day }],
        uncertainty: 0.1,
        handle: { meanSeconds: 240, cv: 0.9 },
        patience: {
          curve: [
            { seconds: 10, stays: 0.97 },
            { seconds: 60, stays: 0.8 },
            { seconds: 300, stays: 0.4 },
            { seconds: 1200, stays: 0.1 },
          ],
        },
        open: [{ from: '08:30', to: '17:30' }],
        atClosing: 'cut',
        selfService: 0.05,
        redial: { share: 0.4, afterSeconds: 600 },
        shift: [
          { to: 'chat', share: 0.15, afterSeconds: 120 },
          { to: 'email', share: 0.1, afterSeconds: 1200 },
        ],
        returns: { share: 0.12, afterSeconds: 20_000 },
        callback: { afterSeconds: 90, accept: 0.3 },
      },
      {
        id: 'vip',
        kind: 'calls',
        arrivals: [{ from: '08:00', counts: day.map((count) => count / 6) }],
        handle: { meanSeconds: 300, cv: 0.8 },
        patience: { meanSeconds: 200 },
        priority: 1,
        open: [{ from: '08:00', to: '18:00' }],
        redial: { share: 0.6, afterSeconds: 300 },
      },
      {
        id: 'chat',
        kind: 'chats',
        arrivals: [{ from: '08:00', counts: day.map((count) => count / 2) }],
        handle: { meanSeconds: 420, cv: 0.7 },
        patience: { meanSeconds: 240 },
        priority: 2,
        open: [{ from: '08:00', to: '16:00' }],
        shift: [{ to: 'phone', share: 0.3, afterSeconds: 60 }],
        returns: { share: 0.1, afterSeconds: 9000 },
        concurrency: 3,
        slowdown: 0.35,
      },
      {
        id: 'email',
        kind: 'tasks',
        arrivals: [{ from: '00:00', counts: Array(48).fill(size * 3) }],
        handle: { meanSeconds: 360, cv: 0.6 },
        target: { seconds: 14_400, share: 0.9 },
        priority: 5,
        returns: { share: 0.1, afterSeconds: 15_000 },
        interruptible: true,
        backlog: { count: Math.round(40 * size), oldestSeconds: 50_000 },
      },
    ],
    groups: [
      { id: 'phone', skills: ['phone', 'email'], people: [{ from: '08:00', counts: people(3) }] },
      {
        id: 'all',
        skills: [{ queue: 'vip', priority: 1 }, { queue: 'phone', priority: 2 }, 'chat', 'email'],
        shifts: [
          {
            people: Math.max(1, Math.round(size * 2)),
            from: '08:00',
            to: '15:30',
            breaks: [{ from: '11:00', to: '11:30' }],
          },
          {
            people: Math.max(1, Math.round(size * 2)),
            from: '10:00',
            to: '18:00',
            breaks: [{ from: '13:00', to: '13:30' }],
          },
        ],
        costPerHour: 400,
      },
      {
        id: 'chat',
        skills: ['chat', 'email'],
        people: [{ from: '08:00', counts: people(2) }],
        costPerHour: 380,
      },
    ],
    satisfaction: {
      source: 'test',
      points: [
        { seconds: 0, score: 80 },
        { seconds: 600, score: 50 },
      ],
      unanswered: 15,
    },
  })
}
