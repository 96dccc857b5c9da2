import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EditionMethod } from '../../../src/measure/edition/contract.ts'
import { loadEdition, setEditionState } from '../../../src/measure/edition/index.ts'
import { referenceMethod } from '../../../src/measure/edition/rules/reference/reference-method.ts'
import { type Client, problemOf } from '../../support/client.ts'
import { type SignedIn, startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let organiser: SignedIn
let client: Client

beforeAll(async () => {
  server = await startTestServer()
  organiser = await server.signIn('organiser')
  client = organiser.client
})
afterAll(() => server.close())

const reference = { kind: 'builtIn', method: 'reference' } as const
const create = (name: string) => client.edition.create({ name, source: reference })

async function refusal(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return problemOf(error)
}

function withPoints(method: EditionMethod, id: string, points: number): EditionMethod {
  const questions = method.questions.map((question) =>
    question.id === id
      ? {
          ...question,
          options: question.options.map((option, at) => (at === 0 ? { ...option, points } : option)),
        }
      : question,
  )
  return { ...method, questions }
}

function contextOf() {
  const { db, jobs } = server
  const log = undefined as never
  return { scope: organiser.scope, db, now: new Date(), jobs, requestId: 'test', log }
}

describe('an edition is created', () => {
  it('from the reference method, and stands at the beginning of its year', async () => {
    const edition = await create('Kundemøtet 2027')
    expect(edition).toMatchObject({ name: 'Kundemøtet 2027', state: 'preparing', revision: 1, issues: 0 })
    expect(edition).toMatchObject({ from: '2026-11-30', to: '2027-04-04' })
    expect(edition.stages[0]).toEqual({ id: 'prepare', state: 'current' })
    const { method } = await client.edition.method({ editionId: edition.editionId })
    expect(method).toEqual(referenceMethod)
    const { items } = await client.edition.list()
    expect(items.map(({ editionId }) => editionId)).toContain(edition.editionId)
  })

  it('as a copy of last year’s with a new start, and differs from it in nothing else', async () => {
    const last = await create('I fjor')
    const source = { kind: 'copy', editionId: last.editionId } as const
    const edition = await client.edition.create({ name: 'I år', source, start: '2027-11-29' })
    expect(edition.copiedFrom).toBe(last.editionId)
    const { changes, breaks } = await client.edition.diff({ editionId: edition.editionId })
    expect(changes).toEqual([{ kind: 'calendar-start', subject: '', from: '2026-11-30', to: '2027-11-29' }])
    expect(breaks).toEqual([])
  })

  it('from a method file', async () => {
    const text = JSON.stringify({ ...referenceMethod, id: 'mine' })
    const edition = await client.edition.create({ name: 'Fra fil', source: { kind: 'document', text } })
    expect((await client.edition.method({ editionId: edition.editionId })).method.id).toBe('mine')
  })

  it('from no file whose points break an invariant: each is named, and nothing is stored', async () => {
    const before = (await client.edition.list()).items.length
    const text = JSON.stringify(withPoints(referenceMethod, 'valued', 60))
    const problem = await refusal(
      client.edition.create({ name: 'Skjev', source: { kind: 'document', text } }),
    )
    expect(problem).toMatchObject({ status: 422, code: 'method-refused' })
    expect(problem?.issues).toContainEqual(
      expect.objectContaining({ code: 'area-share', path: 'areas.3.weight' }),
    )
    expect((await client.edition.list()).items).toHaveLength(before)
  })

  it('from no text that is not JSON: the line is named', async () => {
    const source = { kind: 'document', text: '{\n  "id": oops }' } as const
    const problem = await refusal(client.edition.create({ name: 'Ødelagt', source }))
    expect(problem?.issues[0]).toMatchObject({ code: 'not-json', params: { line: 2, column: 9 } })
    expect(await client.edition.check({ text: source.text })).toMatchObject({ ok: false })
  })
})

describe('a method is saved', () => {
  it('as a revision of its own, also while it breaks an invariant, which is answered', async () => {
    const { editionId } = await create('Under arbeid')
    const method = withPoints(referenceMethod, 'valued', 60)
    const saved = await client.edition.save({ editionId, revision: 1, method })
    expect(saved.revision).toBe(2)
    expect(saved.issues.map(({ code }) => code)).toContain('area-share')
    const { items } = await client.edition.revisions({ editionId })
    expect(items.map(({ revision, savedBy }) => [revision, savedBy])).toEqual([
      [2, 'organiser i Første'],
      [1, 'organiser i Første'],
    ])
    expect((await client.edition.method({ editionId, revision: 1 })).method).toEqual(referenceMethod)
    expect((await client.edition.diff({ editionId, revision: 1 })).changes).toEqual([
      { kind: 'points', subject: 'valued.d4', from: 16, to: 60, breaks: 'points' },
    ])
  })

  it('by one of two who began from the same revision; the other is told', async () => {
    const { editionId } = await create('To på en gang')
    const answers = await Promise.all(
      [20, 18].map((points) =>
        refusal(
          client.edition.save({
            editionId,
            revision: 1,
            method: withPoints(referenceMethod, 'valued', points),
          }),
        ),
      ),
    )
    const refused = answers.filter((problem) => problem !== undefined)
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatchObject({ status: 409, code: 'edition-changed', params: { revision: 2 } })
    expect((await client.edition.revisions({ editionId })).items).toHaveLength(2)
  })

  it('only when it has the shape of one; the field is named', async () => {
    const { editionId } = await create('Uten form')
    const method = { ...referenceMethod, bands: 'none' } as unknown as EditionMethod
    const problem = await refusal(client.edition.save({ editionId, revision: 1, method }))
    expect(problem).toMatchObject({ status: 422, code: 'invalid-input' })
    expect(problem?.issues[0]?.path).toBe('method.bands')
  })
})

describe('fieldwork', () => {
  it('does not start without a plan', async () => {
    const { editionId } = await create('Uten plan')
    expect(await refusal(client.edition.move({ editionId, state: 'fieldwork' }))).toMatchObject({
      status: 409,
      code: 'edition-not-planned',
    })
  })

  it('freezes the method: it can no longer be saved', async () => {
    const { editionId } = await create('Låst')
    const edition = await setEditionState(contextOf(), editionId, 'fieldwork')
    expect(edition.frozenAt).toBeInstanceOf(Date)
    const problem = await refusal(client.edition.save({ editionId, revision: 1, method: referenceMethod }))
    expect(problem).toMatchObject({ status: 409, code: 'edition-frozen' })
  })

  it('does not start on a method that breaks an invariant', async () => {
    const { editionId } = await create('Brutt')
    await client.edition.save({ editionId, revision: 1, method: withPoints(referenceMethod, 'valued', 60) })
    await expect(setEditionState(contextOf(), editionId, 'fieldwork')).rejects.toMatchObject({
      code: 'method-broken',
    })
    expect((await loadEdition(contextOf(), editionId)).frozenAt).toBeNull()
  })

  it('is not skipped: an edition in preparation cannot be published', async () => {
    const { editionId } = await create('For tidlig')
    await expect(setEditionState(contextOf(), editionId, 'published')).rejects.toMatchObject({
      code: 'edition-state',
    })
  })

  it('keeps the day of freezing when it is reopened, and forgets publishing when that is taken back', async () => {
    const { editionId } = await create('Fram og tilbake')
    const context = contextOf()
    const { frozenAt } = await setEditionState(context, editionId, 'fieldwork')
    for (const state of ['paused', 'fieldwork', 'review', 'published'] as const)
      await setEditionState({ ...context, now: new Date() }, editionId, state)
    expect(await loadEdition(context, editionId)).toMatchObject({ frozenAt, publishedAt: expect.any(Date) })
    await setEditionState(context, editionId, 'review')
    expect((await loadEdition(context, editionId)).publishedAt).toBeNull()
  })
})

describe('others', () => {
  it('of another organisation find no edition, by any door', async () => {
    const { editionId } = await create('Vår')
    const other = await server.signIn('organiser', server.organisations[1])
    const calls = [
      other.client.edition.get({ editionId }),
      other.client.edition.method({ editionId }),
      other.client.edition.save({ editionId, revision: 1, method: referenceMethod }),
      other.client.edition.revisions({ editionId }),
      other.client.edition.diff({ editionId }),
      other.client.edition.rename({ editionId, name: 'Min' }),
      other.client.edition.move({ editionId, state: 'review' }),
      other.client.edition.create({ name: 'Kopi', source: { kind: 'copy', editionId } }),
    ]
    for (const problem of await Promise.all(calls.map(refusal))) expect(problem?.status).toBe(404)
    expect((await other.client.edition.list()).items).toEqual([])
  })

  it('who only take part see the editions that they take part in', async () => {
    const participant = await server.signIn('participant')
    expect((await participant.client.edition.list()).items).toEqual([])
  })
})
