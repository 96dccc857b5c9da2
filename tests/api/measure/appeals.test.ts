import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../src/kernel/ids.ts'
import { listPublicChanges } from '../../../src/measure/appeals/index.ts'
import { listCodings } from '../../../src/measure/coding/index.ts'
import { type AppealsWorld, makeAppealsWorld } from '../../support/appeals-world.ts'
import { problemOf } from '../../support/client.ts'
import { type SignedIn, startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let world: AppealsWorld
let organiser: SignedIn['client']
let observer: SignedIn['client']
let seed = 40
beforeAll(async () => {
  server = await startTestServer()
  organiser = (await server.signIn('organiser')).client
  observer = (await server.signIn('observer')).client
})
afterAll(() => server.close())
beforeEach(async () => {
  world = await makeAppealsWorld(server, ++seed)
})

const grounds = 'Vi stilte tre spørsmål om behovet, se loggen.'
const reasons = 'Loggen viser at behovet ble kartlagt.'
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'not refused',
    (error: unknown) => problemOf(error)?.code,
  )

/** An own, written, answered contact. */
const written = () => world.own.find(({ channel, answered }) => channel !== 'phone' && answered)!

async function opened(): Promise<void> {
  await organiser.appeals.openWindow({ editionId: world.editionId, workingDays: 10 })
}

async function made(contactId = written().contactId) {
  const { editionId, participant } = world
  await opened()
  const appealId = newId()
  await participant.client.appeals.make({
    editionId,
    contactId,
    appealId,
    questions: ['valued'],
    grounds,
  })
  return { editionId, appealId, contactId }
}

/** Another answer than the one that is given. */
async function otherAnswer(appeal: { editionId: string; appealId: string }): Promise<Record<string, string>> {
  const { form, first } = await organiser.appeals.get(appeal)
  const question = form.questions.find(({ id }) => id === 'valued')!
  return { valued: question.options.find(({ id }) => id !== first.valued)!.id }
}

/** The letters that have left the product, as the receiver reads them. */
function letters() {
  const outbox = join(server.dataFolder, 'outbox')
  return readdirSync(outbox)
    .map((name) => readFileSync(join(outbox, name), 'utf8'))
    .map((letter) => ({
      to: /^To: (.*)$/m.exec(letter)![1]!.trim(),
      subject: Buffer.from(/^Subject: =\?utf-8\?B\?(.*)\?=/m.exec(letter)![1]!, 'base64').toString(),
      text: Buffer.from(letter.split('\r\n\r\n')[1]!, 'base64').toString(),
    }))
}

describe('a letter', () => {
  const own = (editionId: string) => letters().filter(({ text }) => text.includes(editionId))

  test('tells each organiser of a new appeal, once, in the own language and without its grounds', async () => {
    const { organisationId } = server.organisations[0]
    const speak = (language: string) =>
      world.run(`update person set language = $2 where organisation_id = $1 and 'organiser' = any(roles)`, [
        organisationId,
        language,
      ])
    await speak('nn')
    const { editionId, appealId, contactId } = await made()
    const again = { editionId, contactId, appealId, questions: ['valued'], grounds }
    await world.participant.client.appeals.make(again)
    const sent = own(editionId)
    await speak('nb')
    const organisers = await world.run(
      `select email from person where organisation_id = $1 and active and 'organiser' = any(roles)`,
      [organisationId],
    )
    expect(sent.map(({ to }) => to).sort()).toEqual(organisers.rows.map(({ email }) => email).sort())
    expect(sent[0]!.subject).toMatch(/^Ny klage frå Fjordlinja/)
    expect(sent[0]!.text).toContain(`/measure/editions/${editionId}/appeals/${appealId}`)
    expect(sent[0]!.text).toMatch(/innan \d+\./)
    expect(sent[0]!.text).not.toContain(grounds)
  })

  test('tells whoever appealed that it is decided and how, and where the reasons stand', async () => {
    const appeal = await made()
    const { editionId, contactId } = appeal
    const rejected = { outcome: 'rejected', reasons, answers: {}, exclude: false } as const
    await organiser.appeals.decide({ editionId, appealId: appeal.appealId, ...rejected })
    const [letter, ...others] = own(editionId).filter(({ subject }) => subject.includes('avgjort'))
    expect(others).toEqual([])
    expect(letter!.to).toBe(world.participant.email)
    expect(letter!.text).toContain('ikke fått medhold')
    expect(letter!.text).toContain(`/measure/editions/${editionId}/appeals/contacts/${contactId}`)
    expect(letter!.text).not.toContain(reasons)
  })
})

