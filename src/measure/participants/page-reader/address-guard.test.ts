import { expect, test } from 'vitest'
import { isPublicAddress } from '../../../platform/address/index.ts'
import { openInternet, refusedAddress } from './address-guard.ts'

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fd00:ec2::254',
  '::ffff:127.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'not an address',
])('%s is never connected to', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each(['193.213.112.4', '8.8.8.8', '2a00:1450:400f:80d::2003'])(
  '%s is on the open internet',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

test.each([
  ['http://127.0.0.1/', 'private-address'],
  ['http://2130706433/', 'private-address'],
  ['http://0x7f.1/', 'private-address'],
  ['http://[::1]/', 'private-address'],
  ['http://[::ffff:10.0.0.1]/', 'private-address'],
  ['file:///etc/passwd', 'scheme'],
  ['http://firma.no:8080/', 'port'],
  ['http://user:word@firma.no/', 'invalid-address'],
  ['firma', 'invalid-address'],
])('%s is refused before anything is looked up: %s', (url, reason) => {
  expect(refusedAddress(url, openInternet)?.reason).toBe(reason)
})

test('an ordinary address may be tried', () => {
  expect(refusedAddress('https://www.firma.no/kontakt', openInternet)).toBeUndefined()
})
