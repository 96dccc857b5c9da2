import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  hasBrowser,
  phone,
  startTestBrowser,
  type TestBrowser,
  takePicture,
} from '../support/browser.ts'
import { makeResultsWorld, type ResultsWorld, readsFor } from '../support/results-world.ts'

describe.skipIf(!hasBrowser)('practice and trend', () => {
  let browser: TestBrowser
  let world: ResultsWorld
  let start: string
  beforeAll(async () => {
    browser = await startTestBrowser()
    world = await makeResultsWorld(browser.server, 3)
    start = `/measure/editions/${world.editionId}/practice/${world.participants.get('Fjordlinja')}`
    const { client } = await browser.server.signIn('organiser')
    await client.results.publish({ editionId: world.editionId, published: true })
    const { personId } = await browser.server.person('participant')
    await readsFor(browser.server, world, personId, { name: 'Fjordlinja' })
  })
  afterAll(() => browser?.close())

  test('a participant sets a target, writes a standard and plans training, and a name is refused with why', async () => {
    const { page, errors, close } = await browser.openAs('participant', start)
    await page.getByRole('button', { name: 'Sett et mål' }).click()
    await page.getByLabel('Nivå, 0–100').fill('2')
    await page.getByRole('button', { name: 'Lagre' }).click()
    await page.getByRole('heading', { level: 1, name: 'Fjordlinja har nådd 1 av 1 mål' }).waitFor()
    await page.getByRole('link', { name: 'Standarder', exact: true }).click()
    await page.getByRole('button', { name: /^Skriv standard: I hvilken grad passet/ }).click()
    await page.getByRole('button', { name: 'Start med ordene fra metoden' }).click()
    expect(await page.getByLabel('Slik er det når det er godt').inputValue()).toContain(
      'I hvilken grad passet',
    )
    await page.getByLabel('Dette gjør vi', { exact: true }).fill('Si hva som skjer nå\nSi når')
    await page.getByRole('button', { name: 'Lagre' }).click()
    await page.getByRole('heading', { level: 1, name: 'Fjordlinja har skrevet én standard' }).waitFor()
    await page.getByRole('link', { name: 'Trening', exact: true }).click()
    await page.getByRole('button', { name: 'Nytt treningsopplegg' }).click()
    await page.getByLabel('Navn', { exact: true }).fill('Følg opp Kari Nordmann')
    await page.getByLabel(/I hvilken grad passet/).check()
    await page.getByLabel('Starter').fill('2026-01-20')
    await page.getByLabel('Rollen som har ansvaret').fill('teamleder')
    await page.getByRole('button', { name: 'Lagre' }).click()
    await page.getByText('«Kari Nordmann» ser ut som et navn').waitFor()
    await page.getByLabel('Navn', { exact: true }).fill('Følg opp løsningen')
    await page.getByRole('button', { name: 'Lagre' }).click()
    await page.getByText('For tidlig å si (n = 0 etter').waitFor()
    expect(errors.filter((text) => !text.includes('422'))).toEqual([])
    await close()
  })

  test('every part is accessible and fits a phone', async () => {
    const { page, errors, close } = await browser.openAs('participant', start, { width: phone })
    const parts = [
      ['', /^Fjordlinja har nådd/],
      ['?part=standards', /^Fjordlinja har skrevet/],
      ['?part=training', /^Fjordlinja: 0 av 1/],
      ['?part=material', /perfekt/],
      ['/sheet', 'Slik møter vi kundene våre'],
    ] as const
    for (const [path, title] of parts) {
      await page.goto(browser.server.url + start + path)
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      await page.locator('.lp-loading').first().waitFor({ state: 'detached' })
      await expectAccessible(page, `practice ${path}`)
      await expectNoSidewaysScroll(page, `practice ${path}`)
      await takePicture(page, `practice-${path.replace(/\W/g, '')}`)
    }
    expect(errors).toEqual([])
    await close()
  })

  test('the organiser imports earlier figures, and the line breaks until they are said to be comparable', async () => {
    const { page, errors, close } = await browser.openAs(
      'organiser',
      '/measure/trend?kind=participant&name=Fjordlinja',
    )
    await page.getByRole('button', { name: 'Hent inn tall' }).click()
    const csv =
      'Utgave;År;Klasse;Deltaker;Tall;Verdi;n;Nedre;Øvre\n2025;2025;Reise;Fjordlinja;Totalresultat;61,5;25;53;70\n'
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'før.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await page.getByRole('button', { name: 'Hent inn linjen' }).click()
    await page.getByRole('heading', { level: 1, name: /kan ikke sammenlignes/ }).waitFor()
    expect(await page.locator('.lp-trend__break').count()).toBe(1)
    expect(await page.locator('.lp-trend__line').count()).toBe(0)
    await page.getByLabel('Fra og med år').fill('2026')
    await page.getByLabel('Hva gjelder').selectOption('comparable')
    await page.getByLabel('Forklaring').fill('Samme skjema')
    await page.getByRole('button', { name: 'Lagre' }).click()
    await page.locator('.lp-trend__line').waitFor()
    expect(await page.locator('.lp-trend__break').count()).toBe(0)
    await expectAccessible(page, 'trend')
    expect(errors).toEqual([])
    await close()
  })
})
