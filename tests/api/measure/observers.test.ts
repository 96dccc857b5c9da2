/** Observers over HTTP: ready and impartial before they begin, graded by what they did, paid once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../src/kernel/ids.ts'
import { toInstant } from '../../../src/kernel/zone.ts'
import { problemOf } from '../../support/client.ts'
import {
  clockEvent,
  type FieldWorld,
  makeFieldWorld,
  someComments,
  variedAnswers,
  workingDayBack,
} from '../../support/fieldwork-world.ts'
import { type SignedIn, startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let world: FieldWorld
let organiser: SignedIn['client']
let observer: SignedIn['client']
let where: { editionId: string }
const day = workingDayBack(6)

beforeAll(async () => {
  server = await startTestServer()
  world = await makeFieldWorld(server)
  organiser = (await server.signIn('organiser')).client
  observer = (await server.signIn('observer')).client
  where = { editionId: world.editionId }
})
afterAll(() => server.close())

async function refusal(call: Promise<unknown>) {
  const thrown = await call.then(
    () => undefined,
    (error: unknown) => error,
  )
  return problemOf(thrown)?.code
}

async function handIn(minutes = 8): Promise<string> {
  const contactId = await world.contact(world.observerId, 'phone', day)
  const events = [
    clockEvent('attemptStarted', day, '09:10:00'),
    clockEvent('humanReply', day, '09:10:41'),
    clockEvent('formOpened', day, '09:20:00'),
  ]
  await observer.fieldwork.observe.log({ contactId, events })
  await observer.fieldwork.observe.submit({
    contactId,
    submissionId: newId(),
    answers: variedAnswers(world.method, 'phone'),
    comments: someComments(world.method),
    submittedAt: new Date(toInstant(day, '09:20').getTime() + minutes * 60_000).toISOString(),
  })
  return contactId
}

async function poolOne() {
  const { items } = await organiser.observers.pool(where)
  return items.find(({ observerId }) => observerId === world.observerId)!
}

describe('the pool', () => {
  test('profile, availability and qualification are kept, the observer changing only what is his or her own', async () => {
    const { observerId } = world
    await organiser.observers.saveProfile({
      observerId,
      region: 'Troms',
      languages: ['nb', 'se'],
      channels: ['phone'],
    })
    await observer.observers.mine.saveAvailability({
      contactsPerWeek: 7,
      hours: [{ weekday: 2, from: '09:00', to: '12:00' }],
      absences: [],
    })
    await organiser.observers.qualify({ observerId, status: 'training', since: '2026-10-01', note: '' })
    await organiser.observers.qualify({ observerId, status: 'qualified', since: '2026-10-20', note: 'Kurs' })
    expect(await poolOne()).toMatchObject({
      region: 'Troms',
      languages: ['nb', 'se'],
      channels: ['phone'],
      contactsPerWeek: 7,
      hours: [{ weekday: 2, from: '09:00', to: '12:00' }],
      qualification: { status: 'qualified', since: '2026-10-20' },
    })
    const one = await organiser.observers.get({ ...where, observerId })
    expect(one.qualifications.map(({ status }) => status)).toEqual(['qualified', 'training'])
    const foreign = (await server.signIn('organiser', server.organisations[1])).client
    expect(await refusal(foreign.observers.get({ ...where, observerId }))).toBe('not-found')
    expect(
      await refusal(foreign.observers.saveProfile({ observerId, region: '', languages: [], channels: [] })),
    ).toBe('not-found')
  })

  test('a conflict that the observer tells flags the contacts already given, stops them, and ends with its history', async () => {
    const contactId = await world.contact(world.observerId, 'phone', day)
    const conflict = { participant: ' fjordlinja', kind: 'work', note: 'Jobbet der i 2024' } as const
    const { conflictId } = await observer.observers.mine.declareConflict(conflict)
    expect(await observer.observers.mine.declareConflict(conflict)).toEqual({ conflictId })
    expect((await poolOne()).conflicts).toMatchObject([{ kind: 'work', byObserver: true, ahead: 1, made: 0 }])
    expect(await refusal(observer.fieldwork.observe.get({ contactId }))).toBe('partial-observer')
    const { observerId } = world
    await organiser.observers.endConflict({ observerId, conflictId })
    expect(await refusal(organiser.observers.endConflict({ observerId, conflictId }))).toBe('not-found')
    expect((await organiser.observers.get({ ...where, observerId })).pastConflicts).toHaveLength(1)
    await observer.fieldwork.observe.get({ contactId })
  })
})

describe('the briefing test', () => {
  test('assignments open when it is passed, an answer stands, and a failed test may be taken again', async () => {
    const contactId = await world.contact(world.observerId, 'phone', day)
    const { questions, revision } = await organiser.observers.briefing.get(where)
    await organiser.observers.briefing.save({
      ...where,
      questions: null,
      passMark: 80,
      required: true,
      revision,
    })
    expect(
      await refusal(
        organiser.observers.briefing.save({
          ...where,
          questions: null,
          passMark: 70,
          required: true,
          revision,
        }),
      ),
    ).toBe('conflict')
    const now = { ...clockEvent('attemptStarted', day, '09:10'), at: new Date().toISOString() }
    expect(await refusal(observer.fieldwork.observe.log({ contactId, events: [now] }))).toBe(
      'briefing-not-passed',
    )
    expect(await refusal(observer.fieldwork.observe.get({ contactId }))).toBe('briefing-not-passed')

    const take = async (isRight: boolean) => {
      const begun = await observer.observers.mine.startBriefing({ ...where, attemptId: newId() })
      const given = { ...where, attemptId: begun.attemptId }
      expect(JSON.stringify(begun)).not.toContain('isRight')
      for (const question of questions) {
        const option = question.options.find((one) => one.isRight === isRight)!
        const answer = { ...given, questionId: question.id, optionId: option.id }
        const { result } = await observer.observers.mine.answerBriefing(answer)
        expect(await observer.observers.mine.answerBriefing(answer)).toMatchObject({ result })
        const other = question.options.find(({ id }) => id !== option.id)!
        expect(await refusal(observer.observers.mine.answerBriefing({ ...answer, optionId: other.id }))).toBe(
          'conflict',
        )
      }
    }
    await take(false)
    expect(await observer.observers.mine.briefing(where)).toMatchObject({ state: 'failed' })
    expect((await observer.observers.mine.briefing(where)).reading).toHaveLength(questions.length)
    await take(true)
    expect(await observer.observers.mine.briefing(where)).toMatchObject({
      state: 'passed',
      attempts: [{}, {}],
    })
    expect((await poolOne()).briefing).toBe('passed')
    await observer.fieldwork.observe.get({ contactId })
  })
})

describe('review', () => {
  test('the last decision is taken back, and both stay in the log; a later one is not', async () => {
    const contactId = await handIn()
    const one = { ...where, contactId, version: 1 }
    await organiser.fieldwork.review.approve(one)
    expect(await organiser.fieldwork.review.reopen(one)).toMatchObject({ state: 'submitted' })
    expect(await refusal(organiser.fieldwork.review.reopen(one))).toBe('decision-final')
    const { history } = await organiser.fieldwork.review.get({ ...where, contactId })
    expect(history.map(({ kind }) => kind).slice(-2)).toEqual(['approved', 'reopened'])
    await organiser.fieldwork.review.return({ ...one, note: 'Utdyp velkomsten.' })
    const { rows } = await world.run(
      'select count(*)::integer as scores from submission_score where contact_id = $1',
      [contactId],
    )
    expect(rows[0].scores).toBe(0)
  })

  test('of several in a list, the one with findings is refused and the others are approved', async () => {
    const [hasty, calm] = [await handIn(0.1), await handIn()]
    const { items } = await organiser.fieldwork.review.queue(where)
    expect(items.find((item) => item.contactId === hasty)!.findings).toContain('tooFast')
    await world.run(
      `update submission set comments = '{"commentWelcome":"Ble møtt på en rolig måte.","commentAgent":"Spurte hva jeg trengte, og svarte klart.","commentOverall":"Ville ha handlet her."}' where contact_id = $1`,
      [calm],
    )
    const approving = { ...where, items: [hasty, calm].map((contactId) => ({ contactId, version: 1 })) }
    expect(await organiser.fieldwork.review.approveClean(approving)).toEqual({
      approved: [calm],
      refused: [{ contactId: hasty, code: 'has-findings' }],
    })
    await world.run("update contact set state = 'excluded' where contact_id = any($1)", [[hasty, calm]])
  })
})

describe('payment and grade', () => {
  test('an approved contact is paid once; a paid one that is left out is taken back by a line of its own', async () => {
    const [paidId, laterId] = [await handIn(), await handIn()]
    await organiser.fieldwork.review.approve({ ...where, contactId: paidId, version: 1 })
    const run = { ...where, until: '2099-12-31', paidOn: '2099-12-31', note: '' }
    expect(await refusal(organiser.observers.payments.pay(run))).toBe('rates-missing')
    const rates = { phone: { answered: 9500, unanswered: 4000 } }
    await organiser.observers.payments.saveRates({ ...where, rates })
    const extra = {
      extraId: newId(),
      observerId: world.observerId,
      kind: 'extra' as const,
      amountOre: 25_000,
    }
    const line = { ...where, ...extra, text: '=2+2', on: '2026-11-02' }
    await organiser.observers.payments.addExtra(line)
    await organiser.observers.payments.addExtra(line)
    expect(await organiser.observers.payments.pay(run)).toMatchObject({
      number: 1,
      lines: 2,
      amountOre: 34_500,
    })
    expect(await refusal(organiser.observers.payments.pay(run))).toBe('nothing-to-pay')
    await organiser.observers.payments.saveRates({
      ...where,
      rates: { phone: { answered: 99_900, unanswered: 0 } },
    })
    const csv = await organiser.observers.payments.export({ ...where, format: 'csv', run: 1 })
    const text = await (csv as unknown as File).text()
    expect(text).toContain("'=2+2")
    expect(text).toContain(';95;')

    await organiser.fieldwork.exclude({ ...where, contactId: paidId, reason: 'Driftsstans' })
    const { takenBack } = await organiser.observers.payments.get(where)
    expect(takenBack).toMatchObject([{ contactId: paidId, amountOre: 9500 }])
    const correction = {
      ...where,
      extraId: newId(),
      observerId: world.observerId,
      kind: 'correction' as const,
    }
    const back = { ...correction, amountOre: -9500, text: 'Tatt ut', on: '2026-11-20', contactId: paidId }
    await organiser.observers.payments.addExtra(back)
    expect(await refusal(organiser.observers.payments.addExtra({ ...back, extraId: newId() }))).toBe(
      'conflict',
    )
    await organiser.fieldwork.review.approve({ ...where, contactId: laterId, version: 1 })
    expect(await organiser.observers.payments.pay(run)).toMatchObject({
      number: 2,
      lines: 2,
      amountOre: 90_400,
    })
    const { observer: me } = await observer.observers.mine.get()
    expect(me!.editions[0]!.earnings).toMatchObject({ unpaidOre: 0, paidOre: 124_900 })
  })

  test('the grade counts what was decided, with n and an interval, and says nothing of few', async () => {
    const { grade } = await poolOne()
    expect(grade.inOrder).toMatchObject({ n: 2, share: 0.5 })
    expect(grade.returned).toMatchObject({ n: 2, share: 0.5 })
    expect(grade.standing).toBe('tooFew')
    const { observer: me } = await observer.observers.mine.get()
    expect(me!.editions[0]!.grade).toEqual(grade)
  })
})
