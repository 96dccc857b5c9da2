/** Reads a submissions file row by row: each contact is scored and gathered, or what is wrong with it is kept. */
import type { Readable } from 'node:stream'
import type { InputIssue } from '../../kernel/errors.ts'
import { nameKey } from '../../measure/planning/rules/plan-input.ts'
import type { AnswerFigures } from '../../measure/results/contract.ts'
import type { CompiledMethod } from '../../measure/results/rules/compiled-form.ts'
import { scoreSubmission } from '../../measure/results/rules/score-submission.ts'
import { type ScoredOutcome, ScoreTable } from '../../measure/results/rules/score-table.ts'
import { SegmentAnswers } from '../../measure/results/rules/segment-answers.ts'
import { type SubmissionColumns, submissionColumns } from '../../measure/results/rules/submission-columns.ts'
import { type SubmissionRow, submissionRowReader } from '../../measure/results/rules/submission-row.ts'
import { type Row, readRows } from '../../platform/files/index.ts'

export type Gathered = {
  readonly table: ScoreTable
  readonly answers: readonly AnswerFigures[]
  readonly columns: SubmissionColumns | undefined
  readonly contacts: number
  readonly lateAnswers: number
  readonly withoutScore: number
  /** The first of the problems, and how many there are in all. */
  readonly issues: readonly InputIssue[]
  readonly issueCount: number
}

export type Listener = {
  /** Called for every contact as long as nothing is wrong, in the order of the file. */
  readonly scored: (row: SubmissionRow, outcome: ScoredOutcome) => Promise<void> | undefined
  readonly progress: (contacts: number) => void
}

/** How many problems are listed before they are only counted. */
const listed = 50

/** Reads all of `input`. What is wrong is returned, never thrown, but for a file that cannot be read as text. */
export async function gatherSubmissions(
  compiled: CompiledMethod,
  input: Readable,
  listener: Listener,
): Promise<Gathered> {
  const gathering = new Gathering(compiled, listener)
  for await (const rows of readRows(input)) {
    for (const row of rows) {
      const writing = gathering.take(row)
      if (writing) await writing
    }
    listener.progress(gathering.contacts)
  }
  return gathering.finish()
}

class Gathering {
  contacts = 0
  readonly #compiled: CompiledMethod
  readonly #listener: Listener
  readonly #table: ScoreTable
  readonly #answers: SegmentAnswers
  readonly #seen = new Set<string>()
  readonly #known = new Map<string, { readonly participant: string; readonly class: string }>()
  /** How a participant is written at first, by its name whatever the spacing and letter case. */
  readonly #written = new Map<string, { readonly participant: string; readonly line: number }>()
  readonly #issues: InputIssue[] = []
  #issueCount = 0
  #lateAnswers = 0
  #withoutScore = 0
  #columns: SubmissionColumns | undefined
  #readRow: ReturnType<typeof submissionRowReader> | undefined

  constructor(compiled: CompiledMethod, listener: Listener) {
    this.#compiled = compiled
    this.#listener = listener
    this.#table = new ScoreTable(compiled)
    this.#answers = new SegmentAnswers(compiled)
  }

  take(row: Row): Promise<void> | undefined {
    if (!this.#columns) {
      this.#takeHeader(row)
      return undefined
    }
    this.contacts++
    if (!this.#readRow) return undefined
    const read = this.#readRow(row.cells, row.line)
    if (!read.ok) {
      this.#refuse(...read.issues)
      return undefined
    }
    this.#checkIdentity(read.row, row.line)
    return this.#issueCount > 0 ? undefined : this.#score(read.row)
  }

  finish(): Gathered {
    if (!this.#columns) this.#refuse({ code: 'empty-file' })
    else if (this.contacts === 0 && this.#issueCount === 0) this.#refuse({ code: 'no-rows' })
    return {
      table: this.#table,
      answers: this.#answers.figures(),
      columns: this.#columns,
      contacts: this.contacts,
      lateAnswers: this.#lateAnswers,
      withoutScore: this.#withoutScore,
      issues: this.#issues,
      issueCount: this.#issueCount,
    }
  }

  #takeHeader(row: Row): void {
    const { issues, columns } = submissionColumns(this.#compiled, row.cells)
    this.#columns = columns
    this.#refuse(...issues)
    if (issues.length === 0) this.#readRow = submissionRowReader(this.#compiled, columns)
  }

  #checkIdentity({ contact, participant, class: className }: SubmissionRow, line: number): void {
    if (this.#seen.has(contact))
      this.#refuse({ code: 'doubled-contact', line, column: 'contact', value: contact })
    this.#seen.add(standalone(contact))
    const known = this.#known.get(participant)
    if (known === undefined) {
      const name = standalone(participant)
      this.#checkSpelling(name, contact, line)
      this.#known.set(name, { participant: name, class: standalone(className) })
    } else if (known.class !== className)
      this.#refuse({
        code: 'two-classes',
        line,
        column: 'class',
        value: className,
        params: { participant, known: known.class, contact },
      })
  }

  /** "FIRMA 0" beside "Firma 0" would be two participants, each with a half of the contacts. */
  #checkSpelling(participant: string, contact: string, line: number): void {
    const key = nameKey(participant)
    const first = this.#written.get(key)
    if (first === undefined) this.#written.set(key, { participant, line })
    else
      this.#refuse({
        code: 'two-spellings',
        line,
        column: 'participant',
        value: participant,
        params: { known: first.participant, first: first.line, contact },
      })
  }

  #score(row: SubmissionRow): Promise<void> | undefined {
    const outcome = scoreSubmission(row.form, row)
    if (outcome.kind === 'refused') throw new Error('a checked row was refused by the score')
    const names = this.#known.get(row.participant)
    this.#table.add({ ...row, ...names, outcome })
    if (row.answered) this.#answers.add({ ...row, ...names })
    if (row.lateAnswers) this.#lateAnswers++
    if (outcome.kind === 'noScore') this.#withoutScore++
    return this.#listener.scored(row, outcome)
  }

  #refuse(...issues: readonly InputIssue[]): void {
    this.#issueCount += issues.length
    if (this.#issues.length < listed) this.#issues.push(...issues.slice(0, listed - this.#issues.length))
  }
}

/** A copy: a piece cut from a longer text would keep all of the file's text in memory. */
const standalone = (text: string): string => Buffer.from(text).toString()
