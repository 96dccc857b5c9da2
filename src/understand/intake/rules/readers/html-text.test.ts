import { expect, test } from 'vitest'
import { htmlText } from './html-text.ts'

test.each([
  ['<p>Hei &amp; h&aring;</p><p>Ola</p>', 'Hei & hå\nOla'],
  ['a<br>b<script>alert(1)</script><style>p{}</style>', 'a\nb'],
  ['1 < 2 og 3 > 2', '1 < 2 og 3 > 2'],
  ['<!-- skjult -->synlig&nbsp;&#248;&#x2019;&ukjent;&#999999999;', 'synlig ø’&ukjent;&#999999999;'],
  ['<blockquote>gammelt</blockquote>nytt', '> gammelt\nnytt'],
  ['<p>uferdig <b', 'uferdig'],
  ['&constructor; &toString;', '&constructor; &toString;'],
])('%j is %j', (html, text) => {
  expect(htmlText(html)).toBe(text)
})

test.each(['<', '<p', '<!--', '<script>', '&', '<a>', ' '])(
  'time grows with the length: 200 kB of %j',
  (piece) => {
    const before = performance.now()
    htmlText(piece.repeat(200_000 / piece.length))
    expect(performance.now() - before).toBeLessThan(5000)
  },
)
