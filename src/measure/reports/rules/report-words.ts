/** What every section writes with: the language, its texts and formats, and the method's own words. */
import { type Formats, formatsFor } from '../../../kernel/format.ts'
import type { Language } from '../../../kernel/localized.ts'
import type { EditionMethod } from '../../edition/contract.ts'
import { type ReportWriter, reportWriter } from './texts/report-texts.ts'

export type ReportWords = {
  readonly language: Language
  readonly t: ReportWriter
  readonly format: Formats
  readonly channel: (id: string) => string
  readonly area: (id: string) => string
  readonly band: (id: string) => string
  /** One decimal, or a dash where the figure cannot be known. */
  readonly score: (value: number | null | undefined) => string
  readonly range: (range: readonly [number, number] | null) => string
  readonly percentLevel: (level: number) => string
}

export function wordsFor(method: EditionMethod, language: Language): ReportWords {
  const format = formatsFor(language)
  const t = reportWriter(language)
  const nameIn = (list: EditionMethod['areas' | 'channels' | 'bands']) => {
    const names = new Map<string, string>(list.map(({ id, name }) => [id, name[language]]))
    return (id: string) => names.get(id) ?? id
  }
  return {
    language,
    t,
    format,
    channel: nameIn(method.channels),
    area: nameIn(method.areas),
    band: nameIn(method.bands),
    score: (value) => (value === null || value === undefined ? t('unknown') : format.number(value, 1)),
    range: (range) =>
      range === null
        ? t('unknown')
        : range[0] === range[1]
          ? format.number(range[0])
          : `${format.number(range[0])}–${format.number(range[1])}`,
    percentLevel: (level) => format.number(level * 100),
  }
}

/** A name inside a sentence: `telefon`, but `Messenger` keeps its capital. */
export function inSentence(name: string): string {
  return name === 'Messenger' ? name : name.charAt(0).toLowerCase() + name.slice(1)
}

/** A name that begins a sentence. */
export const atStart = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
