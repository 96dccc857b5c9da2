export { type ContactTexts, maskContactTexts, repeatMasks } from './actions/mask-contacts.ts'
export { maskingRoutes } from './routes.ts'
