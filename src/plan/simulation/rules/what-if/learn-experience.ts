/**
 * From wait to satisfaction, learned from answered contacts with both: mean satisfaction in groups of equal size by
 * wait, made falling by pooling neighbours that rise (isotonic regression, the pool-adjacent-violators algorithm;
 * Ayer et al. 1955). What a longer wait costs can so never come out as a gain by chance.
 */
import type { Experience } from '../scenario.ts'

export type Rated = { readonly wait: number; readonly score: number }

/** Fewer than this, or all of one wait, say nothing of a slope. */
export const fewestRated = 200
const groups = 8

/**
 * Undefined with too few. Nothing is known of those who were never answered: theirs is given.
 *
 * @example groups with means 80, 70, 74 become 80, 72, 72
 */
export function learnExperience(
  rated: readonly Rated[],
  unanswered: number,
): Pick<Experience, 'points' | 'unanswered'> | undefined {
  if (rated.length < fewestRated) return undefined
  const sorted = rated.toSorted((one, other) => one.wait - other.wait)
  const parts = Array.from({ length: groups }, (_, at) =>
    sorted.slice(Math.floor((at * sorted.length) / groups), Math.floor(((at + 1) * sorted.length) / groups)),
  )
  const means = parts.map((part) => ({
    seconds: part.reduce((sum, { wait }) => sum + wait, 0) / part.length,
    score: part.reduce((sum, { score }) => sum + score, 0) / part.length,
    n: part.length,
  }))
  const distinct = means.filter(({ seconds }, at) => at === 0 || seconds > means[at - 1]!.seconds)
  if (distinct.length < 3) return undefined
  const fallen = poolRising(distinct.map(({ score, n }) => ({ score, n })))
  return {
    points: distinct.map(({ seconds }, at) => ({
      seconds,
      score: Math.min(100, Math.max(0, fallen[at]!)),
    })),
    unanswered,
  }
}

/** The falling sequence nearest to the means, in least squares. */
export function poolRising(means: readonly { readonly score: number; readonly n: number }[]): number[] {
  const blocks: { score: number; n: number; size: number }[] = []
  for (const { score, n } of means) {
    let block = { score, n, size: 1 }
    for (let last = blocks.at(-1); last && last.score < block.score; last = blocks.at(-1)) {
      blocks.pop()
      const total = last.n + block.n
      block = {
        score: (last.score * last.n + block.score * block.n) / total,
        n: total,
        size: last.size + block.size,
      }
    }
    blocks.push(block)
  }
  return blocks.flatMap(({ score, size }) => Array<number>(size).fill(score))
}
