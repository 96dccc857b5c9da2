import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../src/kernel/ids.ts'
import { toInstant } from '../../../src/kernel/zone.ts'
import type { LogEvent } from '../../../src/measure/fieldwork/contract.ts'
import { assignedLife, foldLife } from '../../../src/measure/fieldwork/rules/contact-state.ts'
import type { Client } from '../../support/client.ts'
import {
  bestAnswers,
  clockEvent,
  type FieldWorld,
  makeFieldWorld,
  someComments,
  workingDayBack,
} from '../../support/fieldwork-world.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let world: FieldWorld
let observer: Client
let organiser: Client

beforeAll(async () => {
  server = await startTestServer()
  world = await makeFieldWorld(server)
  observer = (await server.signIn('observer')).client
  organiser = (await server.signIn('organiser')).client
})
afterAll(() => server.close())

const day = workingDayBack(5)
const nextDay = workingDayBack(4)

/** A phone contact that was answered after 41 seconds. */
async function answeredCall(): Promise<string> {
  const contactId = await world.contact(world.observerId, 'phone', day)
  await observer.fieldwork.observe.log({
    contactId,
    events: [
      clockEvent('attemptStarted', day, '09:10:00'),
      clockEvent('humanReply', day, '09:10:41'),
      clockEvent('formOpened', day, '09:20:00'),
    ],
  })
  return contactId
}

function form(contactId: string, more: object = {}) {
  return {
    contactId,
    submissionId: newId(),
    answers: bestAnswers(world.method, 'phone'),
    comments: someComments(world.method),
    submittedAt: toInstant(day, '09:30').toISOString(),
    ...more,
  }
}

async function expectNotFound(calls: readonly Promise<unknown>[]): Promise<void> {
  const outcomes = await Promise.allSettled(calls)
  const codes = outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason.code : 'found'))
  expect(new Set(codes)).toEqual(new Set(['not-found']))
}

async function stateOf(contactId: string): Promise<string> {
  const { rows } = await world.run('select state from contact where contact_id = $1', [contactId])
  return rows[0].state
}

async function stateOfLog(contactId: string, channel: 'phone' | 'email' = 'phone'): Promise<string> {
  const { rows } = await world.run(
    'select event_id, kind, at, detail from contact_event where contact_id = $1 order by recorded_at',
    [contactId],
  )
  const log: LogEvent[] = rows.map((row) => ({
    ...row.detail,
    eventId: row.event_id,
    kind: row.kind,
    at: row.at.toISOString(),
  }))
  const { protocol } = world.method.channels.find(({ id }) => id === channel)!
  return foldLife(log, { protocol, closedDays: [] }, assignedLife).state
}

