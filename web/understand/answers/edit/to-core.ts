import type { Language } from '../../../../src/kernel/localized.ts'
import type { ContentBody } from '../../../../src/understand/answers/contract.ts'
import type { CoreContent, CoreText } from '../../../../src/understand/answers/rules/core-content.ts'

/** As the rules read it: a language without a text is not there at all. */
export function toCore(content: ContentBody): CoreContent {
  const texts: Partial<Record<Language, CoreText>> = {}
  for (const [language, text] of Object.entries(content.texts)) if (text) texts[language as Language] = text
  return { ...content, texts }
}
