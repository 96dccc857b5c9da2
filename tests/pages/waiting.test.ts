/** Waiting in the browser: when they give up, what they do next, and patience taken over into staffing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toEpochDay, weekdayOf } from '../../src/kernel/calendar.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  hasBrowser,
  phone,
  startTestBrowser,
  type TestBrowser,
} from '../support/browser.ts'
import { settled } from '../support/quiet-page.ts'
import { makeWaitingWorld } from '../support/waiting-world.ts'

describe.skipIf(!hasBrowser)('waiting', () => {
  let browser: TestBrowser
  let world: Awaited<ReturnType<typeof makeWaitingWorld>>
  beforeAll(async () => {
    browser = await startTestBrowser()
    world = await makeWaitingWorld(browser.server)
  })
  afterAll(() => browser?.close())

  test('states when they give up and what they do next; the topic and the records are a click away', async () => {
    const { page, errors, close } = await browser.openAs(
      'planner',
      `/plan/waiting?queue=${world.queueId}&weeks=4`,
    )
    await page
      .getByRole('heading', {
        level: 1,
        name: 'Telefon: én av 5 gir opp mandag mellom 08.00 og 10.00, og de fleste tar kontakt igjen',
      })
      .waitFor()
    await page.getByRole('heading', { name: '75 % tar kontakt igjen innen 7 dager' }).waitFor()
    await page
      .getByRole('heading', { name: '«Hva er dette på fakturaen?» er det flest gir opp om' })
      .waitFor()
    const row = page.getByRole('row', { name: /^mandag/ })
    expect(await row.getByRole('cell').first().textContent()).toBe('20')
    await page.getByLabel('Vis i ruta').selectOption('mean')
    await page.waitForURL((url) => url.searchParams.get('show') === 'mean')
    expect(await row.getByRole('cell').first().textContent()).toBe('90')
    await row.getByRole('cell').first().getByRole('link').click()
    await page.waitForURL(
      (url) => url.pathname === '/plan/staffing' && url.searchParams.get('time') === '08:00',
    )
    const staffed = new URL(page.url()).searchParams
    expect(weekdayOf(toEpochDay(staffed.get('day')!))).toBe(1)
    expect(staffed.get('queue')).toBe(world.queueId)
    await page.goBack()
    await page.getByRole('link', { name: 'Se dem som ga opp' }).click()
    await page.getByRole('heading', { level: 1, name: /121/ }).waitFor()
    expect(new URL(page.url()).searchParams.get('outcome')).toBe('abandoned')
    expect(errors).toEqual([])
    await close()
  })

  test('patience is taken over into staffing, with what it does told first', async () => {
    const { page, errors, close } = await browser.openAs(
      'planner',
      `/plan/waiting?queue=${world.queueId}&weeks=4`,
    )
    // 121 × 40 s and 480 × 20 s ÷ 121.
    await page.getByText('Ett tall: 2,0 min i snitt', { exact: false }).waitFor()
    await page.getByText(/^Med 2,0 min /).waitFor()
    await page.getByRole('button', { name: 'Bruk 2,0 min i bemanningen' }).click()
    await page.getByText('Bemanningen bruker dette anslaget.').waitFor()
    const { client } = await browser.server.signIn('planner')
    const { items } = await client.staffing.rules.list({ queueId: world.queueId })
    expect(items[0]).toMatchObject({ validFrom: world.today, settings: { patience: 119 } })
    await page.setViewportSize({ width: phone, height: 844 })
    await settled(page)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    expect(errors).toEqual([])
    await close()
  })

  test('callbacks are a what-if with three plans', async () => {
    const { page, errors, close } = await browser.openAs('planner', `/plan/waiting?queue=${world.queueId}`)
    await page.getByRole('button', { name: 'Prøv det' }).click()
    await page.getByRole('heading', { level: 1, name: 'Bli ringt opp, Telefon' }).waitFor()
    const whatIfId = new URL(page.url()).pathname.split('/').at(-1)!
    const { client } = await browser.server.signIn('planner')
    const { plans } = await client.simulation.get({ whatIfId })
    expect(plans.map(({ callback, people }) => [callback, people])).toEqual([
      [null, {}],
      [{ afterSeconds: 20, accept: 0.4 }, {}],
      [{ afterSeconds: 20, accept: 0.4 }, { [world.queueId]: -1 }],
    ])
    expect(errors).toEqual([])
    await close()
  })
})
