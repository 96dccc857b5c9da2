export { answerNotesPath } from './contract.ts'
export { answersRoutes } from './routes.ts'
