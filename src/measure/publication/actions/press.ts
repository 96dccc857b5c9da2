/** The list for the press, under embargo until the page opens. */
import type { Language } from '../../../kernel/localized.ts'
import type { Context } from '../../../organisation/index.ts'
import { writeCsv, writeXlsx } from '../../../platform/files/index.ts'
import { plainFileName } from '../../reports/rules/file-name.ts'
import { embargoLine, pressTables, pressText } from '../rules/press-list.ts'
import type { Published } from '../rules/published.ts'
import { loadPublished } from './load-published.ts'

type Wanted = {
  readonly editionId: string
  readonly language: Language
  readonly format: 'txt' | 'csv' | 'xlsx'
}

const types = {
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** @throws AppError not-found */
export async function readPressList(
  context: Context,
  { editionId, language, format }: Wanted,
): Promise<File> {
  const { published } = await loadPublished(context, editionId)
  const now = context.now.toISOString()
  const name = `${plainFileName(`presseliste ${published.edition} ${language}`)}.${format}`
  const body = await write(published, { language, format, now })
  return new File([body], name, { type: types[format] })
}

type Writing = Pick<Wanted, 'language' | 'format'> & { readonly now: string }

async function write(published: Published, { language, format, now }: Writing): Promise<BlobPart> {
  if (format === 'txt') return pressText(published, language, now)
  const tables = pressTables(published, language)
  const embargo = embargoLine(published, language, now)
  if (format === 'xlsx') {
    const sheets = tables.map(({ name, headers, rows }) => ({ name, header: headers, rows }))
    const first = { name: published.edition, header: [published.organisation], rows: [[embargo]] }
    return new Uint8Array(await writeXlsx([first, ...sheets]))
  }
  const rows = tables.flatMap(({ name, headers, rows: lines }) => [[name], headers, ...lines, []])
  return writeCsv([[embargo], [], ...rows], { delimiter: ';', byteOrderMark: true })
}
