/** An organiser makes an edition and shapes its method, in a real browser. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { referenceMethod } from '../../src/measure/edition/rules/reference/reference-method.ts'
import {
  desktop,
  expectAccessible,
  expectNoSidewaysScroll,
  hasBrowser,
  phone,
  startTestBrowser,
  type TestBrowser,
} from '../support/browser.ts'
import type { Client } from '../support/client.ts'
import { planningWorld } from '../support/planning-world.ts'
import { settled } from '../support/quiet-page.ts'

const parts = ['weights', 'questions', 'channels', 'season', 'scenarios', 'form', 'changes'] as const

describe.skipIf(!hasBrowser)('an edition in the browser', () => {
  let browser: TestBrowser
  let client: Client

  beforeAll(async () => {
    browser = await startTestBrowser()
    client = (await browser.server.signIn('organiser')).client
  })
  afterAll(() => browser?.close())

  const source = { kind: 'builtIn', method: 'reference' } as const
  const methodPath = (editionId: string, part: string) => `/measure/editions/${editionId}/method?part=${part}`
  const title = (page: Page) => page.getByRole('heading', { level: 1 }).textContent()

  test('is made from the reference method and leads to where it is in its year', async () => {
    const { page, errors, close } = await browser.openAs('organiser', '/measure/editions')
    await page.getByRole('button', { name: 'Ny utgave' }).first().click()
    await page.getByRole('button', { name: 'Lag utgaven' }).click()
    await page.getByText('Gi utgaven et navn.').waitFor()
    await page.getByLabel('Navn på utgaven').fill('Kundemøtet 2027')
    await page.getByRole('button', { name: 'Lag utgaven' }).click()
    await page.getByRole('heading', { level: 1, name: 'Kundemøtet 2027 forberedes' }).waitFor()
    await page.getByRole('heading', { name: 'Legg inn deltakerne' }).waitFor()
    expect(errors).toEqual([])
    await close()
  })

  test('is not made from a file whose points break an invariant, and each break is named', async () => {
    const questions = referenceMethod.questions.map((question) =>
      question.id === 'solution' ? { ...question, scored: false } : question,
    )
    const { page, close } = await browser.openAs('organiser', '/measure/editions')
    await page.getByRole('button', { name: 'Ny utgave' }).first().click()
    await page.getByLabel('Navn på utgaven').fill('Skjev')
    await page.getByLabel('En metodefil (JSON)').check()
    const buffer = Buffer.from(JSON.stringify({ ...referenceMethod, questions }))
    await page
      .getByLabel('Metodefil', { exact: true })
      .setInputFiles({ name: 'm.json', mimeType: 'application/json', buffer })
    await page.getByRole('button', { name: 'Lag utgaven' }).click()
    const refusal = page.getByRole('alert')
    await refusal.waitFor()
    expect(await refusal.textContent()).toContain('teller ikke med, men har svar med poeng.')
    expect((await client.edition.list()).items.map(({ name }) => name)).not.toContain('Skjev')
    await close()
  })

  test('shows a broken rule while the points are typed, and saves a mended method', async () => {
    const { editionId } = await client.edition.create({ name: 'Under arbeid', source })
    const { page, errors, close } = await browser.openAs('organiser', methodPath(editionId, 'questions'))
    expect(await title(page)).toBe('Metoden følger alle reglene')
    await page.getByRole('button', { name: /pris på deg som mulig kunde/ }).click()
    const best = page.getByLabel('Poeng for beste svar')
    await best.fill('40')
    await page.getByRole('heading', { level: 1, name: /regler i metoden er brutt/ }).waitFor()
    await page.getByText('«Helhetsinntrykket» er 37,5 % av poengene på «Telefon»').first().waitFor()
    await best.fill('18')
    await page.getByRole('heading', { level: 1, name: 'Metoden følger alle reglene' }).waitFor()
    await page.getByRole('button', { name: 'Lagre metoden' }).click()
    await page.getByText('Metoden er lagret som versjon 2.').waitFor()
    const { method } = await client.edition.method({ editionId })
    const valued = method.questions.find(({ id }) => id === 'valued')
    expect(valued?.options.map(({ points }) => points)).toEqual([18, 13.5, 9, 4.5, 0])
    expect(errors).toEqual([])
    await close()
  })

  test('keeps unsaved changes through a reload, and throws them away when asked', async () => {
    const { editionId } = await client.edition.create({ name: 'Avbrutt', source })
    const { page, close } = await browser.openAs('organiser', methodPath(editionId, 'season'))
    await page.getByLabel('Antall uker').fill('12')
    await page.getByText('Siste dag er 21. februar 2027').waitFor()
    await page.reload()
    await settled(page)
    expect(await page.getByLabel('Antall uker').inputValue()).toBe('12')
    await page.getByRole('button', { name: 'Forkast endringene' }).click()
    expect(await page.getByLabel('Antall uker').inputValue()).toBe('18')
    await close()
  })

  test('tells the second of two editors what to do, and loses nothing', async () => {
    const { editionId } = await client.edition.create({ name: 'To på en gang', source })
    const { page, close } = await browser.openAs('organiser', methodPath(editionId, 'season'))
    await page.getByLabel('Antall uker').fill('12')
    await client.edition.save({ editionId, revision: 1, method: { ...referenceMethod, methodVersion: '2' } })
    await page.getByRole('button', { name: 'Lagre metoden' }).click()
    await page.getByText(/Noen andre lagret metoden/).waitFor()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Last ned mine endringer' }).click(),
    ])
    expect(JSON.parse(readFileSync(await file.path(), 'utf8')).calendar.weeks).toBe(12)
    await page.getByRole('button', { name: 'Hent den nyeste' }).click()
    await page.getByRole('button', { name: 'Lagre metoden' }).waitFor({ state: 'detached' })
    expect(await page.getByLabel('Antall uker').inputValue()).toBe('18')
    await close()
  })

  test('moves a question with the keyboard alone', async () => {
    const { editionId } = await client.edition.create({ name: 'Tastatur', source })
    const { page, close } = await browser.openAs('organiser', methodPath(editionId, 'questions'))
    const rows = page.getByRole('region', { name: 'Velkomsten' }).locator('.lp-editor-row__text')
    const [first, second] = [await rows.nth(0).textContent(), await rows.nth(1).textContent()]
    await page.getByRole('button', { name: second ?? '' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Flytt opp' }).focus()
    await page.keyboard.press('Enter')
    expect([await rows.nth(0).textContent(), await rows.nth(1).textContent()]).toEqual([second, first])
    await close()
  })

  test('previews the form of each channel in each language, without points', async () => {
    const { editionId } = await client.edition.create({ name: 'Skjema', source })
    const { page, close } = await browser.openAs('organiser', methodPath(editionId, 'form'))
    const preview = page.getByRole('region', { name: 'Slik ser observatøren skjemaet' })
    await preview.getByLabel('Kanal', { exact: true }).selectOption('email')
    await preview.getByLabel('Språk').selectOption('nn')
    const form = page.locator('.lp-form-preview')
    await form.getByText('Slutta e-posten med ei helsing?').waitFor()
    expect(await form.textContent()).not.toContain('poeng')
    await close()
  })

  test('lets an area go with its questions and its weight to another one, and back again', async () => {
    const { editionId } = await client.edition.create({ name: 'Færre områder', source })
    const { page, errors, close } = await browser.openAs('organiser', methodPath(editionId, 'weights'))
    const areas = page.getByRole('region', { name: 'Områdene og vekten deres' })
    const names = () => areas.getByRole('heading', { level: 3 }).allTextContents()
    const before = await names()
    await page.getByRole('button', { name: 'Fjern: Velkomsten' }).click()
    await page.getByLabel('Flytt det til').selectOption('Kundebehandleren')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Fjern området' }).click()
    expect(await names()).toEqual(before.filter((name) => name !== 'Velkomsten'))
    expect(await areas.getByLabel('Vekt i prosent: Kundebehandleren').inputValue()).toBe('65')
    expect(await title(page)).toBe('Metoden følger alle reglene')
    await page
      .getByText('Velkomsten er fjernet.')
      .locator('..')
      .getByRole('button', { name: 'Angre' })
      .click()
    expect(await names()).toEqual(before)
    await page.getByRole('button', { name: 'Flytt ned: Ventetid' }).click()
    expect((await names()).slice(0, 2)).toEqual(['Velkomsten', 'Ventetid'])
    await page.getByRole('button', { name: 'Nytt område' }).click()
    await areas.getByLabel('Bokmål').last().fill('Oppfølging')
    await page.getByRole('button', { name: 'Lagre metoden' }).click()
    await page.getByText('Metoden er lagret som versjon 2.').waitFor()
    const { method } = await client.edition.method({ editionId })
    expect(method.areas.at(-1)).toMatchObject({ name: { nb: 'Oppfølging' }, weight: 0 })
    expect(method.questions).toEqual(referenceMethod.questions)
    expect(errors).toEqual([])
    await close()
  })

  test('keeps the bands side by side while they are cut, moved and removed', async () => {
    const { editionId } = await client.edition.create({ name: 'Nivåer', source })
    const { page, close } = await browser.openAs('organiser', methodPath(editionId, 'weights'))
    const bands = page.getByRole('region', { name: 'Scorenivåer' })
    await bands.getByRole('button', { name: 'Del i to: Under 70' }).click()
    await bands.getByLabel('Til under').last().fill('50')
    await bands.getByRole('button', { name: 'Fjern: 70 til under 80' }).click()
    expect(await title(page)).toBe('Metoden følger alle reglene')
    await page.getByRole('button', { name: 'Lagre metoden' }).click()
    await page.getByText('Metoden er lagret som versjon 2.').waitFor()
    const { bands: saved } = (await client.edition.method({ editionId })).method
    expect(saved.map(({ from, below }) => [from, below])).toEqual([
      [100, undefined],
      [80, 100],
      [50, 80],
      [0, 50],
    ])
    await close()
  })

  test('tells what is missing before fieldwork can start, and leads there', async () => {
    const { editionId } = await client.edition.create({ name: 'Ikke klar', source })
    const { page, close } = await browser.openAs('organiser', `/measure/editions/${editionId}`)
    await page.getByRole('button', { name: 'Start feltarbeidet' }).click()
    const dialog = page.getByRole('dialog', { name: /Feltarbeidet kan ikke starte ennå/ })
    expect(await dialog.getByRole('listitem').allTextContents()).toEqual([
      'Ingen deltakere er lagt inn',
      'Planen er ikke laget',
    ])
    await dialog.getByRole('link', { name: 'Planen er ikke laget' }).click()
    await page.waitForURL(/\/plan$/)
    await close()
  })

  test('tells what happens when fieldwork starts and ends; a locked method is text, not fields', async () => {
    const { editionId } = await planningWorld(browser.server, {
      participants: 1,
      observers: 4,
      names: 'løp ',
    })
    const { page, errors, close } = await browser.openAs('organiser', `/measure/editions/${editionId}`)
    expect(await page.getByRole('button', { name: 'Slett utgaven' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Start feltarbeidet' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/Observatørene ser oppdragene sine: 25 henvendelser mellom/).waitFor()
    await dialog.getByRole('button', { name: 'Start feltarbeidet' }).click()
    await page.getByRole('heading', { level: 1, name: /er i gang: 0 av 25 henvendelser er levert/ }).waitFor()
    await page.getByRole('button', { name: 'Avslutt feltarbeidet' }).click()
    expect((await dialog.getByRole('listitem').allTextContents())[0]).toBe('25 henvendelser er ikke levert.')
    for (const part of ['weights', 'channels', 'season'] as const) {
      await page.goto(new URL(methodPath(editionId, part), page.url()).href)
      await settled(page)
      await page.getByRole('heading', { level: 1, name: 'Metoden er låst' }).waitFor()
      expect(await page.locator('main').locator('input, textarea, select').count(), part).toBe(0)
    }
    expect(errors).toEqual([])
    await close()
  })

  test('is deleted after a question, and the list is without it', async () => {
    await client.edition.create({ name: 'Laget ved en feil', source })
    const { page, errors, close } = await browser.openAs('organiser', '/measure/editions')
    await page.getByRole('link', { name: 'Laget ved en feil' }).click()
    await page.getByRole('button', { name: 'Slett utgaven' }).click()
    const dialog = page.getByRole('dialog', { name: 'Slette Laget ved en feil?' })
    await dialog.getByText('Utgaven og metoden slettes for godt. Det kan ikke angres.').waitFor()
    await dialog.getByRole('button', { name: 'Slett utgaven' }).click()
    await page.getByText('Laget ved en feil er slettet.').waitFor()
    await page.getByRole('link', { name: 'Laget ved en feil' }).waitFor({ state: 'detached' })
    expect((await client.edition.list()).items.map(({ name }) => name)).not.toContain('Laget ved en feil')
    expect(errors).toEqual([])
    await close()
  })

  test('can be edited by everybody: each part of the editor, by turns on a desk and on a phone', async () => {
    const { editionId } = await client.edition.create({ name: 'I år', source })
    const { page, errors, close } = await browser.openAs('organiser', '/measure/editions')
    for (const [index, part] of parts.entries()) {
      await page.setViewportSize({ width: index % 2 === 0 ? desktop : phone, height: 844 })
      await page.goto(new URL(methodPath(editionId, part), page.url()).href)
      await settled(page)
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    }
    expect(errors).toEqual([])
    await close()
  })
})
