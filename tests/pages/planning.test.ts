/** An organiser makes a plan, sees that it is fair, and changes it half-way, in a real browser. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workOnPlans } from '../../src/measure/planning/index.ts'
import {
  expectAccessible,
  hasBrowser,
  startTestBrowser,
  type TestBrowser,
  takePicture,
} from '../support/browser.ts'
import { type PlanningWorld, planningWorld } from '../support/planning-world.ts'
import { settled } from '../support/quiet-page.ts'

describe.skipIf(!hasBrowser)('the plan in the browser', () => {
  let browser: TestBrowser
  let world: PlanningWorld

  beforeAll(async () => {
    browser = await startTestBrowser()
    await workOnPlans(browser.server.jobs, browser.server)
    world = await planningWorld(browser.server, { participants: 30, observers: 30, plan: false })
  })
  afterAll(() => browser?.close())

  const at = (part: string) => `/measure/editions/${world.editionId}/${part}`

  test('is made with one button, and the title says that it is fair', async () => {
    const { page, errors, close } = await browser.openAs('organiser', at('plan'))
    await page.getByRole('heading', { level: 1, name: 'Det er ikke laget noen plan ennå' }).waitFor()
    await page
      .getByText(/Planen får 750 henvendelser, omtrent \d+ i uka\. Det trengs minst \d+ observatører/)
      .waitFor()
    await takePicture(page, 'plan-none')
    await page.getByRole('button', { name: 'Lag planen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Planen er rettferdig: ingen brutte regler' }).waitFor()
    await settled(page)
    expect(await page.getByRole('table').first().textContent()).toContain('helligdag')
    expect(errors).toEqual([])
    await close()
  })

  test('leads from a day and from a participant to the contacts behind the figure', async () => {
    const { page, close } = await browser.openAs('organiser', at('plan'))
    await page.locator('.lp-heat a').first().click()
    await page.getByRole('heading', { level: 1, name: /^\d+ henvendelser i planen$/ }).waitFor()
    expect(page.url()).toContain('from=2026-11-30&to=2026-11-30')
    await page.goBack()
    await page.getByRole('link', { name: 'Deltaker 1', exact: true }).click()
    await settled(page)
    await page.getByText('Viser 1–25 av 25').or(page.getByText('25 av')).first().waitFor()
    await close()
  })

  test('is changed after every move has been shown', async () => {
    const { page, errors, close } = await browser.openAs('organiser', at('plan/change'))
    await page.getByLabel('Første dag uten henvendelser').fill('2027-02-12')
    await page.getByLabel('Siste dag uten henvendelser').fill('2027-02-01')
    await page.getByRole('button', { name: 'Vis hva som flyttes' }).click()
    await page.getByText('Pausen slutter før den begynner').waitFor()
    await page.getByLabel('Første dag uten henvendelser').fill('2027-02-01')
    await page.getByLabel('Siste dag uten henvendelser').fill('2027-02-12')
    await page.getByRole('button', { name: 'Vis hva som flyttes' }).click()
    await page.getByRole('heading', { level: 1, name: /^\d+ henvendelser flyttes$/ }).waitFor()
    await settled(page)
    await takePicture(page, 'plan-change-shown-1280')
    await expectAccessible(page)
    await page.getByLabel('Hvorfor endres planen?').fill('Stans i feltarbeidet')
    await page.getByRole('button', { name: /^Flytt \d+ henvendelser$/ }).click()
    await page.getByRole('heading', { name: 'Versjoner av planen' }).waitFor()
    await page.getByText('Stans i feltarbeidet').waitFor()
    await settled(page)
    await takePicture(page, 'plan-after-1280')
    await page.getByRole('link', { name: /henvendelser flyttet$/ }).click()
    await page.getByRole('heading', { name: /henvendelser ble flyttet$/ }).waitFor()
    expect(errors).toEqual([])
    await close()
  })

  test('takes in a late participant, and other ways of contact for one that has contacts', async () => {
    const { editionId } = world
    const { participantId } = await world.client.participants.add({
      editionId,
      name: 'Sen og ny',
      class: 'Klasse 1',
      variant: 'single',
      relationship: 'own',
      competitors: [],
      website: null,
    })
    const { page, errors, close } = await browser.openAs('organiser', at('plan'))
    await page.getByText('1 ny deltaker har ingen henvendelser ennå').waitFor()
    await page.getByRole('link', { name: 'Avklar kanalene til Sen og ny' }).click()
    await page.getByLabel('Telefon', { exact: true }).fill('02000')
    await page.getByRole('button', { name: 'Bekreft' }).click()
    await page.getByText(/^Bekreftet av/).waitFor()
    await page.getByRole('main').getByRole('link', { name: 'Endre planen' }).first().click()
    await page.getByText('Sen og ny: får henvendelser når du endrer planen').waitFor()

    await page.getByLabel('Deltaker som nås på en annen måte').selectOption('Deltaker 1')
    await page.getByRole('button', { name: 'Endre kanalene' }).click()
    await page.getByLabel('E-post', { exact: true }).uncheck()
    await page.getByLabel('Messenger', { exact: true }).check()
    await page.getByRole('button', { name: 'Vis hva som flyttes' }).click()
    await page.getByText('Skriv det observatørene skal bruke, eller fjern krysset.').waitFor()
    await page.getByLabel('Lenke til Messenger').fill('https://m.me/deltaker1')
    await page.getByRole('button', { name: 'Vis hva som flyttes' }).click()
    await page.getByRole('heading', { level: 1, name: /^\d+ henvendelser flyttes$/ }).waitFor()
    await settled(page)
    await takePicture(page, 'plan-change-channels-1280')
    await expectAccessible(page)
    await page.getByLabel('Hvorfor endres planen?').fill('Ny deltaker; Deltaker 1 har lagt ned e-posten')
    await page.getByRole('button', { name: /^Flytt \d+ henvendelser$/ }).click()
    await page.getByRole('heading', { name: 'Versjoner av planen' }).waitFor()
    expect(await page.getByText('ny deltaker har ingen henvendelser').count()).toBe(0)

    const contactsOf = async (id: string) =>
      (await world.client.planning.contacts({ editionId, participantId: id })).items
    expect(await contactsOf(participantId)).toHaveLength(25)
    const channels = (await contactsOf(world.participantIds[0]!)).map(({ channel }) => channel)
    expect(new Set(channels)).toEqual(new Set(['phone', 'messenger']))
    expect(errors).toEqual([])
    await close()
  })

  test('gets an observer by hand, and some from a file with a mistake that is named first', async () => {
    const { page, errors, close } = await browser.openAs('organiser', at('observers'))
    await page.getByRole('button', { name: 'Legg til observatør' }).click()
    await page.getByLabel('Navn', { exact: true }).fill('Aud Hellestrand')
    await page.getByLabel('Kunde hos (ett navn per linje)').fill('Deltaker 1\nDeltaker 2')
    await page.getByRole('button', { name: 'Legg til fravær' }).click()
    await page.getByLabel('Fra og med').fill('2027-02-15')
    await page.getByLabel('Til og med').fill('2027-02-19')
    await takePicture(page, 'plan-observer-dialog')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Lagre' }).click()
    await page.getByText('Aud Hellestrand er lagret.').waitFor()
    await page.getByRole('button', { name: 'Importer fra fil' }).click()
    const file = (text: string) => ({ name: 'o.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    await page.locator('input[type=file]').setInputFiles(file('ingen\0tabell'))
    await page.getByText('Filen er ikke en tabell.').waitFor()
    await page.locator('input[type=file]').setInputFiles(file('observer,contactsPerWeek\nGuro,mange\n'))
    await page.getByText('«mange» er ikke et helt tall').waitFor()
    await page.locator('input[type=file]').setInputFiles(file('observer,contactsPerWeek\nGuro,6\nHalvor,\n'))
    await page.getByRole('button', { name: 'Importer 2 observatører' }).click()
    await page.getByText('Importert: 2 nye, 0 endret, 0 uendret.').waitFor()
    expect(errors).toEqual([])
    await close()
  })
})

describe.skipIf(!hasBrowser)('a plan with too few observers', () => {
  let browser: TestBrowser
  let world: PlanningWorld

  beforeAll(async () => {
    browser = await startTestBrowser()
    await workOnPlans(browser.server.jobs, browser.server)
    world = await planningWorld(browser.server, { participants: 12, observers: 2, plan: false })
  })
  afterAll(() => browser?.close())

  test('says so before it is made, and afterwards how often which rule is broken and how many it takes', async () => {
    const { page, errors, close } = await browser.openAs(
      'organiser',
      `/measure/editions/${world.editionId}/plan`,
    )
    await page.getByText(/^Observatørene er for få: de tar \d+ henvendelser i uka/).waitFor()
    await page.getByRole('button', { name: 'Lag planen' }).click()
    await page.getByRole('heading', { name: 'Her er reglene brutt' }).waitFor()
    await page.getByText(/^Planen får 300 henvendelser, .* Det trengs minst \d+ observatører\.$/).waitFor()
    await page
      .locator('summary', { hasText: 'Alle henvendelser har en observatør' })
      .getByText(/^brutt \d+ ganger$/)
      .waitFor()
    expect(errors).toEqual([])
    await close()
  })
})
