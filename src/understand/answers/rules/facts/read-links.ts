/** Addresses on the web and of e-mail: `https://www.x.no/a/` and `x.no/a` are the same place. */
import { valueAt } from './read-numbers.ts'
import type { Value } from './values.ts'

const address =
  /(?<![\w@.])(?:(?:https?:\/\/|www\.)[^\s<>"')\]}]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[a-zæøå\d-]+(?:\.[a-zæøå\d-]+)*\.(?:no|com|org|net|eu|example|info|io|se|dk)(?:\/[^\s<>"')\]}]*)?)(?![\w@])/giu

export function readLinks(text: string): readonly Value[] {
  return [...text.matchAll(address)].map((match) => {
    const kept = match[0].replace(/[.,;:!?]+$/, '')
    return {
      ...valueAt(match, { kind: 'link', key: linkKey(kept), unit: null }),
      to: match.index + kept.length,
    }
  })
}

/** Host without `www.`, path without a last slash, no protocol, lower case. */
export function linkKey(link: string): string {
  return link
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/+$/, '')
}
