/** Pages from the open internet: guarded addresses, robots.txt, at most 5 redirects, 5 MB and 10 seconds a page. */
import robots from 'robots-parser'
import { Agent, fetch, type Response } from 'undici'
import { type AddressRule, checkedLookup, openInternet, refusedAddress } from './address-guard.ts'
import { decodeHtml } from './decode-html.ts'
import type { Fetched, PageSource, Refusal, RefusalReason } from './fetched.ts'

/** The package is CommonJS with the types of an ES module: at run time the import is the function itself. */
const robotsParser = robots as unknown as typeof robots.default

export const readerName = 'LyttepostBot'
const userAgent = `Mozilla/5.0 (compatible; ${readerName}/1.0; reads public contact details for service measurement)`
const mostRedirects = 5
const mostBytes = 5_000_000
const mostRobotsBytes = 500_000
const patience = 10_000

type Bytes = { readonly ok: true; readonly url: string; readonly bytes: Uint8Array; readonly type: string }

/** A source over the network. `rule` widens what may be reached; only tests give one. */
export function webSource(rule: AddressRule = openInternet): PageSource {
  const agent = new Agent({ connect: { lookup: checkedLookup(rule), timeout: patience }, connections: 4 })
  const allowed = robotsOf((url) => follow(url, agent, rule, async () => true, mostRobotsBytes))
  return {
    async open(url) {
      const answer = await follow(url, agent, rule, allowed, mostBytes)
      if (!answer.ok) return answer
      if (answer.type !== '' && !/html|xml|text\/plain/i.test(answer.type))
        return refusal(answer.url, 'not-html', answer.type)
      return { ok: true, url: answer.url, html: decodeHtml(answer.bytes, answer.type) }
    },
    close: () => agent.destroy(),
  }
}

function refusal(url: string, reason: RefusalReason, detail = ''): Refusal {
  return { ok: false, url, reason, detail }
}

async function follow(
  start: string,
  agent: Agent,
  rule: AddressRule,
  allowed: (url: string) => Promise<boolean>,
  limit: number,
): Promise<Bytes | Refusal> {
  const signal = AbortSignal.timeout(patience)
  let url = start
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const forbidden = refusedAddress(url, rule)
    if (forbidden) return refusal(url, forbidden.reason, forbidden.detail)
    const reached = await once(url, { agent, signal, allowed })
    if (!(reached instanceof Object && 'response' in reached)) return reached
    const { response } = reached
    const target = response.headers.get('location')
    if (response.status < 300 || response.status >= 400 || !target) return body(url, response, limit)
    await response.body?.cancel()
    if (!URL.canParse(target, url)) return refusal(url, 'invalid-address', target.slice(0, 100))
    url = new URL(target, url).href
  }
  return refusal(start, 'redirects')
}

type Trip = {
  readonly agent: Agent
  readonly signal: AbortSignal
  readonly allowed: (url: string) => Promise<boolean>
}

async function once(
  url: string,
  { agent, signal, allowed }: Trip,
): Promise<{ readonly response: Response } | Refusal> {
  try {
    if (!(await allowed(url))) return refusal(url, 'robots')
    const headers = {
      'user-agent': userAgent,
      accept: 'text/html,application/xhtml+xml;q=0.9',
      'accept-language': 'nb,nn;q=0.9,no;q=0.8,en;q=0.5',
    }
    return { response: await fetch(url, { dispatcher: agent, redirect: 'manual', signal, headers }) }
  } catch (error) {
    return failed(url, error)
  }
}

async function body(url: string, response: Response, limit: number): Promise<Bytes | Refusal> {
  if (response.status >= 400) {
    await response.body?.cancel()
    return refusal(url, 'status', String(response.status))
  }
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of response.body ?? []) {
      size += (part as Uint8Array).length
      if (size > limit) return refusal(url, 'too-large')
      parts.push(part as Uint8Array)
    }
  } catch (error) {
    return failed(url, error)
  }
  return { ok: true, url, bytes: Buffer.concat(parts), type: response.headers.get('content-type') ?? '' }
}

/** The network's own errors as answers; anything else is a bug and goes on. */
function failed(url: string, error: unknown): Refusal {
  if (error instanceof DOMException && error.name === 'TimeoutError') return refusal(url, 'timeout')
  const cause = (error as { cause?: unknown }).cause ?? error
  const {
    code = '',
    address = '',
    message = '',
  } = cause as { code?: string; address?: string; message?: string }
  if (code === 'PRIVATE_ADDRESS') return refusal(url, 'private-address', address)
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return refusal(url, 'unknown-host', code)
  if (/TIMEOUT/.test(code)) return refusal(url, 'timeout', code)
  if (code !== '' || error instanceof TypeError) return refusal(url, 'unreachable', code || message)
  throw error
}

/** RFC 9309: no robots.txt (4xx) allows all; one that cannot be given (5xx) forbids all. Read once a host. */
function robotsOf(read: (url: string) => Promise<Bytes | Refusal>): (url: string) => Promise<boolean> {
  const known = new Map<string, Promise<(url: string) => boolean>>()
  const load = async (origin: string): Promise<(url: string) => boolean> => {
    const file = await read(`${origin}/robots.txt`)
    if (!file.ok) return () => !(file.reason === 'status' && file.detail.startsWith('5'))
    const rules = robotsParser(`${origin}/robots.txt`, decodeHtml(file.bytes, file.type))
    return (url) => rules.isAllowed(url, readerName) ?? true
  }
  return async (url) => {
    const { origin } = new URL(url)
    if (!known.has(origin)) known.set(origin, load(origin))
    return (await known.get(origin)!)(url)
  }
}

export type { Fetched }
