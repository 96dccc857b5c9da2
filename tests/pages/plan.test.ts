/** Plan in the browser: will we answer next week, and what happens if …? */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../../src/kernel/calendar.ts'
import { workOnSimulations } from '../../src/plan/simulation/index.ts'
import { createLog } from '../../src/platform/log/index.ts'
import {
  expectNoSidewaysScroll,
  hasBrowser,
  phone,
  startTestBrowser,
  type TestBrowser,
} from '../support/browser.ts'
import { settled } from '../support/quiet-page.ts'
import { makeStaffingWorld, type StaffingWorld } from '../support/staffing-world.ts'

describe.skipIf(!hasBrowser)('plan', () => {
  let browser: TestBrowser
  let world: StaffingWorld
  let queueId: string
  beforeAll(async () => {
    browser = await startTestBrowser()
    const { jobs, db } = browser.server
    await workOnSimulations(jobs, { db, log: createLog('error') })
    world = await makeStaffingWorld(browser.server)
    queueId = await world.addQueue({ name: 'Telefon', level: 40 })
    await world.addQueue({ name: 'Uten prognose', level: 10, forecast: false })
  })
  afterAll(() => browser?.close())

  test('says that nobody is set up, and how many are needed, until somebody is', async () => {
    const { page, errors, close } = await browser.openAs('planner', `/plan?queue=${queueId}`)
    await page.getByRole('heading', { level: 1, name: 'Telefon: ingen er satt opp denne uka' }).waitFor()
    const { client } = await browser.server.signIn('planner')
    const { cells } = await client.staffing.week({ queueId })
    await page.getByRole('heading', { name: 'Så mange trengs' }).waitFor()
    const monday = page.getByRole('row', { name: /^man / })
    const first = cells[0]!.needed
    expect(Number(await monday.getByRole('cell').first().textContent())).toBe(first)
    expect(errors).toEqual([])
    await close()
  })

  test('names the worst stretch, why, and what helps; the address keeps queue and week', async () => {
    const { client } = await browser.server.signIn('planner')
    const { cells } = await client.staffing.week({ queueId })
    const tuesday = addDays(world.monday, 1)
    const rows = cells.map(({ startsAt, date, time, needed }) => ({
      startsAt,
      people:
        date === tuesday && time >= '10:00' && time < '11:00'
          ? needed - 5
          : needed + (time === '12:00' ? 2 : 0),
    }))
    await client.staffing.scheduled.save({ queueId, rows })
    const { page, errors, close } = await browser.openAs('planner', '/plan')
    await page
      .getByRole('heading', {
        level: 1,
        name: 'Telefon: tirsdag mellom 10.00 og 11.00 mangler det 5 personer',
      })
      .waitFor()
    await page.getByText('Flytt pausen til 2 personer').waitFor()
    const risk = await page.getByRole('row', { name: /^tir / }).getByRole('cell').nth(4).textContent()
    expect(Number(risk)).toBeGreaterThan(90)
    await page.getByRole('link', { name: /^Uten prognose/ }).click()
    await page.getByText('Prognosen lages nå', { exact: false }).first().waitFor()
    expect(new URL(page.url()).searchParams.get('queue')).not.toBeNull()
    await page.getByRole('link', { name: /^Telefon/ }).click()
    await page.getByRole('link', { name: 'Uka etter' }).click()
    await page.waitForURL((url) => url.searchParams.get('from') === addDays(world.monday, 7))
    await page.getByRole('heading', { level: 1, name: /^Telefon/ }).waitFor()
    await page.goto(`${browser.server.url}/plan?queue=${queueId}&from=2099-01-05`)
    await page.getByRole('heading', { level: 1, name: 'Telefon: ingenting er ventet denne uka' }).waitFor()
    await page.setViewportSize({ width: phone, height: 844 })
    await page.goto(`${browser.server.url}/plan?queue=nonsense&from=2027-13-99`)
    await page.getByRole('heading', { level: 1, name: /mangler det 5 personer/ }).waitFor()
    await settled(page)
    await expectNoSidewaysScroll(page)
    expect(errors).toEqual([])
    await close()
  })

  test('has nothing for those who plan nothing', async () => {
    const { page, errors, close } = await browser.openAs('observer', '/plan')
    await page.getByText('Du har ikke noe å gjøre her').waitFor()
    expect(errors).toEqual([])
    await close()
  })

  test('compares a plan with one that has a person more', async () => {
    const { page, errors, close } = await browser.openAs('planner', '/plan/what-if')
    await page.getByRole('textbox', { name: 'Navn' }).fill('Én til')
    await page.getByRole('button', { name: 'Lag den' }).click()
    await page.getByRole('button', { name: 'Regn ut' }).click()
    await page.getByRole('heading', { level: 1, name: /^B svarer .* flere i tide på Telefon/ }).waitFor()
    await page.getByRole('heading', { name: 'Planene side om side' }).waitFor()
    expect(errors).toEqual([])
    await close()
  })

  test('staffing: each interval tells why, and a target is tried before it holds', async () => {
    const { page, errors, close } = await browser.openAs('planner', `/plan/staffing?queue=${queueId}`)
    const { client } = await browser.server.signIn('planner')
    const { cells } = await client.staffing.week({ queueId })
    const [first] = cells
    await page
      .getByRole('link', { name: String(first!.needed) })
      .first()
      .click()
    await page.getByRole('heading', { name: /^Hvorfor \d+ person/ }).waitFor()
    await page.getByText(/samtaler på 30 minutter/).waitFor()
    await page.getByRole('link', { name: 'Endre målet' }).click()
    await page.getByRole('heading', { name: 'Hva uka krever' }).waitFor()
    await page.getByText('Ingen endring i timer.').waitFor()
    await page.getByLabel('Opptatt, høyst').fill('50')
    await page.getByText(/\+[\d\s]+ timer i uka/).waitFor()
    await page.getByText(/taket på hvor opptatt folk er \(100/).waitFor()
    await page.getByRole('button', { name: 'Lagre' }).click()
    await page.getByRole('heading', { level: 1, name: /høyst 50 % av tida opptatt/ }).waitFor()
    expect(errors).toEqual([])
    await close()
  })

  test('the calculator answers at once and keeps its question in the address', async () => {
    const address = '/plan/staffing/calculator?patience=300'
    const { page, errors, close } = await browser.openAs('planner', address, { width: phone })
    await page.getByRole('heading', { level: 1, name: /^13 personer trengs/ }).waitFor()
    await page.getByLabel('Tålmodighet').fill('')
    await page.getByRole('heading', { level: 1, name: /^14 personer trengs/ }).waitFor()
    expect(new URL(page.url()).search).toBe('?patience=-')
    await expectNoSidewaysScroll(page)
    expect(errors).toEqual([])
    await close()
  })
})
