import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withDemoPages } from '../../src/demo/contact-pages/index.ts'
import { demoCompanies } from '../../src/demo/world.ts'
import { workOnDiscovery } from '../../src/measure/participants/index.ts'
import {
  desktop,
  expectAccessible,
  expectNoSidewaysScroll,
  hasBrowser,
  phone,
  startTestBrowser,
  type TestBrowser,
  takePicture,
} from '../support/browser.ts'
import type { Client } from '../support/client.ts'
import { settled } from '../support/quiet-page.ts'

describe.skipIf(!hasBrowser)('participants', () => {
  let browser: TestBrowser
  let client: Client
  let editionId = ''
  const noNetwork = {
    open: async (url: string) => ({ ok: false as const, url, reason: 'unreachable' as const, detail: '' }),
    close: async () => {},
  }
  const path = (rest = '') => `/measure/editions/${editionId}/participants${rest}`

  beforeAll(async () => {
    browser = await startTestBrowser()
    await workOnDiscovery(browser.server.jobs, {
      db: browser.server.db,
      openSource: () => withDemoPages(noNetwork),
    })
    client = (await browser.server.signIn('organiser')).client
    editionId = (
      await client.edition.create({
        name: 'Kundemøtet 2027',
        source: { kind: 'builtIn', method: 'reference' },
      })
    ).editionId
    const lines = demoCompanies
      .slice(0, 6)
      .map((company) => `${company.name};${company.class};demo:${company.page}`)
    await client.participants.import({
      editionId,
      file: new File([['Deltaker;Klasse;Nettsted', ...lines].join('\n')], 'deltakere.csv'),
    })
  })
  afterAll(() => browser.close())

  test('a click on «Finn kanaler» reads the pages, and the finding is in the title', async () => {
    const { page, errors, close } = await browser.openAs('organiser', path())
    expect(await page.locator('h1').textContent()).toBe('6 av 6 deltakere mangler avklarte kanaler')
    await page.getByRole('button', { name: 'Finn kanaler' }).click()
    await page.getByRole('button', { name: 'Start' }).click()
    await page.getByText('Nettsidene er lest.').waitFor({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Finn kanaler' }).click()
    await page.getByRole('radio', { name: /Andre sjekk/ }).check()
    await page.getByRole('button', { name: 'Start' }).click()
    await page.getByRole('button', { name: 'Bekreft 6 med like sjekker' }).waitFor({ timeout: 60_000 })
    expect(errors).toEqual([])
    await close()
  }, 180_000)

  test('j chooses a participant and c confirms its channels', async () => {
    const { page, errors, close } = await browser.openAs('organiser', path())
    await page.keyboard.press('j')
    await page.getByRole('button', { name: 'Bekreft kanalene' }).waitFor()
    await page.keyboard.press('c')
    await page.getByText(/Kanalene til .* er bekreftet/).waitFor()
    expect(await page.locator('h1').textContent()).toBe('5 av 6 deltakere mangler avklarte kanaler')
    expect(errors).toEqual([])
    await close()
  })

  test('who writes something else than the check found must say why', async () => {
    const { items } = await client.participants.list({ editionId })
    const { participantId, name } = items.find(({ state }) => state === 'agreed')!
    const { page, close } = await browser.openAs('organiser', path(`?participant=${participantId}`))
    await page.getByLabel('Telefon').fill('22 33 44 55')
    await page.getByRole('button', { name: 'Bekreft kanalene' }).click()
    await page.getByText('Skriv hvorfor du velger noe annet').waitFor()
    await page.getByLabel('Begrunnelse').fill('Ringt og bekreftet')
    await page.getByRole('button', { name: 'Bekreft kanalene' }).click()
    await page.getByText(`Kanalene til ${name} er bekreftet.`).waitFor()
    await close()
  })

  test('a file with faults says what to mend, where', async () => {
    const { page, close } = await browser.openAs('organiser', path('/import'))
    await page.locator('input[type=file]').setInputFiles({
      name: 'feil.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('navn;klasse\nFjord;Strøm\nFJORD;Strøm\n;Strøm\n'),
    })
    await page.getByRole('heading', { name: '2 ting må rettes før filen kan importeres' }).waitFor()
    await page.getByText('«FJORD» står mer enn én gang.').waitFor()
    await takePicture(page, 'participants-import-faults')
    await expectAccessible(page)
    await page.locator('input[type=file]').setInputFiles({
      name: 'god.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('navn;klasse\nFjordstrøm;Strøm\nNordlys Kraft;Energi\n'),
    })
    await page.getByRole('heading', { name: 'Filen har 2 deltakere' }).waitFor()
    await settled(page)
    await takePicture(page, 'participants-import')
    await page.getByRole('button', { name: 'Importer', exact: true }).click()
    await page.getByText('Importert: 1 nye, 1 endret, 0 uendret.').waitFor()
    await close()
  })

  test.each([
    [desktop, 'dark', 'en'],
    [phone, 'light', 'nn'],
  ] as const)(
    'at %i pixels, %s, in %s what the checks saw is accessible and fits',
    async (width, scheme, language) => {
      const { items } = await client.participants.list({ editionId })
      const chosen = items.find(({ state }) => state === 'agreed')!
      const { page, errors, close } = await browser.openAs(
        'organiser',
        path(`?participant=${chosen.participantId}`),
        { width, scheme, language },
      )
      await page.getByText(/Hva sjekkene så|Kva sjekkane såg|What the checks saw/).click()
      await takePicture(page, `participants-detail-${width}-${scheme}`)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      expect(errors).toEqual([])
      await close()
    },
  )
})
