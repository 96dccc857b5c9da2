/** The content of a core sheet, and what of it the channels make their versions from. */
import type { Language } from '../../../kernel/localized.ts'
import { languages } from '../../../kernel/localized.ts'
import type { AnswerChannel } from './answer-words.ts'
import { stampOf } from './stamp.ts'
import { factBehind, readMarks, referencesOf, type SharedFacts, writeMark } from './text/fact-mark.ts'

export type CoreText = {
  readonly title: string
  readonly body: string
  /** A translation's source as it was when somebody last said that the two agree; null for the source itself. */
  readonly translates: string | null
}

export type CoreContent = {
  readonly source: Language
  readonly texts: Readonly<Partial<Record<Language, CoreText>>>
  /** Other ways in which customers ask it. */
  readonly questions: readonly string[]
  readonly sheet: {
    readonly tasks: string
    readonly goals: string
    readonly waysIn: string
    readonly waysForward: string
  }
  /** Where the answer is used; their owners sign it off. */
  readonly channels: readonly AnswerChannel[]
}

/** The text with every reference replaced by the fact as it is now. */
export function withFacts(text: string, shared: SharedFacts): string {
  let resolved = ''
  let at = 0
  for (const mark of readMarks(text)) {
    const fact = factBehind(mark, shared)
    resolved += text.slice(at, mark.from)
    resolved += fact ? writeMark({ ...fact, shared: false }) : text.slice(mark.from, mark.to)
    at = mark.to
  }
  return resolved + text.slice(at)
}

/** The text of a language, or of the source where the language has none of its own. */
export function textIn(content: CoreContent, language: Language): CoreText {
  return content.texts[language] ?? content.texts[content.source] ?? { title: '', body: '', translates: null }
}

export function languagesOf(content: CoreContent): readonly Language[] {
  return languages.filter((language) => content.texts[language] !== undefined)
}

/** Names the core as a version in this language is made from it: title and text with today's facts. */
export function coreStamp(content: CoreContent, shared: SharedFacts, language: Language): string {
  const { title, body } = textIn(content, language)
  return stampOf(JSON.stringify([title.trim(), withFacts(body, shared).trim()]))
}

/** Names the whole core, as it is signed off: every language of it. */
export function wholeStamp(content: CoreContent, shared: SharedFacts): string {
  return stampOf(
    JSON.stringify(languagesOf(content).map((language) => [language, coreStamp(content, shared, language)])),
  )
}

/** Names the source text that a translation is made from: its words and marks, not what shared facts are today. */
export function sourceStamp(content: CoreContent): string {
  const { title, body } = textIn(content, content.source)
  return stampOf(JSON.stringify([title.trim(), body.trim()]))
}

/** The languages whose text was made from another source text than today's. */
export function staleTranslations(content: CoreContent): readonly Language[] {
  const now = sourceStamp(content)
  return languagesOf(content).filter(
    (language) => language !== content.source && content.texts[language]?.translates !== now,
  )
}

/** The shared facts that the core refers to, in any language. */
export function referencesIn(content: CoreContent): readonly string[] {
  return [
    ...new Set(languagesOf(content).flatMap((language) => referencesOf(textIn(content, language).body))),
  ]
}
