/** Reports over the API: who may have which, files that hold what they say, and all of them as one job. */
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workOnReports } from '../../../src/measure/reports/index.ts'
import { createLog } from '../../../src/platform/log/index.ts'
import { makeResultsWorld, type ResultsWorld, readsFor } from '../../support/results-world.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let world: ResultsWorld
beforeAll(async () => {
  server = await startTestServer({ jobs: true })
  world = await makeResultsWorld(server)
  await workOnReports(server.jobs, { db: server.db, log: createLog('error') })
})
afterAll(() => server.close())

const pdfText = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

describe('a participant’s report', () => {
  test('is a document, a page file and a PDF with the same figures', async () => {
    const { client } = await server.signIn('organiser')
    const { editionId } = world
    const participantId = world.participants.get('Kystbuss')!
    const input = { editionId, participantId, language: 'nb' as const }
    const document = await client.reports.document(input)
    const { result } = await client.results.participant({ editionId, participantId })
    const total = result.totalResult!.toFixed(1).replace('.', ',')
    expect(document.answer.value).toBe(total)
    const html = await client.reports.file({ ...input, format: 'html' })
    expect(html.name).toMatch(/^kystbuss-[a-z0-9-]+\.html$/)
    const page = await html.text()
    expect(page).toContain(`<b>${total}</b>`)
    expect(page).toContain('<html lang="nb">')
    expect(page).not.toMatch(/<script|<link|<img|url\(http|https?:/)
    const pdf = await client.reports.file({ ...input, format: 'pdf' })
    expect(pdf.type).toBe('application/pdf')
    const bytes = pdfText(new Uint8Array(await pdf.arrayBuffer()))
    expect(bytes.slice(0, 8)).toBe('%PDF-1.7')
    expect(bytes).toMatch(/<pdfuaid:part>1</)
    expect(bytes).toContain('/StructTreeRoot')
    expect(bytes).toMatch(/\/Lang \(nb/)
  })

  test('is for the participant itself, and only when the results are shared', async () => {
    const { editionId } = world
    const reader = await server.signIn('participant')
    await readsFor(server, world, reader.personId, { name: 'Fjordlinja' })
    await expect(reader.client.reports.list({ editionId })).rejects.toMatchObject({
      code: 'results-not-published',
    })
    const { client } = await server.signIn('organiser')
    await client.results.publish({ editionId, published: true })
    const { items, classes } = await reader.client.reports.list({ editionId })
    expect(items.map(({ participant }) => participant)).toEqual(['Fjordlinja'])
    expect(classes).toEqual(['Reise'])
    const other = world.participants.get('Kystbuss')!
    await expect(reader.client.reports.document({ editionId, participantId: other })).rejects.toMatchObject({
      code: 'not-found',
    })
    const ownClass = await reader.client.reports.classFile({ editionId, class: 'Reise', format: 'html' })
    const text = await ownClass.text()
    expect(text).toContain('Fjordlinja')
    expect(text).not.toContain('Kystbuss')
    await expect(
      reader.client.reports.classFile({ editionId, class: 'Bank', format: 'html' }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is not found by another organisation', async () => {
    const { client } = await server.signIn('organiser', server.organisations[1])
    await expect(client.reports.list({ editionId: world.editionId })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

test('all reports are made as one job and fetched as one zip file', async () => {
  const { client } = await server.signIn('organiser')
  const { editionId } = world
  await expect(client.reports.bundle({ editionId, language: 'nn' })).rejects.toMatchObject({
    code: 'no-reports',
  })
  const { jobId } = await client.reports.makeAll({ editionId, language: 'nn' })
  await expect.poll(async () => (await client.job.status({ jobId })).state, { timeout: 20_000 }).toBe('done')
  const { items } = await client.reports.list({ editionId, language: 'nn' })
  expect(items.every(({ madeAt, outdated }) => madeAt !== null && !outdated)).toBe(true)
  const zip = await client.reports.bundle({ editionId, language: 'nn' })
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()))
  expect(Object.keys(files)).toHaveLength(6)
  expect(Object.keys(files)).toContain('reise/fjordlinja-nn.pdf')
  for (const bytes of Object.values(files)) expect(pdfText(bytes.slice(0, 5))).toBe('%PDF-')
})
