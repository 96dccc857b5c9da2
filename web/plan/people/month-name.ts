import { useMemo } from 'react'
import type { Language } from '../../../src/kernel/localized.ts'
import { useLanguage } from '../../i18n/use-texts.ts'

/** Nynorsk names its months as bokmål does. */
const locales = { nb: 'nb-NO', nn: 'nb-NO', en: 'en-GB' } as const satisfies Record<Language, string>

export type MonthNames = {
  /** `februar 2028`. */
  readonly name: (month: string) => string
  /** `feb. 27`. */
  readonly short: (month: string) => string
}

/** Months `YYYY-MM` in the language on the screen. */
export function useMonthNames(): MonthNames {
  const language = useLanguage()
  return useMemo(() => {
    const write = (options: Intl.DateTimeFormatOptions) => {
      const format = new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' })
      return (month: string) => format.format(new Date(`${month}-01T00:00:00Z`))
    }
    return {
      name: write({ month: 'long', year: 'numeric' }),
      short: write({ month: 'short', year: '2-digit' }),
    }
  }, [language])
}
