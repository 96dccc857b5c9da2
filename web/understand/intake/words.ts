/** Codes of intake in the person's words. */
import { useCallback } from 'react'
import { intakeTexts } from '../../i18n/intake.ts'
import { useLanguage } from '../../i18n/use-texts.ts'

type Group = 'reason' | 'mask' | 'meaning' | 'outcome'

/** A text by its code in one group of the catalogue; a code that has no words yet is shown as it is. */
function useWords(group: Group): (code: string) => string {
  const language = useLanguage()
  return useCallback(
    (code) => {
      const known: Readonly<Record<string, string>> = intakeTexts.texts[language][group]
      const key = code.replaceAll('-', '_')
      return Object.hasOwn(known, key) ? (known[key] ?? code) : code
    },
    [language, group],
  )
}

/** Why a row was refused. */
export const useReason = () => useWords('reason')
/** What was masked. */
export const useMask = () => useWords('mask')
/** What a word in a file means. */
export const useMeaning = () => useWords('meaning')
export const useOutcome = () => useWords('outcome')

export function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((all, count) => all + count, 0)
}

/** Personal data that was masked, without the lines that were only cut. */
export function maskedIn(counts: Readonly<Record<string, number>>): number {
  const { quoted: _quoted, signature: _signature, ...personal } = counts
  return sumOf(personal)
}

/** @example refusalDetail(null, { column: 'dato', value: 'i går' }) // 'dato: i går' */
export function refusalDetail(
  path: string | null,
  { column, value, ...others }: Readonly<Record<string, string | number>>,
): string {
  const found = [column, value].filter((part) => part !== undefined && part !== '').join(': ')
  return [path ?? '', found, ...Object.values(others)].filter((part) => part !== '').join(' · ')
}
