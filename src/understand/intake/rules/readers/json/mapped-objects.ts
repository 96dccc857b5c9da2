/** JSON of any shape by a mapping: a column is the path of a field, such as `customer.email`. */
import type { ReadItem } from '../../record.ts'
import { fieldOf } from '../dig.ts'
import type { ColumnMapping } from '../table/column-mapping.ts'
import { RowReader } from '../table/read-rows.ts'
import { type JsonLimits, jsonValues } from './json-values.ts'

export type MappedJsonSettings = {
  readonly mapping: ColumnMapping
  /** The path of the list of records inside each value, such as `data.items`; absent when the value is the record. */
  readonly list?: string
}

export async function* readMappedJson(
  input: AsyncIterable<Uint8Array>,
  { mapping, list }: MappedJsonSettings,
  limits?: JsonLimits,
): AsyncGenerator<ReadItem, void, undefined> {
  const reader = new RowReader(mapping)
  for await (const found of jsonValues(input, limits)) {
    if (!found.ok) {
      yield { ok: false, at: found.at, reason: found.reason, params: found.params }
      continue
    }
    const values = list === undefined ? [found.value] : fieldOf(found.value, ...list.split('.'))
    if (!Array.isArray(values)) {
      yield {
        ok: false,
        at: { ...found.at, path: list ?? '' },
        reason: 'wrong-shape',
        params: { found: typeof values },
      }
      continue
    }
    for (const [index, value] of values.entries()) {
      const at = list === undefined ? found.at : { ...found.at, path: `${list}[${index}]` }
      if (value === null || typeof value !== 'object' || Array.isArray(value))
        yield { ok: false, at, reason: 'wrong-shape', params: { found: typeof value } }
      else
        yield reader.read(
          (path) => cellOf(value, path),
          () => JSON.stringify(value),
          at,
        )
    }
  }
}

/** A field as a cell: text, numbers and yes or no as they are, a list of texts one under the other. */
function cellOf(value: object, path: string): string {
  const found = Object.hasOwn(value, path) ? fieldOf(value, path) : fieldOf(value, ...path.split('.'))
  if (Array.isArray(found)) return found.filter((one) => typeof one === 'string').join('\n')
  return ['string', 'number', 'boolean'].includes(typeof found) ? String(found) : ''
}

/** The paths of the fields that can be mapped, in the order met: what a person chooses from. */
export function pathsOf(values: readonly unknown[], most = 200): readonly string[] {
  const paths = new Set<string>()
  const visit = (value: unknown, path: string, depth: number): void => {
    if (paths.size >= most) return
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      if (depth < 6)
        for (const [name, inner] of Object.entries(value))
          visit(inner, path === '' ? name : `${path}.${name}`, depth + 1)
    } else if (path !== '') paths.add(path)
  }
  for (const value of values) visit(value, '', 0)
  return [...paths]
}
