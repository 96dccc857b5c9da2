/** What all sources that send JSON have in common: pages are opened, and each object is read by its source. */
import type { EnquiryRecord, Place, ReadItem, ReadParams, ReadReason } from '../../record.ts'
import { fieldOf } from '../dig.ts'
import { type JsonLimits, jsonValues } from './json-values.ts'

export type Refusal = { readonly reason: ReadReason; readonly params?: ReadParams; readonly path?: string }
/** The contact first, its legs behind it. */
export type ObjectReading = readonly EnquiryRecord[] | Refusal

export type JsonSource<Settings> = {
  /** Where a page holds its records, such as `tickets`; one of these. */
  readonly lists: readonly (readonly string[])[]
  /** Records whose parts are sent apart, put together; undefined where this value is no such page. */
  readonly gather?: (value: unknown) => readonly unknown[] | undefined
  /** @param page what the object came in, for what the source sends beside its records */
  readonly read: (value: object, settings: Settings, page: unknown) => ObjectReading
}

/**
 * Every record of a JSON file: a list, one value in each line, one object, or pages with a list in them.
 *
 * It never throws for what is in the file.
 */
export async function* readObjects<Settings>(
  input: AsyncIterable<Uint8Array>,
  source: JsonSource<Settings>,
  settings: Settings,
  limits?: JsonLimits,
): AsyncGenerator<ReadItem, void, undefined> {
  for await (const found of jsonValues(input, limits)) {
    if (!found.ok) {
      yield { ok: false, at: found.at, reason: found.reason, params: found.params }
      continue
    }
    const page = openPage(found.value, source)
    if (!page) {
      yield* itemsOf(found.value, { source, settings, page: undefined, at: found.at })
      continue
    }
    for (const [index, value] of page.values.entries()) {
      const at = { ...found.at, path: `${page.path}[${index}]` }
      yield* itemsOf(value, { source, settings, page: found.value, at })
    }
  }
}

function openPage<Settings>(
  value: unknown,
  { lists, gather }: JsonSource<Settings>,
): { readonly values: readonly unknown[]; readonly path: string } | undefined {
  const gathered = gather?.(value)
  if (gathered) return { values: gathered, path: 'gathered' }
  for (const path of lists) {
    const found = fieldOf(value, ...path)
    if (Array.isArray(found)) return { values: found, path: path.join('.') }
  }
  return undefined
}

type Within<Settings> = {
  readonly source: JsonSource<Settings>
  readonly settings: Settings
  readonly page: unknown
  readonly at: Place
}

function* itemsOf<Settings>(
  value: unknown,
  { source, settings, page, at }: Within<Settings>,
): Generator<ReadItem> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    yield { ok: false, at, reason: 'wrong-shape', params: { found: value === null ? 'null' : kindOf(value) } }
    return
  }
  const reading = source.read(value, settings, page)
  if ('reason' in reading) {
    const path = [at.path, reading.path].filter((part) => part !== undefined).join('.')
    const place = path === '' ? at : { ...at, path }
    yield { ok: false, at: place, reason: reading.reason, params: reading.params ?? {} }
    return
  }
  for (const record of reading) yield { ok: true, record, at }
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value)
