/** The workshop sheet as a PDF of one page. */
import type { Language } from '../../../kernel/localized.ts'
import type { Context } from '../../../organisation/index.ts'
import { sheetDocument } from '../rules/sheet-document.ts'
import { loadShared } from '../store/fact-store.ts'
import { typesetSheet } from '../typeset-sheet.ts'
import { findAnswer, type OfAnswer } from './load-answer.ts'

/** @throws AppError not-found */
export async function makeSheet(
  context: Context,
  { answerId, language }: OfAnswer & { readonly language: Language },
): Promise<File> {
  const { scope, db, now } = context
  const { content, topic, state, revision } = await findAnswer(context, db, answerId)
  const shared = await loadShared(scope, db)
  const pdf = typesetSheet(sheetDocument(content, { language, shared, topic, state, revision }), now)
  return new File([pdf], `core-sheet-${answerId.slice(-6)}-${revision}.pdf`, { type: 'application/pdf' })
}
