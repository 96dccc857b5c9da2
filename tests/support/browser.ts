/**
 * The pages in a real browser over a real server: Debian's Chromium, the built web app, and for each visit a
 * context with its own cookies, storage, width, scheme and language. A tab whose visit is over is emptied and used
 * again for the next one of its kind: it has the program in its cache, as a second visit has, and a new tab costs
 * more than twice as much as a page in one that is there. One browser serves all files of a worker, and each file's
 * server has the address of the one before it.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import type { Language } from '../../src/kernel/localized.ts'
import type { Role } from '../../src/organisation/rules/roles.ts'
import { settled, watchTraffic } from './quiet-page.ts'
import { startTestServer, type TestServer } from './server.ts'

/** `npm test` says where it found the browser. */
export const executablePath = process.env.LYTTEPOST_CHROMIUM ?? '/usr/bin/chromium'
const root = new URL('../../', import.meta.url).pathname
const pictures = join(root, '.cache/pictures')
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Page tests need Chromium; where it is missing they are skipped, and the test run says so. */
export const hasBrowser = existsSync(executablePath)

export const phone = 390
export const desktop = 1280

export type Visit = {
  readonly width?: number
  readonly scheme?: 'light' | 'dark'
  readonly language?: Language
  /** The test sets the clock or adds scripts of its own, which stay: nobody gets the tab after it. */
  readonly ownTab?: boolean
}

export type Opened = {
  readonly page: Page
  /** Errors of the page: exceptions, refused content, failed requests; a test expects none. */
  readonly errors: readonly string[]
  readonly close: () => Promise<void>
}

export type TestBrowser = {
  readonly server: TestServer
  /** Opens a path as a role (or as nobody) and waits until the page stands still. */
  readonly openAs: (role: Role | null, path: string, visit?: Visit) => Promise<Opened>
  readonly close: () => Promise<void>
}

let launched: Promise<Browser> | undefined

/** The browser of this worker. It ends with the worker. */
export function sharedBrowser(): Promise<Browser> {
  launched ??= chromium.launch({ executablePath, args: switches })
  return launched
}

/** A context with its one page. */
type Tab = {
  readonly context: BrowserContext
  readonly page: Page
  /** Of the visit that is on. */
  errors: string[]
}

/** Emptied tabs by width, scheme and language. */
const idle = new Map<string, Tab[]>()
let lastPort: number | undefined

/** A server with the pages, and the browser of this worker. Costs what the server costs: next to nothing. */
export async function startTestBrowser(): Promise<TestBrowser> {
  const server = await startTestServer({ webFolder: inject('webFolder'), port: lastPort })
  lastPort = Number(new URL(server.url).port)
  const world: World = { browser: await sharedBrowser(), server, open: new Set() }
  return {
    server,
    openAs: (role, path, visit = {}) => open(world, { role, path, ...visit }),
    async close() {
      // Of a test that failed.
      for (const context of world.open) await context.close()
      await server.close()
    },
  }
}

type World = {
  readonly browser: Browser
  readonly server: TestServer
  /** Visits that are not over. */
  readonly open: Set<BrowserContext>
}

type Opening = Visit & { readonly role: Role | null; readonly path: string }
type Kind = Required<Pick<Visit, 'width' | 'scheme' | 'language'>>

async function open(world: World, opening: Opening): Promise<Opened> {
  const { width = desktop, scheme = 'light', language = 'nb', ownTab = false, role } = opening
  const kind = { width, scheme, language }
  const used = ownTab ? undefined : idle.get(JSON.stringify(kind))?.pop()
  const tab = used ?? (await newTab(world.browser, kind))
  const { context, page } = tab
  world.open.add(context)
  tab.errors = []
  if (role !== null) {
    const { client, cookie } = await world.server.signIn(role)
    await client.organisation.setLanguage({ language })
    await context.addCookies(cookiesOf(cookie, world.server.url))
  }
  await page.goto(world.server.url + opening.path)
  await settled(page)
  return {
    page,
    errors: tab.errors,
    async close() {
      world.open.delete(context)
      if (ownTab) await context.close()
      else await release(tab, kind, world.server.url)
    },
  }
}

