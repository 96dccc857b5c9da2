/** Today in the browser, on a Tuesday at ten past ten: what is missing, what is done about it, and who may see what. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { addDays, mondayOf } from '../../src/kernel/calendar.ts'
import { toInstant, toLocal } from '../../src/kernel/zone.ts'
import { minuteAt } from '../../src/plan/shifts/rules/local-days.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  hasBrowser,
  phone,
  startTestBrowser,
  type TestBrowser,
  takePicture,
} from '../support/browser.ts'
import { settled } from '../support/quiet-page.ts'
import { makeShiftsWorld, shiftOn } from '../support/shifts-world.ts'
import { makeStaffingWorld } from '../support/staffing-world.ts'
import { countDay, rememberDays } from '../support/today-world.ts'

describe.skipIf(!hasBrowser)('today', () => {
  const day = addDays(mondayOf(toLocal(new Date()).date), 8)
  let browser: TestBrowser
  let queueId: string

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: toInstant(day, '10:10') })
    browser = await startTestBrowser()
    const { server } = browser
    const world = await makeStaffingWorld(server)
    const { client } = await server.signIn('planner')
    const staffed = async (people: number, queue: { readonly name: string; readonly level: number }) => {
      const added = await world.addQueue(queue)
      const rows = world.startsOf(day).map((start) => ({ startsAt: start.toISOString(), people }))
      await client.staffing.scheduled.save({ queueId: added, rows })
      return added
    }
    queueId = await staffed(20, { name: 'Faktura', level: 100 })
    await rememberDays(server, { queueId, today: day })
    await countDay(server, { queueId, day }, [
      ['08:00', 133, 40],
      ['08:30', 133, 80],
      ['09:00', 133, 60],
      ['09:30', 133, 60],
    ])
    await staffed(30, { name: 'Chat', level: 20 })
  })
  afterAll(async () => {
    vi.useRealTimers()
    await browser?.close()
  })

  test('tells where people are missing; what is done is noted, with what it was to do, and can be taken back', async () => {
    const { page, errors, close } = await browser.openAs('planner', '/plan/today')
    await page
      .getByRole('heading', { level: 1, name: /^Faktura: 33 % over det ventede siden kl\. 08\.00; / })
      .waitFor()
    await page.getByText('Dagen har forlatt båndet: flere enn vanlig').waitFor()
    const chat = page.getByRole('link', { name: /^Chat/ })
    expect(await chat.textContent()).toContain('Ingen tall ennå')
    const proposals = page.getByRole('region', { name: 'Dette kan du gjøre' })
    const lend = proposals
      .getByRole('listitem')
      .filter({ hasText: /Lån \d+ personer fra Chat/ })
      .first()
    expect(await lend.textContent()).toMatch(/Sjanse for å bomme: \d+\s% → \d+\s%/)
    const what = (await lend.getByRole('heading').textContent())!
    await lend.getByRole('button', { name: `Noter som gjort: ${what}` }).click()
    const done = page.getByRole('region', { name: 'Gjort i dag' })
    await done.getByRole('heading', { name: what }).waitFor()
    await done.getByText(/^kl\. 10\.10 av .+ · Ventet virkning: sjanse for å bomme/).waitFor()
    await done.getByText('Ikke talt ennå').waitFor()
    await done.getByRole('button', { name: `Fjern fra loggen: ${what}` }).click()
    await done.getByText(/^Ingenting er notert/).waitFor()
    const { client } = await browser.server.signIn('planner')
    expect((await client.today.plan({ queueId })).done).toEqual([])
    expect(errors).toEqual([])
    await close()
  })

  test('what nobody knows of customers is for the planner to say, and is kept in the address', async () => {
    const { page, errors, close } = await browser.openAs('planner', `/plan/today?queue=${queueId}`)
    const first = page
      .getByRole('listitem')
      .filter({ hasText: /Tilby å ringe tilbake/ })
      .first()
    await first.getByText(/Antar at 30\s% velger det/).waitFor()
    await page.getByLabel('Andel som velger å bli ringt').selectOption('50')
    await page.waitForURL((url) => url.searchParams.get('callback') === '50')
    await first.getByText(/Antar at 50\s% velger det/).waitFor()
    expect(errors).toEqual([])
    await close()
  })

  test('something else is noted too, and hours the wrong way round are refused where they stand', async () => {
    const { page, errors, close } = await browser.openAs('planner', `/plan/today?queue=${queueId}`)
    await page.getByRole('button', { name: 'Noter noe annet' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Hva gjorde dere?').fill('Ringte leverandøren')
    await dialog.getByLabel('Fra').fill('09:30')
    await dialog.getByLabel('Til').fill('09:00')
    await dialog.getByText('Slutten må være etter starten.').waitFor()
    await dialog.getByRole('button', { name: 'Noter' }).click()
    await dialog.getByLabel('Fra').fill('08:30')
    await dialog.getByLabel('Til').fill('09:30')
    await dialog.getByRole('button', { name: 'Noter' }).click()
    const done = page.getByRole('region', { name: 'Gjort i dag' })
    await done.getByText('Ringte leverandøren').waitFor()
    await done.getByText('Det kom 266; 140–260 var ventet i morges, ventetid 1:10').waitFor()
    await page.setViewportSize({ width: phone, height: 844 })
    await settled(page)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    expect(errors).toEqual([])
    await close()
  })

  test('an agent sees where help is needed, and nothing to decide', async () => {
    const { page, errors, close } = await browser.openAs('agent', '/plan/today', { width: phone })
    await page.getByRole('heading', { level: 1, name: /^Faktura trenger folk: kl\. / }).waitFor()
    await page.getByText('Du har ingen vakt i dag.').waitFor()
    const where = page.getByRole('region', { name: 'Her trengs du mest' })
    expect(await where.textContent()).toMatch(/Faktura, kl\. /)
    expect(await page.getByRole('button', { name: /^Noter som gjort/ }).count()).toBe(0)
    await expectNoSidewaysScroll(page)
    expect(errors).toEqual([])
    await close()
  })
})

describe.skipIf(!hasBrowser)('today with a plan of shifts', () => {
  const day = addDays(mondayOf(toLocal(new Date()).date), 8)
  let browser: TestBrowser

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: toInstant(day, '08:05') })
    browser = await startTestBrowser()
    const { sara, ola, kari, put, publish } = await makeShiftsWorld(browser.server)
    await put(
      [sara, ola, kari].map((agentId) => shiftOn(day, agentId, ['08:00', '14:00'])),
      mondayOf(day),
    )
    await publish(mondayOf(day))
    const world = await makeStaffingWorld(browser.server)
    await world.addQueue({ name: 'Sentralbord', level: 8 })
  })
  afterAll(async () => {
    vi.useRealTimers()
    await browser?.close()
  })

  test('whose break goes where is told, the plan is changed by one click, and put back by another', async () => {
    const { page, errors, close } = await browser.openAs('planner', '/plan/today')
    const proposals = page.getByRole('region', { name: 'Dette kan du gjøre' })
    const move = proposals
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: /^Flytt \d pauser? ut av kl\. 11/ }) })
      .first()
    await move.getByText('Hvem og når').click()
    const lines = move.getByRole('listitem').filter({ hasText: 'pausen kl. 11.00–11.30 flyttes til' })
    const people = await lines.count()
    expect(people).toBeGreaterThan(0)
    expect(await lines.first().textContent()).toMatch(/^(?:Sara|Ola|Kari): pausen/)
    await expectAccessible(page)
    await takePicture(page, 'today-move-breaks')
    const what = (await move.getByRole('heading').textContent())!
    await move.getByRole('button', { name: `Endre vaktplanen: ${what}` }).click()
    const done = page.getByRole('region', { name: 'Gjort i dag' })
    await done.getByText(/^Vaktplanen er endret for \d person/).waitFor()
    const breaks = async () => {
      const { client } = await browser.server.signIn('planner')
      const { shifts } = await client.shifts.week.get({ weekStart: mondayOf(day) })
      return shifts.filter(({ breaks: [first] }) => first && first.from === minuteAt(day, '11:00'))
    }
    expect(await breaks()).toHaveLength(3 - people)
    await page.setViewportSize({ width: phone, height: 844 })
    await settled(page)
    await expectNoSidewaysScroll(page)
    await done.getByRole('button', { name: `Angre i vaktplanen: ${what}` }).click()
    await page.getByText('Vaktplanen er som før').waitFor()
    expect(await breaks()).toHaveLength(3)
    expect(errors).toEqual([])
    await close()
  })
})
