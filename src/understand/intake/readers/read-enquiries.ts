/** A source's bytes as records: the one door to all readers. */
import { buffer } from 'node:stream/consumers'
import { AppError, type InputIssue } from '../../../kernel/errors.ts'
import { type Row, readRows, readTable } from '../../../platform/files/index.ts'
import type { SourceKind } from '../rules/readers/definitions.ts'
import { type MappedJsonSettings, readMappedJson } from '../rules/readers/json/mapped-objects.ts'
import { type JsonSource, readObjects } from '../rules/readers/json/read-objects.ts'
import { type MailSettings, readEml, readMbox } from '../rules/readers/mail/read-mail.ts'
import { chatwootSource } from '../rules/readers/sources/chatwoot.ts'
import { freshdeskSource } from '../rules/readers/sources/freshdesk.ts'
import { genesysSource } from '../rules/readers/sources/genesys.ts'
import { intercomSource } from '../rules/readers/sources/intercom.ts'
import { zammadSource } from '../rules/readers/sources/zammad.ts'
import { zendeskSource } from '../rules/readers/sources/zendesk.ts'
import type { ColumnMapping } from '../rules/readers/table/column-mapping.ts'
import { readMappedRows } from '../rules/readers/table/read-rows.ts'
import type { ReadItem, ReadReason } from '../rules/record.ts'

type ObjectKind = Exclude<SourceKind, 'table' | 'json' | 'eml' | 'mbox'>

const objectSources: Readonly<Record<ObjectKind, JsonSource<undefined>>> = {
  zendesk: zendeskSource,
  chatwoot: chatwootSource,
  freshdesk: freshdeskSource,
  genesys: genesysSource,
  intercom: intercomSource,
  zammad: zammadSource,
}

export type ReadSettings =
  | { readonly kind: 'table'; readonly mapping: ColumnMapping }
  | ({ readonly kind: 'json' } & MappedJsonSettings)
  | ({ readonly kind: 'eml' | 'mbox' } & MailSettings)
  | { readonly kind: ObjectKind }

/**
 * Records and refusals in the order met. What is wrong with the file is an item, never thrown; a fault of the input
 * itself, such as a broken connection, is thrown on.
 */
export async function* readEnquiries(
  input: AsyncIterable<Uint8Array>,
  settings: ReadSettings,
): AsyncGenerator<ReadItem, void, undefined> {
  switch (settings.kind) {
    case 'table':
      yield* readTableFile(input, settings.mapping)
      break
    case 'json':
      yield* readMappedJson(input, settings)
      break
    case 'eml':
      yield* readEml(input, settings)
      break
    case 'mbox':
      yield* readMbox(input, settings)
      break
    default:
      yield* readObjects(input, objectSources[settings.kind], undefined)
  }
}

async function* readTableFile(
  input: AsyncIterable<Uint8Array>,
  mapping: ColumnMapping,
): AsyncGenerator<ReadItem, void, undefined> {
  try {
    yield* readMappedRows(tableRows(input), mapping)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    yield* refusals(error)
  }
}

/** The rows of a table, the header first: a text is read as a stream, a workbook whole. */
export async function* tableRows(input: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Row[]> {
  const { first, whole } = await peek(input)
  if (!isWorkbook(first)) {
    yield* readRows(whole, { looseQuotes: true })
    return
  }
  const { header, rows } = await readTable(await buffer(whole), { limits: workbookLimits })
  yield [{ line: 1, cells: header }]
  yield rows
}

const workbookLimits = { bytes: 100 * 1024 * 1024, rows: 1_048_576, unpackedBytes: 500 * 1024 * 1024 }

/** A workbook, new or old: the table reader tells the old kind apart and refuses it by name. */
function isWorkbook(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  return start === '504b0304' || start === '504b0506' || start === 'd0cf11e0'
}

async function peek(input: AsyncIterable<Uint8Array>) {
  const iterator = input[Symbol.asyncIterator]()
  let first: Uint8Array = new Uint8Array(0)
  let isDone = false
  while (!isDone && first.length < 4) {
    const next = await iterator.next()
    if (next.done) isDone = true
    else first = Buffer.concat([first, next.value])
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    try {
      yield first
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
    } finally {
      await iterator.return?.()
    }
  }
  return { first, whole: whole() }
}

const reasons: Readonly<Record<string, ReadReason>> = {
  encoding: 'encoding',
  'too-many-cells': 'too-many-cells',
  'file-damaged': 'file-damaged',
}

function refusals({ code, params, issues }: AppError): ReadItem[] {
  if (issues.length === 0 || code === 'too-large')
    return [{ ok: false, at: {}, reason: 'too-large', params: { most: Number(params.most ?? 0) } }]
  return issues.map(({ code: reason, line, column }: InputIssue) => ({
    ok: false,
    at: line === undefined ? {} : { line },
    reason: reasons[reason] ?? 'unreadable',
    params: { detail: reason, ...(column !== undefined && { column }) },
  }))
}
