/** The method's own words, and the intervals of a table on one axis. */

import type { Language } from '../../../src/kernel/localized.ts'
import type { QualityAnswer } from '../../../src/measure/quality/contract.ts'
import { type Domain, niceDomain } from '../../design/chart/scale.ts'
import { useLanguage } from '../../i18n/use-texts.ts'

type Named = { readonly id: string }

export function useQualityWords({ words }: QualityAnswer) {
  const language = useLanguage()
  const find = <Item extends Named>(list: readonly Item[], of: (item: Item) => string) => {
    const names = new Map(list.map((item) => [item.id, of(item)]))
    return (id: string) => names.get(id) ?? id
  }
  return {
    area: find(words.areas, ({ name }) => name[language]),
    channel: find(words.channels, ({ name }) => name[language]),
    question: find(words.questions, ({ text }) => text[language]),
  }
}

type Spread = { readonly interval: readonly [number, number] | null }

export function domainOf(rows: readonly Spread[], limits?: readonly [number, number]): Domain {
  const ends = rows.flatMap(({ interval }) => interval ?? [])
  return niceDomain(ends, limits ? { limits, wanted: 4 } : { wanted: 4 })
}

/** Names in a sentence: `Anne, Berit og Cato`. */
export function listed(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : 'nb-NO').format(names)
}
