export { publicPages } from './public-pages.ts'
export { publicationRoutes } from './routes.ts'
