/** No page makes the reader throw, and none makes it slow. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readChannels } from '../rules/read-channels.ts'
import { parsePage } from './parse-page.ts'

const read = (html: string) =>
  readChannels(parsePage(html, { source: 'hostile', url: 'https://www.firma.no/' }))

const scrap = fc.constantFrom(
  '<div>',
  '</div>',
  '<p>',
  '<form action=x>',
  '<input name=epost type=email>',
  '<textarea>',
  '</form>',
  '<a href="tel:',
  '<a href="mailto:',
  '">',
  '</a>',
  '<script>',
  '</script>',
  '<script type="application/ld+json">',
  '{"telephone":',
  '<iframe src="',
  '<!--',
  '-->',
  '22 33 44 55',
  '+47',
  '0800',
  ' (at) ',
  '@',
  '.no',
  'fromCharCode(',
  "'+'",
  'data-cfemail="ab',
  'Tlf. ',
  'Faks ',
  'kontakt',
  '<style>',
  '<constructor>',
  '<p itemprop=toString>',
  '<input type=valueOf>',
  '&#',
  '<base href="http://[',
  '\u0000',
  '\ud83d',
  'https://m.me/',
  '<span style="direction:rtl;unicode-bidi:bidi-override">',
)
const page = fc
  .array(fc.oneof(scrap, fc.string({ maxLength: 20 })), { maxLength: 60 })
  .map((parts) => parts.join(''))

test('whatever stands on a page, reading it gives an answer', () => {
  fc.assert(
    fc.property(page, (html) => read(html).source === 'hostile'),
    { numRuns: 600 },
  )
})

const five = 5_000_000
const filled = (unit: string, start = '') =>
  start + unit.repeat(Math.ceil((five - start.length) / unit.length)).slice(0, five - start.length)

test.each([
  ['nested elements', filled('<div>')],
  ['elements that close themselves', filled('<p><td>')],
  ['closing tags of nothing', filled('</b>', '<div>'.repeat(390) + '<p><td>'.repeat(900))],
  ['one long word', filled('a')],
  ['at signs', filled('a@')],
  ['spoken addresses', filled('aaaa at aaaa ')],
  ['digits', filled('1 ')],
  ['telephone numbers', filled('22 33 44 55 ')],
  ['entities', filled('&#64;')],
  ['forms', filled('<form><input name=email><textarea></textarea></form>')],
  ['contact links', filled('<a href="/kontakt">kontakt</a>')],
  ['scripts', filled("<script>'@'mailto</script>")],
  ['an open comment', filled('x', '<!--')],
  ['deep JSON', `<script type="application/ld+json">${'['.repeat(five / 2)}${']'.repeat(five / 2)}</script>`],
])('5 MB of %s take work that grows with them and not with their square', (_, html) => {
  const before = process.cpuUsage()
  read(html)
  const { user, system } = process.cpuUsage(before)
  // One or two seconds on a slow machine; the square of five million would take hours.
  expect((user + system) / 1_000_000).toBeLessThan(20)
})
