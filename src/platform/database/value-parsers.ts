/**
 * How the database's values arrive in JavaScript, said once: a date is the calendar day it names (never an
 * instant in some zone), and a whole number is a number or an error, never a rounded one.
 */
import pg from 'pg'

const { builtins } = pg.types

/** An int8 as a number. `parseWholeNumber('42') // 42`. @throws RangeError beyond 2^53 - 1 */
export function parseWholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large to be an exact number`)
  return value
}

const textArray = (each: (text: string) => unknown) => (text: string) => pgArray(text, each)

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [builtins.DATE]: (text) => text,
  [builtins.INT8]: parseWholeNumber,
  [builtins.NUMERIC]: Number,
  1182: textArray((text) => text),
  1016: textArray(parseWholeNumber),
  1231: textArray(Number),
}

/** A one-dimensional array of values that need no quotes: `{1,2,NULL}`. */
function pgArray(text: string, each: (text: string) => unknown): unknown[] {
  const inside = text.slice(1, -1)
  if (inside.includes('{')) throw new RangeError('nested arrays are not read')
  return inside === '' ? [] : inside.split(',').map((item) => (item === 'NULL' ? null : each(item)))
}

/** Given to every pool; other types are read as the driver reads them. */
export const valueParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[oid]) ||
    pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}
