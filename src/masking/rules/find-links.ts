import type { PersonalKind, Span } from './span.ts'

const address = /(?:\b(?:https?|ftp):\/\/|\bwww\.)[^\s<>"'\])}]{3,2000}/gi
/** A user in front of the host, a question, a fragment with a value, or a long part with digits in it: a key. */
const personal = /^[a-z]+:\/\/[^/?#]*@|[?#].*=|[/=][\w-]*(?=[\w-]*\d)[\w-]{16,}|\/[0-9a-f]{8}-[0-9a-f]{4}-/i

/**
 * Web addresses that carry something of one person's, such as a token, and the addresses of machines. The address of
 * an ordinary page stays: it tells what the enquiry is about.
 *
 * @example findLinks('Se https://firma.no/min?token=abc') // [{ from: 3, to: 33, kind: 'link' }]
 */
export function findLinks(text: string): readonly Span[] {
  const links = [...text.matchAll(address)]
    .map((match) => ({ from: match.index, it: match[0].replace(/[.,;:!]+$/, '') }))
    .filter(({ it }) => personal.test(it.slice(0, 300)) || it.length > 300)
    .map(({ from, it }): Span => ({ from, to: from + it.length, kind: 'link' }))
  return [...links, ...machines(text)]
}

const byte = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`
const ipv4 = new RegExp(String.raw`(?<![\d.])(?:${byte}\.){3}${byte}(?![\d.]*\d)`, 'g')
const ipv6 = /(?<![\w:])(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){1,6}(?![\w:])/gi
const hardware = /(?<![\w:-])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\w:-])/gi
const versionBefore = /(?:versjon|version|utgave|v|ver\.?|app|ios|android|firmware)[ :]{0,2}$/i

function machines(text: string): Span[] {
  if (!/\d\.\d|[\da-f]:[\da-f:]|[\da-f]{2}-[\da-f]{2}-/i.test(text)) return []
  const four = [...text.matchAll(ipv4)].filter(
    ({ index }) => !versionBefore.test(text.slice(Math.max(0, index - 12), index)),
  )
  const six = [...text.matchAll(ipv6)].filter(({ 0: it }) => it.includes('::') || it.split(':').length === 8)
  const kind: PersonalKind = 'ip'
  return [...four, ...six, ...text.matchAll(hardware)].map(({ 0: it, index }) => ({
    from: index,
    to: index + it.length,
    kind,
  }))
}
