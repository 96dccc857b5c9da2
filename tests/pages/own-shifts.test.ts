/** The people side of shifts in the browser: own shifts, requests, the register, and plan against actual. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, mondayOf } from '../../src/kernel/calendar.ts'
import { minuteAt } from '../../src/plan/shifts/rules/local-days.ts'
import {
  expectNoSidewaysScroll,
  hasBrowser,
  phone,
  startTestBrowser,
  type TestBrowser,
} from '../support/browser.ts'
import { settled } from '../support/quiet-page.ts'
import { makeShiftsWorld, type ShiftsWorld, shiftOn } from '../support/shifts-world.ts'
import { makeStaffingWorld } from '../support/staffing-world.ts'

describe.skipIf(!hasBrowser)('the people side of shifts', () => {
  let browser: TestBrowser
  let world: ShiftsWorld
  beforeAll(async () => {
    browser = await startTestBrowser()
    world = await makeShiftsWorld(browser.server)
  })
  afterAll(() => browser?.close())

  test('an agent sees the next shift and what was changed, offers it, asks for leave, and gets a secret address', async () => {
    const { weekStart, sara } = world
    const shift = shiftOn(weekStart, sara)
    await world.put([shift, shiftOn(addDays(weekStart, 1), sara)])
    await world.publish()
    await world.put([{ ...shift, to: shift.to + 60 }])
    await world.publish()
    const { page, errors, close } = await browser.openAs('agent', '/plan/own', { width: phone })
    await page
      .getByRole('heading', { level: 1, name: /^Neste vakt: mandag .* kl\. 08\.00–17\.00$/ })
      .waitFor()
    await page.getByText(/^Endret /).waitFor()
    await page.getByText('var 08.00–16.00').waitFor()
    await page.getByRole('button', { name: 'Bytt bort', exact: true }).first().click()
    await page.getByRole('radio', { name: 'Ola tar vakten' }).check()
    await page.getByRole('button', { name: 'Spør', exact: true }).click()
    await page.getByText('Venter på svar fra Ola').waitFor()
    await page.getByRole('button', { name: 'Søk fri' }).first().click()
    await page.getByRole('textbox', { name: 'Fra og med' }).fill(addDays(weekStart, 1))
    const last = page.getByRole('textbox', { name: 'Til og med' })
    await last.fill(weekStart)
    await page.getByText('Slutten må være etter starten').waitFor()
    await page.getByRole('button', { name: 'Send søknaden' }).click()
    expect(await page.getByText('Venter på svar', { exact: true }).count()).toBe(0)
    await last.fill(addDays(weekStart, 1))
    await page.getByRole('button', { name: 'Send søknaden' }).click()
    await page.getByText('Venter på svar', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Lag en hemmelig adresse' }).click()
    const address = page.getByRole('textbox', { name: 'Den hemmelige adressen din' })
    expect(await address.inputValue()).toContain('/api/public/shift-calendar/')
    await page.getByRole('link', { name: 'Måned', exact: true }).click()
    await page.getByRole('table', { name: /^Vaktene i / }).waitFor()
    await settled(page)
    await expectNoSidewaysScroll(page)
    expect(errors).toEqual([])
    await close()
  })

  test('the planner is told who else is away and which shifts it is about, and answers by keys with a word', async () => {
    const { page, errors, close } = await browser.openAs('planner', '/')
    await page.getByRole('link', { name: /forespørsel om fravær eller bytte venter/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Én forespørsel venter på svar' }).waitFor()
    await page.getByRole('heading', { name: /^Sara søker permisjon: tirsdag / }).waitFor()
    await page.getByText(/^Det gjelder én vakt: tirsdag .* kl\. 08\.00–16\.00\.$/).waitFor()
    await page.keyboard.press('w')
    await page.keyboard.type('God tur')
    await page.getByRole('heading', { name: 'Hva et ja fører til' }).click()
    await page.keyboard.press('a')
    await page.getByRole('heading', { level: 1, name: 'Ingen forespørsler venter på svar' }).waitFor()
    const { client } = await browser.server.signIn('agent')
    const [absence] = (await client.shifts.own.get({})).absences
    expect(absence).toMatchObject({ state: 'approved', answer: 'God tur' })
    const { shifts } = await world.client.shifts.week.get({ weekStart: world.weekStart })
    expect(shifts.filter(({ agentId }) => agentId === null)).toHaveLength(1)
    expect(errors).toEqual([])
    await close()
  })

  test('half a position is half the hours, and a file is refused by line', async () => {
    const { page, errors, close } = await browser.openAs('planner', '/plan/shifts/people')
    await page
      .getByRole('heading', { level: 1, name: /^3 personer kan settes opp, med 113 avtalte/ })
      .waitFor()
    await page.getByRole('link', { name: 'Ny person' }).click()
    await page.getByRole('textbox', { name: 'Navn', exact: true }).fill('Anne')
    await page.getByRole('textbox', { name: 'Stillingsprosent' }).fill('50')
    expect(await page.getByRole('textbox', { name: 'Avtalte timer i uka' }).inputValue()).toBe('18,75')
    await page.getByRole('checkbox', { name: 'telefon' }).check()
    await page.getByRole('checkbox', { name: /når som helst/ }).uncheck()
    await page.getByRole('button', { name: 'Legg til tid' }).click()
    await page.getByRole('button', { name: 'Legg til personen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Anne: 50 % stilling, 18,75 timer i uka' }).waitFor()
    const { items } = await world.client.shifts.agents.list({})
    expect(items.find(({ name }) => name === 'Anne')).toMatchObject({
      contract: { weeklyHours: 18.75 },
      skills: ['telefon'],
      available: { 1: [{ from: '08:00', to: '16:00' }] },
    })
    await page.getByRole('link', { name: 'Folk og kontrakter' }).first().click()
    await page.getByRole('button', { name: 'Hent fra fil' }).click()
    const buffer = Buffer.from('ingen\0tabell')
    await page.locator('input[type=file]').setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer })
    await page.getByText('Filen er ikke en tabell.').waitFor()
    await page.locator('input[type=file]').setInputFiles({
      name: 'folk.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('navn,timer\nPer,30\n,20\n'),
    })
    await page.getByText('Linje 3, name:').waitFor()
    expect(await page.getByRole('button', { name: 'Hent inn', exact: true }).isDisabled()).toBe(true)
    expect(errors).toEqual([])
    await close()
  })

  test('the title says when fewer than planned were there, once somebody has told who was', async () => {
    const staffing = await makeStaffingWorld(browser.server)
    await staffing.addQueue({ name: 'Telefon', level: 5 })
    const monday = mondayOf(addDays(staffing.today, -7))
    const shifts = [world.kari, world.ola].map((agentId) => shiftOn(monday, agentId))
    await world.put(shifts, monday)
    await world.publish(monday)
    const { page, errors, close } = await browser.openAs('planner', `/plan/shifts/actual?week=${monday}`)
    await page.getByRole('heading', { level: 1, name: /var det planlagt \d for få/ }).waitFor()
    await page.getByText('Ingen har meldt hvor mange som var der').waitFor()
    await page.getByRole('button', { name: 'Hent inn hvem som var der' }).click()
    const rows = ['09:00;0', '09:30;0', '10:00;2', '10:30;2'].map((row) => `${monday} ${row}`)
    await page.locator('input[type=file]').setInputFiles({
      name: 'var-der.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['timestamp;present', ...rows].join('\n')),
    })
    await page.getByText('Én dag kan hentes inn').waitFor()
    await page.getByRole('button', { name: 'Hent inn', exact: true }).click()
    const finding = /^Telefon: mandag .* kl\. 9–10 var det 2 færre enn planlagt, og ventetida ble 9 sekunder$/
    await page.getByRole('heading', { level: 1, name: finding }).waitFor()
    const { rows: actual } = await world.client.shifts.actual.get({ day: monday })
    expect(actual.find(({ from }) => from === minuteAt(monday, '09:00'))).toMatchObject({
      scheduled: 2,
      present: 0,
      offered: expect.any(Number),
      neededFor: expect.any(Number),
    })
    await page.getByRole('table').getByRole('link', { name: /^2,0$/ }).first().click()
    await page.getByRole('heading', { name: /^Folk på Telefon, mandag / }).waitFor()
    await page.getByRole('link', { name: 'Intervaller' }).click()
    await page.getByRole('heading', { name: 'Intervall for intervall' }).waitFor()
    await settled(page)
    expect(errors).toEqual([])
    await close()
  })
})
