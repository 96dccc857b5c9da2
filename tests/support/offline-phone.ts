/** An observer's phone in a browser of its own: the app over a failing network, and a clock that the test moves. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { PlainDate } from '../../src/kernel/calendar.ts'
import { toInstant } from '../../src/kernel/zone.ts'
import { phone } from './browser.ts'
import { type CuttingProxy, startCuttingProxy } from './cutting-proxy.ts'
import type { TestServer } from './server.ts'

export type OfflinePhone = {
  readonly context: BrowserContext
  readonly page: Page
  readonly network: CuttingProxy
  readonly advance: (milliseconds: number) => Promise<void>
  /** The network is back, and the browser says so. */
  readonly heal: () => Promise<void>
  readonly close: () => Promise<void>
}

export const phoneScreen = {
  viewport: { width: phone, height: 844 },
  locale: 'nb',
  timezoneId: 'Europe/Oslo',
  hasTouch: true,
  isMobile: true,
  reducedMotion: 'reduce',
} as const

/** Signed in as the observer, the program on the device and the list on the screen, at a time of some day. */
export async function openPhone(
  browser: Browser,
  server: TestServer,
  at: { readonly day: PlainDate; readonly time: string },
): Promise<OfflinePhone> {
  const network = await startCuttingProxy(server.url)
  const context = await browser.newContext(phoneScreen)
  await context.addCookies(cookiesOf((await server.signIn('observer')).cookie, network.url))
  const page = await context.newPage()
  // On a machine with much else to do.
  page.setDefaultTimeout(60_000)
  await page.clock.install({ time: toInstant(at.day, at.time) })
  await page.goto(`${network.url}/observe`)
  await programIsKept(page)
  return { context, page, network, ...handsOn(page, network), close: () => closeAll(context, network) }
}

export function handsOn(page: Page, network: CuttingProxy): Pick<OfflinePhone, 'advance' | 'heal'> {
  return {
    advance: (milliseconds) => page.clock.fastForward(milliseconds),
    async heal() {
      network.cut = 'none'
      await page.evaluate(() => window.dispatchEvent(new Event('online')))
    },
  }
}

export function cookiesOf(cookie: string, url: string) {
  return cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url }
  })
}

/** The list stands on the screen, and the service worker has everything. */
export async function programIsKept(page: Page): Promise<void> {
  await page.locator('h1').waitFor()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
}

async function closeAll(context: BrowserContext, network: CuttingProxy): Promise<void> {
  await context.close()
  await network.close()
}

/** The assignments that lie on the device, by their contacts. */
export function keptContacts(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((found, failed) => {
        const opening = indexedDB.open('lyttepost-observe')
        opening.onerror = () => failed(opening.error)
        opening.onsuccess = () => {
          const all = opening.result.transaction('contacts').objectStore('contacts').getAll()
          all.onsuccess = () => {
            opening.result.close()
            found(all.result.filter(({ detail }) => detail).map(({ contactId }) => contactId))
          }
        }
      }),
  )
}

/** What was cut in this step really was: at least one request met its end. */
export async function expectCut(network: CuttingProxy, step: string): Promise<void> {
  let cuts = 0
  await expect
    .poll(
      () => {
        cuts += network.takeCuts()
        return cuts
      },
      { message: `nothing was cut: ${step}`, timeout: 8000 },
    )
    .toBeGreaterThan(0)
}
