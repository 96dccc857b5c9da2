/** The demo world as a newcomer meets it: in by one click as each role, and through every page that shows it. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemoWorld } from '../../src/demo/index.ts'
import { demoTruth } from '../../src/demo/understand/truth.ts'
import {
  changeScheme,
  desktop,
  expectAccessible,
  expectNoSidewaysScroll,
  hasBrowser,
  type Opened,
  phone,
  startTestBrowser,
  type TestBrowser,
  takePicture,
} from '../support/browser.ts'
import { settled } from '../support/quiet-page.ts'

let browser: TestBrowser
const now = new Date()

beforeAll(async () => {
  if (!hasBrowser) return
  browser = await startTestBrowser()
  await seedDemoWorld({ db: browser.server.db, auth: browser.server.app.auth, now })
})
afterAll(() => browser?.close())

async function enter(card: string, width: number = desktop): Promise<Opened> {
  const opened = await browser.openAs(null, '/sign-in', { width })
  await opened.page.getByRole('button', { name: new RegExp(`^${card}`) }).click()
  await opened.page.waitForURL((url) => url.pathname === '/')
  return opened
}

describe.skipIf(!hasBrowser)('the demo world', () => {
  let editions: Readonly<Record<string, string>>

  beforeAll(async () => {
    const rows = await browser.server.db.selectFrom('edition').select(['edition_id', 'state']).execute()
    editions = Object.fromEntries(rows.map((row) => [row.state, row.edition_id]))
  })

  /** Signs in by the role's card, then walks the paths; every page stands and fits. */
  async function walk(card: string, paths: readonly string[], width?: number): Promise<void> {
    const { page, errors, close } = await enter(card, width)
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
    const { page, close } = await enter('Arrangør')
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
    const { page, close } = await enter('Arrangør')
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

/** Improvements, suggestions and the watch over the demo's log, as its people meet them. */
describe.skipIf(!hasBrowser)('improvements and the watch', () => {
  async function goTo(page: Page, path: string): Promise<void> {
    await page.goto(browser.server.url + path)
    await settled(page)
  }

  async function look(page: Page, name: string): Promise<void> {
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await takePicture(page, name)
  }

  it('says that the real fix works and that the other cannot be told from noise', async () => {
    const { page, errors, close } = await enter('Kundeserviceleder')
    await goTo(page, '/understand/improvements')
    await page.getByRole('heading', { level: 1, name: 'Ett tiltak virker, av 2 som er målt' }).waitFor()
    await look(page, 'improvements')
    await page.getByRole('link', { name: /Én faktura for strøm/ }).click()
    await page
      .getByRole('heading', { level: 1, name: /^Én faktura.*: henvendelsene har gått ned \d+\s%$/ })
      .waitFor()
    await settled(page)
    await look(page, 'improvement')
    await changeScheme(page, 'dark')
    await expectAccessible(page, 'dark', 'contrast')
    await takePicture(page, 'improvement-dark')
    await changeScheme(page, 'light')
    await page.getByRole('button', { name: 'Tabell', exact: true }).click()
    await page.getByRole('cell', { name: /\d/ }).first().waitFor()
    await goTo(page, '/understand/improvements')
    await page.getByRole('link', { name: /Ny innloggingsside/ }).click()
    await page.getByRole('heading', { level: 1, name: /kan ikke skilles fra støy/ }).waitFor()
    await settled(page)
    await takePicture(page, 'improvement-noise')
    expect(errors).toEqual([])
    await close()
  })

  it('finds the new question and tells of it', async () => {
    const { page, errors, close } = await enter('Kundeserviceleder')
    await goTo(page, '/understand/watch')
    await page.getByRole('button', { name: 'Se nå' }).click()
    await page
      .getByRole('heading', { level: 3, name: new RegExp(demoTruth(now).newQuestion.name.slice(0, 12)) })
      .first()
      .waitFor()
    await settled(page)
    await look(page, 'watch')
    await page.getByRole('button', { name: 'Sett', exact: true }).first().click()
    await page.getByRole('article').first().getByRole('button', { name: 'Åpne igjen' }).waitFor()
    await goTo(page, '/understand/watch/alerts')
    await page.getByRole('button', { name: 'Send en prøve' }).click()
    await page
      .getByText(/Prøven er sendt/)
      .first()
      .waitFor()
    await settled(page)
    await look(page, 'alerts')
    await goTo(page, '/')
    await takePicture(page, 'home-manager')
    expect(errors).toEqual([])
    await close()
  })

  it('takes a suggestion from an agent on a phone, and wants an answer before it is closed', async () => {
    const agent = await enter('Kundebehandler', phone)
    await goTo(agent.page, '/understand/suggestions')
    await agent.page.getByLabel('Hva bør endres?').fill('Vis beløpet i kroner på chatten.')
    await agent.page.getByRole('button', { name: 'Send', exact: true }).click()
    await agent.page.getByText('Forslaget er sendt. Du får svar her.').waitFor()
    await settled(agent.page)
    await look(agent.page, 'suggestions-390')
    await agent.close()
    const { page, errors, close } = await enter('Kundeserviceleder')
    await goTo(page, '/understand/suggestions?state=waiting')
    const item = page.getByRole('article').filter({ hasText: 'Vis beløpet i kroner' })
    expect(await item.getByRole('button', { name: 'Avslutt' }).count()).toBe(0)
    await item.getByRole('button', { name: 'Svar …' }).click()
    await item.getByLabel('Svar til avsenderen').fill('Det gjør vi fra mandag.')
    await page.reload()
    expect(await item.getByLabel('Svar til avsenderen').inputValue()).toBe('Det gjør vi fra mandag.')
    expect(await page.getByLabel('Svar til avsenderen').count()).toBe(1)
    await look(page, 'suggestions')
    await item.getByRole('button', { name: 'Svar', exact: true }).click()
    await item.waitFor({ state: 'detached' })
    expect(errors).toEqual([])
    await close()
  })

  it('fits a phone', async () => {
    const { page, close } = await enter('Kundeserviceleder', phone)
    await goTo(page, '/understand/improvements')
    await look(page, 'improvements-390')
    await page.getByRole('link', { name: /Én faktura for strøm/ }).click()
    await page.getByRole('heading', { level: 1, name: /henvendelsene har gått ned/ }).waitFor()
    await settled(page)
    await look(page, 'improvement-390')
    await goTo(page, '/understand/watch')
    await look(page, 'watch-390')
    await goTo(page, '/understand/watch/alerts')
    await look(page, 'alerts-390')
    await close()
  })
})
