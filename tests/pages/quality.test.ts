import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { hasBrowser, phone, startTestBrowser, type TestBrowser } from '../support/browser.ts'
import { makeResultsWorld, type ResultsWorld, readsFor } from '../support/results-world.ts'

describe.skipIf(!hasBrowser)('how sure it is, and how good the data are', () => {
  let browser: TestBrowser
  let world: ResultsWorld
  let start: string
  beforeAll(async () => {
    browser = await startTestBrowser()
    world = await makeResultsWorld(browser.server, 11)
    start = `/measure/editions/${world.editionId}`
    const { organisationId } = browser.server.organisations[0]
    const { pool } = browser.server.database
    for (const [at, name] of ['Anne Li', 'Berit Moe', 'Cato Nes'].entries()) {
      const observerId = newId()
      await pool.query(
        `insert into observer (organisation_id, observer_id, name, contacts_per_week, created_at) values ($1, $2, $3, 5, now())`,
        [organisationId, observerId, name],
      )
      await pool.query(
        `update contact set observer_id = $1 where organisation_id = $2 and edition_id = $3 and number % 3 = $4`,
        [observerId, organisationId, world.editionId, at],
      )
    }
  })
  afterAll(() => browser?.close())

  test('the results page says who can be best and what one contact less would change', async () => {
    const { page, errors, close } = await browser.openAs('organiser', `${start}/results?class=Reise`)
    await page
      .getByRole('heading', { name: /kan være best/ })
      .last()
      .waitFor()
    const text = (await page.locator('main').textContent())!
    expect(text).toMatch(/Vinneren hadde vært (en annen|den samme)/)
    expect(text).toMatch(/Jevne plasser: /)
    expect(text).toContain('Like resultater deler plassen.')
    await page.getByRole('link', { name: 'Hva 25 henvendelser kan fortelle' }).click()
    await page
      .getByRole('heading', { level: 1, name: /7 henvendelser gir et resultat på pluss\/minus/ })
      .waitFor()
    expect(errors).toEqual([])
    await close()
  })

  test('the quality page finds its observers and says what to do', async () => {
    const { page, errors, close } = await browser.openAs('organiser', `${start}/quality`, { language: 'nn' })
    await page.getByText('Berit Moe').first().waitFor()
    expect(await page.locator('h1').textContent()).toMatch(/observatør.* skil/)
    expect(await page.getByText('Kva bør du gjere?').count()).toBeGreaterThan(3)
    expect(errors).toEqual([])
    await close()
  })

  test('a participant reads what the contacts can tell, on a phone, and no other’s name', async () => {
    const { server } = browser
    const person = await server.signIn('participant')
    await readsFor(server, world, person.personId, { name: 'Fjordlinja' })
    const organiser = await server.signIn('organiser')
    await organiser.client.results.publish({ editionId: world.editionId, published: true })
    const { page, errors, close } = await browser.openAs('participant', `${start}/results`, { width: phone })
    await page.getByRole('heading', { name: /deltakere? kan være best/ }).waitFor()
    const text = (await page.locator('main').textContent())!
    for (const other of ['Havblikk', 'Kystbuss', 'Tindheim', 'Vidde']) expect(text).not.toContain(other)
    expect(errors).toEqual([])
    await close()
  })
})
