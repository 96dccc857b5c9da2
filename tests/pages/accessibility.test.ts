/** Every route of the router, on a telephone and a desk, light and dark, and in every language. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '../../src/kernel/localized.ts'
import type { Role } from '../../src/organisation/rules/roles.ts'
import {
  changeScheme,
  desktop,
  expectAccessible,
  expectNoSidewaysScroll,
  hasBrowser,
  type Opened,
  phone,
  startTestBrowser,
  type TestBrowser,
} from '../support/browser.ts'
import { settled } from '../support/quiet-page.ts'
import { parametersOnTest, routePaths, visitorOf } from '../support/routes.ts'

describe.skipIf(!hasBrowser)('every page', () => {
  let browser: TestBrowser
  let filledIn: (path: string) => string

  beforeAll(async () => {
    browser = await startTestBrowser()
    filledIn = await parametersOnTest(browser.server)
  })
  afterAll(() => browser?.close())

  /** Each visitor keeps a page, as somebody does who goes from one to the next. */
  const visits = new Map<Role | null, Promise<Opened>>()
  function visitBy(role: Role | null, path: string): Promise<Opened> {
    const visit = visits.get(role) ?? browser.openAs(role, path)
    visits.set(role, visit)
    return visit
  }

  test.each([...routePaths(), '/there-is-no-such-page'].map((path, index) => ({ path, index })))(
    '$path has one title, no violation, and fits a phone and a desk, light and dark',
    async ({ path, index }) => {
      const { page, errors } = await visitBy(visitorOf(path), filledIn(path))
      // Nynorsk and English in turn beside bokmål, which the other tests read: words differ in length.
      await page.evaluate(
        (language) => localStorage.setItem('lyttepost-language', language),
        languages[index % 3]!,
      )
      await page.goto(browser.server.url + filledIn(path))
      await settled(page)
      for (const width of [desktop, phone]) {
        await page.setViewportSize({ width, height: 844 })
        expect(await page.locator('h1').count()).toBe(1)
        await expectNoSidewaysScroll(page, `at ${width} px`)
        await changeScheme(page, 'light')
        await expectAccessible(page, `at ${width} px, light`)
        // Only colours differ between the schemes, and they are the same ones on the phone and the desk.
        if (width !== (index % 2 ? desktop : phone)) continue
        await changeScheme(page, 'dark')
        await expectAccessible(page, `at ${width} px, dark`, 'contrast')
      }
      expect(errors).toEqual([])
    },
  )

  test.each(languages)('a page is told in %s, and says so', async (language) => {
    const { page, close } = await browser.openAs('admin', '/organisation/people', { language })
    const title = { nb: 'Folk og roller', nn: 'Folk og roller', en: 'People and roles' }[language]
    const button = { nb: 'Inviter en person', nn: 'Inviter ein person', en: 'Invite a person' }[language]
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await page.locator('h1').textContent()).toBe(title)
    expect(await page.getByRole('button', { name: button }).count()).toBe(1)
    await close()
  })
})
