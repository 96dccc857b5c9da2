import { expect, test } from 'vitest'
import { decodeHtml } from './decode-html.ts'

test('a page in Windows-1252 without a word about it keeps its æ, ø and å', () => {
  expect(decodeHtml(Buffer.from('Bl\xe5b\xe6r og \xf8l', 'latin1'))).toBe('Blåbær og øl')
})
test('the page says itself which letters it uses', () => {
  expect(decodeHtml(Buffer.from('<meta charset="iso-8859-1">\xe5', 'latin1'))).toContain('å')
})
test('UTF-8 is read as UTF-8', () => {
  expect(decodeHtml(Buffer.from('blåbær'))).toBe('blåbær')
})
