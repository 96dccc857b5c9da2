import type { Span } from './span.ts'

/** An at sign, or what people write instead of one so that no machine finds it. */
const at =
  /@|%40|\s?[([{<]\s?(?:at|a|alfakr[øo]ll|kr[øo]llalfa|snabel-?a|snabela|@)\s?[)\]}>]\s?|\s(?:alfakr[øo]ll|kr[øo]llalfa|snabel-?a)\s|\s@\s?/gi
const spokenAt =
  /(?<=[\p{L}\d]) (?:at|æt) (?=[\p{L}\d-]{1,63}(?:\s?[([{]\s?(?:dot|punktum|prikk)\s?[)\]}]\s?| (?:dot|punktum|prikk) ))/giu
const localBefore =
  /[\p{L}\d](?:[\p{L}\d._%+'’#&=!$*?^~/-]|\s?[([{]\s?(?:dot|punktum|prikk)\s?[)\]}]\s?| (?:dot|punktum|prikk) ){0,80}$/u
const dot = String.raw`(?:\s?\.|\s\.\s|,(?=(?:com|no|net|org|se|dk)(?![\p{L}\d]))|\s?[([{]\s?(?:dot|punktum|prikk|\.)\s?[)\]}]\s?| (?:dot|punktum|prikk) )`
const domainAfter = new RegExp(
  `^\\s?[\\p{L}\\d](?:[\\p{L}\\d-]{0,62})(?:${dot}[\\p{L}\\d-]{1,63}){1,10}`,
  'iu',
)
const addressPart = /^\[(?:\d{1,3}\.){3}\d{1,3}\]|^localhost\b/i

/**
 * E-mail addresses, also spelled "kari (at) firma punktum no". Looked for from the at sign outwards, so that a long
 * text without one costs nothing.
 *
 * @example findEmails('til kari.h@firma.no.') // [{ from: 4, to: 19, kind: 'email' }]
 */
export function findEmails(text: string): readonly Span[] {
  if (!/@|%40|[([{<]\s?a|alfa|snabel| (?:at|æt) |krøll|kroll/i.test(text)) return []
  const signs = [...text.matchAll(at), ...text.matchAll(spokenAt)]
  return signs.flatMap(({ 0: sign, index }) => {
    const local = localBefore.exec(text.slice(Math.max(0, index - 90), index))
    const rest = text.slice(index + sign.length, index + sign.length + 330)
    const domain = domainAfter.exec(rest) ?? addressPart.exec(rest)
    if (!local || !domain) return []
    return [
      { from: index - local[0].length, to: index + sign.length + domain[0].length, kind: 'email' } as const,
    ]
  })
}
