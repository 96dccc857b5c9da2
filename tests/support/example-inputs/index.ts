/**
 * Inputs that name something that exists: one file for each feature. An endpoint without an entry is called
 * with an example made from its schema; one with an id in its path must have an entry.
 */
import type { EndpointName } from '../../../src/rights.ts'
import type { SignedIn, TestServer } from '../server.ts'
import { answersInputs } from './answers.ts'
import { appealsInputs } from './appeals.ts'
import { editionInputs } from './edition.ts'
import { expectationsInputs } from './expectations.ts'
import { feedbackInputs } from './feedback.ts'
import { fieldworkInputs } from './fieldwork.ts'
import { headcountInputs } from './headcount.ts'
import { improvementsInputs } from './improvements.ts'
import { insightInputs } from './insight.ts'
import { intakeInputs } from './intake.ts'
import { interchangeInputs } from './interchange.ts'
import { observersInputs } from './observers.ts'
import { organisationInputs } from './organisation.ts'
import { overviewInputs } from './overview.ts'
import { participantsInputs } from './participants.ts'
import { planningInputs } from './planning.ts'
import { practiceInputs } from './practice.ts'
import { publicationInputs } from './publication.ts'
import { reportsInputs } from './reports.ts'
import { resultsInputs } from './results.ts'
import { shiftsInputs } from './shifts.ts'
import { simulationInputs } from './simulation.ts'
import { staffingInputs } from './staffing.ts'
import { todayInputs } from './today.ts'
import { topicsInputs } from './topics.ts'
import { trafficInputs } from './traffic.ts'
import { trendInputs } from './trend.ts'
import { waitingInputs } from './waiting.ts'
import { watchInputs } from './watch.ts'

export type ExampleWorld = {
  readonly server: TestServer
  /** Who is going to call. */
  readonly caller: SignedIn | undefined
  /** A new number each time, for things that must be unique. */
  readonly unique: () => number
}

/**
 * Makes what the input names in the server's first organisation, if it is not there, and answers the input.
 * Called before every single call, so a call that uses something up does no harm.
 */
export type ExampleInputs = Partial<Record<EndpointName, (world: ExampleWorld) => unknown>>

export const exampleInputs: ExampleInputs = {
  ...organisationInputs,
  ...editionInputs,
  ...participantsInputs,
  ...planningInputs,
  ...fieldworkInputs,
  ...observersInputs,
  ...resultsInputs,
  ...interchangeInputs,
  ...appealsInputs,
  ...publicationInputs,
  ...reportsInputs,
  ...trendInputs,
  ...practiceInputs,
  ...insightInputs,
  ...expectationsInputs,
  ...feedbackInputs,
  ...topicsInputs,
  ...intakeInputs,
  ...answersInputs,
  ...overviewInputs,
  ...improvementsInputs,
  ...watchInputs,
  ...shiftsInputs,
  ...trafficInputs,
  ...staffingInputs,
  ...simulationInputs,
  ...headcountInputs,
  ...waitingInputs,
  ...todayInputs,
}
