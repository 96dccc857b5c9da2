/** Traffic in the browser: from a file of calls to a forecast that can say why, and what moves it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, toEpochDay, weekdayOf } from '../../src/kernel/calendar.ts'
import { toLocal } from '../../src/kernel/zone.ts'
import { workOnForecasts } from '../../src/plan/traffic/index.ts'
import { productOf } from '../../src/plan/traffic/rules/forecast-parts.ts'
import { createLog } from '../../src/platform/log/index.ts'
import { hasBrowser, startTestBrowser, type TestBrowser } from '../support/browser.ts'
import { exampleQueue } from '../support/example-inputs/traffic.ts'

const today = toLocal(new Date()).date

/** Sixteen weeks of half hours; five lines are wrong, each in its own way. */
function fileOfCalls(change: (back: number) => number = () => 1): {
  name: string
  mimeType: string
  buffer: Buffer
} {
  const lines = ['Tidspunkt;Tilbudt;Besvart']
  for (let back = 112; back >= 1; back--) {
    const day = addDays(today, -back)
    const weekday = weekdayOf(toEpochDay(day))
    if (weekday > 5) continue
    for (let slot = 16; slot < 32; slot++) {
      const usual = (weekday === 1 ? 30 : 20) * (slot < 22 ? 1.3 : 1) + ((back * slot) % 5)
      const calls = Math.round(usual * change(back))
      lines.push(`${day} ${String(slot >> 1).padStart(2, '0')}:${slot % 2 ? '30' : '00'};${calls};${calls}`)
    }
  }
  lines.push(`i morgen;3;3`, `${addDays(today, -2)} 18:00;-4;0`, `${addDays(today, 3)} 10:00;9;9`)
  return { name: 'anrop.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) }
}

describe.skipIf(!hasBrowser)('traffic', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
    const { jobs, db } = browser.server
    await workOnForecasts(jobs, { db, log: createLog('error') })
  })
  afterAll(() => browser?.close())

  test('goes from nothing to an explained forecast in one sitting', async () => {
    const { page, errors, close } = await browser.openAs('planner', '/plan/traffic')
    await page.getByRole('link', { name: 'Lag den første køen' }).click()
    await page.getByRole('button', { name: 'Ny kø' }).first().click()
    // What is lacking is said at the field, where the button is pressed all the same.
    const name = page.getByRole('textbox', { name: 'Navn' })
    await name.fill('  ')
    await page.getByRole('button', { name: 'Lag køen' }).click()
    expect(await name.evaluate((field: HTMLInputElement) => field.validationMessage)).toBe(
      'Fyll ut dette feltet',
    )
    await name.fill('Telefon')
    await page.getByLabel('mandag: stenger').fill('07:00')
    await page.getByText('slutte etter at den starter').waitFor()
    await page.getByRole('button', { name: 'Lag køen' }).click()
    await page.getByLabel('mandag: stenger').fill('16:00')
    await page.getByRole('combobox', { name: 'Telles per' }).selectOption('30')
    await page.getByRole('button', { name: 'Lag køen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Telefon har ingen tall ennå' }).waitFor()
    await page.locator('input[type=file]').setInputFiles(fileOfCalls())
    await page.getByText('tidspunktet «i morgen» kan ikke leses').waitFor()
    await page.getByText(/har ikke vært ennå/).waitFor()
    await page.getByRole('button', { name: /^Hent inn 1\D?280 intervaller/ }).click()
    await page.getByText('3 linjer ble ikke brukt', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Se prognosen' }).click()
    await page.getByRole('heading', { name: /^Hvorfor så mange/ }).waitFor({ timeout: 30_000 })
    const { client } = await browser.server.signIn('planner')
    const { forecast } = await client.traffic.get({})
    const open = forecast!.days.find(({ mean }) => mean > 0)!
    await page.goto(`${browser.server.url}/plan/traffic?day=${open.date}`)
    await page.getByRole('heading', { name: `${Math.round(open.mean)} ventet` }).waitFor()
    expect(productOf(open.parts)).toBeCloseTo(open.mean, 6)
    const parts = page.locator('.lp-chart').filter({ hasText: 'Hvorfor så mange' })
    await parts.getByRole('button', { name: 'Tabell' }).click()
    const cells = await parts.getByRole('row').getByRole('cell').allTextContents()
    const figures = cells.map((text) => Number(text.replace('−', '-')))
    // What the parts add and take from an ordinary day is the forecast, but for rounding.
    expect(Math.abs(figures.slice(0, -1).reduce((a, b) => a + b, 0) - figures.at(-1)!)).toBeLessThan(4)
    await page.getByRole('combobox', { name: 'Forklar' }).selectOption('10:00')
    await page.getByRole('heading', { name: 'Hvorfor så mange kl. 10.00?' }).waitFor()
    expect(new URL(page.url()).searchParams.get('at')).toBe('10:00')
    expect(errors).toEqual([])
    await close()
  })

  test('a kind of event, a planned one with its own effect, and a shock move the forecast', async () => {
    const { client } = await browser.server.signIn('planner')
    const before = (await client.traffic.get({})).forecast!.days.filter(({ mean }) => mean > 0)[4]!
    const { page, errors, close } = await browser.openAs('planner', '/plan/traffic/causes')
    page.setDefaultTimeout(6000)
    const size = page.viewportSize()!
    await page.setViewportSize({ width: 390, height: 480 })
    await page.getByRole('button', { name: 'Ny type hendelse' }).click()
    // The field that lacks something is shown with what it is called, also where the button is far below it.
    await page.getByRole('button', { name: 'Lagre' }).click()
    const dialog = await page.getByRole('dialog').boundingBox()
    expect((await page.locator('label', { hasText: 'Navn' }).boundingBox())!.y).toBeGreaterThan(dialog!.y)
    await page.setViewportSize(size)
    await page.getByRole('textbox', { name: 'Navn' }).fill('Fakturautsending')
    await page.getByRole('button', { name: 'Lagre' }).click()
    await page.getByRole('button', { name: 'Ny hendelse' }).click()
    await page.getByLabel('Dato').fill(before.date)
    await page.getByRole('textbox', { name: /^Egen virkning/ }).fill('50')
    await page.getByRole('button', { name: 'Lagre' }).click()
    await page.getByRole('row', { name: /× 1,5, satt for hånd/ }).waitFor()
    await expect
      .poll(
        async () => {
          const { forecast } = await client.traffic.get({})
          return forecast!.days.find(({ date }) => date === before.date)!.mean / before.mean
        },
        { timeout: 30_000, interval: 300 },
      )
      .toBeGreaterThan(1.3)
    await page.getByRole('button', { name: 'Legg inn en egen' }).click()
    await page.getByRole('textbox', { name: 'Hva er det?' }).fill('Ny konkurrent')
    await page.getByRole('textbox', { name: /^Endring den første dagen/ }).fill('-20')
    await page.getByRole('button', { name: 'Lagre' }).click()
    await page.getByText(/20\s% færre, ser ut til å vare/).waitFor()
    await page.getByRole('button', { name: 'Avvis' }).click()
    await page.getByText('avvist', { exact: true }).waitFor()
    expect((await client.traffic.get({})).shocks).toMatchObject([
      { name: 'Ny konkurrent', state: 'dismissed' },
    ])
    expect(errors).toEqual([])
    await close()
  })

  test('a day that was not normal is taken out with its reason, and can be put back', async () => {
    const { client } = await browser.server.signIn('planner')
    const day = (await client.traffic.get({})).seen.findLast(({ offered }) => offered)!.day
    const { page, errors, close } = await browser.openAs('planner', `/plan/traffic?day=${day}`)
    await page.getByRole('textbox', { name: /^Var ikke dagen normal/ }).fill('Streik')
    await page.getByRole('button', { name: 'Ta dagen ut' }).click()
    await page.getByText(/Prognosen lærer ingenting av dagen/).waitFor()
    await page.getByRole('button', { name: 'Dagen var normal' }).click()
    await page.getByText('Dagen teller igjen. Prognosen lages på nytt.').waitFor()
    await expect
      .poll(async () => (await client.traffic.get({})).seen.find((each) => each.day === day)?.state)
      .toBe('seen')
    expect(errors).toEqual([])
    await close()
  })

  test('a file that should not have come in is taken back, and the list says so', async () => {
    const { client } = await browser.server.signIn('planner')
    const { queues } = await client.traffic.get({})
    const queueId = queues[0]!.id
    const { page, errors, close } = await browser.openAs('planner', `/plan/traffic/counts?queue=${queueId}`)
    await page.getByRole('button', { name: 'Ta tilbake det siste' }).click()
    const dialog = page.getByRole('dialog', { name: 'Ta tilbake «anrop.csv»?' })
    await dialog.getByText(/1\D?280 intervaller som var nye, tas bort, og 0 blir som før/).waitFor()
    await dialog.getByRole('button', { name: 'Ta tilbake' }).click()
    await page.getByRole('cell', { name: /anrop\.csv tatt tilbake/ }).waitFor()
    expect(await page.getByRole('button', { name: 'Ta tilbake det siste' }).count()).toBe(0)
    expect((await client.traffic.get({})).seen.filter(({ offered }) => offered)).toEqual([])
    expect(errors).toEqual([])
    await close()
  })

  test('the latest days far over what was expected are told of, with the day from which they are followed', async () => {
    const { client } = await browser.server.signIn('planner')
    const fields = { ...exampleQueue, intervalMinutes: 30 as const, name: 'Storm' }
    const { queueId } = await client.traffic.queues.create(fields)
    const { buffer, name, mimeType } = fileOfCalls((back) => (back <= 7 ? 1.6 : 1))
    const whole = buffer.toString().split('\n').slice(0, -3).join('\n')
    await client.traffic.imports.run({ queueId, file: new File([whole], name, { type: mimeType }) })
    const { page, errors, close } = await browser.openAs('planner', `/plan/traffic?queue=${queueId}`)
    await page.getByText(/^Siden .+ har det kommet flere henvendelser enn ventet: \d+\s% over\. /).waitFor()
    const { oddEnd } = (await client.traffic.get({ queueId })).forecast!
    expect(oddEnd).toMatchObject({ days: 5 })
    expect(oddEnd!.lastBeforeFollowed! > today).toBe(true)
    expect(errors).toEqual([])
    await close()
  })

  test('whoever only reads traffic is offered nothing to change', async () => {
    const { page, errors, close } = await browser.openAs('editor', '/plan/traffic/causes')
    await page.getByRole('heading', { name: 'Ytre påvirkninger' }).waitFor()
    expect(await page.getByRole('button', { name: /^(Ny|Legg|Endre|Fjern|Godta)/ }).count()).toBe(0)
    expect(errors).toEqual([])
    await close()
  })
})
