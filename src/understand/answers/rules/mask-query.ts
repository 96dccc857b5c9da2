/**
 * What is kept of a search that found nothing: words, never what could name a person. Any run of four or more digits,
 * e-mail addresses and words with a digit beside letters go, and so does everything past ten words.
 */
export function maskQuery(query: string): string {
  return query
    .replaceAll(/[\w.+-]+@[\w.-]+/gu, '[…]')
    .replaceAll(/[\p{L}]+\d[\p{L}\d]*|\d+[\p{L}][\p{L}\d]*/gu, (word) => (word.length > 4 ? '[…]' : word))
    .replaceAll(/\+?\d(?:[ .\-\u00a0]?\d){3,}/gu, '[…]')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .split(' ')
    .slice(0, 10)
    .join(' ')
    .slice(0, 120)
}
