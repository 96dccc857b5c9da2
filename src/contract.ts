/** The whole API in one object. Safe in the browser; the server implements it, the client is typed by it. */
import { appealsContract } from './measure/appeals/contract.ts'
import { codingContract } from './measure/coding/contract.ts'
import { editionContract } from './measure/edition/contract.ts'
import { expectationsContract } from './measure/expectations/contract.ts'
import { feedbackContract } from './measure/feedback/contract.ts'
import { fieldworkContract } from './measure/fieldwork/contract.ts'
import { insightContract } from './measure/insight/contract.ts'
import { interchangeContract } from './measure/interchange/contract.ts'
import { maskingContract } from './measure/masking/contract.ts'
import { observersContract } from './measure/observers/contract.ts'
import { participantsContract } from './measure/participants/contract.ts'
import { planningContract } from './measure/planning/contract.ts'
import { practiceContract } from './measure/practice/contract.ts'
import { publicationContract } from './measure/publication/contract.ts'
import { qualityContract } from './measure/quality/contract.ts'
import { reportsContract } from './measure/reports/contract.ts'
import { resultsContract } from './measure/results/contract.ts'
import { trendContract } from './measure/trend/contract.ts'
import { jobContract, organisationContract, sessionContract } from './organisation/contract.ts'
import { flowContract } from './plan/flow/contract.ts'
import { headcountContract } from './plan/headcount/contract.ts'
import { shiftsContract } from './plan/shifts/contract.ts'
import { simulationContract } from './plan/simulation/contract.ts'
import { staffingContract } from './plan/staffing/contract.ts'
import { todayContract } from './plan/today/contract.ts'
import { trafficContract } from './plan/traffic/contract.ts'
import { waitingContract } from './plan/waiting/contract.ts'
import { answersContract } from './understand/answers/contract.ts'
import { improvementsContract } from './understand/improvements/contract.ts'
import { intakeContract } from './understand/intake/contract.ts'
import { overviewContract } from './understand/overview/contract.ts'
import { topicsContract } from './understand/topics/contract.ts'
import { watchContract } from './understand/watch/contract.ts'

export const contract = {
  session: sessionContract,
  organisation: organisationContract,
  job: jobContract,
  edition: editionContract,
  participants: participantsContract,
  planning: planningContract,
  observers: observersContract,
  fieldwork: fieldworkContract,
  results: resultsContract,
  interchange: interchangeContract,
  quality: qualityContract,
  coding: codingContract,
  masking: maskingContract,
  appeals: appealsContract,
  publication: publicationContract,
  reports: reportsContract,
  trend: trendContract,
  practice: practiceContract,
  insight: insightContract,
  expectations: expectationsContract,
  feedback: feedbackContract,
  topics: topicsContract,
  intake: intakeContract,
  overview: overviewContract,
  answers: answersContract,
  improvements: improvementsContract,
  watch: watchContract,
  shifts: shiftsContract,
  traffic: trafficContract,
  today: todayContract,
  staffing: staffingContract,
  flow: flowContract,
  headcount: headcountContract,
  simulation: simulationContract,
  waiting: waitingContract,
}
export type Contract = typeof contract
