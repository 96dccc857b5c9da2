/** A topic assigner that learns on with every confirmation, in milliseconds; calibrated anew now and then. */
import { calibrate } from './calibrate.ts'
import { centroids } from './centroids.ts'
import { ClassifierTrainer } from './linear-classifier.ts'
import { extended, type LogSpace, type ReadTexts } from './log-space.ts'
import type { LabelledRows, TopicAssigner } from './topic-assigner.ts'
import { wordsOnly } from './topic-scores.ts'

/** C of the classifier; a single example per class says little about which words matter, so an error costs more. */
const costOf = (examples: number, classes: number) => (examples < 2 * classes ? 3 : 1)

/**
 * @example
 * const learning = new LearningAssigner(space, { rows, labels, classes }, 0)
 * learning.confirm(row, topic)
 * learning.refit()
 * assign(learning.assigner, learning.space.features, rows)
 */
export class LearningAssigner {
  assigner: TopicAssigner
  space: LogSpace
  readonly #seed: number
  readonly #labels: Map<number, number>
  readonly #all: ClassifierTrainer
  readonly #byWords: ClassifierTrainer

  constructor(space: LogSpace, examples: LabelledRows, seed: number) {
    const { rows, labels, classes } = examples
    const options = { cost: costOf(rows.length, classes), seed }
    this.space = space
    this.#seed = seed
    this.#labels = new Map(Array.from(rows, (row, at) => [row, labels[at]!]))
    this.#all = new ClassifierTrainer(space.features, examples, options)
    this.#byWords = new ClassifierTrainer(wordsOnly(space.features), examples, options)
    this.#all.fit()
    this.#byWords.fit()
    this.assigner = { ...this.#model(classes), ...this.#calibration(classes) }
  }

  confirm(row: number, topic: number): void {
    this.#labels.set(row, topic)
    this.#all.confirm(row, topic)
    this.#byWords.confirm(row, topic)
  }

  forget(row: number): void {
    this.#labels.delete(row)
    this.#all.forget(row)
    this.#byWords.forget(row)
  }

  /** One more topic; its number. It is found once something is confirmed in it. */
  addTopic(): number {
    this.#byWords.addClass()
    const topic = this.#all.addClass()
    this.assigner = { ...this.assigner, classes: topic + 1 }
    return topic
  }

  /** Texts that came later become rows, so that they can be confirmed; the number of the first. */
  addTexts(read: ReadTexts): number {
    const first = this.space.features.sparse.rows
    this.space = extended(this.space, read)
    this.#all.extend(this.space.features)
    this.#byWords.extend(wordsOnly(this.space.features))
    return first
  }

  /** Takes in what was confirmed. What scores are worth stays as it is until `recalibrate`. */
  refit(): void {
    this.#all.refit()
    this.#byWords.refit()
    this.assigner = { ...this.assigner, ...this.#model(this.assigner.classes) }
  }

  /** Solves everything over every example and reads off anew what scores are worth: seconds, for a job. */
  recalibrate(): void {
    this.#all.fit()
    this.#byWords.fit()
    const { classes } = this.assigner
    this.assigner = { ...this.#model(classes), ...this.#calibration(classes) }
  }

  #model(classes: number) {
    const { dense } = this.space.features
    return {
      classes,
      classifier: this.#all.model,
      byWords: this.#byWords.model,
      centroids: centroids(dense, this.#examples(), classes),
    }
  }

  #calibration(classes: number) {
    const trainers = { all: this.#all, byWords: this.#byWords }
    return calibrate(this.space, { ...this.#examples(), classes }, trainers, this.#seed)
  }

  #examples() {
    return { rows: [...this.#labels.keys()], labels: [...this.#labels.values()] }
  }
}
