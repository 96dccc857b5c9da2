export { readConsistency } from './actions/consistency.ts'
export { readAnswerLines } from './actions/list.ts'
export { answerNotesPath } from './contract.ts'
export { answersRoutes } from './routes.ts'
