/** A small edition in the field: one participant, one observer, and contacts on any channel, in the past. */
import { addDays, type PlainDate } from '../../src/kernel/calendar.ts'
import { isWorkingDay } from '../../src/kernel/holidays.ts'
import { newId } from '../../src/kernel/ids.ts'
import { toInstant, toLocal } from '../../src/kernel/zone.ts'
import type { ChannelId, EditionMethod } from '../../src/measure/edition/contract.ts'
import { formFor } from '../../src/measure/edition/rules/form.ts'
import { referenceMethod } from '../../src/measure/edition/rules/reference/reference-method.ts'
import type { ClockEvent, ClockKind } from '../../src/measure/fieldwork/contract.ts'
import { createPerson } from '../../src/organisation/index.ts'
import { createClient } from './client.ts'
import { signInForCookie, type TestServer, testPassword } from './server.ts'

/** The reference method without closed days, begun some weeks ago, so that a test may use any working day. */
export function methodInTheField(now = new Date()): EditionMethod {
  const start = addDays(toLocal(now).date, -70)
  return { ...referenceMethod, calendar: { ...referenceMethod.calendar, start, closedDays: [] } }
}

/** The working day that lies this many working days before today. */
export function workingDayBack(days: number, now = new Date()): PlainDate {
  let date = toLocal(now).date
  for (let left = days; left > 0; ) {
    date = addDays(date, -1)
    if (isWorkingDay(date)) left -= 1
  }
  return date
}

export type FieldWorld = Awaited<ReturnType<typeof makeFieldWorld>>

export async function makeFieldWorld(server: TestServer) {
  const { database, organisations } = server
  const { organisationId } = organisations[0]
  const [editionId, participantId] = [newId(), newId()]
  const method = methodInTheField()
  const now = new Date()
  const run = (text: string, values: readonly unknown[]) => database.pool.query(text, [...values])
  await run(
    `insert into edition (organisation_id, edition_id, name, state, method, method_version, frozen_at, created_at, changed_at)
     values ($1, $2, 'Prøveutgaven', 'fieldwork', $3, '1', $4, $4, $4)`,
    [organisationId, editionId, JSON.stringify(method), now],
  )
  await run(
    `insert into participant (organisation_id, edition_id, participant_id, name, class, phone, email, chat, messenger,
       created_at, changed_at)
     values ($1, $2, $3, 'Fjordlinja', 'Reise', '+47 22 00 00 00', 'hei@fjordlinja.example', 'https://fjordlinja.example',
       'https://m.me/fjordlinja', $4, $4)`,
    [organisationId, editionId, participantId, now],
  )

  async function observer(name: string, personId: string): Promise<string> {
    const observerId = newId()
    await run(
      `insert into observer (organisation_id, observer_id, person_id, name, contacts_per_week, created_at)
       values ($1, $2, $3, $4, 10, $5)`,
      [organisationId, observerId, personId, name, now],
    )
    return observerId
  }

  let number = 0
  async function contact(observerId: string, channel: ChannelId, date: PlainDate): Promise<string> {
    const contactId = newId()
    number += 1
    await run(
      `insert into contact (organisation_id, edition_id, contact_id, number, participant_id, channel, date, from_time,
         to_time, observer_id, scenario, state, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, '09:00', '11:00', $8, $9, 'assigned', $10)`,
      [
        organisationId,
        editionId,
        contactId,
        number,
        participantId,
        channel,
        date,
        observerId,
        method.scenarios[0]?.id ?? '',
        now,
      ],
    )
    return contactId
  }

  /** A second observer, signed in. */
  async function anotherObserver(email: string) {
    const passwordHash = await server.app.auth.hashPassword(testPassword)
    const personId = await createPerson({ db: server.db, now: new Date() }, organisationId, {
      name: 'En annen',
      email,
      language: 'nb',
      roles: ['observer'],
      passwordHash,
    })
    const cookie = await signInForCookie(server.url, { email, password: testPassword })
    return {
      observerId: await observer('En annen', personId),
      client: createClient({ url: server.url, headers: () => ({ cookie }) }),
    }
  }

  const mine = await server.signIn('observer')
  return {
    editionId,
    method,
    participantId,
    observerId: await observer('Aud Observatør', mine.personId),
    contact,
    anotherObserver,
    run,
  }
}

/** An event as an observer's page makes it, at a local time. */
export function clockEvent(
  kind: ClockKind,
  date: PlainDate,
  time: string,
  more: Partial<ClockEvent> = {},
): ClockEvent {
  return { eventId: newId(), kind, at: toInstant(date, time).toISOString(), ...more }
}

/** The first option of every question that the clock does not answer. */
export function bestAnswers(method: EditionMethod, channel: ChannelId): Record<string, string> {
  const own = formFor(method, channel).questions.filter((question) => !question.clock)
  return Object.fromEntries(own.map((question) => [question.id, question.options[0]!.id]))
}

/** The first and the second option in turn, as somebody answers who thinks. */
export function variedAnswers(method: EditionMethod, channel: ChannelId): Record<string, string> {
  const own = formFor(method, channel).questions.filter((question) => !question.clock)
  return Object.fromEntries(own.map(({ id, options }, index) => [id, options[index % 2]!.id]))
}

export function someComments(method: EditionMethod): Record<string, string> {
  return Object.fromEntries(
    method.comments.map(({ id }) => [id, `Rolig, grundig og vennlig hele veien (${id}).`]),
  )
}