describe('an observer', () => {
  test('sees an assignment with its role play, the confirmed number and a form without points', async () => {
    const contactId = await world.contact(world.observerId, 'phone', day)
    const { items } = await observer.fieldwork.observe.list()
    expect(items.find((item) => item.contactId === contactId)).toMatchObject({
      participant: 'Fjordlinja',
      channel: 'phone',
      state: 'assigned',
      paused: false,
    })
    const detail = await observer.fieldwork.observe.get({ contactId })
    expect(detail.reach).toBe('+47 22 00 00 00')
    expect(detail.scenario.briefing.nb.length).toBeGreaterThan(10)
    expect(JSON.stringify(detail)).not.toMatch(/"(points|scored|share)"/)
  })

  test('takes a contact from the first ring to the form handed in, and the log gives the waiting answer', async () => {
    const contactId = await answeredCall()
    const receipt = await observer.fieldwork.observe.submit(form(contactId))
    expect(receipt).toMatchObject({ version: 1, state: 'submitted' })
    const { rows } = await world.run('select answers, answered from submission where contact_id = $1', [
      contactId,
    ])
    expect(rows[0]).toMatchObject({ answered: true, answers: { waitPhone: 'm1', attempt: 'first' } })
    expect(await stateOf(contactId)).toBe('submitted')
    expect(await stateOfLog(contactId)).toBe('submitted')
  })

  test('logs the same event twice and it happened once', async () => {
    const contactId = await world.contact(world.observerId, 'phone', day)
    const started = clockEvent('attemptStarted', day, '09:10:00')
    await observer.fieldwork.observe.log({ contactId, events: [started] })
    const again = await observer.fieldwork.observe.log({ contactId, events: [started] })
    expect(again.log).toHaveLength(1)
    expect(again.state).toBe('attempted')
  })

  test('hands in the same form twice, also at the same time, and it counts once', async () => {
    const contactId = await answeredCall()
    const given = form(contactId)
    const receipts = await Promise.all([1, 2, 3].map(() => observer.fieldwork.observe.submit(given)))
    expect(new Set(receipts.map(({ version }) => version))).toEqual(new Set([1]))
    const { rows } = await world.run('select count(*) as count from submission where contact_id = $1', [
      contactId,
    ])
    expect(rows[0].count).toBe(1)
  })

  test('hands in a contact that nobody answered without a form', async () => {
    const contactId = await world.contact(world.observerId, 'phone', day)
    await observer.fieldwork.observe.log({
      contactId,
      events: [
        clockEvent('attemptStarted', day, '09:10:00'),
        clockEvent('gaveUp', day, '09:15:00'),
        clockEvent('attemptStarted', nextDay, '10:00:00'),
        clockEvent('gaveUp', nextDay, '10:05:00'),
      ],
    })
    expect(await stateOf(contactId)).toBe('unanswered')
    const receipt = await observer.fieldwork.observe.submit(
      form(contactId, { answers: {}, comments: {}, submittedAt: toInstant(nextDay, '10:06').toISOString() }),
    )
    expect(receipt.state).toBe('submitted')
  })

  test('keeps a draft, and an older one from another tab does not replace it', async () => {
    const contactId = await answeredCall()
    const draft = (savedAt: string, callBack: string) =>
      observer.fieldwork.observe.saveDraft({ contactId, answers: { callBack }, comments: {}, savedAt })
    await draft(toInstant(day, '09:25').toISOString(), 'yes')
    await draft(toInstant(day, '09:24').toISOString(), 'no')
    const detail = await observer.fieldwork.observe.get({ contactId })
    expect(detail.draft?.answers).toEqual({ callBack: 'yes' })
    await observer.fieldwork.observe.submit(form(contactId))
    expect((await observer.fieldwork.observe.get({ contactId })).draft).toBeUndefined()
  })

  test('hands in the written conversation with the form; a version that was handed in keeps its own', async () => {
    const contactId = await world.contact(world.observerId, 'chat', day)
    await observer.fieldwork.observe.log({
      contactId,
      events: [clockEvent('attemptStarted', day, '09:10:00'), clockEvent('humanReply', day, '09:10:41')],
    })
    const conversation = 'Kari: Hei, hva kan jeg hjelpe deg med?\nMeg: Hva koster det?'
    const savedAt = toInstant(day, '09:25').toISOString()
    const draft = { contactId, answers: {}, comments: {}, savedAt, transcript: conversation }
    await observer.fieldwork.observe.saveDraft(draft)
    expect((await observer.fieldwork.observe.get({ contactId })).draft?.transcript).toBe(conversation)
    const answers = bestAnswers(world.method, 'chat')
    await observer.fieldwork.observe.submit(form(contactId, { answers, transcript: ` ${conversation}\n` }))
    const { editionId } = world
    await organiser.fieldwork.review.return({
      editionId,
      contactId,
      version: 1,
      note: 'Hele samtalen, takk.',
    })
    const whole = `${conversation}\nKari: 199 kroner.`
    await observer.fieldwork.observe.submit(form(contactId, { answers, transcript: whole }))
    const detail = await organiser.fieldwork.review.get({ editionId, contactId })
    expect(detail.transcript).toBe(whole)
    expect(detail.earlier.map(({ transcript }) => transcript)).toEqual([conversation])
  })

  test('has nothing written to paste from a telephone call', async () => {
    const contactId = await answeredCall()
    await expect(
      observer.fieldwork.observe.submit(form(contactId, { transcript: 'Hei' })),
    ).rejects.toMatchObject({
      code: 'submission-incomplete',
      data: { issues: [{ code: 'not-on-this-form', path: 'transcript' }] },
    })
  })

  test('takes a slip of the thumb back', async () => {
    const contactId = await world.contact(world.observerId, 'phone', day)
    const slip = clockEvent('humanReply', day, '09:10:20')
    const { state } = await observer.fieldwork.observe.log({
      contactId,
      events: [
        clockEvent('attemptStarted', day, '09:10:00'),
        slip,
        clockEvent('takenBack', day, '09:10:25', { struckOut: slip.eventId }),
      ],
    })
    expect(state).toBe('attempted')
    expect(await stateOfLog(contactId)).toBe('attempted')
  })

  test('is refused a blank question, by its name', async () => {
    const contactId = await answeredCall()
    const { callBack: _left, ...answers } = bestAnswers(world.method, 'phone')
    await expect(observer.fieldwork.observe.submit(form(contactId, { answers }))).rejects.toMatchObject({
      code: 'submission-incomplete',
      data: { issues: [{ code: 'blank', path: 'answers.callBack' }] },
    })
    expect(await stateOf(contactId)).toBe('answered')
  })

  test('is refused an answer against the clock', async () => {
    const contactId = await answeredCall()
    const answers = { ...bestAnswers(world.method, 'phone'), waitPhone: 's30' }
    await expect(observer.fieldwork.observe.submit(form(contactId, { answers }))).rejects.toMatchObject({
      data: { issues: [{ code: 'against-the-clock', path: 'answers.waitPhone' }] },
    })
  })

  test('is refused what cannot happen, and nothing of it is kept', async () => {
    const contactId = await world.contact(world.observerId, 'phone', day)
    const sameDay = [
      clockEvent('attemptStarted', day, '09:10:00'),
      clockEvent('gaveUp', day, '09:15:00'),
      clockEvent('attemptStarted', day, '14:00:00'),
    ]
    await expect(observer.fieldwork.observe.log({ contactId, events: sameDay })).rejects.toMatchObject({
      code: 'event-refused',
      data: { params: { kind: 'attemptStarted', refusal: 'next-attempt-same-day' } },
    })
    expect(await stateOf(contactId)).toBe('assigned')
    await expect(observer.fieldwork.observe.submit(form(contactId))).rejects.toMatchObject({
      code: 'event-refused',
    })
  })

  test('is refused a time in the future', async () => {
    const contactId = await world.contact(world.observerId, 'phone', day)
    const event = { eventId: newId(), kind: 'attemptStarted' as const, at: '2099-01-05T10:00:00.000Z' }
    await expect(observer.fieldwork.observe.log({ contactId, events: [event] })).rejects.toMatchObject({
      code: 'time-in-future',
    })
  })

  test('does not find a contact of somebody else, to read or to write', async () => {
    const other = await world.anotherObserver('annen@forste.example.no')
    const contactId = await answeredCall()
    const { items } = await other.client.fieldwork.observe.list()
    expect(items).toEqual([])
    const calls = [
      other.client.fieldwork.observe.get({ contactId }),
      other.client.fieldwork.observe.submit(form(contactId)),
      other.client.fieldwork.observe.log({ contactId, events: [clockEvent('gaveUp', day, '09:15:00')] }),
      other.client.fieldwork.observe.saveDraft({
        contactId,
        answers: {},
        comments: {},
        savedAt: toInstant(day, '10:00').toISOString(),
      }),
    ]
    await expectNotFound(calls)
    expect(await stateOf(contactId)).toBe('answered')
  })

  test('cannot use a submission’s id for another contact', async () => {
    const [one, two] = [await answeredCall(), await answeredCall()]
    const given = form(one)
    await observer.fieldwork.observe.submit(given)
    await expect(observer.fieldwork.observe.submit({ ...given, contactId: two })).rejects.toMatchObject({
      code: 'submission-id-reused',
    })
  })
})

