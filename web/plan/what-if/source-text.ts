import { useTexts } from '../../i18n/use-texts.ts'
import { whatIfTexts } from '../../i18n/what-if.ts'

/** Where a curve is from: one of our own, or the planner's words as they stand. */
export function useSourceText() {
  const t = useTexts(whatIfTexts)
  return (source: string): string =>
    source === 'assumption' || source === 'reference-method' || source === 'own-contacts'
      ? t(`source.${source}`)
      : source
}
