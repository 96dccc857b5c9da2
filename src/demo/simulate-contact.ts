/**
 * One invented contact from the first attempt to the form handed in: what the observer's clock logs, and what is
 * answered. The clock's own rules read the log, so the demo world cannot say anything that the product would refuse.
 */
import { nthWorkingDay } from '../kernel/holidays.ts'
import type { Random } from '../kernel/random.ts'
import { toInstant } from '../kernel/zone.ts'
import type { ChannelId, EditionMethod } from '../measure/edition/contract.ts'
import type { Answers, ClockKind, Comments, LogEvent } from '../measure/fieldwork/contract.ts'
import { type Clock, stepClock, untouchedClock } from '../measure/fieldwork/rules/attempt-clock.ts'
import { clockAnswers } from '../measure/fieldwork/rules/clock-answers.ts'
import { nextAttemptDay } from '../measure/fieldwork/rules/deadline.ts'
import { behaviours, chooseOption, normal, waitFor } from './behaviour.ts'
import { commentsFor } from './comments.ts'

export type DemoVisit = {
  readonly channel: ChannelId
  readonly date: string
  readonly from: string
  readonly to: string
  /** How well the company meets its customers, in standard deviations. */
  readonly strength: number
  /** What the observer's habit adds to the quality that is seen. */
  readonly habit?: number
}

export type SimulatedContact = {
  readonly events: readonly LogEvent[]
  readonly answered: boolean
  readonly answers: Answers
  readonly comments: Comments
  readonly submittedAt: string
}

const minute = 60_000

export function simulateContact(
  method: EditionMethod,
  visit: DemoVisit,
  chance: { readonly random: Random; readonly eventId: (at: string) => string },
): SimulatedContact {
  const { random } = chance
  const log = new ClockLog(method, visit.channel, chance.eventId)
  const answeredAt = reach(log, visit, method, random)
  const end = (answeredAt ?? log.lastAt()) + (4 + 8 * random()) * minute
  if (answeredAt !== undefined) log.add('formOpened', end)
  const submittedAt = new Date(end + (5 + 9 * random()) * minute).toISOString()
  const behaviour = behaviours[visit.channel]
  const quality =
    behaviour.mean + 0.45 * visit.strength + behaviour.spread * normal(random) + (visit.habit ?? 0)
  const answers = log.clock.answer
    ? {
        ...chosenAnswers(method, visit.channel, { quality, noise: behaviour.noise, random }),
        ...log.answers(),
      }
    : {}
  return {
    events: log.events,
    answered: log.clock.answer !== undefined,
    answers,
    comments: log.clock.answer ? commentsFor(method, quality, random) : {},
    submittedAt,
  }
}

/** The instant of the answer, or nothing when nobody answered in any attempt. */
function reach(log: ClockLog, visit: DemoVisit, method: EditionMethod, random: Random): number | undefined {
  if (visit.channel === 'email') return reachByEmail(log, visit, random)
  const behaviour = behaviours[visit.channel]
  const patience = log.waitMinutes() * minute
  const missed = Math.exp(-0.4 * visit.strength)
  for (const [attempt, chanceToMiss] of [behaviour.firstMissed, behaviour.secondMissed].entries()) {
    const date = attempt === 0 ? visit.date : nextAttemptDay(visit.date, method.calendar.closedDays)
    const start = log.add('attemptStarted', withinWindow(date, visit, random))
    const reached = random() >= chanceToMiss * missed
    const waited = reached
      ? Math.min(waitFor(behaviour, visit.strength, random) * 1000, patience * 0.98)
      : patience
    const greeted = 3000 * (1 + random())
    if (greeted < waited && random() < 0.5) log.add('automaticReply', start + greeted)
    if (reached) return log.add('humanReply', start + waited)
    log.add('gaveUp', start + patience)
    if (attempt === 0 && visit.channel === 'messenger' && random() < 0.35)
      return log.add('humanReply', start + patience * (1.2 + 3 * random()))
  }
  return undefined
}

/** Answers come in office hours: most on the second working day, some on the first or third. */
function reachByEmail(log: ClockLog, visit: DemoVisit, random: Random): number | undefined {
  const sent = log.add('attemptStarted', withinWindow(visit.date, visit, random))
  if (random() < 0.45) log.add('automaticReply', sent + minute * (1 + random()))
  if (random() < behaviours.email.firstMissed * Math.exp(-0.4 * visit.strength)) {
    log.add('gaveUp', toInstant(nthWorkingDay(visit.date, 4), '00:00').getTime())
    return undefined
  }
  const slow = waitFor(behaviours.email, visit.strength, random)
  const day = slow < 5 ? 1 : slow < 13 ? 2 : 3
  const hour = day === 1 ? '12:30' : '08:15'
  const earliest = toInstant(nthWorkingDay(visit.date, day), hour).getTime()
  return log.add('humanReply', Math.max(sent + 10 * minute, earliest + random() * 200 * minute), true)
}

function withinWindow(date: string, visit: DemoVisit, random: Random): number {
  const from = toInstant(date, visit.from).getTime()
  const until = toInstant(date, visit.to).getTime() - 35 * minute
  return Math.round((from + random() * Math.max(minute, until - from)) / 1000) * 1000
}

function chosenAnswers(
  method: EditionMethod,
  channel: ChannelId,
  felt: { quality: number; noise: number; random: Random },
): Answers {
  const asked = method.questions.filter((question) => question.channels.includes(channel) && !question.clock)
  const mood = { ...felt, remembered: { sum: 0 } }
  return Object.fromEntries(asked.map((question) => [question.id, chooseOption(question, mood)]))
}

/** Writes events and keeps the clock beside them; an event that the clock refuses is a bug of the simulation. */
class ClockLog {
  readonly events: LogEvent[] = []
  clock: Clock = untouchedClock
  private readonly method: EditionMethod
  private readonly channel: ChannelId
  private readonly eventId: (at: string) => string

  constructor(method: EditionMethod, channel: ChannelId, eventId: (at: string) => string) {
    this.method = method
    this.channel = channel
    this.eventId = eventId
  }

  add(kind: ClockKind, milliseconds: number, typed = false): number {
    const at = new Date(Math.round(milliseconds)).toISOString()
    const event: LogEvent = { eventId: this.eventId(at), kind, at, ...(typed ? { typed } : {}) }
    const { protocol } = this.channelMethod()
    const step = stepClock(this.clock, event, { protocol, closedDays: this.method.calendar.closedDays })
    if (!step.ok) throw new Error(`demo: ${kind} at ${at} on ${this.channel}: ${step.refusal}`)
    this.clock = step.clock
    this.events.push(event)
    return Date.parse(at)
  }

  answers(): Answers {
    return clockAnswers(this.method.questions, this.channel, this.clock)
  }

  lastAt(): number {
    return Date.parse(this.events.at(-1)!.at)
  }

  waitMinutes(): number {
    return this.channelMethod().protocol.wait
  }

  private channelMethod() {
    const found = this.method.channels.find(({ id }) => id === this.channel)
    if (!found) throw new Error(`demo: the method has no channel ${this.channel}`)
    return found
  }
}
