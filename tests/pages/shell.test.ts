/** The shell by keyboard alone: what can be done with a mouse can be done without one. */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, startTestBrowser, type TestBrowser } from '../support/browser.ts'
import { settled } from '../support/quiet-page.ts'
import { signInForCookie, testPassword } from '../support/server.ts'

describe.skipIf(!hasBrowser)('with the keyboard alone', () => {
  let browser: TestBrowser

  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser?.close())

  const isFocused = (locator: Locator): Promise<boolean> =>
    locator.evaluate((element) => element === document.activeElement)

  /** Presses Tab until the element has the focus. */
  async function tabTo(page: Page, locator: Locator, most = 60): Promise<void> {
    for (let pressed = 0; pressed < most; pressed++) {
      if (await isFocused(locator)) return
      await page.keyboard.press('Tab')
    }
    expect.fail('the keyboard does not reach it')
  }

  test('the first stop skips the menu and lands on the content', async () => {
    const { page, close } = await browser.openAs('admin', '/')
    await page.keyboard.press('Tab')
    expect(await isFocused(page.getByRole('link', { name: 'Hopp til innholdet' }))).toBe(true)
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#main')
    await close()
  })

  test('somebody who is not signed in signs in, and comes to the page that was asked for', async () => {
    const { email } = await browser.server.person('admin')
    const { page, close } = await browser.openAs(null, '/organisation/people?people.sort=-email')
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await tabTo(page, page.getByLabel('E-post'))
    await page.keyboard.type(email)
    await page.keyboard.press('Tab')
    await page.keyboard.type(testPassword)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Folk og roller' }).waitFor()
    expect(new URL(page.url()).search).toBe('?people.sort=-email')
    await close()
  })

  test('whose sign-in has run out signs in beside the page, which then goes on', async () => {
    const { email } = await browser.server.person('admin')
    const { page, close } = await browser.openAs('admin', '/')
    await page.context().clearCookies()
    await page.locator('.lp-menu__open').click()
    await page.getByRole('link', { name: 'Endringslogg' }).click()
    const [tab] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: 'Logg inn i en ny fane' }).click(),
    ])
    await tab.getByLabel('E-post').fill(email)
    await tab.getByLabel('Passord').fill(testPassword)
    await tab.keyboard.press('Enter')
    await tab.waitForURL((url) => url.pathname === '/')
    await page.getByRole('button', { name: 'Prøv igjen' }).click()
    await page.getByRole('alert').waitFor({ state: 'detached' })
    await close()
  })

  test('a wrong password is told in words, and the form keeps the e-mail', async () => {
    const { page, close } = await browser.openAs(null, '/sign-in')
    await tabTo(page, page.getByLabel('E-post'))
    await page.keyboard.type('ingen@example.no')
    await page.keyboard.press('Tab')
    await page.keyboard.type('feil passord')
    await page.keyboard.press('Enter')
    expect(await page.getByRole('alert').textContent()).toBe('E-posten eller passordet er feil.')
    expect(await page.getByLabel('E-post').inputValue()).toBe('ingen@example.no')
    await close()
  })

  test('an empty form says what is missing and moves to the first gap', async () => {
    const { page, close } = await browser.openAs(null, '/sign-in')
    await tabTo(page, page.getByRole('button', { name: 'Logg inn' }))
    await page.keyboard.press('Enter')
    expect(await isFocused(page.getByLabel('E-post'))).toBe(true)
    expect(await page.getByLabel('E-post').getAttribute('aria-invalid')).toBe('true')
    await close()
  })

  test('what the browser finds wrong in a field is told in the page’s language, and forgotten when it is mended', async () => {
    const { page, errors, close } = await browser.openAs('manager', '/understand/improvements', {
      language: 'nn',
    })
    const saidOf = (field: Locator) => field.evaluate((input: HTMLInputElement) => input.validationMessage)
    await page.getByRole('button', { name: 'Nytt tiltak' }).first().click()
    const form = page.getByRole('dialog')
    const drop = form.locator('input[type=number]')
    const save = form.locator('[type=submit]')
    await form.locator('input').first().fill('Betre brev')
    await drop.fill('2.5')
    await save.click()
    expect(await saidOf(drop)).toBe('Skriv eit heilt tal')
    await drop.fill('500')
    expect(await saidOf(drop)).not.toContain('heilt')
    await save.click()
    expect(await saidOf(drop)).toBe('Det meste du kan skrive her, er 100')
    await drop.fill('20')
    await save.click()
    await page.getByText('Betre brev').first().waitFor()
    expect(errors).toEqual([])
    await close()
  })

  test('the menu opens, changes the language of page and person, and closes with Escape', async () => {
    const { client } = await browser.server.signIn('manager')
    const { page, close } = await browser.openAs('manager', '/')
    const opener = page.getByRole('button', { name: /Konto og innstillinger/ })
    await tabTo(page, opener)
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByLabel('Bokmål'))
    await page.keyboard.press('ArrowRight')
    await page.getByRole('link', { name: 'Heim', exact: true }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('nn')
    await page.keyboard.press('Escape')
    expect(await isFocused(page.locator('.lp-menu__open'))).toBe(true)
    await expect.poll(async () => (await client.organisation.me()).person.language).toBe('nn')
    await close()
  })

  test('a new page takes the focus to its title', async () => {
    const { page, close } = await browser.openAs('admin', '/')
    await tabTo(page, page.getByRole('link', { name: 'Planlegg', exact: true }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Planlegg så noen svarer' }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('page-title')
    await close()
  })

  test('a table is sorted, filtered and left, and its address brings the same table back', async () => {
    const { page, close } = await browser.openAs(null, '/design')
    const head = page.getByRole('columnheader', { name: 'Deltaker' }).last()
    await page.getByLabel('Søk i tabellen').focus()
    await tabTo(page, head.getByRole('button'))
    await page.keyboard.press('Enter')
    expect(await head.getAttribute('aria-sort')).toBe('ascending')
    await page.getByLabel('Søk i tabellen').focus()
    await page.keyboard.type('buss')
    await expect.poll(() => new URL(page.url()).search).toBe('?sort=name&q=buss')
    const rows = page.locator('.lp-table--cards tbody tr')
    await expect.poll(() => rows.count()).toBe(5)
    await page.reload()
    await settled(page)
    expect(await rows.count()).toBe(5)
    expect(await rows.first().locator('th').textContent()).toBe('Kystbuss 1')
    await close()
  })

  test('the arrows move between rows, and Enter follows one', async () => {
    const { page, close } = await browser.openAs(null, '/design?sort=name')
    const rows = page.locator('.lp-row-link')
    await rows.first().focus()
    await page.keyboard.press('ArrowDown')
    expect(await isFocused(rows.nth(1))).toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).searchParams.get('row')).not.toBeNull()
    await close()
  })

  test('exactly the filtered rows go to the file', async () => {
    const { page, close } = await browser.openAs(null, '/design?q=buss&f.class=transport')
    await page.getByRole('button', { name: 'Last ned' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV-fil' }).click(),
    ])
    const text = readFileSync(await download.path(), 'utf8')
    const shown = await page.locator('.lp-table--cards tbody th').allInnerTexts()
    expect(download.suggestedFilename()).toBe('deltakere.csv')
    expect(
      text
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(';')[0]),
    ).toEqual(shown)
    await close()
  })

  test('a workbook is made under the strict content policy', async () => {
    const { page, errors, close } = await browser.openAs(null, '/design?q=buss')
    await page.getByRole('button', { name: 'Last ned' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Excel-fil (XLSX)' }).click(),
    ])
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    expect(errors).toEqual([])
    await close()
  })

  test('a dialog takes the focus, Escape means no, and the focus comes back', async () => {
    const { page, close } = await browser.openAs(null, '/design')
    const opener = page.getByRole('button', { name: 'Slett tre besvarelser' })
    await opener.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Slette tre besvarelser?' })
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog.isVisible()).toBe(false)
    expect(await isFocused(opener)).toBe(true)
    await close()
  })

  test('a key of the page works, writing in a field is never taken for one, and ? lists them all', async () => {
    const { page, close } = await browser.openAs(null, '/design')
    const messages = page.getByRole('region', { name: 'Meldinger' })
    await page.getByLabel('Navn').focus()
    await page.keyboard.type('a?')
    expect(await messages.locator('p').count()).toBe(0)
    await page.getByRole('heading', { level: 1 }).focus()
    await page.keyboard.press('a')
    expect(await messages.locator('p').textContent()).toBe('Godkjenn')
    await page.keyboard.press('?')
    expect(
      await page.getByRole('dialog', { name: 'Taster på denne siden' }).locator('kbd').allInnerTexts(),
    ).toEqual(['a', '→', '?'])
    await close()
  })
})

