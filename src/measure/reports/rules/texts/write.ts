/** Texts in three languages with places for values: `{name}`. */
import type { Language, Localized } from '../../../../kernel/localized.ts'

export type TextValues = Readonly<Record<string, string | number>>

/**
 * A writer of one catalogue's texts in one language.
 * Example: `writerOf({ hi: { nb: 'Hei, {who}', … } }, 'nb')('hi', { who: 'Ola' })` → `Hei, Ola`.
 *
 * @throws Error when a text asks for a value that it is not given: a bug, never shown to a reader
 */
export function writerOf<Key extends string>(texts: Readonly<Record<Key, Localized>>, language: Language) {
  return (key: Key, values: TextValues = {}): string =>
    texts[key][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name]
      if (value === undefined) throw new Error(`the text ${key} needs ${name}`)
      return String(value)
    })
}
