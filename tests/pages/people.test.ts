/** When must we hire, and what the staffing reckons with, in the browser. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../../src/kernel/calendar.ts'
import { toLocal } from '../../src/kernel/zone.ts'
import {
  expectNoSidewaysScroll,
  hasBrowser,
  phone,
  startTestBrowser,
  type TestBrowser,
} from '../support/browser.ts'
import { type FlowWorld, makeFlowWorld } from '../support/flow-world.ts'
import { settled } from '../support/quiet-page.ts'

describe.skipIf(!hasBrowser)('people', () => {
  let browser: TestBrowser
  let queues: FlowWorld
  const today = toLocal(new Date()).date
  beforeAll(async () => {
    browser = await startTestBrowser()
    queues = await makeFlowWorld(browser.server, { days: 120 })
  })
  afterAll(() => browser?.close())

  const planner = async () => (await browser.server.signIn('planner')).client

  test('asks who is here first, and then says the last day to advertise', async () => {
    const { page, errors, close } = await browser.openAs('planner', '/plan/people')
    await page.getByRole('heading', { level: 1 }).waitFor()
    const empty = await page.getByRole('heading', { level: 1 }).textContent()
    // Scenarios of nobody are not zeros: they say who is asked for, and lead back here.
    await page.getByRole('link', { name: 'Scenarioer' }).click()
    await page.getByText('Si hvem som jobber her, så regnes det ut når dere må lyse ut').waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
    await page.getByRole('link', { name: 'Til «Når må vi ansette?»' }).click()
    await page.getByRole('button', { name: 'Hvem er her?' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Begynte' }).fill('2021-01-01')
    await dialog.getByRole('spinbutton', { name: 'Antall' }).first().fill('10')
    await dialog.getByRole('button', { name: 'Lagre' }).click()
    await dialog.waitFor({ state: 'hidden' })
    const client = await planner()
    const { months } = await client.headcount.get()
    const { month } = months[9]!
    await client.headcount.saveNeeds({ needs: [{ month, people: 12, low: 11, high: 13 }] })
    await page.reload()
    await page.getByRole('heading', { level: 1, name: /^Siste dag å lyse ut for / }).waitFor()
    expect(empty).not.toContain('Siste dag')
    const { proposals } = await client.headcount.get()
    // The table's first row is the first proposal.
    const table = page.getByRole('region', { name: 'Når og hvor mange' })
    const positions = table.getByRole('row').nth(1).getByRole('cell').first()
    expect(Number(await positions.textContent())).toBe(proposals[0]!.people)
    await page.setViewportSize({ width: phone, height: 844 })
    await settled(page)
    await expectNoSidewaysScroll(page)
    expect(errors).toEqual([])
    await close()
  })

  test('a scenario tells in its field what it lacks, and its need with an interval and round kroner', async () => {
    const { page, errors, close } = await browser.openAs('planner', '/plan/people/scenarios')
    await page.getByRole('button', { name: 'Nytt scenario' }).click()
    const dialog = page.getByRole('dialog')
    const name = dialog.getByRole('textbox', { name: 'Navn' })
    const keep = dialog.getByRole('button', { name: 'Regn ut og ta vare på' })
    await keep.click()
    expect(await name.evaluate((field: HTMLInputElement) => field.validationMessage)).not.toBe('')
    await name.fill('Flere '.repeat(20))
    await keep.click()
    await dialog.getByText('Navnet er for langt: høyst 100 tegn.').waitFor()
    await name.fill('Mer trafikk')
    await keep.click()
    await dialog.waitFor({ state: 'hidden' })
    const need = await page.getByRole('row', { name: /^Trenger, i snitt/ }).textContent()
    expect(need).toMatch(/\d,\d.*[–-].*\d,\d/)
    const total = await page.getByRole('row', { name: /^I alt/ }).textContent()
    expect(total).toMatch(/\d\s?000\skr/)
    expect(errors).toEqual([])
    await close()
  })

  test('the ledger balances as it is drawn, and a change is reckoned with until it is taken away', async () => {
    const client = await planner()
    const said = { queueId: queues.phoneId, pReturn: 0.2, pRedial: 0, shiftTo: null, pShift: 0 }
    await client.flow.save({ queues: [said], selfService: null })
    const { page, errors, close } = await browser.openAs('planner', '/plan/people/flow?period=next')
    const { expected } = await client.flow.get()
    await page.getByRole('img', { name: /^Regnskapet/ }).waitFor()
    const shown = (await page.locator('.lp-flow__sum').textContent())!.replaceAll(/\D/g, '')
    expect(Number(shown)).toBe(expected!.all.contactsIn)
    await page.getByRole('button', { name: 'Regn med en endring' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Hva endrer seg?').selectOption(queues.phoneId)
    await dialog.getByLabel('Endring i prosentpoeng').fill('-5')
    await dialog.getByText(/^Henvendelser i måneden: −/).waitFor()
    await dialog.getByLabel('Fra dag').fill(addDays(today, 3))
    await dialog.getByRole('button', { name: 'Regn med dette' }).click()
    await page.getByRole('heading', { level: 1, name: /^Tiltak og endringer tar bort/ }).waitFor()
    const name = 'Færre kommer tilbake på Telefon: 5 prosentpoeng'
    await page.getByRole('rowheader', { name }).waitFor()
    expect((await client.flow.get()).changes).toHaveLength(1)
    await page.getByRole('button', { name: `Ta bort: ${name}` }).click()
    await page.getByText('Ingen endringer er lagt inn.').waitFor()
    expect((await client.flow.get()).changes).toEqual([])
    expect(errors).toEqual([])
    await close()
  })
})
