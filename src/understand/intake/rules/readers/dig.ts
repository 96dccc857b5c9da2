/** Fields of a JSON value that may be anything: what is not of the kind asked for is absent. */

export function fieldOf(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found: unknown = value
  for (const name of path) {
    if (found === null || typeof found !== 'object' || !Object.hasOwn(found, name)) return undefined
    found = (found as Record<string | number, unknown>)[name]
  }
  return found
}

/** Not empty, and without space around it. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = fieldOf(value, ...path)
  const text = typeof found === 'string' ? found.trim() : ''
  return text === '' ? undefined : text
}

/** An id, whether the source writes it as a number or as text. */
export function idAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = fieldOf(value, ...path)
  return typeof found === 'number' && Number.isFinite(found) ? String(found) : textAt(value, ...path)
}

export function numberAt(value: unknown, ...path: readonly (string | number)[]): number | undefined {
  const found = fieldOf(value, ...path)
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined
}

export function yesAt(value: unknown, ...path: readonly (string | number)[]): boolean | undefined {
  const found = fieldOf(value, ...path)
  return typeof found === 'boolean' ? found : undefined
}

export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = path.length === 0 ? value : fieldOf(value, ...path)
  return Array.isArray(found) ? found : []
}

/** Without the fields that are undefined: what a source lacks is absent. */
export function present<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

/** Messages of one side, one under the other; nothing when there are none. */
export function together(texts: readonly (string | undefined)[]): string | undefined {
  const written = texts.filter((text) => text !== undefined && text.trim() !== '')
  return written.length > 0 ? written.join('\n\n') : undefined
}

const indexes = new WeakMap<readonly unknown[], Map<string, unknown[]>>()

/** What of a list belongs to an id, by a field of its elements; the list is gone through once, however often asked. */
export function belongingTo(
  list: readonly unknown[],
  field: string,
  id: string | undefined,
): readonly unknown[] {
  if (id === undefined || list.length === 0) return []
  const index = indexes.get(list) ?? Map.groupBy(list, (one) => idAt(one, field) ?? '')
  indexes.set(list, index)
  return index.get(id) ?? []
}
