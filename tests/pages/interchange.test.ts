/** An organiser leaves another tool in the browser: the form first, then a year of results with words to explain. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  expectAccessible,
  hasBrowser,
  startTestBrowser,
  type TestBrowser,
  takePicture,
} from '../support/browser.ts'
import { settled } from '../support/quiet-page.ts'

const form =
  'Seksjon;Spørsmål;Kode;Svar;Poeng\nVelkomst;Ble du hilst?;hilst;Ja|Nei;10|0\nHjelp;Fikk du hjelp?;hjelp;Ja|Delvis|Nei;20|10|0\n'
const results =
  'Id;Bedrift;Bransje;Kanal;Dato;Poengsum;hilst;hjelp\na1;Bussen;Reise;Telefon;1.12.2025;66,7;Ja;Litt\na2;Toget;Reise;E-post;2.12.2025;33,3;Ja;Nei\n'

describe.skipIf(!hasBrowser)('from another tool', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser?.close())

  test('a form is read, shown and used, and results are explained and imported', async () => {
    const { client } = await browser.server.signIn('organiser')
    const source = { kind: 'builtIn', method: 'reference' } as const
    const { editionId } = await client.edition.create({ name: 'I fjor', source })
    const { page, errors, close } = await browser.openAs('organiser', `/measure/editions/${editionId}/method`)
    await page.getByRole('link', { name: 'Fra et annet verktøy' }).click()
    const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
    await page.locator('input[type=file]').setInputFiles(file('skjema.csv', form))
    await page.getByRole('heading', { name: 'Filen har 2 spørsmål' }).waitFor()
    await settled(page)
    await takePicture(page, 'interchange-form')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Bruk dette skjemaet' }).click()
    await page.getByText('Én rad for hver henvendelse').waitFor()
    await page.locator('input[type=file]').setInputFiles(file('svar.csv', results))
    await page.getByRole('heading', { name: 'Én ting må rettes' }).waitFor()
    await page.getByText('Vi vet ikke hva «Litt» betyr.').waitFor()
    await settled(page)
    await takePicture(page, 'interchange-results')
    await expectAccessible(page)
    await page.getByLabel('Fikk du hjelp?: Litt').selectOption('Delvis')
    await page.getByText('Poengsummen er den samme som i det andre verktøyet i alle rader (2).').waitFor()
    await page.getByRole('button', { name: 'Importer 2 henvendelser' }).click()
    await page.waitForURL(/\/results$/)
    await settled(page)
    expect(await page.getByText('Bussen').count()).toBeGreaterThan(0)
    expect(errors).toEqual([])
    await close()
  })
})
