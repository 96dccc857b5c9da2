/** Files that people send and fetch: tables in, tables out. */
export { type Row, type RowBytes, readRows } from './read-rows.ts'
export { readTable } from './read-table.ts'
export type { Limits, Table, TableRow } from './table.ts'
export { writeCsv } from './write-csv.ts'
export { type Sheet, writeXlsx } from './write-xlsx.ts'
