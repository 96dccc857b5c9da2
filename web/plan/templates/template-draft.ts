/** A kind of shift while it is being written: lengths as a line of hours, breaks as far as they have come. */
import { minutesOf } from '../../../src/kernel/clock.ts'
import type { TemplateFields } from '../../../src/plan/shifts/people/contract.ts'

/** With a key, so that a line that is taken away takes what was being written in it along. */
export type DraftBreak = TemplateFields['breaks'][number] & { readonly key: number }
export type TemplateDraft = Omit<TemplateFields, 'lengths' | 'breaks'> & {
  readonly lengths: string
  readonly breaks: readonly DraftBreak[]
}

const [shortest, longest, step] = [60, 780, 15]

/**
 * @returns minutes, or the first word that is no length
 * @example readLengths('7,5; 8') // { lengths: [450, 480] }
 * @example readLengths('8 lang') // { wrong: 'lang' }
 */
export function readLengths(
  text: string,
): { readonly lengths: readonly number[] } | { readonly wrong: string } {
  const words = text.split(/[\s;]+/).filter((word) => word !== '')
  const lengths: number[] = []
  for (const word of words) {
    const minutes = 60 * Number(word.replace(',', '.'))
    if (!(minutes >= shortest && minutes <= longest) || minutes % step !== 0) return { wrong: word }
    lengths.push(minutes)
  }
  return { lengths: [...new Set(lengths)].toSorted((a, b) => a - b) }
}

/** @example writeLengths([450, 480], (hours) => String(hours)) // '7.5; 8' */
export const writeLengths = (lengths: readonly number[], write: (hours: number) => string): string =>
  lengths.map((minutes) => write(minutes / 60)).join('; ')

/** What keeps it from being saved, at the field where it stands. */
export type DraftFault = {
  readonly field: 'name' | 'weekdays' | 'starts' | 'latestStart' | 'lengths' | 'breaks'
  readonly word?: string
}

export function faultsOf(draft: TemplateDraft): readonly DraftFault[] {
  const faults: DraftFault[] = []
  if (draft.name.trim() === '') faults.push({ field: 'name' })
  if (draft.weekdays.length === 0) faults.push({ field: 'weekdays' })
  if ([draft.earliestStart, draft.latestStart].some((start) => minutesOf(start) % step !== 0))
    faults.push({ field: 'starts' })
  if (draft.latestStart < draft.earliestStart) faults.push({ field: 'latestStart' })
  const read = readLengths(draft.lengths)
  if ('wrong' in read) faults.push({ field: 'lengths', word: read.wrong })
  else if (read.lengths.length === 0 || read.lengths.length > 12) faults.push({ field: 'lengths' })
  if (draft.breaks.some(({ earliest, latest }) => latest < earliest)) faults.push({ field: 'breaks' })
  return faults
}

/** Only of a draft without a fault. */
export function fieldsOf(draft: TemplateDraft): TemplateFields {
  const read = readLengths(draft.lengths)
  const weekdays = draft.weekdays.toSorted((a, b) => a - b)
  const breaks = draft.breaks.map(({ key: _, ...pause }) => pause)
  return { ...draft, weekdays, lengths: 'wrong' in read ? [] : [...read.lengths], breaks }
}
