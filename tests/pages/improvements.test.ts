/** Improvements, suggestions and the watch over the demo's log, as its people meet them. */
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

describe.skipIf(!hasBrowser)('improvements and the watch', () => {
  let browser: TestBrowser
  const now = new Date()

  beforeAll(async () => {
    browser = await startTestBrowser()
    const { server } = browser
    await seedDemoWorld({ db: server.db, auth: server.app.auth, now })
  })
  afterAll(() => browser?.close())

  async function enter(card: string, width: number = desktop): Promise<Opened> {
    const opened = await browser.openAs(null, '/sign-in', { width })
    await opened.page.getByRole('button', { name: new RegExp(`^${card}`) }).click()
    await opened.page.waitForURL((url) => url.pathname === '/')
    return opened
  }

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
    await page.getByRole('heading', { level: 1, name: 'Ett tiltak virker, av 3 som er målt' }).waitFor()
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
    await item.getByLabel('Svar til avsenderen').fill('Det gjør vi fra mandag.')
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