describe.skipIf(!hasBrowser)('people', () => {
  let browser: TestBrowser

  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser?.close())

  test('somebody is invited, follows the link, makes a password and is in', async () => {
    const { page, close } = await browser.openAs('admin', '/organisation/people')
    await page.getByRole('button', { name: 'Inviter en person' }).click()
    await page.getByRole('textbox', { name: 'Navn' }).fill('Kari Nordmann')
    await page.getByRole('textbox', { name: 'E-post' }).fill('kari@eksempel.no')
    await page.getByRole('checkbox', { name: 'Observatør' }).check()
    await page.getByRole('button', { name: 'Lag invitasjon' }).click()
    const link = await page.getByLabel('Lenke').inputValue()
    await close()

    const guest = await browser.openAs(null, new URL(link).pathname)
    expect(await guest.page.locator('h1').textContent()).toBe('Velkommen til Første')
    await guest.page.getByLabel('Lag et passord').fill('tolv grønne båter')
    await guest.page.getByRole('button', { name: 'Godta og logg inn' }).click()
    await guest.page.getByRole('heading', { level: 1, name: 'Hei, Kari' }).waitFor()
    await guest.close()

    const again = await browser.openAs(null, new URL(link).pathname)
    expect(await again.page.locator('h1').textContent()).toBe('Invitasjonen gjelder ikke lenger')
    await again.close()
  })

  test('the last administrator cannot be removed, and the page says why', async () => {
    const { page, close } = await browser.openAs('admin', '/organisation/people')
    await page.getByRole('button', { name: 'Endre admin i Første' }).click()
    await page.getByRole('checkbox', { name: 'Administrator' }).uncheck()
    await page.getByRole('button', { name: 'Lagre' }).click()
    expect(await page.getByRole('alert').textContent()).toBe(
      'Organisasjonen må ha minst én aktiv administrator.',
    )
    await close()
  })

  test('the organisation gets another name, which stands on the page at once', async () => {
    const { page, errors, close } = await browser.openAs('admin', '/organisation/people')
    await page.getByRole('button', { name: 'Endre navnet på organisasjonen' }).click()
    const name = page.getByRole('textbox', { name: 'Navn' })
    expect(await name.inputValue()).toBe('Første')
    await name.fill('Kraft og Lys')
    await page.getByRole('button', { name: 'Lagre' }).click()
    await page.getByText('Hvem som kan logge inn hos Kraft og Lys').waitFor()
    const { client } = await browser.server.signIn('admin')
    await client.organisation.rename({ name: 'Første' })
    expect(errors).toEqual([])
    await close()
  })

  test('a session on another machine is ended from the account page', async () => {
    const { url } = browser.server
    const { email } = await browser.server.person('editor')
    const elsewhere = await signInForCookie(url, { email, password: testPassword })
    const seen = async (): Promise<number> =>
      (await fetch(`${url}/api/me`, { headers: { cookie: elsewhere } })).status
    expect(await seen()).toBe(200)
    const { page, close } = await browser.openAs('editor', '/account')
    await page
      .getByRole('button', { name: /^Avslutt økten/ })
      .last()
      .click()
    await page.getByText('Økten er avsluttet.').waitFor()
    expect(await page.getByText('Denne økten').count()).toBe(1)
    expect(await seen()).toBe(401)
    await close()
  })
})
