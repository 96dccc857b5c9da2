/** The first rows of a file: which columns or fields there are, and what each most likely is. */

import { AppError } from '../../../kernel/errors.ts'
import { zone } from '../../../kernel/zone.ts'
import type { IntakePreview } from '../contract.ts'
import { tableRows } from '../readers/read-enquiries.ts'
import type { ReaderProfile } from '../rules/reader-profile.ts'
import { fieldOf } from '../rules/readers/dig.ts'
import { jsonValues } from '../rules/readers/json/json-values.ts'
import { pathsOf } from '../rules/readers/json/mapped-objects.ts'
import { guessMapping } from '../rules/readers/table/guess-mapping.ts'

type Bytes = AsyncIterable<Uint8Array>
export type Look = {
  readonly reader: ReaderProfile
  readonly columns: IntakePreview['columns']
  readonly unread: IntakePreview['unread']
}

const mostRows = 500
const mostSamples = 4

/** Settings that are given stay; those that are not are guessed. A file that cannot be read has no columns. */
export async function lookAtFile(bytes: Bytes, kind: string, given: ReaderProfile): Promise<Look> {
  if (kind === 'table') return withGuess(await firstRows(bytes), given)
  if (kind === 'json') {
    const { list, ...found } = await firstObjects(bytes, given.list)
    return withGuess(found, { ...given, ...(list !== undefined && { list }) })
  }
  return { reader: given, columns: [], unread: [] }
}

type Found = { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }

function withGuess({ header, rows }: Found, given: ReaderProfile): Look {
  const guess = guessMapping(header, rows, zone)
  const mapping = given.mapping ?? structuredClone(guess.mapping)
  const columns = header.map((name, index) => {
    const values = rows.map((cells) => (cells[index] ?? '').trim()).filter((value) => value !== '')
    return { name, samples: [...new Set(values)].slice(0, mostSamples).map((value) => value.slice(0, 80)) }
  })
  const unread = Object.entries(guess.unread).map(([field, values]) => ({ field, values: [...values] }))
  return { reader: { ...given, mapping: mapping as ReaderProfile['mapping'] }, columns, unread }
}

async function firstRows(bytes: Bytes): Promise<Found> {
  const rows: (readonly string[])[] = []
  try {
    for await (const batch of tableRows(bytes)) {
      rows.push(...batch.map(({ cells }) => cells))
      if (rows.length > mostRows) break
    }
  } catch (error) {
    // What is wrong with it is told by the reader, row by row.
    if (!(error instanceof AppError)) throw error
  }
  const [header = [], ...rest] = rows
  return { header: header.map((name) => name.replace(/^\ufeff/, '').trim()), rows: rest.slice(0, mostRows) }
}

async function firstObjects(bytes: Bytes, given: string | undefined): Promise<Found & { list?: string }> {
  const values: unknown[] = []
  for await (const found of jsonValues(bytes)) {
    if (found.ok) values.push(found.value)
    if (values.length >= mostRows) break
  }
  const list = given ?? listIn(values[0])
  const objects = list === undefined ? values : values.flatMap((value) => itemsAt(value, list))
  const header = pathsOf(objects.slice(0, mostRows))
  const rows = objects.slice(0, mostRows).map((value) => header.map((path) => written(value, path)))
  return { header, rows, ...(list !== undefined && { list }) }
}

function itemsAt(value: unknown, list: string): readonly unknown[] {
  const found = fieldOf(value, ...list.split('.'))
  return Array.isArray(found) ? found : []
}

/** The first field that is a list of objects, when the value is a page of records and not a record. */
function listIn(value: unknown): string | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined
  const isList = (inner: unknown) =>
    Array.isArray(inner) && inner.length > 0 && inner.every((one) => typeof one === 'object' && one !== null)
  return Object.entries(value).find(([, inner]) => isList(inner))?.[0]
}

function written(value: unknown, path: string): string {
  const found = fieldOf(value, ...path.split('.'))
  return ['string', 'number', 'boolean'].includes(typeof found) ? String(found) : ''
}