describe('the window', () => {
  test('lets a participant read its own submissions before publication, and nothing else', async () => {
    const { editionId, participant } = world
    const { client } = participant
    expect(await refusal(client.appeals.mine({ editionId }))).toBe('results-not-published')
    await opened()
    expect((await client.appeals.mine({ editionId })).items).toHaveLength(7)
    expect((await client.results.submissions({ editionId })).items).toHaveLength(7)
    expect(await refusal(client.results.get({ editionId }))).toBe('results-not-published')
  })

  test('stops what comes late, twice, or from somebody else', async () => {
    const { editionId, contactId, appealId } = await made()
    const { client } = world.participant
    const again = { editionId, contactId, questions: [], grounds }
    await client.appeals.make({ ...again, appealId })
    expect((await organiser.appeals.list({ editionId })).items).toHaveLength(1)
    expect(await refusal(client.appeals.make({ ...again, appealId: newId() }))).toBe('appeal-exists')
    const foreign = world.contacts.find(({ participant }) => participant === 'Havblikk')!
    const theirs = { ...again, contactId: foreign.contactId, appealId: newId() }
    expect(await refusal(client.appeals.make(theirs))).toBe('not-found')
    await world.run(`update appeal_window set closes_at = now() where edition_id = $1`, [editionId])
    const late = world.own.find((one) => one.answered && one.contactId !== contactId)!
    const tooLate = { ...again, contactId: late.contactId, appealId: newId() }
    expect(await refusal(client.appeals.make(tooLate))).toBe('appeals-closed')
  })

  test('at its end everything without an appeal is final, and publication waits for the rest', async () => {
    const { editionId, appealId } = await made()
    expect(await refusal(organiser.results.publish({ editionId, published: true }))).toBe('appeals-open')
    await world.run(`update appeal_window set closes_at = now() where edition_id = $1`, [editionId])
    await organiser.appeals.list({ editionId })
    expect(await states()).toEqual({ appealed: 1, final: 41 })
    expect(await refusal(organiser.results.publish({ editionId, published: true }))).toBe('appeals-open')
    await organiser.appeals.decide({
      editionId,
      appealId,
      outcome: 'rejected',
      reasons,
      answers: {},
      exclude: false,
    })
    await organiser.results.publish({ editionId, published: true })
    expect(await states()).toEqual({ locked: 42 })
  })
})

async function states(): Promise<Record<string, number>> {
  const { rows } = await world.run(
    'select state, count(*)::int as count from contact where edition_id = $1 group by state order by state',
    [world.editionId],
  )
  return Object.fromEntries(rows.map((row) => [row.state, row.count]))
}

