/** Quality figures computed away from the server's own thread: drawing the intervals takes seconds. */
import type { QualityFigures } from './contract.ts'
import { type QualityInput, qualityOf } from './rules/quality.ts'

export function run(input: QualityInput): QualityFigures {
  return qualityOf(input)
}
