/** The demo world as a newcomer meets it: in by one click as each role, and through every page that shows it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemoWorld } from '../../src/demo/index.ts'
import { hasBrowser, phone, startTestBrowser, type TestBrowser } from '../support/browser.ts'
import { settled } from '../support/quiet-page.ts'

describe.skipIf(!hasBrowser)('the demo world', () => {
  let browser: TestBrowser
  let editions: Readonly<Record<string, string>>

  beforeAll(async () => {
    browser = await startTestBrowser()
    const { server } = browser
    await seedDemoWorld({ db: server.db, auth: server.app.auth, now: new Date() })
    const rows = await server.db.selectFrom('edition').select(['edition_id', 'state']).execute()
    editions = Object.fromEntries(rows.map((row) => [row.state, row.edition_id]))
  })
  afterAll(() => browser?.close())

  /** Signs in by the role's card, then walks the paths; every page stands and fits. */
  async function walk(card: string, paths: readonly string[], width?: number): Promise<void> {
    const { page, errors, close } = await browser.openAs(null, '/sign-in', width ? { width } : {})
    await page.getByRole('button', { name: new RegExp(`^${card}`) }).click()
    await page.waitForURL((url) => url.pathname === '/')
    for (const path of ['/', ...paths]) {
      await page.goto(browser.server.url + path)
      await settled(page)
      expect(await page.getByText('Fiktive demodata').count(), `${path} says that it is fictional`).toBe(1)
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
      expect(sideways, `${path} at ${width ?? 'full'} scrolls sideways`).toBe(false)
    }
    expect(errors).toEqual([])
    await close()
  }

  it('lets the organiser through the four editions', async () => {
    const parts = (state: string, names: readonly string[]) =>
      names.map((name) => `/measure/editions/${editions[state]}${name}`)
    await walk('Arrangør', [
      '/measure/editions',
      ...parts('preparing', ['', '/method', '/participants']),
      ...parts('fieldwork', ['', '/plan', '/plan/contacts', '/fieldwork', '/review', '/observers']),
      ...parts('review', ['', '/appeals', '/review']),
      ...parts('published', ['/results', '/results/submissions']),
    ])
  })

  it('has two appeals that wait for the organiser, one of them coded again', async () => {
    const { page, close } = await browser.openAs(null, '/sign-in')
    await page.getByRole('button', { name: /^Arrangør/ }).click()
    await page.waitForURL((url) => url.pathname === '/')
    await page.goto(`${browser.server.url}/measure/editions/${editions.review}/appeals`)
    await page.getByRole('heading', { level: 1, name: '2 klager venter på deg' }).waitFor()
    expect(await page.getByText('Be om ny koding').count()).toBe(1)
    await page
      .getByRole('row', { name: /Avgjør/ })
      .getByRole('link')
      .first()
      .click()
    await page.getByRole('button', { name: 'Bruk svarene fra den nye kodingen' }).waitFor()
    await page.getByRole('button', { name: 'Avgjør klagen' }).waitFor()
    await close()
  })

  it('says on a phone what a plan still needs', () =>
    walk('Arrangør', [`/measure/editions/${editions.preparing}/plan`], phone))

  it('prints results and plan without menus, buttons and search fields', async () => {
    const { page, close } = await browser.openAs(null, '/sign-in')
    await page.getByRole('button', { name: /^Arrangør/ }).click()
    await page.waitForURL((url) => url.pathname === '/')
    await page.emulateMedia({ media: 'print' })
    for (const path of [`${editions.published}/results`, `${editions.fieldwork}/plan`]) {
      await page.goto(`${browser.server.url}/measure/editions/${path}`)
      await settled(page)
      expect(await page.locator('.lp-no-print').count()).toBeGreaterThan(3)
      expect(await page.locator('.lp-no-print:visible').allTextContents()).toEqual([])
    }
    await close()
  })

  it('lets the observer see the work on a phone', async () => {
    const { contact_id: returned } = await browser.server.db
      .selectFrom('contact')
      .innerJoin('observer', 'observer.observer_id', 'contact.observer_id')
      .select('contact.contact_id')
      .where('observer.name', '=', 'Jonas Lien')
      .where('contact.state', '=', 'assigned')
      .executeTakeFirstOrThrow()
    await walk('Observatør', ['/observe', `/observe/${returned}`], phone)
  })

  it('lets the participant read its own results', async () => {
    const { participant_id: own } = await browser.server.db
      .selectFrom('participant')
      .select('participant_id')
      .where('edition_id', '=', editions.published!)
      .where('name', '=', 'Nordlys Kraft')
      .executeTakeFirstOrThrow()
    await walk('Deltaker', [
      `/measure/editions/${editions.published}/results`,
      `/measure/editions/${editions.published}/results/${own}`,
    ])
  })

  it.each(['Kundeserviceleder', 'Kundebehandler', 'Fagansvarlig', 'Bemanningsplanlegger', 'Administrator'])(
    'lets in the %s',
    (card) => walk(card, ['/understand', '/plan']),
  )
})
