/** The header of a submissions file: which cell holds what, and what is missing or not understood. */
import type { InputIssue } from '../../../kernel/errors.ts'
import type { CompiledMethod } from './compiled-form.ts'

export const fixedColumns = ['contact', 'participant', 'class', 'channel', 'answered'] as const
export type FixedColumn = (typeof fixedColumns)[number]

export type SubmissionColumns = {
  /** Number of cells that a full row has. */
  readonly width: number
  readonly fixed: Readonly<Record<FixedColumn, number>>
  /** By the question's place in the method: its cell, or −1 where the file has no such column. */
  readonly questions: readonly number[]
  /** Headings that are neither a fixed column nor a question: not read. */
  readonly ignored: readonly string[]
  /** Questions that carry no points and have no column: not counted. */
  readonly absent: readonly string[]
}

type Heading = { readonly issues: readonly InputIssue[]; readonly columns: SubmissionColumns }

/**
 * Reads the header. Refused: a fixed column or a scored question without a column, and a heading that stands twice.
 * Fixed columns are found whatever their capitals; question ids are taken as they are.
 */
export function submissionColumns({ method }: CompiledMethod, header: readonly string[]): Heading {
  const headings = header.map((heading) => heading.trim())
  const issues: InputIssue[] = []
  const at = new Map<string, number>()
  const questionIds = new Set<string>(method.questions.map(({ id }) => id))
  const ignored: string[] = []
  headings.forEach((heading, cell) => {
    const fixed = fixedColumns.find((column) => column === heading.toLowerCase())
    if (!fixed && !questionIds.has(heading)) {
      if (heading !== '') ignored.push(heading)
      return
    }
    const name = fixed ?? heading
    if (at.has(name)) issues.push({ code: 'doubled-column', line: 1, column: heading })
    else at.set(name, cell)
  })
  const cellOf = (name: string) => at.get(name) ?? -1
  for (const name of fixedColumns) {
    if (cellOf(name) < 0) issues.push({ code: 'missing-column', line: 1, column: name })
  }
  const absent: string[] = []
  for (const { id, scored } of method.questions) {
    if (cellOf(id) >= 0) continue
    if (scored) issues.push({ code: 'missing-question', line: 1, column: id })
    else absent.push(id)
  }
  const fixed = Object.fromEntries(fixedColumns.map((name) => [name, cellOf(name)])) as Record<
    FixedColumn,
    number
  >
  const questions = method.questions.map(({ id }) => cellOf(id))
  return { issues, columns: { width: headings.length, fixed, questions, ignored, absent } }
}
