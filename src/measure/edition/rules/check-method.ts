/** Whether a document is a method that an edition may run on: first its shape, then every invariant by name. */
import { type EditionMethod, editionMethod } from '../contract.ts'
import { bandsAreNotEmpty, bandsCoverEveryScore } from './invariants/bands.ts'
import * as clock from './invariants/clock.ts'
import * as experience from './invariants/customer-experience.ts'
import type { Invariant, MethodIssue } from './invariants/issue.ts'
import { slotsHoldEachChannelOnce, tieOrderCoversChannels } from './invariants/key.ts'
import * as names from './invariants/names.ts'
import * as points from './invariants/points.ts'
import { commentsAreFew, formsAreBearable, optionsSuitTheirKind } from './invariants/questions.ts'
import * as scenarios from './invariants/scenarios.ts'
import * as season from './invariants/season.ts'
import { shapeIssue } from './invariants/shape.ts'

/** Without these the others would ask about things that do not exist. */
const foundations: readonly Invariant[] = [
  names.idsAreUnique,
  names.idsAreNotColumns,
  names.noOptionIsCalledNotApplicable,
  names.areasExist,
  names.channelsExist,
  names.channelsAreNamedOnce,
  slotsHoldEachChannelOnce,
  tieOrderCoversChannels,
]

const walls: readonly Invariant[] = [
  points.scoredQuestionsHaveZeroOption,
  points.scoredQuestionsCanGivePoints,
  points.unscoredQuestionsCarryNoPoints,
  points.areaWeightsSumToHundred,
  points.everyChannelCanGivePoints,
  points.areaSharesAreTheirWeights,
  experience.customerExperienceIsComplete,
  experience.customerExperienceIsNotScored,
  experience.customerExperienceHasItsScale,
  experience.customerExperienceIsAskedEverywhere,
  formsAreBearable,
  commentsAreFew,
  optionsSuitTheirKind,
  clock.waitLimitsFitOptions,
  clock.waitLimitsAscend,
  clock.longerWaitsGiveFewerPoints,
  clock.laterAttemptsGiveFewerPoints,
  clock.attemptsHaveOptions,
  clock.betweenAttemptsWhereThreadIsOpen,
  clock.oneClockOfEachKindPerChannel,
  season.windowsAreOpen,
  season.lettersLeaveBeforeNoon,
  season.protocolsSuitChannels,
  season.attemptsEndTheSameDay,
  season.seasonHasOpenDays,
  bandsCoverEveryScore,
  bandsAreNotEmpty,
  scenarios.classesHaveScenariosEnough,
  scenarios.channelsHaveScenarios,
  scenarios.scenarioClassesExist,
]

/** Every broken invariant of a well-shaped method; none: it may be frozen. */
export function brokenInvariants(method: EditionMethod): readonly MethodIssue[] {
  return [...foundations, ...walls].flatMap((invariant) => invariant(method))
}

export type CheckedMethod =
  | { readonly ok: true; readonly method: EditionMethod; readonly ignored: readonly string[] }
  | { readonly ok: false; readonly issues: readonly MethodIssue[] }

/**
 * Checks a parsed JSON document. `ignored` names what stands in it but is not part of a method, such as a
 * misspelt optional key. Example: `checkMethod(referenceMethod)` is ok and ignores nothing.
 */
export function checkMethod(document: unknown): CheckedMethod {
  const parsed = editionMethod.safeParse(document)
  if (!parsed.success)
    return { ok: false, issues: parsed.error.issues.map((problem) => shapeIssue(problem, document)) }
  const issues = brokenInvariants(parsed.data)
  return issues.length > 0
    ? { ok: false, issues }
    : { ok: true, method: parsed.data, ignored: unread(document, parsed.data, '') }
}

/** Sections of the printed method that follow from the rest; they are read past on the way back in. */
const derived = new Set(['key', 'windows', 'attempts', 'forms'])

function unread(given: unknown, kept: unknown, path: string): readonly string[] {
  if (typeof given !== 'object' || given === null || typeof kept !== 'object' || kept === null) return []
  return Object.entries(given).flatMap(([key, value]) => {
    if (path === '' && derived.has(key)) return []
    const place = path === '' ? key : `${path}.${key}`
    return key in kept ? unread(value, (kept as Record<string, unknown>)[key], place) : [place]
  })
}
