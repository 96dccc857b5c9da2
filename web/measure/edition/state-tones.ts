import type { EditionState } from '../../../src/measure/edition/contract.ts'
import type { Tone } from '../../design/status.tsx'

export const stateTones: Readonly<Record<EditionState, Tone>> = {
  preparing: 'neutral',
  fieldwork: 'accent',
  paused: 'warning',
  review: 'information',
  published: 'good',
}
