/**
 * What differs between two methods, change by change, and where a series of figures breaks (M1.2): a trend is
 * drawn unbroken only over what was reached, waited for, asked and given points in the same way.
 */
import type { EditionMethod } from '../../contract.ts'
import { asList, type BreakReason, breakReasons, type Change, differing } from './change.ts'
import { diffAreas, diffBands, diffChannels, diffComments, diffScenarios } from './diff-parts.ts'
import { diffQuestions } from './diff-questions.ts'

/** Changes from `a` to `b`; none between a method and its copy. Example: a moved start date breaks no series. */
export function diffMethods(a: EditionMethod, b: EditionMethod): readonly Change[] {
  return [
    ...diffSeason(a, b),
    ...diffChannels(a, b),
    ...diffAreas(a, b),
    ...diffQuestions(a, b),
    ...diffComments(a, b),
    ...diffScore(a, b),
    ...diffBands(a, b),
    ...diffScenarios(a, b),
  ]
}

/** Why the series breaks between two methods, each reason once. */
export function seriesBreaks(changes: readonly Change[]): readonly BreakReason[] {
  return breakReasons.filter((reason) => changes.some((change) => change.breaks === reason))
}

function diffSeason(a: EditionMethod, b: EditionMethod): readonly Change[] {
  const subject = ''
  return [
    ...differing({ kind: 'calendar-start', subject }, [a.calendar.start, b.calendar.start], (date) => date),
    ...differing({ kind: 'calendar-weeks', subject }, [a.calendar.weeks, b.calendar.weeks], (weeks) => weeks),
    ...differing({ kind: 'closed-days', subject }, [a.calendar.closedDays, b.calendar.closedDays], asList),
    ...differing({ kind: 'classes', subject }, [a.classes, b.classes], asList),
    ...differing(
      { kind: 'contacts', subject },
      [a.contactsPerParticipant, b.contactsPerParticipant],
      (count) => count,
    ),
    ...differing(
      { kind: 'observers', subject },
      [a.observers, b.observers],
      ({ lockOutDays, contactsPerWeek }) => `${lockOutDays} / ${contactsPerWeek}`,
    ),
    ...differing(
      { kind: 'scenario-repeat', subject },
      [a.scenarioRepeatDays, b.scenarioRepeatDays],
      (days) => days,
    ),
  ]
}

function diffScore(a: EditionMethod, b: EditionMethod): readonly Change[] {
  return [
    ...differing(
      { kind: 'score-rule', subject: '', breaks: 'score' },
      [a.score.total, b.score.total],
      (rule) => rule,
    ),
    ...differing(
      { kind: 'interval', subject: '' },
      [a.score.interval, b.score.interval],
      ({ level, resamples }) => `${level} / ${resamples}`,
    ),
    ...differing({ kind: 'ties', subject: '' }, [a.ranking.ties, b.ranking.ties], (ties) => ties),
  ]
}
