/** Who works when, in the browser: by hand, by keys, by two at once, and on a phone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../../src/kernel/calendar.ts'
import { localOf } from '../../src/plan/shifts/rules/local-days.ts'
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

describe.skipIf(!hasBrowser)('the plan of a week', () => {
  let browser: TestBrowser
  let world: ShiftsWorld
  /** The week to come, of which the need is known. */
  let week: string
  beforeAll(async () => {
    browser = await startTestBrowser()
    world = await makeShiftsWorld(browser.server)
    const staffing = await makeStaffingWorld(browser.server)
    await staffing.addQueue({ name: 'Telefon', level: 6 })
    week = staffing.monday
  })
  afterAll(() => browser?.close())

  const shiftsOf = async (weekStart: string) => (await world.client.shifts.week.get({ weekStart })).shifts
  const timesOf = async (id: string, weekStart = week) => {
    const found = (await shiftsOf(weekStart)).find((shift) => shift.id === id)
    return found && [found.agentId, localOf(found.from).time, localOf(found.to).time]
  }

  test('says what is needed, is moved by keys with what it does told at once, and is saved', async () => {
    const { page, errors, close } = await browser.openAs('planner', `/plan/shifts/${week}`)
    await page.getByRole('heading', { level: 1, name: /er ikke satt opp: [\d,]+ timer trengs$/ }).waitFor()
    const monday = shiftOn(week, world.sara)
    await world.put([monday], week)
    await page.reload()
    await page
      .getByRole('heading', { level: 1, name: /kvarter mangler folk .* ingen grenser er brutt$/ })
      .waitFor()
    const bar = page.getByRole('button', { name: /^Sara, mandag .* 08–16/ })
    await bar.focus()
    await page.keyboard.press('Alt+ArrowRight')
    for (let press = 0; press < 7; press++) await page.keyboard.press('Alt+ArrowRight')
    const longer = page.getByRole('button', { name: /^Sara, mandag .* 08–18/ })
    await longer.waitFor()
    expect(await longer.evaluate((element) => element === document.activeElement)).toBe(true)
    const told = page.getByRole('region', { name: 'Endringer' })
    await told.getByText(/Nytt brudd for Sara: .* Arbeidsmiljøloven §\s10-4\s\(1\)/).waitFor()
    await told.getByText(/^\+2 timer satt opp$/).waitFor()
    // A limit in the list is a way to the shift.
    await page
      .getByRole('button', { name: /^Sara, man \d/ })
      .first()
      .click()
    expect(await longer.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowUp')
    await page.getByRole('button', { name: /^.*, mandag .* 08\.15–17\.45/ }).waitFor()
    await page.keyboard.press('Control+s')
    await page.getByText(/^Endringene er lagret/).waitFor()
    const kept = await timesOf(monday.id)
    expect(kept?.slice(1)).toEqual(['08:15', '17:45'])
    expect(kept?.[0]).toBe(world.ola)
    await page.keyboard.press('Delete')
    await page.getByText('1 endring er ikke lagret').waitFor()
    await page.keyboard.press('u')
    await page.getByText('Alt er lagret').waitFor()
    expect(errors).toEqual([])
    await close()
  })

  test('a hand moves a shift to another day and person, and what both have changed is laid together', async () => {
    const weekStart = addDays(world.weekStart, 7)
    const [mine, theirs] = [shiftOn(weekStart, world.sara), shiftOn(addDays(weekStart, 2), world.ola)]
    await world.put([mine, theirs], weekStart)
    const { page, errors, close } = await browser.openAs('planner', `/plan/shifts/${weekStart}`)
    const bar = page.locator(`[data-shift="${mine.id}"]`)
    const [from, cell] = [
      (await bar.boundingBox())!,
      (await page
        .locator(`[data-agent="${world.kari}"][data-date="${addDays(weekStart, 1)}"]`)
        .boundingBox())!,
    ]
    const old = (await page.locator(`[data-agent="${world.sara}"][data-date="${weekStart}"]`).boundingBox())!
    await page.mouse.move(from.x + 30, from.y + 10)
    await page.mouse.down()
    await page.mouse.move(from.x + 60, from.y + 12)
    await page.getByText('Hvis du slipper her').waitFor()
    await page.mouse.move(cell.x + (from.x + 30 - old.x), cell.y + 10, { steps: 3 })
    await page.mouse.up()
    await page.getByRole('button', { name: /^Kari, tirsdag .* 08–16/ }).waitFor()
    // Another planner is first.
    await world.put([{ ...theirs, to: theirs.to - 60 }], weekStart)
    await page.getByRole('button', { name: 'Lagre' }).click()
    await page.getByText(/Endringene er hentet inn, og dine ligger oppå/).waitFor()
    await page.getByRole('button', { name: /^Ola, onsdag .* 08–15/ }).waitFor()
    await page.getByRole('button', { name: 'Lagre' }).click()
    await page.getByText(/^Endringene er lagret/).waitFor()
    expect(await timesOf(mine.id, weekStart)).toEqual([world.kari, '08:00', '16:00'])
    expect(await timesOf(theirs.id, weekStart)).toEqual([world.ola, '08:00', '15:00'])
    expect(errors).toEqual([])
    await close()
  })

  test('a shift that nobody has is offered to those who can take it, and told before it is published', async () => {
    const weekStart = addDays(world.weekStart, 14)
    const [taken, open] = [shiftOn(weekStart, world.sara), shiftOn(weekStart, null)]
    await world.put([taken, open], weekStart)
    const { page, errors, close } = await browser.openAs('planner', `/plan/shifts/${weekStart}`, {
      width: phone,
    })
    await expectNoSidewaysScroll(page)
    await page.getByRole('button', { name: /Ledige vakter/ }).click()
    await page.getByRole('heading', { name: 'Hvem kan ta den?' }).waitFor()
    expect(await page.getByRole('button', { name: 'Gi vakten til Sara' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Gi vakten til Kari' }).click()
    await page.getByRole('button', { name: 'Bruk' }).click()
    await page.getByRole('button', { name: 'Lagre' }).click()
    await page.getByText(/^Endringene er lagret/).waitFor()
    await page.getByRole('button', { name: 'Publiser' }).click()
    await page.getByText(/^2 personer får vite om det: 2 nye vakter/).waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Publiser' }).click()
    await page.getByText('Kryss av her for å publisere likevel.').waitFor()
    // No limit is passed, as the page's title says: there are only hours that nobody has filled.
    await page.getByRole('checkbox', { name: /^Publiser selv om .* har færre timer enn avtalt$/ }).check()
    await page.getByRole('dialog').getByRole('button', { name: 'Publiser' }).click()
    await page.getByText('Uka er publisert som versjon 1').waitFor()
    await settled(page)
    await page.getByText(/Publisert .* av/).waitFor()
    expect((await world.client.shifts.week.changes({ weekStart })).people).toEqual([])
    expect(errors).toEqual([])
    await close()
  })
})
