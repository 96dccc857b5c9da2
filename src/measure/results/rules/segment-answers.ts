/** Counts answers by class and channel as contacts come, and tells the figures of all, each channel and each class. */
import type { ChannelId } from '../../edition/contract.ts'
import type { AnswerFigures } from '../contract.ts'
import { type AnswerCounts, addCounts, answerFigures, countAnswers, emptyCounts } from './answer-figures.ts'
import type { CompiledForm, CompiledMethod } from './compiled-form.ts'
import type { Answers } from './score-submission.ts'

type Answered = { readonly class: string; readonly form: CompiledForm; readonly answers: Answers }

type Cell = { readonly class: string; readonly channel: ChannelId; readonly counts: AnswerCounts }

export class SegmentAnswers {
  readonly #compiled: CompiledMethod
  readonly #cells = new Map<string, Cell>()

  constructor(compiled: CompiledMethod) {
    this.#compiled = compiled
  }

  add({ class: className, form, answers }: Answered): void {
    const key = `${form.channel}:${className}`
    let cell = this.#cells.get(key)
    if (!cell) {
      cell = { class: className, channel: form.channel, counts: emptyCounts(this.#compiled) }
      this.#cells.set(key, cell)
    }
    countAnswers(cell.counts, form, answers)
  }

  figures(): AnswerFigures[] {
    const cells = [...this.#cells.values()]
    const channels = this.#compiled.method.channels.map(({ id }) => id)
    const classes = [...new Set(cells.map((cell) => cell.class))].sort()
    return [
      this.#segment('all', cells),
      ...channels.map((id) =>
        this.#segment(
          id,
          cells.filter(({ channel }) => channel === id),
        ),
      ),
      ...classes.map((name) =>
        this.#segment(
          `class:${name}`,
          cells.filter((cell) => cell.class === name),
        ),
      ),
    ].filter(({ questions, experience }) => questions.length + experience.length > 0)
  }

  #segment(name: string, cells: readonly Cell[]): AnswerFigures {
    const counts = emptyCounts(this.#compiled)
    for (const cell of cells) addCounts(counts, cell.counts)
    return answerFigures(this.#compiled, name, counts)
  }
}
