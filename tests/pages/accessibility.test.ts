/** Every route of the router, on a telephone and a desk, light and dark, and in every language. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '../../src/kernel/localized.ts'
import {
  changeScheme,
  desktop,
  expectAccessible,
  expectNoSidewaysScroll,
  hasBrowser,
  phone,
  startTestBrowser,
  type TestBrowser,
} from '../support/browser.ts'
import { parametersOnTest, routePaths, visitorOf } from '../support/routes.ts'

describe.skipIf(!hasBrowser)('every page', () => {
  let browser: TestBrowser
  let filledIn: (path: string) => string

  beforeAll(async () => {
    browser = await startTestBrowser()
    filledIn = await parametersOnTest(browser.server)
  })
  afterAll(() => browser?.close())

  test.each([...routePaths(), '/there-is-no-such-page'])(
    '%s has one title, no violation, and fits a phone and a desk, light and dark',
    async (path) => {
      const { page, errors, close } = await browser.openAs(visitorOf(path), filledIn(path))
      for (const width of [desktop, phone]) {
        await page.setViewportSize({ width, height: 844 })
        expect(await page.locator('h1').count()).toBe(1)
        await expectNoSidewaysScroll(page, `at ${width} px`)
        await changeScheme(page, 'light')
        await expectAccessible(page, `at ${width} px, light`)
        // Only colours differ between the schemes.
        await changeScheme(page, 'dark')
        await expectAccessible(page, `at ${width} px, dark`, 'contrast')
      }
      expect(errors).toEqual([])
      await close()
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
