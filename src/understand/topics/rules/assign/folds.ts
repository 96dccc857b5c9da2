/** Cross-validation: examples shared out so that each is held out at most once. */
import { seededRandom, shuffled } from '../../../../kernel/random.ts'

/**
 * The fold of each example. Each class is spread evenly over the folds; the only example of a class is never held out
 * (-1), since a class without examples cannot be found.
 */
export function foldsOf(labels: ArrayLike<number>, folds: number, seed: number): Int32Array {
  const random = seededRandom(`folds/${seed}`)
  const members = new Map<number, number[]>()
  for (let at = 0; at < labels.length; at++) {
    const list = members.get(labels[at]!)
    if (list) list.push(at)
    else members.set(labels[at]!, [at])
  }
  const made = new Int32Array(labels.length).fill(-1)
  let next = 0
  for (const list of members.values()) {
    if (list.length === 1) continue
    for (const at of shuffled(list, random)) made[at] = next++ % folds
  }
  return made
}
