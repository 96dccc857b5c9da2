/**
 * The list as the server has told it, and the steps on their way to it: what is shown is the one with the others put
 * upon it. An answer takes its step's place; a refusal takes the step away, and what came after it is worked out anew.
 */
import type { Decision, StepResult, TopicList } from '../../../src/understand/topics/contract.ts'
import { foresee, type LeavingPart, withStep } from './foresee.ts'

/** What a step will make of the list. */
export type Ahead = (list: TopicList) => TopicList

/** A step with the list as it was shown before it, for when it is taken back. */
type Taken = { readonly ahead: Ahead; readonly before: TopicList; readonly undoneBy?: Ahead | undefined }

export class StepsAhead {
  #told: TopicList | undefined
  #ahead: readonly Ahead[] = []
  #taken: readonly Taken[] = []
  #number = 0

  /** @param shown what the screen has now */
  decide(shown: TopicList, decision: Decision, part?: LeavingPart): Ahead {
    const newTopicId = `ahead ${++this.#number}`
    const ahead: Ahead = (list) => foresee(list, decision, { newTopicId, part })
    this.#taken = [...this.#taken, { ahead, before: shown }]
    return this.#begin(shown, ahead)
  }

  /** A step of an earlier visit cannot be foreseen backwards: then the list waits for the answer. */
  undo(shown: TopicList): Ahead {
    const last = this.#taken.findLast(({ undoneBy }) => undoneBy === undefined)
    const ahead: Ahead = (list) => (last ? { ...list, items: last.before.items } : list)
    this.#taken = this.#taken.map((one) => (one === last ? { ...one, undoneBy: ahead } : one))
    return this.#begin(shown, ahead)
  }

  /** The step has been taken, or refused when there is no result. */
  end(ahead: Ahead, result?: StepResult): void {
    this.#ahead = this.#ahead.filter((each) => each !== ahead)
    if (this.#told && result) this.#told = withStep(this.#told, result)
    if (result) return
    this.#taken = this.#taken
      .filter((one) => one.ahead !== ahead)
      .map((one) => (one.undoneBy === ahead ? { ...one, undoneBy: undefined } : one))
  }

  /** The list with every step that is on its way. */
  shown(): TopicList | undefined {
    const told = this.#told
    return told && this.#ahead.reduce((list, ahead) => ahead(list), told)
  }

  /** What the next undo takes back: known once the steps before it are taken. */
  toUndo(): TopicList['undo'] {
    return this.#told?.undo ?? null
  }

  #begin(shown: TopicList, ahead: Ahead): Ahead {
    // Nothing is on its way: what is shown is what the server has told, be it read anew meanwhile.
    if (this.#ahead.length === 0) this.#told = shown
    this.#ahead = [...this.#ahead, ahead]
    return ahead
  }
}
