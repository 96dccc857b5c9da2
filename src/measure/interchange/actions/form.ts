/** A form from another tool: shown first, then taken as the questionnaire of an edition in preparation. */
import { AppError, type InputIssue } from '../../../kernel/errors.ts'
import type { Context } from '../../../organisation/index.ts'
import { readTable } from '../../../platform/files/index.ts'
import type { EditionMethod } from '../../edition/contract.ts'
import { loadEdition, saveMethod } from '../../edition/index.ts'
import type { FormMapping, FormPreview } from '../contract.ts'
import { guessFormMapping, readFormTable } from '../rules/form/read-form-table.ts'
import { type TakenForm, withForm } from '../rules/form/to-method.ts'
import { readSurvey } from '../rules/survey/read-survey.ts'
import { surveyDocument } from '../rules/survey/survey-json.ts'
import { writeSurvey } from '../rules/survey/write-survey.ts'

type Upload = { readonly editionId: string; readonly file: File; readonly mapping?: FormMapping | undefined }
type Read = Pick<FormPreview, 'kind' | 'header' | 'mapping'> & {
  readonly issues: InputIssue[]
  readonly taken: TakenForm
}

export async function exportForm(context: Context, { editionId }: { editionId: string }): Promise<File> {
  const { method } = await loadEdition(context, editionId)
  const text = `${JSON.stringify(writeSurvey(method), null, 2)}\n`
  return new File([text], `${method.id}-surveyjs.json`, { type: 'application/json' })
}

/** @throws AppError not-found · invalid-input when the file is neither a form nor a table */
export async function readForm(context: Context, upload: Upload): Promise<FormPreview> {
  const { method } = await loadEdition(context, upload.editionId)
  const { taken, ...read } = await readUpload(upload, method)
  const { areas, questions, comments } = taken.method
  return {
    ...read,
    areas: areas.map(({ id, name, weight }) => ({ id, name: { ...name }, weight })),
    questions: questions.map(({ id, area, text, channels, scored, options }) => ({
      id,
      area,
      text,
      channels: [...channels],
      scored,
      options,
    })),
    comments: comments.map(({ id, text }) => ({ id, text })),
    left: [...taken.left],
  }
}

/** @throws AppError as readForm, and invalid-input by line and column; edition-frozen · edition-changed */
export async function takeForm(
  context: Context,
  upload: Upload & { readonly revision: number },
): Promise<{ revision: number; issues: number }> {
  const { editionId, revision } = upload
  const { method } = await loadEdition(context, editionId)
  const { taken, issues } = await readUpload(upload, method)
  if (issues.length > 0) throw new AppError('invalid-input', { count: issues.length }, issues.slice(0, 500))
  if (taken.method.questions.length === 0) throw new AppError('form-empty')
  const saved = await saveMethod(context, { editionId, revision, method: taken.method })
  return { revision: saved.revision, issues: saved.issues.length }
}

async function readUpload({ file, mapping: chosen }: Upload, method: EditionMethod): Promise<Read> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (startsLikeJson(bytes)) {
    const form = readSurvey(readJson(bytes))
    return { kind: 'survey', header: [], mapping: {}, issues: [], taken: withForm(method, form) }
  }
  const table = await readTable(bytes, { filename: file.name, limits: { rows: 5000 } })
  const mapping = chosen ?? guessFormMapping(table.header)
  const { form, issues } = readFormTable(table, mapping)
  return {
    kind: 'table',
    header: [...table.header],
    mapping,
    issues: [...issues],
    taken: withForm(method, form),
  }
}

function startsLikeJson(bytes: Uint8Array): boolean {
  return /^\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 200)).replace(/^\uFEFF/, ''))
}

function readJson(bytes: Uint8Array) {
  const text = new TextDecoder().decode(bytes).replace(/^\uFEFF/, '')
  const parsed = surveyDocument.safeParse(jsonOf(text))
  if (parsed.success) return parsed.data
  const [first] = parsed.error.issues
  throw new AppError('invalid-input', {}, [{ code: 'no-survey', path: first?.path.join('.') ?? '' }])
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('invalid-input', {}, [{ code: 'no-survey', path: '' }])
  }
}
