/** What people wrote themselves: letters without the history that they quote and without signatures. */
import { cutHistory } from '../understand/intake/rules/masking/cut-history.ts'
import { textKey } from '../understand/topics/rules/text/text-key.ts'

/**
 * The same texts as behind the door of a log, so that what is learned is what was asked and not how letters end. History
 * and signatures stand on lines of their own; where the same text stands on one line too, it is cut alike.
 *
 * @example ownTexts(['Hvor er pakken?\nMvh\nKari']) // ['Hvor er pakken?']
 */
export function ownTexts(texts: readonly string[]): readonly string[] {
  const cut = new Map<string, string>()
  for (const text of texts) {
    if (!/[\r\n]/.test(text)) continue
    const own = cutHistory(text).text
    if (own !== text) cut.set(textKey(text), own)
  }
  return cut.size === 0 ? texts : texts.map((text) => cut.get(textKey(text)) ?? text)
}
