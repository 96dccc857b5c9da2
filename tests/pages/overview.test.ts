import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, phone, startTestBrowser, type TestBrowser } from '../support/browser.ts'
import { makeOverviewWorld, type OverviewWorld } from '../support/overview-world.ts'
import { settled } from '../support/quiet-page.ts'

describe.skipIf(!hasBrowser)('the overview of enquiries', () => {
  let browser: TestBrowser
  let world: OverviewWorld
  let topics: Readonly<Record<'bill' | 'moving' | 'outage', string>>
  beforeAll(async () => {
    browser = await startTestBrowser()
    world = await makeOverviewWorld(browser.server)
    topics = {
      bill: await world.addTopic('Hvorfor er regningen så høy?'),
      moving: await world.addTopic('Flytting'),
      outage: await world.addTopic('Strømbrudd'),
    }
    const asked = (topicId: string, count: number, handle_seconds: number) =>
      Array.from({ length: count }, (_, at) => ({
        daysAgo: 2 + (at % 27),
        channel: at % 2 === 0 ? ('phone' as const) : ('email' as const),
        customer_key: `${topicId} ${at}`,
        handle_seconds,
        tried_self_service: at % 4 === 0,
        csat: at % 4 === 0 ? 0.25 : 0.75,
        topics: [{ topicId }],
      }))
    await world.add([
      ...asked(topics.bill, 60, 240),
      ...asked(topics.moving, 30, 600),
      ...asked(topics.outage, 10, 60),
    ])
  })
  afterAll(() => browser?.close())

  test('says how few questions are most of it, and every number opens its records', async () => {
    const { page, errors, close } = await browser.openAs('manager', '/understand')
    expect(await page.locator('h1').textContent()).toBe(
      'To spørsmål er tre firedeler av alt dere blir spurt om',
    )
    await page.getByText('Summen av temaene er alle henvendelsene: 100.').waitFor()
    const row = page.getByRole('row', { name: /Hvorfor er regningen så høy/ })
    expect(await row.textContent()).toMatch(/60,0\s%/)
    expect(await row.textContent()).not.toContain('nytt')
    await row.getByRole('link', { name: '60', exact: true }).click()
    await page.waitForURL(
      (url) =>
        url.pathname === '/understand/intake/enquiries' && url.searchParams.get('topic') === topics.bill,
    )
    expect(errors).toEqual([])
    await close()
  })

  test('keeps period and channel in the address', async () => {
    const { page, errors, close } = await browser.openAs('manager', '/understand')
    await page.getByLabel('Kanal', { exact: true }).selectOption('phone')
    await page.getByText('Summen av temaene er alle henvendelsene: 50.').waitFor()
    expect(new URL(page.url()).searchParams.get('channel')).toBe('phone')
    await page.reload()
    await page.getByText('Summen av temaene er alle henvendelsene: 50.').waitFor()
    expect(errors).toEqual([])
    await close()
  })

  test('orders by priority as the weights are moved, and takes on what has an owner', async () => {
    const { page, errors, close } = await browser.openAs('manager', '/understand/priority')
    const first = page.locator('tbody tr').first()
    expect(await first.textContent()).toContain('Flytting')
    await page.getByRole('slider', { name: /^Minutter/ }).fill('0')
    await expect.poll(() => first.textContent()).toContain('Hvorfor er regningen så høy?')
    expect(await first.getByRole('button', { name: 'Velg eier først' }).isDisabled()).toBe(true)
    await page.goto(`${browser.server.url}/understand/topics/${topics.bill}`)
    await settled(page)
    await page.getByRole('button', { name: 'Endre' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Eier').selectOption({ index: 1 })
    await dialog.getByLabel('Behovet bak').fill('Stole på regningen')
    await dialog.getByRole('button', { name: 'Lagre' }).click()
    await page.getByText('Stole på regningen').waitFor()
    await page.goto(`${browser.server.url}/understand/priority`)
    await page
      .getByRole('row', { name: /Hvorfor er regningen/ })
      .getByRole('button', { name: 'Ta fatt' })
      .click()
    await page
      .getByRole('row', { name: /Hvorfor er regningen/ })
      .getByRole('button', { name: 'Slipp' })
      .waitFor()
    expect(errors).toEqual([])
    await close()
  })

  test('puts a topic first by hand, with the reason for all to see', async () => {
    const { page, errors, close } = await browser.openAs('manager', '/understand/priority')
    await page
      .getByRole('row', { name: /Strømbrudd/ })
      .getByRole('button', { name: 'Sett plass' })
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Plass på listen').fill('1')
    expect(await dialog.getByRole('button', { name: 'Sett plassen' }).isDisabled()).toBe(true)
    await dialog.getByLabel('Hvorfor').fill('Lovet styret')
    await dialog.getByRole('button', { name: 'Sett plassen' }).click()
    await expect.poll(() => page.locator('tbody tr').first().textContent()).toContain('Lovet styret')
    expect(await page.locator('h1').textContent()).toContain('Strømbrudd')
    expect(errors).toEqual([])
    await close()
  })

  test('codes a sample by the keyboard alone', async () => {
    const { page, errors, close } = await browser.openAs('editor', '/understand/demand')
    await page.getByRole('button', { name: 'Trekk et utvalg' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Hvor mange').fill('10')
    await dialog.getByRole('button', { name: 'Trekk et utvalg' }).click()
    await page.getByRole('link', { name: 'Kod', exact: true }).click()
    await page.getByText('Nummer 1 av 10').waitFor()
    for (let at = 1; at <= 10; at++) {
      await page.getByText(`Nummer ${at} av 10`).waitFor()
      await page.keyboard.press(at <= 4 ? '2' : '1')
    }
    await page.getByRole('heading', { level: 1, name: 'Alle 10 er kodet' }).waitFor()
    await page.getByRole('link', { name: 'Til utvalgene' }).click()
    await page.getByRole('heading', { level: 1, name: '40 % av henvendelsene kunne vært unngått' }).waitFor()
    expect(errors).toEqual([])
    await close()
  })

  test('fits a phone, also the channels and one topic', async () => {
    const { page, errors, close } = await browser.openAs('manager', '/understand', { width: phone })
    for (const path of ['', '/channels', '/priority', `/topics/${topics.moving}`]) {
      await page.goto(`${browser.server.url}/understand${path}`)
      await settled(page)
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
      expect(sideways, path).toBe(false)
    }
    expect(errors).toEqual([])
    await close()
  })

  test('tells whoever only measures that this is for others', async () => {
    const { page, errors, close } = await browser.openAs('organiser', '/understand')
    expect(await page.locator('h1').textContent()).toBe('Denne delen er for dem som svarer kundene')
    expect(errors).toEqual([])
    await close()
  })
})
