/** Codes of intake in the person's words. */
import { intakeTexts } from '../../i18n/intake.ts'
import { useTexts } from '../../i18n/use-texts.ts'

type Texts = (typeof intakeTexts)['texts']['nb']

/** A text by its code in one group of the catalogue; a code that has no words yet is shown as it is. */
function useWords<Group extends 'reason' | 'mask' | 'meaning' | 'outcome'>(group: Group) {
  const t = useTexts(intakeTexts)
  const known = intakeTexts.texts.nb[group]
  return (code: string): string => {
    const key = code.replaceAll('-', '_')
    return Object.hasOwn(known, key) ? t(`${group}.${key}` as Parameters<typeof t>[0]) : code
  }
}

/** Why a row was refused. */
export const useReason = () => useWords('reason')
/** What was masked. */
export const useMask = () => useWords('mask')
/** What a word in a file means. */
export const useMeaning = () => useWords('meaning')
export const useOutcome = () => useWords('outcome')

export type FieldName = keyof Texts['field']

export function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((all, count) => all + count, 0)
}

/** Personal data that was masked, without the lines that were only cut. */
export function maskedIn(counts: Readonly<Record<string, number>>): number {
  const { quoted: _quoted, signature: _signature, ...personal } = counts
  return sumOf(personal)
}
