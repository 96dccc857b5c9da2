import { expect, test } from 'vitest'
import { websiteAddress } from './website.ts'

test.each([
  ['www.firma.no', 'https://www.firma.no/'],
  ['firma.no/kontakt', 'https://firma.no/kontakt'],
  [' http://firma.no ', 'http://firma.no/'],
  ['demo:fjordlinja', 'demo:fjordlinja'],
])('%s is read as %s', (written, address) => {
  expect(websiteAddress(written)).toBe(address)
})

test.each(['ikke noe', 'ftp://firma.no', 'javascript:alert(1)', 'firma', 'demo:../x', ''])(
  '«%s» is no address',
  (written) => {
    expect(websiteAddress(written)).toBeUndefined()
  },
)
