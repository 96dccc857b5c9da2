export { buildFigures } from './actions/kept-figures.ts'
export { workOnFigures } from './jobs.ts'
export { overviewRoutes } from './routes.ts'
export { markFiguresOld } from './store/stamp-store.ts'
