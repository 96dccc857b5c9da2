/** One row of a submissions file as a filled form, or everything that is wrong with it by column. */
import type { InputIssue } from '../../../kernel/errors.ts'
import { type CompiledForm, type CompiledMethod, notApplicable } from './compiled-form.ts'
import type { FilledForm } from './score-submission.ts'
import type { SubmissionColumns } from './submission-columns.ts'

export type SubmissionRow = FilledForm & {
  readonly contact: string
  readonly participant: string
  readonly class: string
  readonly form: CompiledForm
  /** An unanswered contact came with answers: a late answer is recorded, never rescored (M4.2). */
  readonly lateAnswers: boolean
}

export type RowOutcome =
  | { readonly ok: true; readonly row: SubmissionRow }
  | { readonly ok: false; readonly issues: readonly InputIssue[] }

type CellIssue = Omit<InputIssue, 'line'>

const yes = new Set(['yes', 'true', '1', 'ja'])
const no = new Set(['no', 'false', '0', 'nei'])

type Cell = (place: number) => string

/** A reader of the rows under one header: cells and their line in the file → a filled form or what is wrong. */
export function submissionRowReader(compiled: CompiledMethod, columns: SubmissionColumns) {
  const others = new Map(
    [...compiled.forms].map(([channel, form]) => [channel, notAsked(compiled, columns, form)]),
  )
  return (cells: readonly string[], line: number): RowOutcome => {
    const cell: Cell = (place) => (cells[place] ?? '').trim()
    const contact = cell(columns.fixed.contact)
    const { issues, form, answered } = readFixed(compiled, columns, cell)
    if (cells.length > columns.width && cells.slice(columns.width).some((extra) => extra.trim() !== ''))
      issues.push({ code: 'too-many-cells', params: { cells: cells.length, expected: columns.width } })
    const answers: Record<string, string> = {}
    if (form && answered) {
      readAnswers({ form, columns, cell }, answers, issues)
      findStrays(others.get(form.channel)!, cell, issues)
    }
    if (issues.length > 0 || !form || answered === undefined)
      return {
        ok: false,
        issues: issues.map((issue) => ({ ...issue, line, params: { ...issue.params, contact } })),
      }
    const participant = cell(columns.fixed.participant)
    const lateAnswers = !answered && columns.questions.some((place) => place >= 0 && isAnswer(cell(place)))
    const row = {
      contact,
      participant,
      class: cell(columns.fixed.class),
      form,
      answered,
      answers,
      lateAnswers,
    }
    return { ok: true, row }
  }
}

function readFixed(compiled: CompiledMethod, { fixed }: SubmissionColumns, cell: Cell) {
  const issues: CellIssue[] = []
  for (const column of ['contact', 'participant', 'class'] as const) {
    if (cell(fixed[column]) === '') issues.push({ code: 'blank', column })
  }
  const { classes } = compiled.method
  const className = cell(fixed.class)
  if (className !== '' && classes.length > 0 && !classes.includes(className))
    issues.push({ code: 'unknown-class', column: 'class', value: className })
  const channel = cell(fixed.channel)
  const form = compiled.forms.get(channel) ?? compiled.forms.get(channel.toLowerCase())
  if (!form) issues.push({ code: 'unknown-channel', column: 'channel', value: channel })
  const answered = readYesNo(cell(fixed.answered))
  if (answered === undefined)
    issues.push({ code: 'not-yes-or-no', column: 'answered', value: cell(fixed.answered) })
  return { issues, form, answered }
}

function readYesNo(text: string): boolean | undefined {
  const word = text.toLowerCase()
  return yes.has(word) ? true : no.has(word) ? false : undefined
}

type Reading = { readonly form: CompiledForm; readonly columns: SubmissionColumns; readonly cell: Cell }

function readAnswers(
  { form, columns, cell }: Reading,
  answers: Record<string, string>,
  issues: CellIssue[],
): void {
  for (const { index, id, options } of form.questions) {
    const place = columns.questions[index]!
    if (place < 0) continue
    const value = cell(place)
    if (options.has(value)) answers[id] = value
    else if (value === '') issues.push({ code: 'blank', column: id })
    else if (value.toLowerCase() === notApplicable) answers[id] = notApplicable
    else issues.push({ code: 'unknown-option', column: id, value })
  }
}

type Place = { readonly id: string; readonly place: number }

/** Columns of questions that a channel's form does not ask. */
function notAsked({ method }: CompiledMethod, columns: SubmissionColumns, form: CompiledForm): Place[] {
  return method.questions
    .map(({ id, channels }, index) => ({ id, place: columns.questions[index]!, channels }))
    .filter(({ place, channels }) => place >= 0 && !channels.includes(form.channel))
}

/** "Not applicable" under a question that is not asked is only true. */
const isAnswer = (value: string) => value !== '' && value.toLowerCase() !== notApplicable

function findStrays(others: readonly Place[], cell: Cell, issues: CellIssue[]): void {
  for (const { id, place } of others) {
    const value = cell(place)
    if (isAnswer(value)) issues.push({ code: 'not-on-form', column: id, value })
  }
}
