import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AppealsWorld, makeAppealsWorld } from '../support/appeals-world.ts'
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
import { settled } from '../support/quiet-page.ts'

describe.skipIf(!hasBrowser)('an appeal from the participant to the decision', () => {
  let browser: TestBrowser
  let world: AppealsWorld
  let contactId: string

  beforeAll(async () => {
    browser = await startTestBrowser()
    world = await makeAppealsWorld(browser.server)
    contactId = world.own.find(({ channel, answered }) => channel === 'chat' && answered)!.contactId
  })
  afterAll(() => browser.close())

  const path = (rest = '') => `/measure/editions/${world.editionId}/appeals${rest}`

  test('the organiser opens the window', async () => {
    const { page, errors, close } = await browser.openAs('organiser', path())
    await page.getByLabel('Virkedager, uten i dag').fill('12')
    await page.getByRole('button', { name: 'Åpne for klager' }).click()
    await page.getByText(/^Åpen til og med/).waitFor()
    await page.getByRole('heading', { level: 1, name: 'Ingen klager venter på deg' }).waitFor()
    expect(errors).toEqual([])
    await close()
  })

  test('the participant reads its submission with the names hidden, and objects from a phone', async () => {
    const visit = { width: phone }
    const { page, errors, close } = await browser.openAs(
      'participant',
      `/measure/editions/${world.editionId}/results/submissions/${contactId}`,
      visit,
    )
    await page.getByText('Hei, du snakker med [navn').waitFor()
    expect(await page.content()).not.toMatch(/Xhevahire/)
    await page.getByRole('link', { name: 'Klag på denne besvarelsen' }).click()
    await page.getByLabel('Hva er feil, og hvorfor?').fill('Vi spurte om behovet to ganger.')
    await page.getByText('Hvilke svar er feil?').click()
    await page.getByRole('checkbox').nth(2).check()
    await page.getByLabel('Egen logg eller samtale (valgfritt)').fill('10.02 spurte om behovet')
    await settled(page)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await takePicture(page, 'appeal-form')
    await page.getByRole('button', { name: 'Send klagen' }).click()
    await page.getByText(/^Klagen er mottatt \d/).waitFor()
    await page.locator('input[type=file]').setInputFiles({
      name: 'logg.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('10.02 spurte om behovet'),
    })
    await page.getByRole('link', { name: 'logg.txt' }).waitFor()
    expect(errors).toEqual([])
    await close()
  })

  test('an observer codes it again on a phone, without the first answers', async () => {
    const organiser = await browser.server.signIn('organiser')
    const { items } = await organiser.client.appeals.list({ editionId: world.editionId })
    await organiser.client.appeals.askForCoding({
      editionId: world.editionId,
      appealId: items[0]!.appealId,
    })
    const home = await browser.openAs('organiser', '/')
    await home.page.getByText('Ingenting venter på deg nå').waitFor()
    expect(await home.page.getByRole('link', { name: /klage/ }).count()).toBe(0)
    await home.close()
    const { page, errors, close } = await browser.openAs('observer', '/observe/codings', { width: phone })
    await page.getByRole('heading', { level: 1, name: 'Én samtale skal kodes' }).waitFor()
    await page.locator('.lp-coding').click()
    await page.getByText('Hei, du snakker med [navn]').waitFor()
    expect(await page.locator('main fieldset input:checked').count()).toBe(0)
    await settled(page)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await takePicture(page, 'coding')
    await page.getByRole('button', { name: 'Begynn å kode' }).click()
    await page.getByRole('heading', { name: /^Spørsmål 1 av \d+/ }).waitFor()
    expect(await page.locator('main fieldset').count()).toBe(1)
    await page.getByText('Det som ble skrevet').click()
    await page.getByText('Hei, du snakker med [navn]').waitFor()
    await settled(page)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await takePicture(page, 'coding-step')
    // The third is left open, and told by name at the end.
    const steps = Number(/av (\d+)/.exec((await page.locator('.lp-coding-step').textContent())!)![1])
    for (let step = 1; step <= steps; step++) {
      await page.getByRole('heading', { name: new RegExp(`^Spørsmål ${step} av`) }).waitFor()
      if (step === 3) await page.getByRole('button', { name: 'Neste' }).click()
      else await page.locator('main fieldset .lp-option').first().click()
    }
    await page.getByText('Ett spørsmål mangler svar').waitFor()
    await page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok())
    expect(await page.getByRole('button', { name: 'Lever kodingen' }).isDisabled()).toBe(true)
    await page.reload()
    await page.getByText('Ett spørsmål mangler svar').waitFor()
    await settled(page)
    await expectAccessible(page)
    await takePicture(page, 'coding-overview')
    await page
      .locator('.lp-overview__line', { has: page.locator('.lp-status') })
      .getByRole('button')
      .click()
    await page.getByRole('heading', { name: /^Spørsmål 3 av/ }).waitFor()
    await page.locator('main fieldset .lp-option').first().click()
    await page.getByRole('heading', { name: /^Spørsmål 4 av/ }).waitFor()
    await page.goBack()
    await page.goBack()
    await page.getByText('Alle spørsmål har svar.').waitFor()
    await page.getByRole('button', { name: 'Lever kodingen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Ingenting å kode nå' }).waitFor()
    expect(errors).toEqual([])
    await close()
  })

  test('the organiser is told at home, sees both codings and the effect, and decides', async () => {
    const home = await browser.openAs('organiser', '/')
    await home.page.getByRole('link', { name: 'Én klage venter på deg' }).click()
    await home.page.getByRole('heading', { level: 1, name: 'Én klage venter på deg' }).waitFor()
    await home.close()
    const { page, errors, close } = await browser.openAs('organiser', path(), { width: desktop })
    await page.getByRole('heading', { level: 1, name: 'Én klage venter på deg' }).waitFor()
    await page.getByRole('link', { name: /^\d+$/ }).first().click()
    await page.getByRole('button', { name: 'Bruk svarene fra den nye kodingen' }).click()
    await page.getByText(/svar endres$/).waitFor()
    await page.getByRole('radio', { name: 'Delvis medhold' }).check()
    await page.getByText('Totalresultat').waitFor()
    await page.getByLabel('Begrunnelse til deltakeren').fill('Den nye kodingen gir deg rett i det meste.')
    await settled(page)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await takePicture(page, 'appeal-decide')
    await page.getByRole('button', { name: 'Avgjør klagen' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Avgjør klagen' }).click()
    await page
      .getByText(/^Klagen er avgjort/)
      .first()
      .waitFor()
    expect(errors).toEqual([])
    await close()
  })

  test('the participant sees the decision at once, and that it has been read', async () => {
    const { page, errors, close } = await browser.openAs('participant', path(`/contacts/${contactId}`))
    await page.getByText('Delvis medhold').waitFor()
    await page.getByText('Den nye kodingen gir deg rett i det meste.').waitFor()
    await page.getByRole('button', { name: 'Jeg har lest avgjørelsen' }).click()
    await page.getByText('Takk. Arrangøren ser at du har lest den.').waitFor()
    expect(errors).toEqual([])
    await close()
  })

  test('the organiser corrects the final answers in the open, and sees the effect first', async () => {
    const { page, errors, close } = await browser.openAs(
      'organiser',
      `/measure/editions/${world.editionId}/results/submissions/${contactId}`,
    )
    await page.getByRole('link', { name: 'Rett svarene' }).click()
    await page.getByRole('heading', { level: 1, name: /^Rett svarene på henvendelse \d+$/ }).waitFor()
    const button = page.getByRole('button', { name: 'Rett svarene' }).first()
    expect(await button.isDisabled()).toBe(true)
    const choice = page.getByRole('combobox', { name: /^Skal være: / }).nth(4)
    const others = await choice.locator('option').all()
    await choice.selectOption(await others.at(-1)!.getAttribute('value'))
    if (await page.getByText('Ingen svar endres').isVisible())
      await choice.selectOption(await others.at(1)!.getAttribute('value'))
    await page.getByText('Ett svar endres').waitFor()
    await page.getByText('Totalresultat').waitFor()
    await settled(page)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await takePicture(page, 'correction')
    await page.getByLabel('Hvorfor rettes svarene?').fill('Svaret var ført på feil spørsmål.')
    await button.click()
    await page.getByRole('dialog').getByRole('button', { name: 'Rett svarene' }).click()
    await page.getByText('Svarene er rettet.').first().waitFor()
    const { client } = await browser.server.signIn('organiser')
    const { items } = await client.appeals.changes({ editionId: world.editionId })
    expect(items.map(({ kind }) => kind).sort()).toEqual(['appeal', 'correction'])
    expect(items.find(({ kind }) => kind === 'correction')!.changes).toHaveLength(1)
    expect(errors).toEqual([])
    await close()
  })

  test('the reviewer lifts a mask, and hides another word', async () => {
    const { page, errors, close } = await browser.openAs(
      'organiser',
      `/measure/editions/${world.editionId}/review?contact=${contactId}`,
    )
    await page.getByText(/navn og numre blir skjult$/).click()
    await page.getByRole('button', { name: '[navn 2]' }).first().click()
    await page.getByText(/viste «Siri Hansen»/).waitFor()
    await page.getByRole('button', { name: 'Skjul det som er merket' }).first().click()
    await page.getByText('Merk teksten som skal skjules, først.').waitFor()
    await page.locator('.lp-said', { hasText: 'Siri Hansen' }).getByText('Siri Hansen').dblclick()
    await page.getByRole('button', { name: 'Skjul det som er merket' }).first().click()
    await page.getByText(/skjulte «/).waitFor()
    await takePicture(page, 'masks')
    expect(errors).toEqual([])
    await close()
  })
})
