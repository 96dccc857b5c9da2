import { Field, Label, Select } from '@digdir/designsystemet-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { isLanguage, type Language, languages } from '../../../src/kernel/localized.ts'
import { reportsTexts } from '../../i18n/reports.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'

/** The language of the reports: in the address, or else that of the screen. */
export function useReportLanguage(): Language {
  const screen = useLanguage()
  const { language } = useSearch({ strict: false }) as Search
  return isLanguage(language) ? language : screen
}

export function LanguageChoice() {
  const t = useTexts(reportsTexts)
  const navigate = useNavigate()
  const language = useReportLanguage()
  const choose = (chosen: string) =>
    void navigate({
      to: '.',
      search: ((before: Search) => ({ ...before, language: chosen })) as never,
      replace: true,
      resetScroll: false,
    })
  return (
    <Field data-size="sm">
      <Label>{t('language')}</Label>
      <Select value={language} onChange={(event) => choose(event.target.value)}>
        {languages.map((one) => (
          <Select.Option key={one} value={one}>
            {t(`languages.${one}`)}
          </Select.Option>
        ))}
      </Select>
    </Field>
  )
}
