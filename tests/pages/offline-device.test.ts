/** What else can befall an observer's phone: it is killed, full, has two tabs, a wrong clock, or another person. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { toInstant } from '../../src/kernel/zone.ts'
import {
  executablePath,
  expectAccessible,
  expectNoSidewaysScroll,
  hasBrowser,
  sharedBrowser,
  switches,
  takePicture,
} from '../support/browser.ts'
import { startCuttingProxy } from '../support/cutting-proxy.ts'
import { clockEvent, type FieldWorld, makeFieldWorld, workingDayBack } from '../support/fieldwork-world.ts'
import {
  cookiesOf,
  keptContacts,
  type OfflinePhone,
  openPhone,
  programIsKept,
} from '../support/offline-phone.ts'
import { signInForCookie, startTestServer, type TestServer, testPassword } from '../support/server.ts'

/** On a machine with much else to do. */
const slowly = { timeout: 15_000 }

describe.skipIf(!hasBrowser)('an observer’s phone', () => {
  let server: TestServer
  let browser: Browser
  let world: FieldWorld
  const day = workingDayBack(2)

  beforeAll(async () => {
    server = await startTestServer({ webFolder: inject('webFolder') })
    browser = await sharedBrowser()
    world = await makeFieldWorld(server)
  })
  afterAll(async () => {
    for (const child of started) if (child.exitCode === null && child.signalCode === null) killGroup(child)
    for (const profile of profiles) rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    await server.close()
  })

  async function kindsOf(contactId: string): Promise<readonly string[]> {
    const { rows } = await world.run(
      'select kind from contact_event where contact_id = $1 order by recorded_at',
      [contactId],
    )
    return rows.map(({ kind }) => kind)
  }

  const start = (page: Page) => page.getByRole('button', { name: 'Start klokka og ring' })
  const human = (page: Page) => page.getByRole('button', { name: 'Et menneske svarte' })

  async function openAt(contactId: string): Promise<OfflinePhone> {
    const phone = await openPhone(browser, server, { day, time: '09:10' })
    await expect.poll(() => keptContacts(phone.page), slowly).toContain(contactId)
    await phone.page.goto(`${phone.network.url}/observe/${contactId}`)
    await start(phone.page).waitFor()
    return phone
  }

  test('that is killed without a network opens again without one, with the clock still going', async () => {
    const contactId = await world.contact(world.observerId, 'phone', day)
    const network = await startCuttingProxy(server.url)
    const profile = mkdtempSync(join(tmpdir(), 'lyttepost-phone-'))
    profiles.push(profile)
    const { cookie } = await server.signIn('observer')
    const open = async (time: string, path: string) => {
      const running = await startChromium(profile)
      const [context] = running.browser.contexts()
      await context!.addCookies(cookiesOf(cookie, network.url))
      const page = await context!.newPage()
      await page.clock.install({ time: toInstant(day, time) })
      await page.goto(network.url + path)
      return { ...running, page }
    }
    const first = await open('09:10', '/observe')
    await programIsKept(first.page)
    await expect.poll(() => keptContacts(first.page), slowly).toContain(contactId)
    await first.page.goto(`${network.url}/observe/${contactId}`)
    await start(first.page).waitFor()
    network.cut = 'before'
    await start(first.page).click()
    await first.page.getByRole('timer').waitFor()
    await first.kill()

    const second = await open('09:12', '/observe')
    await second.page.locator(`a[href="/observe/${contactId}"]`).click()
    await expect.poll(() => second.page.getByRole('timer').textContent(), slowly).toMatch(/^[12]:\d\d$/)
    await human(second.page).click()
    await second.page.getByRole('link', { name: 'Fyll ut skjemaet' }).waitFor()
    await second.kill()
    expect(await kindsOf(contactId)).toEqual([])

    network.cut = 'none'
    const third = await open('09:14', '/observe')
    await expect.poll(() => kindsOf(contactId), slowly).toEqual(['attemptStarted', 'humanReply'])
    await third.kill()
    await network.close()
  })

  test('with two tabs shows the same in both, and sends it once', async () => {
    const contactId = await world.contact(world.observerId, 'phone', day)
    const { page, context, network, heal, close } = await openAt(contactId)
    const other = await context.newPage()
    await other.clock.install({ time: toInstant(day, '09:10') })
    await other.goto(page.url())
    await start(other).waitFor()
    network.cut = 'before'
    await start(page).tap()
    await other.getByRole('timer').waitFor()
    await human(other).tap()
    await page.getByRole('link', { name: 'Fyll ut skjemaet' }).waitFor()
    await heal()
    await other.evaluate(() => window.dispatchEvent(new Event('online')))
    await expect.poll(() => kindsOf(contactId), slowly).toEqual(['attemptStarted', 'humanReply'])
    await close()
  })

  test('shows what is refused with the reason, gives it as a file, and the organiser is told the same', async () => {
    const contactId = await world.contact(world.observerId, 'phone', day)
    const { page, network, heal, close } = await openAt(contactId)
    network.cut = 'before'
    await start(page).tap()
    await page.getByRole('timer').waitFor()
    await human(page).tap()
    await page.getByRole('link', { name: 'Fyll ut skjemaet' }).waitFor()
    const { client: organiser } = await server.signIn('organiser')
    const { editionId } = world
    await organiser.fieldwork.exclude({ editionId, contactId, reason: 'Meldt stengt' })
    await heal()
    await page.getByText('2 ble avvist').waitFor()
    await page.getByRole('link', { name: 'Se hva som venter' }).tap()
    await page.getByRole('heading', { name: '2 ting er ikke sendt' }).waitFor()
    await page.getByText('tatt ut av undersøkelsen').first().waitFor()
    await takePicture(page, 'offline-unsent')
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Lagre som fil' }).tap(),
    ])
    const content = readFileSync(await download.path(), 'utf8')
    const { items } = await organiser.fieldwork.importUnsent({
      editionId,
      file: new File([content], 'f.json'),
    })
    expect(items.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['refused', 'event-refused'],
      ['refused', 'event-refused'],
    ])
    await page.reload()
    await page.getByRole('heading', { name: '2 ting er ikke sendt' }).waitFor()
    await close()
  })

  test('whose clock is ten minutes fast says so, and its times are put right', async () => {
    const contactId = await world.contact(world.observerId, 'phone', day)
    const { page, network, heal, close } = await openAt(contactId)
    network.cut = 'before'
    await start(page).tap()
    await page.getByRole('timer').waitFor()
    network.dateOffset = toInstant(day, '09:00').getTime() - Date.now()
    await heal()
    await page.getByText('Telefonens klokke går 10 min for fort').waitFor()
    await takePicture(page, 'offline-clock')
    await expect.poll(() => kindsOf(contactId), slowly).toEqual(['attemptStarted'])
    const { rows } = await world.run('select at, detail from contact_event where contact_id = $1', [
      contactId,
    ])
    const off = (rows[0].at.getTime() - toInstant(day, '09:00').getTime()) / 1000
    expect(Math.abs(off)).toBeLessThan(30)
    expect(Math.round(rows[0].detail.clockCorrectedBy / 60)).toBe(-10)
    await close()
  })

  test('that cannot keep anything says so, and still sends', async () => {
    for (const [broken, words] of [
      ['full', 'Telefonen har ikke mer plass'],
      ['missing', 'Nettleseren kan ikke lagre noe på telefonen'],
    ] as const) {
      const contactId = await world.contact(world.observerId, 'phone', day)
      const { page, network, heal, close } = await openPhone(browser, server, { day, time: '09:10' })
      await page.addInitScript((how) => {
        if (how === 'missing') Object.defineProperty(window, 'indexedDB', { value: undefined })
        else
          IDBObjectStore.prototype.put = () => {
            throw new DOMException('full', 'QuotaExceededError')
          }
      }, broken)
      await page.goto(`${network.url}/observe/${contactId}`)
      await start(page).waitFor()
      network.cut = 'before'
      await start(page).tap()
      await page.getByRole('timer').waitFor()
      await page.getByText(words).waitFor()
      await takePicture(page, `offline-${broken}`)
      await heal()
      await expect.poll(() => kindsOf(contactId), slowly).toEqual(['attemptStarted'])
      await close()
    }
  })

  test('moves what an earlier version kept in another place, and sends it', async () => {
    const contactId = await world.contact(world.observerId, 'phone', day)
    const { personId, client } = await server.signIn('observer')
    const { page, network, close } = await openPhone(browser, server, { day, time: '09:30' })
    const events = [clockEvent('attemptStarted', day, '09:10'), clockEvent('humanReply', day, '09:11')]
    const savedAt = toInstant(day, '09:20').toISOString()
    const draft = { answers: { callBack: 'yes' }, comments: {}, savedAt, sent: false }
    const name = `lyttepost-observe:${personId}:${contactId}`
    const old = [name, JSON.stringify({ events, draft })] as const
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), old)
    await page.goto(`${network.url}/observe`)
    await expect.poll(() => kindsOf(contactId), slowly).toEqual(['attemptStarted', 'humanReply'])
    expect(await page.evaluate((key) => localStorage.getItem(key), name)).toBeNull()
    const answers = async () => (await client.fieldwork.observe.get({ contactId })).draft?.answers
    await expect.poll(answers, slowly).toEqual({ callBack: 'yes' })
    await close()
  })

  test('loads a new version when it is asked to, and tells how it gets onto the home screen', async () => {
    const { page, network, close } = await openPhone(browser, server, { day, time: '09:10' })
    network.isNewVersion = true
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
    await page.getByText('Ny versjon er klar.').waitFor()
    await page.evaluate(() => Object.assign(window, { isOld: true }))
    await page.getByRole('button', { name: 'Last inn' }).tap()
    await page.waitForFunction(() => !('isOld' in window))
    await page.locator('h1').waitFor()
    expect(await page.getByText('Ny versjon er klar.').count()).toBe(0)
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'userAgent', { value: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0)' }),
    )
    await page.reload()
    await page.getByText('Legg til på Hjem-skjerm').waitFor()
    await takePicture(page, 'offline-install')
    await page.getByRole('button', { name: 'Ikke nå' }).tap()
    await page.getByText('Legg til på Hjem-skjerm').waitFor({ state: 'detached' })
    await close()
  })

  test('asks before signing out with something unsent, and shows nothing of it to the next person', async () => {
    const contactId = await world.contact(world.observerId, 'phone', day)
    await world.anotherObserver('neste@forste.example.no')
    const { page, context, network, close } = await openAt(contactId)
    network.cut = 'before'
    await start(page).tap()
    await page.getByRole('timer').waitFor()
    // Somebody else signs in on the same phone: nothing of the first one's is there, and nothing of it is lost.
    const email = 'neste@forste.example.no'
    const next = await signInForCookie(server.url, { email, password: testPassword })
    const mine = await context.cookies()
    await context.addCookies(cookiesOf(next, network.url))
    network.cut = 'none'
    await page.goto(`${network.url}/observe`)
    await page.getByText('Du har ingen henvendelser nå').waitFor()
    await page.goto(`${network.url}/observe/unsent`)
    await page.getByRole('heading', { name: 'Alt er sendt' }).waitFor()
    expect(await kindsOf(contactId)).toEqual([])

    network.cut = 'before'
    await context.clearCookies()
    await context.addCookies(mine)
    network.cut = 'none'
    await page.goto(`${network.url}/observe/${contactId}`)
    await expect.poll(() => kindsOf(contactId), slowly).toEqual(['attemptStarted'])
    network.cut = 'before'
    await human(page).tap()
    await page.getByRole('link', { name: 'Fyll ut skjemaet' }).waitFor()
    await page
      .getByRole('button', { name: /observer i Første|Konto/ })
      .first()
      .tap()
    await page.getByRole('button', { name: 'Logg ut' }).tap()
    await page.getByText('Én ting er ikke sendt. Logge ut likevel?').waitFor()
    await takePicture(page, 'offline-leave')
    await page.getByRole('button', { name: 'Logg ut og slett' }).tap()
    await page.getByRole('heading', { name: 'Logg inn' }).waitFor()
    expect(await keptContacts(page)).toEqual([])
    // The server is told as soon as it can be.
    network.cut = 'none'
    await page.goto(`${network.url}/observe`)
    await page.getByRole('heading', { name: 'Logg inn' }).waitFor()
    await close()
  })
})

const started: ChildProcess[] = []
const profiles: string[] = []

function killGroup(child: ChildProcess): void {
  process.kill(-child.pid!, 'SIGKILL')
}

/** A Chromium of its own on a profile that stays, which can be killed as a phone kills it. */
async function startChromium(profile: string) {
  const port = join(profile, 'DevToolsActivePort')
  rmSync(port, { force: true })
  const args = [...switches, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`]
  const child: ChildProcess = spawn(executablePath, args, { detached: true, stdio: 'ignore' })
  started.push(child)
  await expect
    .poll(() => existsSync(port) && readFileSync(port, 'utf8').includes('\n'), { timeout: 15_000 })
    .toBe(true)
  const [number] = readFileSync(port, 'utf8').split('\n')
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${number}`)
  return {
    browser,
    async kill() {
      const gone = new Promise((done) => child.once('exit', done))
      killGroup(child)
      await gone
      rmSync(join(profile, 'SingletonLock'), { force: true })
    },
  }
}
