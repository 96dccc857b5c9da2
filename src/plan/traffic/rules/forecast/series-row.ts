/** A row of a table of traffic. */
export type TextRow = { readonly line: number; readonly cells: readonly string[] }