describe('an appeal', () => {
  test('is coded again, blind, by somebody else, and then decided with a new version and new results', async () => {
    const { editionId, appealId, contactId } = await made()
    const before = await organiser.results.get({ editionId })
    const asked = await organiser.appeals.askForCoding({ editionId, appealId })
    expect(asked).toMatchObject({ state: 'inCoding', step: 'waitForCoding', coder: 'Kai Koder' })
    const answers = await otherAnswer({ editionId, appealId })
    const decision = { editionId, appealId, outcome: 'upheld', reasons, answers, exclude: false } as const
    expect(await refusal(organiser.appeals.decide(decision))).toBe('appeal-step')

    const { codingId } = (await observer.coding.mine()).items.find(({ state }) => state === 'asked')!
    const task = await observer.coding.open({ codingId })
    expect(JSON.stringify(task)).not.toMatch(/Xhevahire|912 34 567|Mona|points/)
    expect(task.texts[0]?.text).toContain('[navn]')
    const handInId = newId()
    const coded = Object.fromEntries(task.form.questions.map(({ id }) => [id, 'cannotTell']))
    const handIn = { codingId, handInId, answers: { ...coded, ...answers }, note: 'Tre spørsmål.' }
    expect(await refusal(observer.coding.handIn({ ...handIn, answers: {} }))).toBe('submission-incomplete')
    expect(await observer.coding.handIn(handIn)).toEqual({ version: 1 })
    expect(await observer.coding.handIn(handIn)).toEqual({ version: 1 })

    const read = await organiser.appeals.get({ editionId, appealId })
    expect(read).toMatchObject({ step: 'decide', second: { ...coded, ...answers }, mayDecide: true })
    const preview = await organiser.appeals.preview({ editionId, appealId, answers, exclude: false })
    const decided = await organiser.appeals.decide(decision)
    expect(decided).toMatchObject({ state: 'decided', decision: { outcome: 'upheld', effect: preview } })
    expect(await refusal(organiser.appeals.decide(decision))).toBe('appeal-step')

    const own = await world.participant.client.appeals.own({ editionId, contactId })
    expect(own.appeal).toMatchObject({ state: 'decided', decision: { reasons, effect: preview } })
    const submission = await organiser.results.submission({ editionId, contactId })
    expect(submission.score).toBeCloseTo(preview.score.after!, 9)
    const after = await organiser.results.get({ editionId })
    const totalOf = (results: typeof after) =>
      results.participants.find(({ participant }) => participant === 'Fjordlinja')!.totalResult
    expect(totalOf(before)).toBeCloseTo(preview.total.before!, 9)
    expect(totalOf(after)).toBeCloseTo(preview.total.after!, 9)
    const { rows } = await world.run(
      'select version from submission where edition_id = $1 and contact_id = $2 order by version',
      [editionId, contactId],
    )
    expect(rows.map(({ version }) => version)).toEqual([1, 2])
    const read2 = await world.participant.client.appeals.acknowledge({ editionId, appealId })
    expect(read2.state).toBe('answered')

    const scope = (await server.person('organiser')).scope
    const [pair] = await listCodings(scope, server.db, editionId)
    expect(pair).toMatchObject({ contactId, second: answers, purpose: 'appeal' })
    expect(pair!.first.valued).not.toBe(answers.valued)
  })

  test('is not decided by whoever made or coded the contact, nor with answers that a rejection would not change', async () => {
    const { editionId, appealId } = await made()
    const { personId } = await server.person('organiser')
    const answers = await otherAnswer({ editionId, appealId })
    const decision = { editionId, appealId, reasons, answers, exclude: false } as const
    expect(await refusal(organiser.appeals.decide({ ...decision, outcome: 'rejected' }))).toBe(
      'invalid-input',
    )
    const nothing = { ...decision, outcome: 'upheld', answers: {} } as const
    expect(await refusal(organiser.appeals.decide(nothing))).toBe('invalid-input')
    await world.run(`update observer set person_id = null where name = 'Mona Maker' and person_id = $1`, [
      personId,
    ])
    await world.run(
      `update observer set person_id = $1 where observer_id =
         (select observer_id from contact where edition_id = $2 limit 1)`,
      [personId, editionId],
    )
    expect(await refusal(organiser.appeals.decide({ ...decision, outcome: 'upheld' }))).toBe('coder-decides')
    await world.run(`update observer set person_id = null where person_id = $1`, [personId])
  })

  test('has evidence in files that are what they say, five at most, for organisers and the own people', async () => {
    const { editionId, appealId } = await made()
    const { client } = world.participant
    const add = (file: File) => client.appeals.addFile({ editionId, appealId, file })
    expect(await refusal(add(new File(['<html><script>alert(1)</script>'], 'logg.pdf')))).toBe('file-refused')
    expect(await refusal(add(new File([new Uint8Array(5_000_001)], 'stor.txt')))).toBe('too-large')
    const { files } = await add(new File(['10.15 svar sendt\n'], '../logg.txt'))
    expect(files).toMatchObject([{ name: 'logg.txt', mediaType: 'text/plain; charset=utf-8' }])
    const { fileId } = files[0]!
    const path = `/api/measure/editions/${editionId}/appeals/${appealId}/files/${fileId}`
    const { cookie } = await server.signIn('organiser')
    const response = await fetch(server.url + path, { headers: { cookie } })
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-disposition')).toMatch(/logg\.txt/)
    expect(await response.text()).toBe('10.15 svar sendt\n')
    const stranger = await server.signInAnew('participant')
    expect(await refusal(stranger.client.appeals.file({ editionId, appealId, fileId }))).toBe('not-found')
    for (let count = 1; count < 5; count++) await add(new File([`${count}`], `${count}.txt`))
    expect(await refusal(add(new File(['6'], '6.txt')))).toBe('files-full')
  })
})

