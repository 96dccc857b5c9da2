/** An organiser leaves another tool: its form becomes the questionnaire, its results a finished edition. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { referenceMethod } from '../../../src/measure/edition/rules/reference/reference-method.ts'
import { type Client, problemOf } from '../../support/client.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let client: Client
beforeAll(async () => {
  server = await startTestServer()
  client = (await server.signIn('organiser')).client
})
afterAll(() => server.close())

async function newEdition(name: string): Promise<string> {
  const { editionId } = await client.edition.create({
    name,
    source: { kind: 'builtIn', method: 'reference' },
  })
  return editionId
}
const csv = (...lines: readonly string[]) => new File([lines.join('\n')], 'fil.csv')
const form = csv(
  'Seksjon;Spørsmål;Kode;Svar;Poeng',
  'Velkomst;Ble du hilst?;hilst;Ja|Nei;10|0',
  'Hjelp;Fikk du hjelp?;hjelp;Ja|Delvis|Nei;20|10|0',
)
const results = (...rows: readonly string[]) =>
  csv('Id;Bedrift;Bransje;Kanal;Dato;Poengsum;hilst;hjelp', ...rows)

async function refusal(call: Promise<unknown>) {
  return call.then(
    () => undefined,
    (thrown: unknown) => problemOf(thrown),
  )
}

test('a form goes out to SurveyJS and comes back as it was', async () => {
  const editionId = await newEdition('Fram og tilbake')
  const file = await client.interchange.exportForm({ editionId })
  expect(file.name).toBe('reference-surveyjs.json')
  const preview = await client.interchange.readForm({ editionId, file })
  expect(preview).toMatchObject({ kind: 'survey', left: [], issues: [] })
  expect(preview.questions).toHaveLength(referenceMethod.questions.length)
  expect(await client.interchange.takeForm({ editionId, file, revision: 1 })).toEqual({
    revision: 2,
    issues: 0,
  })
  expect((await client.edition.method({ editionId })).method).toEqual(referenceMethod)
})

test("a year from another tool becomes an edition with results, scored by the file's own form", async () => {
  const editionId = await newEdition('I fjor')
  expect(await client.interchange.readForm({ editionId, file: form })).toMatchObject({
    kind: 'table',
    mapping: { area: 'Seksjon', question: 'Spørsmål', name: 'Kode', option: 'Svar', points: 'Poeng' },
    areas: [
      { id: 'velkomst', weight: 33.33 },
      { id: 'hjelp', weight: 66.67 },
    ],
  })
  await client.interchange.takeForm({ editionId, file: form, revision: 1 })
  const file = results(
    'a1;Bussen;Reise;Telefon;1.12.2025;66,7;Ja;Delvis',
    'a2;Toget;Reise;E-post;2.12.2025;33,3;Ja;Nei',
  )
  const preview = await client.interchange.readResults({ editionId, file })
  expect(preview).toMatchObject({
    rows: 2,
    participants: 2,
    classes: ['Reise'],
    from: '2025-12-01',
    to: '2025-12-02',
    compared: { rows: 2, equal: 2 },
    issues: [],
  })
  const { mapping } = preview
  expect(
    await client.interchange.importResults({ editionId, file, mapping: JSON.stringify(mapping) }),
  ).toEqual({
    participants: 2,
    contacts: 2,
  })
  expect(await client.edition.get({ editionId })).toMatchObject({ state: 'review', from: '2025-12-01' })
  const found = await client.results.get({ editionId })
  expect(found.participants.map(({ participant, totalResult }) => [participant, totalResult])).toEqual([
    ['Bussen', expect.closeTo(66.667, 3)],
    ['Toget', expect.closeTo(33.333, 3)],
  ])
  const events = server.db.selectFrom('contact_event').select(['kind', 'detail'])
  expect(await events.where('edition_id', '=', editionId).orderBy('at').execute()).toEqual([
    { kind: 'imported', detail: { version: 1, line: 2, name: 'a1' } },
    { kind: 'imported', detail: { version: 1, line: 3, name: 'a2' } },
  ])
  expect(
    await refusal(client.interchange.importResults({ editionId, file, mapping: JSON.stringify(mapping) })),
  ).toMatchObject({
    status: 409,
    code: 'edition-state',
  })
})

test('one wrong row and nothing is imported; the row is named', async () => {
  const editionId = await newEdition('Halv')
  await client.interchange.takeForm({ editionId, file: form, revision: 1 })
  const good = results('a1;Bussen;Reise;Telefon;1.12.2025;;Ja;Delvis')
  const bad = results(
    'a1;Bussen;Reise;Telefon;1.12.2025;;Ja;Delvis',
    'a2;Toget;Reise;Telefon;2.12.2025;;Ja;Kanskje',
  )
  const { mapping } = await client.interchange.readResults({ editionId, file: good })
  expect(
    await refusal(
      client.interchange.importResults({ editionId, file: bad, mapping: JSON.stringify(mapping) }),
    ),
  ).toMatchObject({
    status: 422,
    issues: [{ code: 'unmapped-value', line: 3, column: 'hjelp', value: 'Kanskje' }],
  })
  expect((await client.participants.list({ editionId })).items).toEqual([])
  expect(await client.edition.get({ editionId })).toMatchObject({ state: 'preparing', revision: 2 })
})

test('a file that is no form is refused, and an edition that has begun keeps its form', async () => {
  const editionId = await newEdition('Ikke skjema')
  const notes = new File(['{"hei": [1, 2'], 'x.json')
  expect(await refusal(client.interchange.readForm({ editionId, file: notes }))).toMatchObject({
    status: 422,
  })
  const empty = new File(['{"pages": []}'], 'x.json')
  expect(await refusal(client.interchange.takeForm({ editionId, file: empty, revision: 1 }))).toMatchObject({
    code: 'form-empty',
  })
  expect(await refusal(client.interchange.takeForm({ editionId, file: form, revision: 9 }))).toMatchObject({
    code: 'edition-changed',
  })
})
