export { answerNotesPath } from './contract.ts'
export { readConsistency } from './actions/consistency.ts'
export { readAnswerLines } from './actions/list.ts'
export { answersRoutes } from './routes.ts'
