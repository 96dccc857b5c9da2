/** Queues with counts and a kept forecast, made by SQL alone: what staffing is read from. */

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { addDays, toEpochDay, weekdayOf } from '../../src/kernel/calendar.ts'
import { clockOf } from '../../src/kernel/clock.ts'
import { toInstant, toLocal } from '../../src/kernel/zone.ts'
import type { Report } from '../../src/plan/traffic/rules/make-forecast.ts'
import { openingOn, type QueueKind, slotsOf } from '../../src/plan/traffic/rules/queue.ts'
import '../../src/plan/traffic/tables.ts'
import type { TestOrganisation, TestServer } from './server.ts'

const weekdayHours = [{ from: '08:00', to: '16:00' }]
const opening = {
  1: weekdayHours,
  2: weekdayHours,
  3: weekdayHours,
  4: weekdayHours,
  5: weekdayHours,
  6: [],
  7: [],
}

export type AddedQueue = {
  readonly name?: string
  readonly kind?: QueueKind
  /** Contacts of an ordinary half hour; Mondays have a quarter more, and ten to twelve half as many again. */
  readonly level?: number
  /** Without counts nobody knows how long a contact takes. */
  readonly counted?: boolean
  readonly forecast?: boolean
}

export type StaffingWorld = {
  readonly today: string
  /** The Monday of the coming week. */
  readonly monday: string
  readonly addQueue: (added?: AddedQueue) => Promise<string>
  /** The starts of a day's intervals. */
  readonly startsOf: (day: string) => readonly Date[]
  /** Another forecast, so many times as high. */
  readonly foretell: (queueId: string, level: number) => Promise<void>
}

/** Nothing learned and nothing noticed. */
const emptyReport: Report = {
  events: [],
  shocks: [],
  driverNotes: [],
  oddDays: [],
  past: { origins: 0, wape: null, wapeMedian: null, wapeNaive: null, byHorizon: [], covered: null },
  modelShare: 1,
  calendar: 'NO',
  notes: [],
}

const channelOf = { calls: 'phone', chats: 'chat', tasks: 'email' } as const

export async function makeStaffingWorld(
  server: TestServer,
  organisation: TestOrganisation = server.organisations[0],
): Promise<StaffingWorld> {
  const { db } = server
  const organisation_id = organisation.organisationId
  const { personId } = await server.person('planner', organisation)
  const now = new Date()
  const today = toLocal(now).date
  const monday = addDays(today, 8 - weekdayOf(toEpochDay(today)))

  const slots = (day: string) => slotsOf(openingOn(opening, new Map(), day), 30)
  const startsOf = (day: string) => slots(day).map((slot) => toInstant(day, clockOf(slot)))
  const meanOf = (day: string, slot: number, level: number) =>
    level * (weekdayOf(toEpochDay(day)) === 1 ? 1.25 : 1) * (slot >= 600 && slot < 720 ? 1.5 : 1)
  const daysOf = (first: string, count: number) =>
    Array.from({ length: count }, (_, at) => addDays(first, at))
  const cellsOf = (days: readonly string[], level: number) =>
    days.flatMap((day) =>
      slots(day).map((slot) => ({
        day,
        starts_at: toInstant(day, clockOf(slot)),
        mean: meanOf(day, slot, level),
      })),
    )

  async function foretell(queueId: string, level: number): Promise<void> {
    const forecast_id = randomUUID()
    const days = daysOf(today, 28)
    await db
      .insertInto('plan_forecast')
      .values({
        organisation_id,
        forecast_id,
        queue_id: queueId,
        made_at: new Date(),
        from_day: today,
        to_day: days.at(-1)!,
        cells_to: days.at(-1)!,
        method_version: 'test',
        inputs_version: 1,
        report: JSON.stringify(emptyReport),
      })
      .execute()
    const cells = cellsOf(days, level)
    await db
      .insertInto('plan_forecast_cell')
      .values(
        cells.map(({ starts_at, mean }) => ({
          organisation_id,
          forecast_id,
          starts_at,
          mean,
          lo95: mean * 0.7,
          hi95: mean * 1.3,
        })),
      )
      .execute()
    const totals = days.map((day) => ({
      day,
      mean: cells.filter((cell) => cell.day === day).reduce((sum, { mean }) => sum + mean, 0),
    }))
    await db
      .insertInto('plan_forecast_day')
      .values(
        totals.map(({ day, mean }) => ({
          organisation_id,
          forecast_id,
          day,
          mean,
          lo95: mean * 0.8,
          hi95: mean * 1.2,
          cv: 0.1,
          parts: JSON.stringify({ parts: [{ name: 'level', factor: mean }], marks: [] }),
        })),
      )
      .execute()
  }

  async function count(queueId: string, level: number): Promise<void> {
    const cells = cellsOf(daysOf(addDays(today, -63), 63), level)
    await sql`
      insert into plan_traffic (organisation_id, queue_id, starts_at, day, offered, handled, abandoned, handle_seconds,
        wait_seconds)
      select ${organisation_id}, ${queueId}, starts_at, day, mean, mean * .97, mean * .03, 180, 9
      from unnest(${cells.map(({ starts_at }) => starts_at)}::timestamptz[], ${cells.map(({ day }) => day)}::date[],
        ${cells.map(({ mean }) => mean)}::float8[]) as c (starts_at, day, mean)`.execute(db)
  }

  async function addQueue({
    kind = 'calls',
    name = `Kø ${randomUUID().slice(0, 8)}`,
    level = 100,
    counted = true,
    forecast = true,
  }: AddedQueue = {}): Promise<string> {
    const queue_id = randomUUID()
    await db
      .insertInto('plan_queue')
      .values({
        organisation_id,
        queue_id,
        name,
        channel: channelOf[kind],
        kind,
        interval_minutes: 30,
        opening: JSON.stringify(opening),
        skill: '',
        import_profile: null,
        created_at: new Date(),
        created_by: personId,
        changed_at: now,
        closed_at: null,
      })
      .execute()
    if (counted) await count(queue_id, level)
    if (forecast) await foretell(queue_id, level)
    return queue_id
  }
  return { today, monday, addQueue, startsOf, foretell }
}
