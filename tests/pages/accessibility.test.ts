/** Every route of the router, on a telephone and a desk, light and dark, in every language. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '../../src/kernel/localized.ts'
import type { Role } from '../../src/organisation/rules/roles.ts'
import {
  desktop,
  expectAccessible,
  expectNoSidewaysScroll,
  hasBrowser,
  phone,
  startTestBrowser,
  type TestBrowser,
} from '../support/browser.ts'
import { type RouteOnTest, routesOnTest } from '../support/routes.ts'

const looks = [
  { width: phone, scheme: 'light' },
  { width: phone, scheme: 'dark' },
  { width: desktop, scheme: 'light' },
  { width: desktop, scheme: 'dark' },
] as const

describe.skipIf(!hasBrowser)('every page', () => {
  let browser: TestBrowser
  let routes: readonly RouteOnTest[]

  beforeAll(async () => {
    browser = await startTestBrowser()
    routes = await routesOnTest(browser.server)
  })
  afterAll(() => browser?.close())

  test.each(looks)(
    'has one title, no violation and nothing sticking out at $width px, $scheme',
    async ({ width, scheme }) => {
      for (const { role, path } of routes) {
        const { page, errors, close } = await browser.openAs(role, path, { width, scheme })
        const where = `${path} as ${role ?? 'nobody'}`
        expect(await page.locator('h1').count(), `titles of ${where}`).toBe(1)
        await expectNoSidewaysScroll(page, where)
        await expectAccessible(page, where)
        expect(errors, `errors on ${where}`).toEqual([])
        await close()
      }
    },
    600_000,
  )

  test('is told in each language, and says which', async () => {
    for (const language of languages) {
      const { page, close } = await browser.openAs('admin' satisfies Role, '/organisation/people', {
        language,
      })
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      const title = { nb: 'Folk og roller', nn: 'Folk og roller', en: 'People and roles' }[language]
      expect(await page.locator('h1').textContent()).toBe(title)
      await close()
    }
  })
})
