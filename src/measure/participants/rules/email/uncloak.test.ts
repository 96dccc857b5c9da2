import { expect, test } from 'vitest'
import { spokenAddresses, uncloakAttributes, uncloakCloudflare, uncloakScript } from './uncloak.ts'

test('an address behind Cloudflare is made readable', () => {
  const key = 0x42
  const hex = [key, ...[...'info@firma.no'].map((letter) => letter.charCodeAt(0) ^ key)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  expect(uncloakCloudflare(hex)).toBe('info@firma.no')
  expect(uncloakCloudflare(`/cdn-cgi/l/email-protection#${hex}`)).toBe('info@firma.no')
  expect(uncloakCloudflare('zz')).toBeUndefined()
})

test.each([
  ["var a='post'+'@'+'firma.no'", 'post@firma.no'],
  [`var u='post';var d='bakeriet.no';document.write('<a href="mailto:'+u+'@'+d+'">')`, 'post@bakeriet.no'],
  ["var addy1 = 'inf' + '&#64;'; addy1 = addy1 + 'firma' + '&#46;' + 'no';", 'inf@firma.no'],
  ['String.fromCharCode(112,111,115,116,64,97,46,110,111)', 'post@a.no'],
  ["linkTo_UnCryptMailto('nbjmup+jogpAgjsnb/op')", 'info@firma.no'],
])('the script %s writes %s', (script, address) => {
  expect(uncloakScript(script)).toContain(address)
})

test.each([
  ['kontakt (at) firma.no', 'kontakt@firma.no'],
  ['post [at] firma [dot] no', 'post@firma.no'],
  ['post krøllalfa firma.no', 'post@firma.no'],
  ['post(a)firma.no', 'post@firma.no'],
  ['info @ firma . no', 'info@firma.no'],
  ['E-post: info @firma.no', 'info@firma.no'],
  ['post@firma(dot)no', 'post@firma.no'],
  ['post@kunde.firma [punktum] no', 'post@kunde.firma.no'],
])('«%s» is read as %s', (text, address) => {
  expect(spokenAddresses(text).map((found) => found.address)).toEqual([address])
})

test.each(['Vi møtes at kl. 12.00', 'look at this.com is not it', 'open at 9 am', 'chat at firma'])(
  '«%s» holds no address',
  (text) => {
    expect(spokenAddresses(text).filter(({ raw }) => /[([{@]/.test(raw))).toEqual([])
  },
)

test.each([
  'Følg oss på Instagram @firma.no',
  'Instagram: @firma.no',
  'Facebook @ firma.no',
  'Tagg oss @firma.no',
  'Tagg @firma.no',
  'Vi er på X @firma.no',
])('«%s» names an account and no address', (text) => {
  expect(spokenAddresses(text)).toEqual([])
})

test('an address split over attributes is joined', () => {
  expect(uncloakAttributes({ 'data-user': 'post', 'data-domain': 'firma.no' })).toEqual({
    address: 'post@firma.no',
    trick: 'attribute',
  })
  expect(uncloakAttributes({ 'data-email': btoa('post@firma.no') })).toEqual({
    address: 'post@firma.no',
    trick: 'attribute',
  })
  expect(uncloakAttributes({ class: 'x' })).toBeUndefined()
})
