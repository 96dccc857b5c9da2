import { clockOf, minutesOf } from '../../../kernel/clock.ts'
import type { DaySpan, ShiftTemplate } from './types.ts'

const everyDay = [1, 2, 3, 4, 5, 6, 7]
/**
 * Shifts for a centre that has said nothing of its own: a whole day of eight hours with half an hour for lunch, and
 * short ones of five hours, and of six with lunch, starting every half hour while it is open.
 *
 * @example usualTemplates({ from: '08:00', to: '20:00' })[0]?.latestStart // '12:00'
 */
export function usualTemplates({ from, to }: DaySpan): ShiftTemplate[] {
  const [open, close] = [minutesOf(from), minutesOf(to)]
  const whole = open === 0 && close === 24 * 60
  const latest = (length: number) => clockOf(whole ? 23 * 60 + 30 : Math.max(open, close - length))
  const template = (id: string, lengths: number[], breaks: ShiftTemplate['breaks']): ShiftTemplate => ({
    id,
    earliestStart: from,
    latestStart: latest(Math.min(...lengths)),
    startEvery: 30,
    lengths,
    weekdays: everyDay,
    breaks,
  })
  return [
    template('day', [480], [{ minutes: 30, earliest: 180, latest: 285 }]),
    template('short', [300, 360], [{ minutes: 30, earliest: 135, latest: 210, fromLength: 330 }]),
  ]
}
