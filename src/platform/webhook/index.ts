/**
 * Tells a program of somebody else that something has happened: one signed POST to an address on the open internet.
 * The signature is over the moment and the body, so that neither can be changed nor an old one be sent again:
 * `Lyttepost-Signature: t=<seconds since 1970>,v1=<hex HMAC-SHA256 of "<t>.<body>">`.
 */
import { createHmac } from 'node:crypto'
import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent, request } from 'undici'
import { addressesOf, isPublicAddress } from '../address/index.ts'

const patienceMs = 10_000

export type Posted = {
  readonly ok: boolean
  /** The status that came back, or why none did; never what the answer said. */
  readonly outcome: string
}

/** @example signatureOf('secret', 1700000000, '{}') // 't=1700000000,v1=…' */
export function signatureOf(secret: string, seconds: number, body: string): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
}

export type Post = {
  readonly url: string
  readonly secret: string
  readonly body: string
  readonly now: Date
  /** Names of hosts that may lie on a closed network. */
  readonly allowedHosts: readonly string[]
}

type Addressed = Pick<Post, 'url' | 'allowedHosts'>

/**
 * What is wrong with an address that somebody wants to be told at, as far as can be seen before anything is sent. A name
 * that nobody knows now may be known when it is needed: that is no reason.
 */
export async function addressProblem({
  url,
  allowedHosts,
}: Addressed): Promise<'credentials' | 'private-address' | undefined> {
  const refused = refusedAsWritten({ url, allowedHosts })
  if (refused || isAllowedHost({ url, allowedHosts })) return refused
  const found = await addressesOf(bare(new URL(url).hostname))
  return found.every(isPublicAddress) ? undefined : 'private-address'
}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '')
const isAllowedHost = ({ url, allowedHosts }: Addressed): boolean =>
  allowedHosts.includes(new URL(url).hostname.toLowerCase())

/** Without looking any name up. */
function refusedAsWritten({ url, allowedHosts }: Addressed): 'credentials' | 'private-address' | undefined {
  const { hostname, username, password } = new URL(url)
  if (username !== '' || password !== '') return 'credentials'
  const literal = bare(hostname)
  const isPrivate = isIP(literal) !== 0 && !isPublicAddress(literal)
  return isPrivate && !isAllowedHost({ url, allowedHosts }) ? 'private-address' : undefined
}

/** Follows no redirect: where it leads has not been agreed. */
export async function postSigned({ url, secret, body, now, allowedHosts }: Post): Promise<Posted> {
  const refused = refusedAsWritten({ url, allowedHosts })
  if (refused) return { ok: false, outcome: refused }
  const isAllowed = isAllowedHost({ url, allowedHosts })
  const agent = new Agent({ connect: { timeout: patienceMs, lookup: isAllowed ? lookup : publicLookup } })
  const seconds = Math.floor(now.getTime() / 1000)
  try {
    const answer = await request(url, {
      method: 'POST',
      dispatcher: agent,
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Lyttepost',
        'lyttepost-signature': signatureOf(secret, seconds, body),
      },
      body,
    })
    await answer.body.dump()
    return { ok: answer.statusCode >= 200 && answer.statusCode < 300, outcome: `HTTP ${answer.statusCode}` }
  } catch (error) {
    return { ok: false, outcome: reasonOf(error) }
  } finally {
    await agent.close().catch(() => undefined)
  }
}

/** The address is looked up once, judged, and the connection made to the very one that was judged. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '')
    if (addresses.some(({ address }) => !isPublicAddress(address)))
      return callback(Object.assign(new Error('private address'), { code: 'private-address' }), '')
    if (options.all) return callback(null, addresses)
    callback(null, addresses[0]?.address ?? '', addresses[0]?.family)
  })
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'timeout'
  if (typeof error === 'object' && error !== null && 'code' in error) return String(error.code).slice(0, 60)
  return 'no-connection'
}