describe('a reviewer', () => {
  async function handedIn(): Promise<string> {
    const contactId = await answeredCall()
    await observer.fieldwork.observe.submit(form(contactId))
    return contactId
  }

  test('reads what waits with its findings, and one with clock, form and history', async () => {
    const contactId = await answeredCall()
    const hasty = form(contactId, { submittedAt: toInstant(day, '09:20:05').toISOString() })
    await observer.fieldwork.observe.submit(hasty)
    const { items } = await organiser.fieldwork.review.queue({ editionId: world.editionId })
    expect(items.find((item) => item.contactId === contactId)?.findings).toContain('tooFast')
    const detail = await organiser.fieldwork.review.get({ editionId: world.editionId, contactId })
    expect(detail.waitedSeconds).toBe(41)
    expect(detail.score?.score).toBeGreaterThan(90)
    expect(detail.history.map(({ kind }) => kind)).toEqual([
      'attemptStarted',
      'humanReply',
      'formOpened',
      'submitted',
    ])
  })

  test('tells of a contact whose clock was logged on two devices, of which nothing is lost', async () => {
    const { editionId } = world
    const [phone, tablet] = [newId(), newId()]
    const contactId = await world.contact(world.observerId, 'phone', day)
    const log = (deviceId: string, events: Parameters<typeof clockEvent>[]) =>
      observer.fieldwork.observe.log({
        contactId,
        events: events.map(([kind, date, time]) => clockEvent(kind, date, time, { deviceId })),
      })
    await log(phone, [['attemptStarted', day, '09:10:00']])
    await log(tablet, [
      ['humanReply', day, '09:10:41'],
      ['formOpened', day, '09:20:00'],
    ])
    await observer.fieldwork.observe.submit(form(contactId))
    const detail = await organiser.fieldwork.review.get({ editionId, contactId })
    expect(detail.findings).toContainEqual({ kind: 'twoDevices', params: { devices: 2 } })
    expect(detail.history.map(({ kind }) => kind)).toEqual([
      'attemptStarted',
      'humanReply',
      'formOpened',
      'submitted',
    ])
    const alone = await organiser.fieldwork.review.get({ editionId, contactId: await handedIn() })
    expect(alone.findings.map(({ kind }) => kind)).not.toContain('twoDevices')
  })

  test('returns with a note, the observer corrects, and approval stores the score', async () => {
    const { editionId } = world
    const contactId = await handedIn()
    await organiser.fieldwork.review.return({ editionId, contactId, version: 1, note: 'Utdyp velkomsten.' })
    const seen = await observer.fieldwork.observe.get({ contactId })
    expect(seen).toMatchObject({ state: 'returned', note: 'Utdyp velkomsten.', handedIn: { version: 1 } })

    await expect(
      organiser.fieldwork.review.approve({ editionId, contactId, version: 1 }),
    ).rejects.toMatchObject({ code: 'event-refused' })

    const receipt = await observer.fieldwork.observe.submit(form(contactId))
    expect(receipt).toMatchObject({ version: 2, state: 'resubmitted' })
    await expect(
      organiser.fieldwork.review.approve({ editionId, contactId, version: 1 }),
    ).rejects.toMatchObject({ code: 'conflict' })

    const approved = await organiser.fieldwork.review.approve({ editionId, contactId, version: 2 })
    expect(approved.state).toBe('approved')
    expect(await stateOfLog(contactId)).toBe('approved')
    const { rows } = await world.run(
      'select score, method_version from submission_score where contact_id = $1',
      [contactId],
    )
    expect(rows).toEqual([{ score: expect.closeTo(99.5, 0), method_version: '1' }])
    const { rows: audit } = await world.run(
      'select action from audit_entry where subject_id = $1 order by audit_id',
      [contactId],
    )
    expect(audit.map(({ action }) => action)).toEqual([
      'contact.submitted',
      'contact.returned',
      'contact.resubmitted',
      'contact.approved',
    ])
  })

  test('approves an unanswered contact with the score 0', async () => {
    const { editionId } = world
    const contactId = await world.contact(world.observerId, 'email', workingDayBack(6))
    const sent = workingDayBack(6)
    await observer.fieldwork.observe.log({
      contactId,
      events: [
        clockEvent('attemptStarted', sent, '10:00:00'),
        clockEvent('gaveUp', workingDayBack(3), '08:00:00'),
      ],
    })
    await observer.fieldwork.observe.submit(
      form(contactId, {
        answers: {},
        comments: {},
        submittedAt: toInstant(workingDayBack(3), '08:05').toISOString(),
      }),
    )
    await organiser.fieldwork.review.approve({ editionId, contactId, version: 1 })
    const { rows } = await world.run('select score, answered from submission_score where contact_id = $1', [
      contactId,
    ])
    expect(rows).toEqual([{ score: 0, answered: false }])
  })

  test('does not approve twice', async () => {
    const contactId = await handedIn()
    const given = { editionId: world.editionId, contactId, version: 1 }
    await organiser.fieldwork.review.approve(given)
    await expect(organiser.fieldwork.review.approve(given)).rejects.toMatchObject({ code: 'event-refused' })
  })

  test('of another organisation finds nothing', async () => {
    const contactId = await handedIn()
    const { client } = await server.signIn('organiser', server.organisations[1])
    const { editionId } = world
    await expectNotFound([
      client.fieldwork.review.queue({ editionId }),
      client.fieldwork.review.get({ editionId, contactId }),
      client.fieldwork.review.approve({ editionId, contactId, version: 1 }),
      client.fieldwork.progress({ editionId }),
      client.fieldwork.exclude({ editionId, contactId, reason: 'Prøver meg' }),
    ])
  })
})

