/** A table of a driver's values by day: date and value, or what it may become as low, base and high. */
import type { InputIssue } from '../../../../kernel/errors.ts'
import { numberOf } from '../../../../understand/intake/rules/readers/table/read-cells.ts'
import { orderOfDates, wallMomentOf } from './dates.ts'
import type { TrafficTable } from './read-traffic.ts'

export type DriverCell = {
  readonly scenario: 'seen' | 'low' | 'base' | 'high'
  readonly day: string
  readonly value: number
}

const headings: Readonly<Record<DriverCell['scenario'], RegExp>> = {
  low: /^(?:lav|låg|low|lavt|lågt)$/i,
  base: /^(?:base|middels|forventet|venta|basis|mid|medium|hoved)$/i,
  high: /^(?:høy|høg|high|høyt|høgt)$/i,
  seen: /./,
}

/**
 * The first column with dates, and values in the others: one named low, base or high is what may come, the first
 * other one is what has been seen. An empty cell is no value; a row for a month counts from its first day.
 *
 * @example readDriverTable({ header: ['Dato', 'Pris'], rows: [{ line: 2, cells: ['01.02.2026', '81,5'] }] }).values
 * // [{ scenario: 'seen', day: '2026-02-01', value: 81.5 }]
 */
export function readDriverTable({ header, rows }: TrafficTable): {
  readonly values: readonly DriverCell[]
  readonly issues: readonly InputIssue[]
} {
  const decimal = rows.some(({ cells }) => cells.some((cell) => /^-?\d+,\d+$/.test(cell))) ? ',' : '.'
  const dateOrder = orderOfDates(rows.map(({ cells }) => cells[0] ?? ''))
  const columns = header.slice(1).map((name) => scenarioOf(name))
  const values = new Map<string, DriverCell>()
  const issues: InputIssue[] = []
  for (const { line, cells } of rows) {
    const day = wallMomentOf(asDay(cells[0] ?? ''), undefined, { dateOrder, decimal })?.date
    if (day === undefined) {
      issues.push({ code: 'traffic-moment', line, ...(header[0] !== undefined && { column: header[0] }) })
      continue
    }
    for (const [at, scenario] of columns.entries()) {
      const text = cells[at + 1] ?? ''
      if (text === '') continue
      const value = numberOf(text, decimal)
      if (value === undefined) {
        issues.push({ code: 'traffic-number', line, column: header[at + 1]!, value: text.slice(0, 40) })
        continue
      }
      const key = `${scenario} ${day}`
      if (values.has(key)) issues.push({ code: 'traffic-doubled', line, column: header[at + 1]!, value: day })
      else values.set(key, { scenario, day, value })
    }
  }
  return { values: [...values.values()], issues }
}

const asDay = (cell: string): string => (/^\d{4}-\d{2}$/.test(cell) ? `${cell}-01` : cell)

const scenarioOf = (name: string): DriverCell['scenario'] =>
  (['low', 'base', 'high'] as const).find((scenario) => headings[scenario].test(name.trim())) ?? 'seen'
