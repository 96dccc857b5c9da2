import i18next, { type FormatterModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { isLanguage, type Language } from '../../src/kernel/localized.ts'
import { formatNumber } from './format.ts'

const storageKey = 'lyttepost-language'

/** The language of this browser: what was chosen last, else the first of the browser's own that we have. */
function initialLanguage(): Language {
  if (typeof window === 'undefined') return 'nb'
  const chosen = window.localStorage.getItem(storageKey)
  if (isLanguage(chosen)) return chosen
  const offered = window.navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase().replace('no', 'nb'))
  return offered.find(isLanguage) ?? 'nb'
}

export const i18n = i18next.createInstance()

/**
 * Figures inside sentences are written as everywhere else. `{{weeks, plural(# uke|# uker)}}` chooses between one
 * and many by its own value, where a sentence has more numbers than the one that i18next counts by.
 */
const figures: FormatterModule = {
  type: 'formatter',
  init: () => {},
  add: () => {},
  addCached: () => {},
  format: (value: unknown, format, language) => {
    const written =
      typeof value === 'number' ? formatNumber(value, isLanguage(language) ? language : 'nb') : String(value)
    const [, one, many] = /^plural\((.*)\|(.*)\)$/.exec(format ?? '') ?? []
    if (one === undefined || many === undefined) return written
    return (written === '1' ? one : many).replace('#', written)
  },
}

// Texts are bundled with the pages that use them, so nothing is loaded and start-up is synchronous.
void i18n
  .use(initReactI18next)
  .use(figures)
  .init({
    lng: initialLanguage(),
    fallbackLng: 'nb',
    initAsync: false,
    resources: {},
    interpolation: { escapeValue: false, alwaysFormat: true },
    react: { useSuspense: false },
  })

export function currentLanguage(): Language {
  return isLanguage(i18n.language) ? i18n.language : 'nb'
}

/** Changes the language of the whole page, remembers it in this browser, and tells assistive technology. */
export function changeLanguage(language: Language): void {
  window.localStorage.setItem(storageKey, language)
  document.documentElement.lang = language
  void i18n.changeLanguage(language)
}
