/** Two people's changes to the same core sheet, field by field. Nothing that anybody wrote is dropped silently. */
import { type Language, languages } from '../../../../kernel/localized.ts'
import type { CoreContent, CoreText } from '../core-content.ts'
import { type Merged, mergedText, mergeTexts } from './merge-texts.ts'

export type FieldMerge = { readonly path: string; readonly merged: Merged }

export type ContentMerge = {
  /** The merged sheet; where there is a conflict both texts stand one after the other. */
  readonly content: CoreContent
  /** Fields that both changed differently. */
  readonly conflicts: readonly FieldMerge[]
}

export function mergeContent(base: CoreContent, mine: CoreContent, theirs: CoreContent): ContentMerge {
  const conflicts: FieldMerge[] = []
  const text = (path: string, pick: (content: CoreContent) => string): string => {
    const merged = mergeTexts(pick(base), pick(mine), pick(theirs))
    if (merged.conflicts > 0) conflicts.push({ path, merged })
    return mergedText(merged, 'both')
  }
  const inLanguage = (language: Language): CoreText | undefined => {
    const [ours, others] = [mine.texts[language], theirs.texts[language]]
    if (!ours || !others) return keptText(base.texts[language], ours, others)
    return {
      title: text(`texts.${language}.title`, (each) => each.texts[language]?.title ?? ''),
      body: text(`texts.${language}.body`, (each) => each.texts[language]?.body ?? ''),
      translates: pickOne(base.texts[language]?.translates ?? null, ours.translates, others.translates),
    }
  }
  const texts = Object.fromEntries(
    languages.flatMap((language) => {
      const merged = inLanguage(language)
      return merged ? [[language, merged]] : []
    }),
  )
  const sheet = {
    tasks: text('sheet.tasks', (each) => each.sheet.tasks),
    goals: text('sheet.goals', (each) => each.sheet.goals),
    waysIn: text('sheet.waysIn', (each) => each.sheet.waysIn),
    waysForward: text('sheet.waysForward', (each) => each.sheet.waysForward),
  }
  const content = {
    source: pickOne(base.source, mine.source, theirs.source),
    texts,
    questions: mergeLists(base.questions, mine.questions, theirs.questions),
    sheet,
    channels: mergeLists(base.channels, mine.channels, theirs.channels),
  }
  return { content, conflicts }
}

/** A language that only one of them has: new with one, or taken away by one and left alone by the other. */
function keptText(base?: CoreText, mine?: CoreText, theirs?: CoreText): CoreText | undefined {
  const there = mine ?? theirs
  const untouched = base !== undefined && there?.title === base.title && there.body === base.body
  return untouched ? undefined : there
}

function pickOne<T>(base: T, mine: T, theirs: T): T {
  return mine === base ? theirs : mine
}

/** What either added is in; what either took away is out. */
export function mergeLists<T>(base: readonly T[], mine: readonly T[], theirs: readonly T[]): readonly T[] {
  const gone = base.filter((item) => !mine.includes(item) || !theirs.includes(item))
  return [...new Set([...mine, ...theirs])].filter((item) => !gone.includes(item))
}
