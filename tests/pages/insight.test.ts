import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  hasBrowser,
  phone,
  startTestBrowser,
  type TestBrowser,
} from '../support/browser.ts'
import { makeResultsWorld, type ResultsWorld } from '../support/results-world.ts'

describe.skipIf(!hasBrowser)('insight', () => {
  let browser: TestBrowser
  let world: ResultsWorld
  beforeAll(async () => {
    browser = await startTestBrowser()
    world = await makeResultsWorld(browser.server, 3)
  })
  afterAll(() => browser?.close())

  test('the gap says where it lies, changes with what it is held against, and leads to the submissions', async () => {
    const { client } = await browser.server.signIn('organiser')
    const { participants } = await client.results.get({ editionId: world.editionId })
    const last = participants.findLast((one) => one.class === 'Reise')!
    const start = `/measure/editions/${world.editionId}/results/${last.participantId}`
    const { page, errors, close } = await browser.openAs('organiser', start)
    await page.getByRole('heading', { name: /av avstanden til den beste i klassen/ }).waitFor()
    await page.getByLabel('Sammenlign med').selectOption('class')
    await page.waitForURL(/against=class/)
    await page.getByRole('heading', { name: /avstanden til klassen|poeng over/ }).waitFor()
    await page.getByLabel('Sammenlign med').selectOption('target')
    await page.getByLabel('Ønsket resultat').selectOption('100')
    await page.getByRole('heading', { name: /avstanden til 100 poeng/ }).waitFor()
    await page
      .getByText('Besvarelsene bak hvert trinn')
      .getByRole('link', { name: /Velkomsten/ })
      .click()
    await page.getByRole('heading', { level: 1, name: /besvarelser?$/ }).waitFor()
    expect(errors).toEqual([])
    await close()
  })

  test('an edition’s insight on a phone, with the class in the address', async () => {
    const start = `/measure/editions/${world.editionId}/insight`
    const { page, errors, close } = await browser.openAs('organiser', start, { width: phone })
    await page.getByLabel('Gjelder').selectOption('Reise')
    await page.waitForURL(/class=Reise/)
    await page.getByRole('heading', { name: 'Måned for måned' }).waitFor()
    expect(await page.getByText(/For få henvendelser: \d+ av \d+ som trengs/).count()).toBeGreaterThan(0)
    await expectAccessible(page, 'insight')
    await expectNoSidewaysScroll(page, 'insight')
    expect(errors).toEqual([])
    await close()
  })
})
