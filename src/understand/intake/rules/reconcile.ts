/** Whether the totals of a source add up (U1.2): what went in is what is there, was there, or was refused. */

export type Delivered = {
  readonly read: number
  readonly landed: number
  readonly known: number
  readonly changed: number
  readonly refused: number
  readonly contacts: number
}

export type Stored = { readonly rows: number; readonly contacts: number }

/**
 * Rows read = landed + known + changed + refused, and what landed is what is stored, in rows and in contacts. A tally
 * keeps one row an hour for many presses, so that only its contacts are compared.
 *
 * @example addsUp({ read: 3, landed: 2, known: 0, changed: 0, refused: 1, contacts: 2 }, { rows: 2, contacts: 2 }) // true
 */
export function addsUp(delivered: Delivered, stored: Stored, kind?: string): boolean {
  const { read, landed, known, changed, refused, contacts } = delivered
  const rowsAgree = kind === 'tally' || landed === stored.rows
  return read === landed + known + changed + refused && rowsAgree && near(contacts, stored.contacts)
}

/** Weights may be fractions, and sums of fractions depend on their order in the last digits. */
function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(one), Math.abs(other))
}