test('changes stand in an open log: names to those who may see them, and no people to anybody', async () => {
  const { editionId, appealId, contactId } = await made()
  const answers = await otherAnswer({ editionId, appealId })
  await organiser.appeals.decide({ editionId, appealId, outcome: 'partly', reasons, answers, exclude: false })
  await world.run(`update appeal_window set closes_at = now() where edition_id = $1`, [editionId])
  await organiser.results.publish({ editionId, published: true })
  const { first } = await organiser.appeals.get({ editionId, appealId })
  const back = { valued: first.valued! }
  const asNow = await organiser.appeals.correctable({ editionId, contactId })
  expect(asNow).toMatchObject({ mayCorrect: true, participant: 'Fjordlinja', answers })
  const { effect } = (await organiser.appeals.get({ editionId, appealId })).decision!
  const preview = await organiser.appeals.previewCorrection({ editionId, contactId, answers: back })
  // Back again is the decision the other way round.
  expect(preview.score).toEqual({ before: effect.score.after, after: effect.score.before })
  expect(
    await organiser.appeals.correct({ editionId, contactId, answers: back, reason: 'Feil ført ved klagen.' }),
  ).toEqual(preview)
  const own = await world.participant.client.appeals.changes({ editionId })
  expect(own.items.map(({ outcome, participant }) => [outcome, participant])).toEqual([
    ['corrected', 'Fjordlinja'],
    ['partly', 'Fjordlinja'],
  ])
  const { organisationId } = server.organisations[0]
  const closed = { editionId, method: world.method, isNamed: () => false }
  const [line] = await listPublicChanges({ organisationId }, server.db, closed)
  expect(line).toMatchObject({ participant: null, total: null, rank: null, class: 'Reise' })
  expect(JSON.stringify(line)).not.toMatch(/Fjordlinja|Feil ført/)
})

test('a sample is drawn over channels, by seed, and never given to whoever made the contact', async () => {
  const { editionId } = world
  const { written: all, free } = await organiser.coding.list({ editionId })
  expect(free).toBe(all)
  const { drawn, withoutCoder } = await organiser.coding.sample({
    editionId,
    percent: 30,
    seed: 'kontroll-1',
  })
  expect({ drawn, withoutCoder }).toEqual({ drawn: Math.round(all * 0.3), withoutCoder: 0 })
  const { items } = await organiser.coding.list({ editionId })
  expect(new Set(items.map(({ channel }) => channel))).toEqual(new Set(['email', 'chat']))
  expect(new Set(items.map(({ coder }) => coder))).toEqual(new Set(['Kai Koder']))
})

describe('masking', () => {
  test('leaves no name in anything that a participant reads', async () => {
    const { editionId, participant } = world
    await opened()
    const { contactId } = await made()
    const { client } = participant
    const { organisationId } = server.organisations[0]
    await world.run(`update edition set state = 'published' where organisation_id = $1 and edition_id = $2`, [
      organisationId,
      editionId,
    ])
    const participantId = world.participants.get('Fjordlinja')!
    const read = [
      await client.results.submission({ editionId, contactId }),
      await client.results.submissions({ editionId }),
      await client.results.get({ editionId }),
      await client.results.participant({ editionId, participantId }),
      await client.appeals.mine({ editionId }),
      await client.appeals.own({ editionId, contactId }),
      await client.appeals.changes({ editionId }),
    ]
    const text = JSON.stringify(read)
    expect(text).toContain('[navn 1]')
    expect(text).not.toMatch(/xhevahire|siri hansen|912 34 567/i)
  })

  test('can be added to and lifted by an organiser, and says by whom', async () => {
    const { editionId } = world
    const { contactId } = written()
    const masks = await organiser.masking.get({ editionId, contactId })
    const comment = masks.fields.find(({ field }) => field === 'commentAgent')!
    expect(comment.masks.map(({ from, to }) => comment.text.slice(from, to))).toEqual([
      'Xhevahire',
      'xhevahire',
      'Siri Hansen',
    ])
    const from = comment.text.indexOf('Siri')
    const lifted = await organiser.masking.set({
      editionId,
      contactId,
      version: 1,
      field: 'commentAgent',
      from,
      to: from + 11,
      verdict: 'lift',
    })
    expect(lifted.byHand).toMatchObject([{ text: 'Siri Hansen', verdict: 'lift' }])
    const { parts } = await organiser.results.submission({ editionId, contactId })
    const shown = parts.flatMap(({ comments }) => comments.map(({ comment: words }) => words)).join(' ')
    expect(shown).toContain('Siri Hansen')
    expect(shown).not.toMatch(/xhevahire/i)
  })
})
