/** The rules that look at a submission, how serious each is, and where each draws its line (docs/methods/review.md). */

/** How much a finding says: something is wrong, something to look at, worth knowing. */
export const severities = ['serious', 'look', 'note'] as const
export type Severity = (typeof severities)[number]

/** In the order in which a reviewer should read them. */
export const severityOf = {
  contradiction: 'serious',
  tooFast: 'serious',
  copiedComment: 'serious',
  straightLining: 'serious',
  missingComment: 'look',
  shortComment: 'look',
  missingTranscript: 'look',
  namedPerson: 'look',
  outsideWindow: 'look',
  otherDay: 'look',
  duringPause: 'look',
  twoDevices: 'look',
  unusualScore: 'look',
  cutShort: 'look',
  clockCorrected: 'note',
  typedTime: 'note',
  lateAnswer: 'note',
} as const satisfies Record<string, Severity>

export type FindingKind = keyof typeof severityOf
export const findingKinds = Object.keys(severityOf) as [FindingKind, ...FindingKind[]]

export const thresholds = {
  /** Words a second at a very fast reading pace (400 a minute): nobody answers faster than that. */
  readingPace: 400 / 60,
  /** Comments shorter than this, in letters, are what anybody would write. */
  copiedLength: 25,
  /** Jaccard similarity of two comments from which one is a copy of the other. */
  copiedAlikeness: 0.8,
  /** A required comment of fewer words tells a participant nothing. */
  fewWords: 4,
  /** Questions with degrees from which the same answer all the way is noticed. */
  straightQuestions: 8,
  /** Approved forms of the observer on the channel from which a mean says something. */
  usualForms: 10,
  /** Standard deviations from that mean. */
  usualDeviations: 2.5,
  /** Observers whose scores hardly vary are not asked for less than this. */
  usualSpread: 5,
} as const
