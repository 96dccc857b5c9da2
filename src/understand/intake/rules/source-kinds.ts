/** How a source delivers: in a file of some kind, or by itself. */
import type { Localized } from '../../../kernel/localized.ts'
import {
  contactDefinitions as definitionsOfFiles,
  type SourceKind as FileKind,
  sourceKinds as fileKinds,
} from './readers/definitions.ts'

export const sourceKinds = [...fileKinds, 'live', 'imap', 'tally'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** @example isFileKind('mbox') // true */
export function isFileKind(kind: string): kind is FileKind {
  return fileKinds.some((each) => each === kind)
}

/** What a source counts as one contact until the organisation has said it in its own words. */
export const contactDefinitions: Readonly<Record<SourceKind, Localized>> = {
  ...definitionsOfFiles,
  live: {
    nb: 'Det andre systemet bestemmer: én post med egen id er én henvendelse. Poster som peker på en annen, er deler av den og telles ikke for seg.',
    nn: 'Det andre systemet avgjer: éin post med eigen id er éin førespurnad. Postar som peikar på ein annan, er delar av han og blir ikkje talde for seg.',
    en: 'The other system decides: one record with an id of its own is one enquiry. Records that point at another one are parts of it and are not counted on their own.',
  },
  imap: definitionsOfFiles.eml,
  tally: {
    nb: 'Ett trykk er én henvendelse. Spør den samme personen om to ting, trykker du to ganger.',
    nn: 'Eitt trykk er éin førespurnad. Spør den same personen om to ting, trykkjer du to gonger.',
    en: 'One press is one enquiry. If the same person asks about two things, press twice.',
  },
}
