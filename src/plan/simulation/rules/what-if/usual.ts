/** What is taken for granted until somebody says better. Each has its source, or says that it has none. */
import type { Assumptions } from './base-scenario.ts'

/**
 * Satisfaction: nobody's figure. No published slope carries over from one centre to another, so this is a plain
 * starting point that is to be replaced by the centre's own: 80 when answered at once, two points less a minute.
 *
 * Measured score: the reference method gives waiting 5 of 100 points in steps up to four minutes, an attempt lasts five
 * minutes and what is never answered counts 0; the other areas are taken to give 75 of 95.
 */
export const usualAssumptions: Assumptions = {
  redialAfterMinutes: 15,
  returnAfterHours: 24,
  handleCv: 1,
  costPerHour: 400,
  satisfaction: {
    source: 'assumption',
    points: [
      { seconds: 0, score: 80 },
      { seconds: 900, score: 50 },
      { seconds: 3600, score: 40 },
    ],
    unanswered: 20,
  },
  measuredScore: {
    source: 'reference-method',
    points: [
      { seconds: 0, score: 80 },
      { seconds: 30, score: 80 },
      { seconds: 60, score: 79.5 },
      { seconds: 120, score: 79 },
      { seconds: 180, score: 78 },
      { seconds: 240, score: 77.5 },
      { seconds: 300, score: 77 },
    ],
    unanswered: 0,
  },
}
