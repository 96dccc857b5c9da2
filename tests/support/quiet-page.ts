/** When a page stands still: its title is there, nothing is loading, and no request is on its way. */
import type { Page, Request } from 'playwright-core'

const onTheWay = new WeakMap<Page, Set<Request>>()

/** Counts the page's requests from now on; to be called before it goes anywhere. */
export function watchTraffic(page: Page): void {
  const pending = new Set<Request>()
  onTheWay.set(page, pending)
  page.on('request', (request) => pending.add(request))
  page.on('requestfinished', (request) => pending.delete(request))
  page.on('requestfailed', (request) => pending.delete(request))
}

/** On a machine with much else to do. */
const patience = 120_000

/**
 * Waits until the page stands still: twice in a row, two frames apart, so that what an answer has set off
 * (drawing, and the request after it) has had its turn.
 *
 * @throws Error that names what the page still waited for
 */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  const end = Date.now() + patience
  for (let quiet = 0; quiet < 2; ) {
    const waitsFor = await whatItWaitsFor(page)
    quiet = waitsFor === undefined ? quiet + 1 : 0
    if (Date.now() > end) throw new Error(`${page.url()} does not stand still: ${waitsFor}`)
  }
}

async function whatItWaitsFor(page: Page): Promise<string | undefined> {
  const busy = await page.evaluate(afterTwoFrames)
  const [request] = onTheWay.get(page) ?? []
  if (request !== undefined) return `${request.method()} ${request.url()}`
  return busy > 0 ? `${busy} parts are busy` : undefined
}

/** Runs in the page. */
function afterTwoFrames(): Promise<number> {
  return new Promise((done) => {
    const count = () => done(document.querySelectorAll('[aria-busy="true"]').length)
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(count)))
  })
}
