import { findNames } from '../../../masking/rules/find-names.ts'

/**
 * What is kept of a search that found nothing: words, never what could name a person. Names, any run of four or more digits,
 * e-mail addresses and words with a digit beside letters go, and so does everything past ten words.
 */
export function maskQuery(query: string): string {
  const unnumbered = query
    .replaceAll(/[\w.+-]+@[\w.-]+/gu, '[…]')
    .replaceAll(/[\p{L}]+\d[\p{L}\d]*|\d+[\p{L}][\p{L}\d]*/gu, (word) => (word.length > 4 ? '[…]' : word))
    .replaceAll(/\+?\d(?:[ .\-\u00a0]?\d){3,}/gu, '[…]')
  return withoutNames(unnumbered)
    .replaceAll(/\s+/g, ' ')
    .trim()
    .split(' ')
    .slice(0, 10)
    .join(' ')
    .slice(0, 120)
}

function withoutNames(query: string): string {
  let kept = query
  for (const { from, to } of findNames(query).toReversed())
    kept = `${kept.slice(0, from)}[…]${kept.slice(to)}`
  return kept
}
