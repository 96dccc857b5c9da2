/** Words for a day: its name, what it is marked as, and what stands out about it. */
import type { SeenDay } from '../../../src/plan/traffic/contract.ts'
import { trafficTexts } from '../../i18n/traffic.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

const marks = [
  'holiday',
  'squeezed',
  'eve-christmas',
  'eve-new-year',
  'eve-easter-wednesday',
  'eve-easter-saturday',
  'eve-whitsun',
  'between-the-years',
  'easter-week',
  'wages',
  'school-winter',
  'school-autumn',
  'school-summer',
  'general-holiday',
] as const

/** "tirsdag 8. desember" */
export function useDayName(): (day: string) => string {
  const { weekday, shortDate } = useFormats()
  return (day) => `${weekday(day)} ${shortDate(day)}`
}

/** "romjula"; a mark that is not known here has no word. */
export function useMarkName(): (mark: string) => string | undefined {
  const t = useTexts(trafficTexts)
  return (mark) => {
    const known = marks.find((each) => each === mark)
    return known && t(`mark.${known}`)
  }
}

export function useStateName(): (state: SeenDay['state']) => string {
  const t = useTexts(trafficTexts)
  return (state) => t(`state.${state}`)
}

/** The name of a kind of event inside a sentence: "Fakturautsending" → "fakturautsending", but "NM i ski" stays. */
export const inSentence = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
