import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workOnReports } from '../../src/measure/reports/index.ts'
import { createLog } from '../../src/platform/log/index.ts'
import {
  desktop,
  expectAccessible,
  expectNoSidewaysScroll,
  hasBrowser,
  phone,
  startTestBrowser,
  type TestBrowser,
} from '../support/browser.ts'
import { settled } from '../support/quiet-page.ts'
import { makeResultsWorld, type ResultsWorld } from '../support/results-world.ts'

describe.skipIf(!hasBrowser)('reports', () => {
  let browser: TestBrowser
  let world: ResultsWorld
  let start: string
  beforeAll(async () => {
    browser = await startTestBrowser()
    const { server } = browser
    world = await makeResultsWorld(server, 5)
    start = `/measure/editions/${world.editionId}`
    await workOnReports(server.jobs, { db: server.db, log: createLog('error') })
    const { client } = await server.signIn('organiser')
    await client.results.publish({ editionId: world.editionId, published: true })
  })
  afterAll(() => browser?.close())

  test('all reports are made from the page, which tells when they are ready', async () => {
    const { page, errors, close } = await browser.openAs('organiser', `${start}/reports`)
    expect(await page.locator('h1').textContent()).toBe('Ingen rapporter er laget ennå')
    await page.getByRole('button', { name: 'Lag alle som PDF' }).click()
    await page
      .getByRole('heading', { level: 1, name: 'Alle 6 rapporter er klare' })
      .waitFor({ timeout: 20_000 })
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Last ned alle (zip)' }).click()
    expect((await saved).suggestedFilename()).toMatch(/^utgaven-5-rapporter-nb\.zip$/)
    expect(errors).toEqual([])
    await close()
  })

  test('a report is read on the page, in the language that is chosen', async () => {
    const path = `${start}/report/${world.participants.get('Vidde')}?language=nn`
    const { page, errors, close } = await browser.openAs('organiser', path, { width: phone })
    await page.getByRole('heading', { name: 'Slik les du tala' }).waitFor()
    expect(await page.locator('article').getAttribute('lang')).toBe('nn')
    await expectNoSidewaysScroll(page, 'report on a phone')
    expect(errors).toEqual([])
    await close()
  })

  test('the organiser opens the public page, and it is accessible to everybody', async () => {
    const { page, close } = await browser.openAs('organiser', `${start}/reports`, { width: desktop })
    await page.getByRole('radio', { name: 'Åpen liste' }).check()
    await page.getByLabel('Åpnes (norsk tid)').fill('2026-01-05T09:00')
    await page.getByRole('button', { name: 'Lagre' }).click()
    const link = page.getByRole('link', { name: 'Åpne den offentlige siden' })
    const address = await link.getAttribute('href')
    for (const width of [phone, desktop]) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(browser.server.url + address)
      await settled(page)
      expect(await page.locator('h1').textContent()).toBe('Vinnerne i Utgaven 5')
      await expectAccessible(page, `public page ${width}`)
      await expectNoSidewaysScroll(page, `public page ${width}`)
    }
    await close()
  })
})
