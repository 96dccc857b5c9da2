import type { Localized } from '../../../../kernel/localized.ts'
import { sameInEvery } from '../form/imported-form.ts'

/** SurveyJS calls bokmål `no` or `nb`; a language that is missing borrows: nynorsk from bokmål, all from `default`. */
export function localizedOf(text: unknown, name: string): Localized {
  if (typeof text === 'string' && text.trim() !== '') return sameInEvery(text.trim())
  if (typeof text !== 'object' || text === null) return sameInEvery(name)
  const of = (...keys: readonly string[]): string | undefined => {
    const found = keys.map((key) => (text as Record<string, unknown>)[key])
    return found.find((value): value is string => typeof value === 'string' && value.trim() !== '')?.trim()
  }
  const any = of('default', 'no', 'nb', 'nn', 'en') ?? name
  return {
    nb: of('no', 'nb', 'nn', 'default') ?? any,
    nn: of('nn', 'no', 'nb', 'default') ?? any,
    en: of('en', 'default') ?? any,
  }
}

/** A value of any kind as it is stored in an answer. */
export function plainOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : String(value)
}
