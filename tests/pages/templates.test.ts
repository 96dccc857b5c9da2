/** Kinds of shift in the browser: made, refused where it is wrong, changed and removed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  hasBrowser,
  phone,
  startTestBrowser,
  type TestBrowser,
} from '../support/browser.ts'
import { settled } from '../support/quiet-page.ts'

describe.skipIf(!hasBrowser)('kinds of shift', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser?.close())

  test('are made from nothing, with what is wrong told where it stands', async () => {
    const { client } = await browser.server.signIn('planner')
    const { page, errors, close } = await browser.openAs('planner', '/plan/shifts/templates', {
      width: phone,
    })
    await page.getByRole('heading', { level: 1, name: 'De vanlige vaktene brukes' }).waitFor()
    await page.getByRole('button', { name: 'Ny slags vakt' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Navn').fill('Kveldsvakt')
    await dialog.getByLabel('Begynner tidligst').fill('13:10')
    await dialog.getByText('En vakt begynner på et helt kvarter.').waitFor()
    await dialog.getByLabel('Begynner tidligst').fill('13:00')
    await dialog.getByLabel(/^Lengder/).fill('7,5; lang')
    await dialog.getByText('Den seneste starten er før den tidligste.').waitFor()
    await dialog.getByText('«lang» er ikke en lengde', { exact: false }).waitFor()
    await dialog.getByRole('button', { name: 'Lagre' }).click()
    expect((await client.shifts.templates.list({})).items).toEqual([])
    await dialog.getByLabel('Begynner senest').fill('15:00')
    await dialog.getByLabel(/^Lengder/).fill('7,5; 6')
    await dialog.getByLabel('fre').uncheck()
    await dialog.getByLabel('Bare når vakta er minst').fill('5.5')
    await settled(page)
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Lagre' }).click()
    await page.getByRole('heading', { level: 1, name: '1 slags vakt kan brukes' }).waitFor()
    await page.getByText('Begynner mellom kl. 13.00 og 15.00, hvert 30. minutt').waitFor()
    expect((await client.shifts.templates.list({})).items).toMatchObject([
      {
        name: 'Kveldsvakt',
        weekdays: [1, 2, 3, 4],
        earliestStart: '13:00',
        latestStart: '15:00',
        lengths: [360, 450],
        breaks: [{ minutes: 30, earliest: 180, latest: 285, fromLength: 330 }],
      },
    ])
    await expectNoSidewaysScroll(page)
    expect(errors).toEqual([])
    await close()
  })

  test('a week of which nothing is known says what it needs first, and claims nothing', async () => {
    const { page, errors, close } = await browser.openAs('planner', '/plan/shifts')
    const first = page.getByRole('region', { name: 'Før vakter kan foreslås' })
    await first.getByText(/^Det trengs folk å sette opp, og et behov å dekke/).waitFor()
    await page.getByText(/ingen kan si om det er nok folk/).waitFor()
    expect(await page.getByRole('button', { name: 'Foreslå vakter' }).count()).toBe(0)
    await first.getByRole('link', { name: 'Folk og kontrakter' }).click()
    await page.getByRole('heading', { level: 1, name: 'Hvem kan settes opp på vakter?' }).waitFor()
    expect(errors).toEqual([])
    await close()
  })

  test('are changed, and removed when asked twice', async () => {
    const { client } = await browser.server.signIn('planner')
    const { page, errors, close } = await browser.openAs('planner', '/plan/shifts/templates')
    await page.getByRole('button', { name: 'Endre Kveldsvakt' }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.getByLabel(/^Lengder/).inputValue()).toBe('6; 7,5')
    await dialog.getByLabel('Navn').fill('Sen vakt')
    await dialog.getByRole('button', { name: 'Lagre' }).click()
    await page.getByRole('heading', { name: 'Sen vakt' }).waitFor()
    await page.getByRole('button', { name: 'Fjern Sen vakt' }).click()
    await page
      .getByRole('dialog', { name: 'Fjern «Sen vakt»?' })
      .getByRole('button', { name: 'Fjern' })
      .click()
    await page.getByText('Ingen egne slags vakter').waitFor()
    expect((await client.shifts.templates.list({})).items).toEqual([])
    expect(errors).toEqual([])
    await close()
  })
})
