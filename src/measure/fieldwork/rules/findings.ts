/**
 * What a reviewer should look at in a submission (M6.3). Each finding is one small function over the same
 * picture; none of them decides anything, a person does.
 */
import {
  clockCorrected,
  contradictions,
  cutShort,
  duringPause,
  lateAnswer,
  otherDay,
  outsideWindow,
  twoDevices,
  typedTime,
} from './clock-findings.ts'
import type { Finding, ReviewPicture } from './finding.ts'
import { straightLining, tooFast, unusualScore } from './form-findings.ts'
import {
  copiedComments,
  missingComments,
  missingTranscript,
  namedPersons,
  shortComments,
} from './text-findings.ts'

/** Every finding about a submission, in the order in which a reviewer should read them. */
export function findingsOf(picture: ReviewPicture): readonly Finding[] {
  return [
    contradictions,
    tooFast,
    copiedComments,
    straightLining,
    missingComments,
    shortComments,
    missingTranscript,
    namedPersons,
    outsideWindow,
    otherDay,
    duringPause,
    twoDevices,
    unusualScore,
    cutShort,
    clockCorrected,
    typedTime,
    lateAnswer,
  ].flatMap((find) => find(picture))
}
