/** Curation by keyboard in a real browser: the first grouping, merge and undo, split, the tray, and how quick it is. */
import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workOnTopics } from '../../src/understand/topics/index.ts'
import { isUnsure } from '../../src/understand/topics/rules/curation/unsure.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  hasBrowser,
  phone,
  startTestBrowser,
  type TestBrowser,
  takePicture,
} from '../support/browser.ts'
import { settled } from '../support/quiet-page.ts'
import { makeTopicsWorld } from '../support/topics-world.ts'

/** Nothing waits for the time to pass; a busy machine needs it. */
const patient = { timeout: 30_000 }

describe.skipIf(!hasBrowser)('curation', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
    await workOnTopics(browser.server.jobs, { db: browser.server.db })
  })
  afterAll(() => browser?.close())

  const rows = (page: Page) => page.locator('.lp-curate__row')
  const names = (page: Page) => page.locator('.lp-curate__name > span:not([class])').allTextContents()

  test('an empty log says where enquiries come from; a log that is in is grouped with one click', async () => {
    const { page, errors, close } = await browser.openAs('editor', '/understand/curate')
    expect(await page.getByRole('link', { name: 'Hent inn henvendelser' }).count()).toBe(1)
    await makeTopicsWorld(browser.server)
    const { db, organisations } = browser.server
    const { countTexts } = await import('../../src/understand/topics/index.ts')
    await countTexts(organisations[0], db)
    await page.reload()
    await settled(page)
    await page.getByRole('button', { name: 'Finn temaene' }).first().click()
    await page.getByRole('button', { name: 'Start' }).click()
    await expect.poll(() => rows(page).count(), { timeout: 120_000 }).toBeGreaterThan(3)
    expect(await page.locator('h1').textContent()).not.toContain('ingen')
    expect(errors).toEqual([])
    await close()
  })

  test('topics are merged, taken back, confirmed and named with keys alone', async () => {
    const { page, errors, close } = await browser.openAs('editor', '/understand/curate')
    const before = await names(page)
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('m')
    await expect.poll(() => names(page), patient).toHaveLength(before.length - 1)
    await page.keyboard.press('u')
    await expect.poll(async () => new Set(await names(page)), patient).toEqual(new Set(before))
    await page.keyboard.press('r')
    await page.getByRole('dialog').getByRole('textbox').waitFor()
    await page.keyboard.type('Hvorfor er regningen så høy?')
    await page.keyboard.press('Enter')
    await expect.poll(() => names(page), patient).toContain('Hvorfor er regningen så høy?')
    await page.keyboard.press('b')
    await expect
      .poll(() => page.getByText('Bekreftet: ', { exact: false }).count(), patient)
      .toBeGreaterThan(0)
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('Slå de merkede sammen').waitFor()
    await page.keyboard.press('Escape')
    await takePicture(page, 'curate-topics')
    await expectAccessible(page, 'the topics')
    expect(errors).toEqual([])
    await close()
  })

  test('the tray takes a text a key, on a phone too', async () => {
    const { client } = await browser.server.signIn('editor')
    const { db, organisations } = browser.server
    const { organisationId } = organisations[0]
    const { items } = await client.topics.list()
    const placedBefore = items.reduce((sum, line) => sum + line.confirmed, 0)
    // A topic of whose texts nobody is sure, as a grouping leaves them, and no others.
    const some = await client.topics.texts({ topicId: items[0]!.topicId, limit: 100 })
    const certainty = 0.3
    expect(isUnsure(certainty)).toBe(true)
    const nearest = items.slice(0, 3).map(({ topicId }, at) => ({ topicId, certainty: certainty - at / 10 }))
    await db
      .updateTable('text_topic')
      .set({ unsure: false })
      .where('organisation_id', '=', organisationId)
      .execute()
    for (const { textKey } of some.items)
      await db
        .updateTable('text_topic')
        .set({ unsure: true, certainty, nearest: JSON.stringify(nearest) })
        .where('organisation_id', '=', organisationId)
        .where('text_key', '=', textKey)
        .execute()
    const { page, errors, close } = await browser.openAs('editor', '/understand/curate?view=tray', {
      width: phone,
    })
    await page.locator('.lp-near').first().waitFor()
    expect(await page.locator('.lp-near').count()).toBe(3)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page, 'the tray')
    await takePicture(page, 'curate-tray')
    const shown = () => page.locator('#tray-text').textContent()
    const choices = [
      () => page.keyboard.press('1'),
      () => page.keyboard.press('2'),
      () => page.locator('.lp-near').first().click(),
    ]
    for (const choose of choices) {
      const before = await shown()
      await choose()
      await expect.poll(shown, patient).not.toBe(before)
    }
    const confirmed = async () =>
      (await client.topics.list()).items.reduce((sum, line) => sum + line.confirmed, 0)
    await expect.poll(confirmed, patient).toBe(placedBefore + 3)
    expect(errors).toEqual([])
    await close()
  })

  test('a split shows both parts and makes a topic of one', async () => {
    const { page, errors, close } = await browser.openAs('editor', '/understand/curate')
    const before = (await names(page)).length
    await page.keyboard.press('d')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Del temaet' }).waitFor({ timeout: 60_000 })
    expect(await dialog.getByRole('radio').count()).toBe(2)
    await expectAccessible(page, 'the split')
    await dialog.getByRole('button', { name: 'Del temaet' }).click()
    await expect.poll(() => names(page), patient).toHaveLength(before + 1)
    expect(errors).toEqual([])
    await close()
  })

  test('a key is on the screen soon: each step of a merge and its undo', async () => {
    const { page, close } = await browser.openAs('editor', '/understand/curate')
    // From the key as the page gets it to the frame after the list has changed: without the way to the browser.
    await page.evaluate(() => {
      let pressed = 0
      const waits: number[] = []
      Object.assign(window, { waits })
      window.addEventListener(
        'keydown',
        ({ timeStamp }) => {
          pressed = timeStamp
        },
        true,
      )
      const list = document.querySelector('.lp-curate__rows')!
      new MutationObserver((changes) => {
        if (
          pressed > 0 &&
          changes.some(({ addedNodes, removedNodes }) => addedNodes.length + removedNodes.length > 0)
        ) {
          const from = pressed
          pressed = 0
          requestAnimationFrame(() => setTimeout(() => waits.push(performance.now() - from)))
        }
      }).observe(list, { childList: true })
    })
    const before = await rows(page).count()
    for (let round = 0; round < 5; round++) {
      await page.keyboard.press('x')
      await page.keyboard.press('j')
      await page.keyboard.press('m')
      await expect.poll(() => rows(page).count(), patient).toBe(before - 1)
      await page.keyboard.press('u')
      await expect.poll(() => rows(page).count(), patient).toBe(before)
      await settled(page)
      await page.keyboard.press('k')
    }
    const waits = await page.evaluate(() => (window as unknown as { waits: number[] }).waits)
    expect(waits).toHaveLength(10)
    const sorted = waits.toSorted((one, other) => one - other)
    process.stdout.write(
      `a step of curation: ${Math.round(sorted[5]!)} ms in the median, ${Math.round(sorted.at(-1)!)} at most\n`,
    )
    await close()
  })

  test('texts that are moved leave at once, are there again when the step is refused or taken back', async () => {
    const { page, close } = await browser.openAs('editor', '/understand/curate')
    const shown = () => page.locator('.lp-texts__text').allTextContents()
    await page.locator('.lp-texts__row').nth(2).waitFor()
    const before = await shown()
    const choose = async () => {
      for (const at of [0, 1]) await page.locator('.lp-texts__row input').nth(at).check()
    }
    // The server gets no step before the test lets it: what is seen is what the page foresees.
    const asked: PromiseWithResolvers<Route>[] = [Promise.withResolvers(), Promise.withResolvers()]
    let count = 0
    await page.route('**/api/topics/decisions', (route) => asked[count++]!.resolve(route))
    await choose()
    await page.getByRole('button', { name: 'Hører ikke til her' }).click()
    await expect.poll(shown, patient).toEqual(before.slice(2))
    await (await asked[0]!.promise).abort()
    await expect.poll(shown, patient).toEqual(before)
    await choose()
    await page.getByRole('button', { name: 'Flytt 2 tekster' }).click()
    await page.getByRole('dialog').getByRole('combobox').press('Enter')
    await expect.poll(shown, patient).not.toContain(before[0])
    await (await asked[1]!.promise).continue()
    await settled(page)
    expect(await shown()).not.toContain(before[1])
    await page.unroute('**/api/topics/decisions')
    await page.keyboard.press('u')
    // Others may have left meanwhile: the topics learn from what a person places.
    await expect.poll(shown, patient).toEqual(expect.arrayContaining(before.slice(0, 2)))
    await close()
  })

  test('on a phone what can be done stands above the sections, and only when something is marked', async () => {
    const { page, close } = await browser.openAs('editor', '/understand/curate', { width: phone })
    const merge = page.getByRole('button', { name: 'Slå sammen' })
    await page.locator('.lp-curate__row').first().waitFor()
    expect(await merge.isVisible()).toBe(false)
    await page.locator('.lp-curate__row input').first().check()
    await merge.waitFor()
    const [act, sections] = [await merge.boundingBox(), await page.locator('.lp-sections').boundingBox()]
    expect(act!.y + act!.height).toBeLessThan(sections!.y)
    await expectNoSidewaysScroll(page)
    await page.locator('.lp-curate__topic').first().click()
    await page.getByRole('button', { name: 'Til listen' }).waitFor()
    expect(await merge.isVisible()).toBe(true)
    await close()
  })

  test('a suggestion is answered by key: yes can be taken back and is asked again, no stays', async () => {
    const { page, errors, close } = await browser.openAs('editor', '/understand/curate?view=suggestions')
    const cards = page.locator('.lp-suggestion')
    await cards.first().waitFor()
    const before = await cards.count()
    const first = await cards.first().locator('p').first().textContent()
    const texts = () => cards.locator('p:first-child').allTextContents()
    await page.keyboard.press('y')
    await expect.poll(texts, patient).not.toContain(first)
    await settled(page)
    await page.keyboard.press('u')
    await expect.poll(texts, patient).toContain(first)
    expect(await cards.count()).toBe(before)
    await settled(page)
    await page.keyboard.press('n')
    await expect.poll(texts, patient).not.toContain(first)
    await settled(page)
    await page.reload()
    await settled(page)
    expect(await texts()).not.toContain(first)
    expect(errors).toEqual([])
    await close()
  })

  test('what was decided can be read, with who and when', async () => {
    const { page, errors, close } = await browser.openAs('manager', '/understand/curate?view=history')
    await page.getByText('Slo sammen').first().waitFor()
    await page.getByText('angret').first().waitFor()
    await expectAccessible(page, 'the history')
    for (const view of ['suggestions', 'codes']) {
      await page.goto(`${browser.server.url}/understand/curate?view=${view}`)
      await settled(page)
      await expectAccessible(page, view)
    }
    expect(errors).toEqual([])
    await close()
  })
})