async function newTab(browser: Browser, kind: Kind): Promise<Tab> {
  const { width, scheme, language } = kind
  const context = await browser.newContext({
    viewport: sizeOf(width),
    colorScheme: scheme,
    locale: language,
    timezoneId: 'Europe/Oslo',
    hasTouch: width <= 480,
    isMobile: width <= 480,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    serviceWorkers: 'block',
  })
  await context.addInitScript((chosen) => {
    if (!localStorage.getItem('lyttepost-language')) localStorage.setItem('lyttepost-language', chosen)
  }, language)
  const page = await context.newPage()
  // On a machine with much else to do.
  page.setDefaultTimeout(90_000)
  watchTraffic(page)
  const tab: Tab = { context, page, errors: [] }
  watchErrors(tab)
  return tab
}

const sizeOf = (width: number) => ({ width, height: width <= 480 ? 844 : 900 })

/** Nothing of a visit is left but the program in the cache. */
async function release(tab: Tab, kind: Kind, origin: string): Promise<void> {
  const { context, page } = tab
  for (const other of context.pages()) if (other !== page) await other.close()
  await context.setOffline(false)
  // An empty page of the same origin: another origin, or none, would begin a new process.
  await page.goto(`${origin}/api/health`)
  await page.evaluate(forgetStored)
  await context.clearCookies()
  await page.mouse.move(0, 0)
  await page.emulateMedia({ media: null, colorScheme: kind.scheme })
  await page.setViewportSize(sizeOf(kind.width))
  const key = JSON.stringify(kind)
  idle.set(key, [...(idle.get(key) ?? []), tab])
}

/** Runs in the page. By the debugger it would be one line, but a page with two of them loses its emulated media. */
async function forgetStored(): Promise<void> {
  localStorage.clear()
  sessionStorage.clear()
  for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name)
  for (const name of await caches.keys()) await caches.delete(name)
}

function cookiesOf(cookie: string, url: string) {
  return cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url }
  })
}

function watchErrors(tab: Tab): void {
  tab.page.on('pageerror', (error) => tab.errors.push(error.message))
  tab.page.on('console', (message) => {
    // A refused request is also written by the browser; what the page makes of it is what counts.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      tab.errors.push(message.text())
  })
}

const allRules = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}
const contrastOnly = { type: 'rule', values: ['color-contrast'] }

/** No violation of WCAG 2.2 A and AA that axe can find; names each with its place. */
export async function expectAccessible(
  page: Page,
  where = page.url(),
  rules: 'all' | 'contrast' = 'all',
): Promise<void> {
  // By the debugger, not by a script element: the page's own content policy stays as it is.
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axeSource)
  const results = await page.evaluate(
    (runOnly): Promise<AxeResults> =>
      // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the page's window
      (window as any).axe.run(document, { runOnly, resultTypes: ['violations'] }),
    rules === 'all' ? allRules : contrastOnly,
  )
  const found = results.violations.map(
    (violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  )
  expect(found, where).toEqual([])
}

/** Another scheme, drawn: what is measured next is not what was on its way out. */
export async function changeScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** Nothing sticks out to the side of the screen. */
export async function expectNoSidewaysScroll(page: Page, where = page.url()): Promise<void> {
  const [content, screen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  expect(content, where).toBeLessThanOrEqual(screen ?? 0)
}

/**
 * A picture of the whole page in `.cache/pictures/`, to be looked at: nothing is proved by it. `npm test` takes none
 * (LYTTEPOST_PICTURES=none), for drawing whole pages in full is a good part of what they cost.
 */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (process.env.LYTTEPOST_PICTURES === 'none') return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true, animations: 'disabled' })
}
