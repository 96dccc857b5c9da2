/** A manager brings the sample in, sees what became of it, and somebody counts at the desk. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  hasBrowser,
  phone,
  startTestBrowser,
  type TestBrowser,
  takePicture,
} from '../support/browser.ts'
import { makeSource, workOnTestIntake } from '../support/intake-world.ts'
import { settled } from '../support/quiet-page.ts'

describe.skipIf(!hasBrowser)('enquiries in', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
    await workOnTestIntake(browser.server)
  })
  afterAll(() => browser?.close())

  test('the sample is read on trial, brought in, and found again behind its numbers', async () => {
    const { page, errors, close } = await browser.openAs('manager', '/understand/intake')
    await takePicture(page, 'intake-empty')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Prøv med eksempelfilen' }).click()
    await page.getByText('1 av de første 64 radene blir avvist').waitFor()
    await settled(page)
    await takePicture(page, 'intake-trial')
    await expectAccessible(page)
    const code = page.getByRole('region', { name: 'Hva kolonnene er' }).getByLabel('Årsakskode')
    expect(await code.inputValue()).toBe('kategori')
    expect(await page.getByText('912 34 567').count()).toBe(0)
    await code.selectOption('')
    await code.selectOption('kategori')
    await page.getByRole('button', { name: 'Ta inn alt' }).click()
    await page.getByRole('heading', { name: /63 nye fra eksempel-henvendelser, 1 avvist/ }).waitFor()
    await settled(page)
    await takePicture(page, 'intake-batch')
    await expectAccessible(page)
    await page.getByText('i forrige uke').waitFor()
    await page.getByRole('link', { name: 'Se henvendelsene' }).click()
    await page.getByRole('heading', { name: /^Henvendelser: \d/ }).waitFor()
    await settled(page)
    expect(await page.getByText('åpningstider').count()).toBeGreaterThan(0)
    await takePicture(page, 'intake-enquiries')
    await expectAccessible(page)
    await page.getByLabel('Søk i tekst').fill('[telefon]')
    await page.getByRole('button', { name: 'Søk' }).click()
    await page.waitForURL(/q=/)
    await page
      .getByRole('link', { name: /Ring meg på \[telefon\]/ })
      .first()
      .click()
    await page.getByRole('heading', { name: 'Samtalen' }).waitFor()
    await settled(page)
    await takePicture(page, 'intake-enquiry')
    await expectAccessible(page)
    await page.goto(`${browser.server.url}/understand/intake`)
    await page.getByRole('heading', { name: /Avviste rader: 1/ }).waitFor()
    await settled(page)
    await takePicture(page, 'intake-page')
    await expectAccessible(page)
    expect(errors).toEqual([])
    await close()
  })

  test('everything holds on a phone', async () => {
    const { page, close } = await browser.openAs('manager', '/understand/intake', {
      width: phone,
      scheme: 'dark',
    })
    await page.getByRole('heading', { name: 'Kilder' }).waitFor()
    await settled(page)
    await takePicture(page, 'intake-phone')
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await page.goto(`${browser.server.url}/understand/intake/enquiries`)
    await settled(page)
    await takePicture(page, 'intake-enquiries-phone')
    await expectNoSidewaysScroll(page)
    await close()
  })

  test('a person counts on a phone, without a network too, and takes one back', async () => {
    const manager = await browser.server.signIn('manager')
    const { sourceId } = await makeSource(manager.client, 'tally', {
      name: 'Skranken',
      profile: { reasons: ['Åpningstider', 'Pris', 'Klage på faktura'] },
      channel: 'inPerson',
    })
    const { page, errors, close } = await browser.openAs('agent', `/understand/intake/tally/${sourceId}`, {
      width: phone,
    })
    const hours = page.getByRole('button', { name: /Åpningstider/ })
    await hours.click()
    await page.getByText('Alt er sendt').waitFor()
    await page.context().setOffline(true)
    await hours.click()
    await hours.click()
    await page.getByText('2 trykk venter på nett').waitFor()
    await page.getByText('3 i dag').waitFor()
    await page.getByRole('button', { name: 'Angre siste' }).click()
    await page.getByText('2 i dag').waitFor()
    await takePicture(page, 'intake-tally')
    await expectNoSidewaysScroll(page)
    await page.context().setOffline(false)
    await page.getByText('Alt er sendt').waitFor()
    const counted = await manager.client.intake.tally.get({ sourceId })
    expect(counted.today).toEqual([{ reason: 'Åpningstider', count: 2 }])
    await expectAccessible(page)
    expect(errors).toEqual([])
    await close()
  })

  test('a mailbox and a live source are seen to', async () => {
    const { client } = await browser.server.signIn('manager')
    const box = await makeSource(client, 'imap', { name: 'Postmottak' })
    const live = await makeSource(client, 'live', { name: 'Sentralen' })
    const { page, errors, close } = await browser.openAs(
      'manager',
      `/understand/intake/sources/${box.sourceId}`,
    )
    await page.getByLabel('Tjener').fill('10.0.0.1')
    await page.getByLabel('Brukernavn').fill('post')
    await page.getByLabel('Passord').fill('hemmelig')
    await page.getByRole('button', { name: 'Lagre postkassen' }).click()
    await page.getByText('Denne tjeneren står i et lukket nett.').waitFor()
    await takePicture(page, 'intake-mailbox')
    await expectAccessible(page)
    await page.goto(`${browser.server.url}/understand/intake/sources/${live.sourceId}`)
    await page.getByText('Authorization: Bearer').waitFor()
    await page.getByRole('button', { name: 'Endre kilden' }).click()
    await page.getByLabel('Slett tekst etter (måneder)').fill('24')
    await page.getByRole('button', { name: 'Lagre', exact: true }).click()
    await page.getByText('Tekst slettes etter 24 måneder').waitFor()
    await takePicture(page, 'intake-live')
    await expectAccessible(page)
    expect(errors).toEqual([])
    await close()
  })

  test('an administrator makes an API key, sees it once, and revokes it', async () => {
    const { page, errors, close } = await browser.openAs('admin', '/organisation/keys')
    await page.getByRole('button', { name: 'Lag en nøkkel' }).first().click()
    await page.getByLabel('Navn').fill('Sentralen')
    await page.getByLabel(/Levere henvendelser/).check()
    await page.getByRole('dialog').getByRole('button', { name: 'Lag en nøkkel' }).click()
    const key = await page.getByLabel('Nøkkel', { exact: true }).inputValue()
    expect(key).toMatch(/^lyttepost_/)
    await takePicture(page, 'keys-new')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Ferdig' }).click()
    await page.getByRole('button', { name: 'Trekk tilbake Sentralen' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Trekk tilbake' }).click()
    await page.getByText('Nøkkelen er trukket tilbake.').waitFor()
    await settled(page)
    await takePicture(page, 'keys')
    await expectAccessible(page)
    expect(await page.content()).not.toContain(key)
    expect(errors).toEqual([])
    await close()
  })
})
