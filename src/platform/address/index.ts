/** Which addresses on the internet the server may connect to on somebody's behalf. */
import { lookup } from 'node:dns/promises'
import ipaddr from 'ipaddr.js'

/** May this IP address be connected to? Only plain public unicast; IPv4 inside IPv6 is unwrapped first. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.range() === 'unicast'
  const range = parsed.range()
  const [first = 0] = (parsed as ipaddr.IPv6).parts
  // 2000::/3 is all that has been given out for use on the open internet.
  return range === 'unicast' && first >= 0x2000 && first <= 0x3fff
}

/** The addresses that a name has now; none for a name that nobody knows. */
export async function addressesOf(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true }).catch(() => [])
  return found.map(({ address }) => address)
}
