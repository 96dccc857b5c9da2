/** Headings and answers are compared without case, accents of writing, spaces and punctuation. */

/** @example plain('Hvor lenge, i minutter?') // 'hvorlengeiminutter' */
export function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** Each field's column by its names; a column is used once, and fields come in their own order. */
export function columnsByName<Field extends string>(
  header: readonly string[],
  names: Readonly<Record<Field, readonly string[]>>,
): Partial<Record<Field, string>> {
  const found: Partial<Record<Field, string>> = {}
  for (const [field, known] of Object.entries(names) as [Field, readonly string[]][]) {
    const column = header.find((name) => known.includes(plain(name)) && !Object.values(found).includes(name))
    if (column !== undefined) found[field] = column
  }
  return found
}

/** The cells of a row by column name; a column that is not there is empty. */
export function reader(header: readonly string[]) {
  const places = new Map(header.map((column, place) => [column, place]))
  return (cells: readonly string[], column: string | undefined): string => {
    const place = column === undefined ? undefined : places.get(column)
    return place === undefined ? '' : (cells[place] ?? '').trim()
  }
}