describe('the organiser', () => {
  test('sees planned against done, and what is late', async () => {
    const contactId = await world.contact(world.observerId, 'phone', day)
    const progress = await organiser.fieldwork.progress({ editionId: world.editionId })
    expect(progress.counts.planned).toBeGreaterThan(5)
    expect(progress.late.find((late) => late.contactId === contactId)).toMatchObject({ thing: 'attempt' })
    const total = progress.byChannel.reduce((sum, group) => sum + group.planned, 0)
    expect(total).toBe(progress.counts.planned)
  })

  test('leaves a contact out with a reason, and it is in no figure any more', async () => {
    const { editionId } = world
    const contactId = await world.contact(world.observerId, 'chat', day)
    const before = await organiser.fieldwork.progress({ editionId })
    await organiser.fieldwork.exclude({ editionId, contactId, reason: 'Chatten ble lagt ned' })
    const after = await organiser.fieldwork.progress({ editionId })
    expect(after.counts.planned).toBe(before.counts.planned - 1)
    await expect(
      observer.fieldwork.observe.log({ contactId, events: [clockEvent('attemptStarted', day, '09:30:00')] }),
    ).rejects.toMatchObject({ code: 'event-refused' })
  })

  test('pauses everybody with a reason that observers see; what ran before may be finished', async () => {
    const { editionId } = world
    const contactId = await world.contact(world.observerId, 'phone', day)
    const running = await answeredCall()
    await organiser.fieldwork.pause({ editionId, reason: 'Uvær stengte sentralene' })
    const { items, pauses } = await observer.fieldwork.observe.list()
    expect(pauses).toMatchObject([{ reason: 'Uvær stengte sentralene' }])
    expect(items.every(({ paused }) => paused)).toBe(true)
    const now = { eventId: newId(), kind: 'attemptStarted' as const, at: new Date().toISOString() }
    await expect(observer.fieldwork.observe.log({ contactId, events: [now] })).rejects.toMatchObject({
      code: 'fieldwork-paused',
    })
    await observer.fieldwork.observe.submit(form(running))
    await expect(organiser.fieldwork.pause({ editionId, reason: 'En gang til' })).rejects.toMatchObject({
      code: 'already-paused',
    })
    await organiser.fieldwork.resume({ editionId })
    expect((await observer.fieldwork.observe.list()).pauses).toEqual([])
    await expect(organiser.fieldwork.resume({ editionId })).rejects.toMatchObject({ code: 'not-paused' })
  })

  test('ends the fieldwork: nobody begins another attempt, and what is under way is still handed in', async () => {
    const running = await answeredCall()
    const untried = await world.contact(world.observerId, 'phone', day)
    const move = (state: string) =>
      world.run('update edition set state = $2 where edition_id = $1', [world.editionId, state])
    await move('review')
    const now = { eventId: newId(), kind: 'attemptStarted' as const, at: new Date().toISOString() }
    await expect(observer.fieldwork.observe.log({ contactId: untried, events: [now] })).rejects.toMatchObject(
      { code: 'fieldwork-closed' },
    )
    expect(await observer.fieldwork.observe.submit(form(running))).toMatchObject({ state: 'submitted' })
    await move('fieldwork')
  })

  test('brings in what a phone could not send, once, under the observer’s name', async () => {
    const { editionId } = world
    const [contactId, excluded] = [await world.contact(world.observerId, 'phone', day), await answeredCall()]
    await organiser.fieldwork.exclude({ editionId, contactId: excluded, reason: 'Meldt stengt' })
    const { personId } = await server.signIn('observer')
    const events = [
      clockEvent('attemptStarted', day, '09:10:00'),
      clockEvent('humanReply', day, '09:10:41', { clockCorrectedBy: -600 }),
    ].map((event) => ({ kind: 'event' as const, event }))
    const { contactId: _own, submissionId, submittedAt, ...filled } = form(contactId)
    const handedIn = { kind: 'submission' as const, id: submissionId, form: filled, madeAt: submittedAt }
    const fileOf = (owner: string) => {
      const contacts = [
        { contactId, pieces: [...events, handedIn] },
        { contactId: excluded, pieces: [{ ...handedIn, id: newId() }] },
      ]
      const exportedAt = new Date().toISOString()
      const content = {
        kind: 'lyttepost-unsent',
        version: 1,
        exportedAt,
        personId: owner,
        name: 'Aud',
        contacts,
      }
      return new File([JSON.stringify(content)], 'usendt.json', { type: 'application/json' })
    }
    const bring = (file: File) => organiser.fieldwork.importUnsent({ editionId, file })
    const outcomes = async (file: File) => (await bring(file)).items.map(({ outcome }) => outcome)

    expect(await outcomes(fileOf(newId()))).toEqual(['refused', 'refused', 'refused', 'refused'])
    expect(await outcomes(fileOf(personId))).toEqual(['added', 'added', 'added', 'refused'])
    expect(await outcomes(fileOf(personId))).toEqual(['known', 'known', 'known', 'refused'])
    expect(await stateOf(contactId)).toBe('submitted')
    const { rows } = await world.run(
      `select submitted_by, (select count(*)::int from contact_event event where event.contact_id = $1) as events
       from submission where contact_id = $1`,
      [contactId],
    )
    expect(rows).toEqual([{ submitted_by: personId, events: 3 }])
    const { history } = await organiser.fieldwork.review.get({ editionId, contactId })
    expect(history[1]).toMatchObject({ person: 'observer i Første', clockCorrectedBy: -600 })
    await expect(bring(new File(['{"kind":"noe annet"}'], 'annet.json'))).rejects.toMatchObject({
      code: 'unsent-file',
    })
  })

  test('has the figures of every edition in the field at hand', async () => {
    const { items } = await organiser.fieldwork.overview()
    expect(items).toMatchObject([{ editionId: world.editionId, state: 'fieldwork' }])
  })
})
