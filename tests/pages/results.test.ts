import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
import { makeResultsWorld, type ResultsWorld, readsFor } from '../support/results-world.ts'

describe.skipIf(!hasBrowser)('results', () => {
  let browser: TestBrowser
  let world: ResultsWorld
  let start: string
  beforeAll(async () => {
    browser = await startTestBrowser()
    world = await makeResultsWorld(browser.server, 3)
    start = `/measure/editions/${world.editionId}/results`
  })
  afterAll(() => browser?.close())

  test.each([
    ['nb', /^Fjordlinja leder, men (én annen|\d andre) kan også være best$/],
    ['nn', /^Fjordlinja leier, men (éin annan|\d andre) kan òg vere best$/],
    ['en', /^Fjordlinja leads, but (one other|\d others) can also be best$/],
  ] as const)('in %s the title says who leads and how many others can be best', async (language, finding) => {
    const { page, errors, close } = await browser.openAs('organiser', start, { language })
    expect(await page.locator('h1').textContent()).toMatch(finding)
    expect(await page.locator('.lp-rank tbody tr').count()).toBe(6)
    expect(errors).toEqual([])
    await close()
  })

  test('a participant’s page says its place of how many; on a phone only the first part is open', async () => {
    const path = `${start}/${world.participants.get('Vidde')}`
    const { page, errors, close } = await browser.openAs('organiser', path, { width: phone })
    await page.getByText('Plass blant alle').waitFor()
    expect(await page.locator('.lp-figure__value').last().textContent()).toMatch(/^\d av 6$/)
    const parts = page.locator('details.lp-on-page__part')
    const open = () => parts.evaluateAll((all) => all.map((part) => (part as HTMLDetailsElement).open))
    expect((await open()).filter(Boolean)).toHaveLength(1)
    await page.getByRole('link', { name: 'Kanaler', exact: true }).click()
    await page.locator('#channels table').first().waitFor()
    expect((await open()).filter(Boolean)).toHaveLength(2)
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(9000)
    expect(errors).toEqual([])
    await close()
  })

  test('in a table that scrolls sideways the names stay, and the whole row is still the way to its page', async () => {
    const { page, close } = await browser.openAs('organiser', start, { width: phone })
    const row = page.getByRole('table', { name: 'Alle tallene' }).locator('tbody tr').first()
    const name = row.locator('th')
    const before = (await name.boundingBox())!.x
    await row.locator('td').last().scrollIntoViewIfNeeded()
    expect((await name.boundingBox())!.x).toBeCloseTo(before, 0)
    await row.locator('td').last().click()
    await page.getByText('Plass blant alle').waitFor()
    await close()
  })

  test('the ranking on a phone tells the likely places too', async () => {
    const { page, close } = await browser.openAs('organiser', start, { width: phone })
    const ranking = page.locator('.lp-rank').first()
    await ranking.getByText('Trolig plass').waitFor()
    expect(await ranking.locator('tbody td:nth-child(4)').first().isVisible()).toBe(true)
    await close()
  })

  test.each([
    [phone, 'light'],
    [desktop, 'dark'],
  ] as const)('every page is accessible and fits at %d, %s', async (width, scheme) => {
    const { page, errors, close } = await browser.openAs('organiser', start, { width, scheme })
    const contact = world.contacts.find(({ participant }) => participant === 'Vidde')!
    const pages = [
      ['results', ''],
      ['participant', `/${world.participants.get('Vidde')}`],
      ['submissions', '/submissions?channel=chat'],
      ['submission', `/submissions/${contact.contactId}`],
    ] as const
    for (const [name, path] of pages) {
      await page.goto(browser.server.url + start + path)
      await settled(page)
      await expectAccessible(page, `${name} ${width} ${scheme}`)
      await expectNoSidewaysScroll(page, `${name} ${width}`)
      await takePicture(page, `results-${name}-${width}-${scheme}`)
    }
    expect(errors).toEqual([])
    await close()
  })

  test('class, channel and figure stand in the address and choose what is ranked', async () => {
    const { page, close } = await browser.openAs('organiser', start)
    await page.getByLabel('Klasse', { exact: true }).first().selectOption('Reise')
    await page.waitForURL(/class=Reise/)
    expect(await page.locator('.lp-rank tbody tr').count()).toBe(5)
    await page.getByLabel('Kanal', { exact: true }).selectOption('chat')
    await page.getByLabel('Tall', { exact: true }).selectOption('answered')
    await page.waitForURL(/figure=answered/)
    await page.reload()
    await settled(page)
    expect(await page.getByRole('heading', { name: 'Rangering i klassen Reise' }).count()).toBe(1)
    expect(await page.locator('.lp-rank thead').textContent()).toContain('Score for besvarte')
    await close()
  })

  test('from the ranking to a participant, from a figure to its submissions, and to a single form', async () => {
    const { page, close } = await browser.openAs('organiser', start)
    await page.locator('.lp-rank').getByRole('link', { name: 'Vidde' }).click()
    await page.getByRole('heading', { level: 1, name: /Vidde er nummer/ }).waitFor()
    await page.getByRole('link', { name: 'Se alle 7 besvarelser' }).click()
    await page.getByRole('heading', { level: 1, name: '7 besvarelser' }).waitFor()
    await page.getByRole('button', { name: 'Fjern Vidde' }).click()
    await page.getByRole('heading', { level: 1, name: '42 besvarelser' }).waitFor()
    await page.locator('tbody').getByRole('link').first().click()
    await page.getByRole('heading', { level: 1, name: /Henvendelse 1/ }).waitFor()
    await close()
  })

  test('the organiser shares the results, and then the participant sees its own', async () => {
    const organiser = await browser.openAs('organiser', start)
    const reader = await browser.server.person('participant')
    await readsFor(browser.server, world, reader.personId, { name: 'Fjordlinja' })
    const before = await browser.openAs('participant', start)
    expect(await before.page.getByRole('alert').textContent()).toContain('Resultatene er ikke delt ennå')
    await before.close()
    await organiser.page.getByRole('button', { name: 'Del med deltakerne' }).click()
    await organiser.page.getByRole('dialog').getByRole('button', { name: 'Del med deltakerne' }).click()
    await organiser.page.getByText('Delt med deltakerne', { exact: true }).waitFor()
    await organiser.close()
    const after = await browser.openAs('participant', start)
    expect(await after.page.locator('h1').textContent()).toMatch(/^Fjordlinja er nummer \d av 6, trolig/)
    expect(await after.page.getByText('Havblikk').count()).toBe(0)
    await expectAccessible(after.page)
    await after.close()
  })
})
