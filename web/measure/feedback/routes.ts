import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute, signedInRoute } from '../../routes.ts'

export const feedbackRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/measure/editions/$editionId/feedback',
    component: lazyRouteComponent(() => import('./feedback-page.tsx'), 'FeedbackPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/measure/editions/$editionId/feedback/preparation',
    component: lazyRouteComponent(() => import('./preparation-page.tsx'), 'PreparationPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/observe/feedback',
    component: lazyRouteComponent(() => import('./observer-feedback-page.tsx'), 'ObserverFeedbackPage'),
  }),
] as const

/** Without a sign-in: the open link of a participant, and the receipt of what was sent by it. */
export const openFeedbackRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/feedback/$feedbackLink',
    component: lazyRouteComponent(() => import('./open-page.tsx'), 'OpenFeedbackPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/feedback/receipt/$receipt',
    component: lazyRouteComponent(() => import('./receipt-page.tsx'), 'ReceiptPage'),
  }),
] as const
