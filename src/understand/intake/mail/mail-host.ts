/** Where mail may be fetched from: the open internet, and the private hosts that the server's settings name. */
import { AppError } from '../../../kernel/errors.ts'
import { addressesOf, isPublicAddress } from '../../../platform/address/index.ts'

/**
 * The address to connect to. The name is looked up once and judged, and the connection is made to the very address
 * that was judged; one private address among several refuses the name.
 *
 * @param allowed names of hosts that may be private
 * @throws AppError mailbox-unreachable for an unknown name · mailbox-private
 */
export async function addressOfHost(host: string, allowed: readonly string[]): Promise<string> {
  const found = await addressesOf(host)
  const [first] = found
  if (!first) throw new AppError('mailbox-unreachable')
  const isAllowed = allowed.includes(host.toLowerCase())
  if (!isAllowed && !found.every(isPublicAddress)) throw new AppError('mailbox-private')
  return first
}
