/**
 * Keeps the page reader out of private networks: an address is looked up once, judged, and the connection is
 * made to the very address that was judged, so that a name cannot change its mind in between.
 */
import { lookup as dnsLookup, type LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { isPublicAddress } from '../../../platform/address/index.ts'
import type { RefusalReason } from './fetched.ts'

export class PrivateAddressError extends Error {
  readonly code = 'PRIVATE_ADDRESS'
  readonly address: string
  constructor(address: string) {
    super(`private address ${address}`)
    this.address = address
  }
}

export type AddressRule = {
  readonly allowsAddress: (address: string) => boolean
  readonly allowsPort: (port: string) => boolean
}

export const openInternet: AddressRule = {
  allowsAddress: isPublicAddress,
  allowsPort: (port) => port === '' || port === '80' || port === '443',
}

/** A lookup for `net.connect` that gives out only allowed addresses; one forbidden among them refuses the name. */
export function checkedLookup(rule: AddressRule): LookupFunction {
  return (hostname, options, callback) => {
    dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '')
      const forbidden = (addresses as LookupAddress[]).find(({ address }) => !rule.allowsAddress(address))
      if (forbidden) return callback(new PrivateAddressError(forbidden.address), '')
      if (options.all) return callback(null, addresses)
      const [first] = addresses as LookupAddress[]
      callback(null, first?.address ?? '', first?.family)
    })
  }
}

/** What is wrong with an address before anything is looked up; undefined when it may be tried. */
export function refusedAddress(
  url: string,
  rule: AddressRule,
): { reason: RefusalReason; detail: string } | undefined {
  if (!URL.canParse(url)) return { reason: 'invalid-address', detail: '' }
  const { protocol, port, hostname, username, password } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:')
    return { reason: 'scheme', detail: protocol.replace(':', '') }
  if (username !== '' || password !== '')
    return { reason: 'invalid-address', detail: 'it carries a name or password' }
  if (!rule.allowsPort(port)) return { reason: 'port', detail: port }
  const literal = hostname.replace(/^\[|\]$/g, '')
  const isForbidden = ipaddr.isValid(literal) && !rule.allowsAddress(literal)
  return isForbidden ? { reason: 'private-address', detail: literal } : undefined
}
