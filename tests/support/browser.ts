/**
 * The pages in a real browser over a real server: Debian's Chromium, the built web app, and a new context, with
 * its own cookies, width, scheme and language, for each visit.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Language } from '../../src/kernel/localized.ts'
import type { Role } from '../../src/organisation/rules/roles.ts'
import { startTestServer, type TestServer } from './server.ts'

/** `npm test` says where it found the browser. */
const executablePath = process.env.LYTTEPOST_CHROMIUM ?? '/usr/bin/chromium'
const root = new URL('../../', import.meta.url).pathname
const builds = join(root, '.cache/web')
const vite = join(root, 'node_modules/vite/bin/vite.js')
const pictures = join(root, '.cache/pictures')
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const switches = [
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

export async function startTestBrowser(): Promise<TestBrowser> {
  const server = await startTestServer({ webFolder: builtWeb() })
  const browser = await chromium.launch({ executablePath, args: switches })
  return {
    server,
    openAs: (role, path, visit = {}) => open({ browser, server }, { role, path, ...visit }),
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

type Opening = Visit & { readonly role: Role | null; readonly path: string }

async function open(world: { readonly browser: Browser; readonly server: TestServer }, opening: Opening) {
  const { width = desktop, scheme = 'light', language = 'nb', role } = opening
  const context = await world.browser.newContext({
    viewport: { width, height: width <= 480 ? 844 : 900 },
    colorScheme: scheme,
    locale: language,
    timezoneId: 'Europe/Oslo',
    hasTouch: width <= 480,
    isMobile: width <= 480,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  await context.addInitScript((chosen) => localStorage.setItem('lyttepost-language', chosen), language)
  if (role !== null) {
    const { client, cookie } = await world.server.signIn(role)
    await client.organisation.setLanguage({ language })
    await context.addCookies(cookiesOf(cookie, world.server.url))
  }
  const page = await context.newPage()
  const errors = watchErrors(page)
  await page.goto(world.server.url + opening.path)
  await settled(page)
  return { page, errors, close: () => context.close() }
}

function cookiesOf(cookie: string, url: string) {
  return cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url }
  })
}

function watchErrors(page: Page): readonly string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    // A refused request is also written by the browser; what the page makes of it is what counts.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text())
  })
  return errors
}

/** The title is there, nothing is loading, and the network is quiet. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  await expect.poll(() => page.locator('[aria-busy="true"]').count(), { timeout: 15_000 }).toBe(0)
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
  await page.evaluate(axeSource)
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

/** A picture of the whole page in `.cache/pictures/`, to be looked at. */
export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true, animations: 'disabled' })
}

/**
 * The web app as it would be released, in a folder named by its sources' last change: a test run never takes
 * the files of another one away. In a process of its own, for the test's mode would build React for development.
 */
function builtWeb(): string {
  const stamp = Math.max(...['web', 'src'].map((folder) => newest(join(root, folder))))
  const folder = join(builds, String(Math.round(stamp)))
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.${process.pid}`
  const env = { ...process.env, NODE_ENV: 'production' }
  const build = [vite, 'build', '--logLevel', 'error', '--outDir', unfinished]
  execFileSync(process.execPath, build, { cwd: root, env, stdio: 'inherit' })
  if (existsSync(folder)) rmSync(unfinished, { recursive: true })
  else renameSync(unfinished, folder)
  removeOldBuilds()
  return folder
}

const anHour = 3_600_000

function removeOldBuilds(): void {
  for (const name of readdirSync(builds)) {
    const folder = join(builds, name)
    if (statSync(folder).mtimeMs < Date.now() - anHour) rmSync(folder, { recursive: true, force: true })
  }
}

/** When anything in the folder was last changed, in milliseconds. */
function newest(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0)
}
