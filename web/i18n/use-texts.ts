import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isLanguage, type Language } from '../../src/kernel/localized.ts'
import { type Texts, type Translate, translator } from './define-texts.ts'
import { type Formats, formatsFor } from './format.ts'
import { i18n } from './i18n.ts'

/** The language on the screen; the component draws itself again when it changes. */
export function useLanguage(): Language {
  const { i18n: live } = useTranslation(undefined, { i18n })
  return isLanguage(live.language) ? live.language : 'nb'
}

/** `t` for one namespace, typed by its bokmål texts. */
export function useTexts<Source>(texts: Texts<Source>): Translate<Source> {
  const language = useLanguage()
  return useMemo(() => translator(texts, language), [texts, language])
}

/** Numbers, dates and intervals in the language on the screen. */
export function useFormats(): Formats {
  const language = useLanguage()
  return useMemo(() => formatsFor(language), [language])
}
