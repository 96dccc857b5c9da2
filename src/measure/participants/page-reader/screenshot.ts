/**
 * A picture of a page as it was, when Chromium is installed. Scripts are off and every request goes through the
 * reader's own guarded source, so that a page can show the browser nothing that the reader may not see.
 */
import { existsSync } from 'node:fs'
import type { Browser, Route } from 'playwright-core'
import type { PageSource } from './fetched.ts'

export type TakePicture = (url: string) => Promise<Buffer | null>
export type Camera = { readonly picture: TakePicture; readonly close: () => Promise<void> }

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const patience = 10_000

/** A camera that gives null for every page when there is no browser. The browser starts at the first picture. */
export async function openCamera(source: PageSource): Promise<Camera> {
  const executablePath = browsers.find((path) => existsSync(path))
  if (!executablePath) return { picture: async () => null, close: async () => {} }
  let started: Promise<Browser> | undefined
  const start = async () => {
    const { chromium } = await import('playwright-core')
    return chromium.launch({ executablePath, args: flags })
  }
  return {
    async picture(url) {
      started ??= start()
      return takePicture(await started, url, source)
    },
    async close() {
      await (await started)?.close()
    },
  }
}

async function takePicture(browser: Browser, url: string, source: PageSource): Promise<Buffer | null> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 900 },
  })
  try {
    const page = await context.newPage()
    await page.route('**/*', (route) => answer(route, source))
    await page.goto(url, { timeout: patience, waitUntil: 'domcontentloaded' })
    return await page.screenshot({ type: 'jpeg', quality: 55, timeout: patience })
  } catch (error) {
    // A picture is an extra: a page that cannot be drawn is still read. Anything but the browser's own error is a bug.
    if (error instanceof Error && /page\.|Timeout|net::/.test(error.message)) return null
    throw error
  } finally {
    await context.close()
  }
}

/** Pages through the guarded source; pictures, fonts and style sheets of strangers are left out. */
async function answer(route: Route, source: PageSource): Promise<void> {
  if (route.request().resourceType() !== 'document') return route.abort()
  const fetched = await source.open(route.request().url())
  if (!fetched.ok) return route.abort()
  await route.fulfill({ contentType: 'text/html; charset=utf-8', body: fetched.html })
}
