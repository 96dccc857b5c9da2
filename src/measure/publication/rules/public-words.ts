import { type Formats, formatsFor } from '../../../kernel/format.ts'
import type { Language } from '../../../kernel/localized.ts'
import { type PublicWriter, publicWriter } from './texts.ts'

/** What everything that the public reads is written with. */
export type PublicWords = {
  readonly t: PublicWriter
  readonly format: Formats
  readonly language: Language
  /** One decimal, or a dash where the figure cannot be known. */
  readonly score: (value: number | null) => string
}

export function publicWords(language: Language): PublicWords {
  const format = formatsFor(language)
  const t = publicWriter(language)
  return { t, format, language, score: (value) => (value === null ? t('unknown') : format.number(value, 1)) }
}
