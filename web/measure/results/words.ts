/** The method's own words in the language on the screen, and small phrases about figures. */
import type { ResultMethod } from '../../../src/measure/results/contract.ts'
import { resultsTexts } from '../../i18n/results.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'

export type MethodWords = {
  readonly channel: (id: string) => string
  readonly area: (id: string) => string
  readonly band: (id: string) => string
}

export function useMethodWords({ channels, areas, bands }: ResultMethod): MethodWords {
  const language = useLanguage()
  const nameIn = (list: readonly { readonly id: string; readonly name: Record<string, string> }[]) => {
    const names = new Map(list.map(({ id, name }) => [id, name[language] ?? id]))
    return (id: string) => names.get(id) ?? id
  }
  return { channel: nameIn(channels), area: nameIn(areas), band: nameIn(bands) }
}

/** A small count as a word at the start of a sentence: `Tre`; from thirteen on as a figure. */
export function useCountWord(): (count: number) => string {
  const t = useTexts(resultsTexts)
  const { number } = useFormats()
  return (count) => t('countWords').split(' ')[count - 2] ?? number(count)
}

/** A channel's name inside a sentence: `telefon`, but `Messenger` keeps its capital. */
export function inSentence(name: string): string {
  return name === 'Messenger' ? name : name.charAt(0).toLowerCase() + name.slice(1)
}
