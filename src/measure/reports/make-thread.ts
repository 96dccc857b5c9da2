/** Reports made away from the server's own thread: a page takes some milliseconds, an edition's reports seconds. */
import type { Language } from '../../kernel/localized.ts'
import type { ReportDocument } from './contract.ts'
import { participantReports, type ReportsSource } from './rules/participant-reports.ts'
import { createTypesetter, type Typesetter } from './typeset.ts'

export type MakeInput =
  | {
      readonly kind: 'participants'
      readonly source: ReportsSource
      readonly names: readonly string[]
      readonly language: Language
      readonly madeAt: Date
    }
  | { readonly kind: 'document'; readonly document: ReportDocument; readonly madeAt: Date }

export type MadePdf = { readonly name: string; readonly pdf: Uint8Array }

let kept: Typesetter | undefined

export function run(input: MakeInput): MadePdf[] {
  kept ??= createTypesetter()
  const typesetter = kept
  if (input.kind === 'document') {
    const { document, madeAt } = input
    return [{ name: document.title, pdf: typesetter.pdf(document, madeAt) }]
  }
  const { source, names, language, madeAt } = input
  return participantReports(source, names, language).map(({ name, document }) => ({
    name,
    pdf: typesetter.pdf(document, madeAt),
  }))
}
