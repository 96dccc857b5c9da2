import { isLanguage, type Language } from '../../../kernel/localized.ts'

/**
 * The language that a reader's browser asks for (RFC 9110, 12.5.4): the wanted one with the highest weight that the
 * product has. Plain Norwegian is bokmål; Danish and Swedish readers get it too; nothing known: bokmål.
 *
 * Example: `nn-NO,nb;q=0.8,en;q=0.5` → `nn`; `de,en;q=0.7` → `en`.
 */
export function chooseLanguage(accepted: string | null): Language {
  const wanted = (accepted ?? '')
    .split(',')
    .map((part, at) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.map((one) => /^\s*q=([\d.]+)/.exec(one)?.[1]).find((one) => one !== undefined)
      return { language: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight), at }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
  for (const { language } of wanted) {
    if (isLanguage(language)) return language
    if (language === 'no' || language === 'da' || language === 'sv') return 'nb'
  }
  return 'nb'
}
