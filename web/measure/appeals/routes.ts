import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

const appealsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/appeals',
  component: lazyRouteComponent(() => import('./appeals-page.tsx'), 'AppealsPage'),
})

const codingsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/appeals/codings',
  component: lazyRouteComponent(() => import('../coding/codings-page.tsx'), 'CodingsPage'),
})

const appealRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/appeals/$appealId',
  component: lazyRouteComponent(() => import('./appeal-page.tsx'), 'AppealPage'),
})

const ownAppealRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/appeals/contacts/$contactId',
  component: lazyRouteComponent(() => import('./own-appeal-page.tsx'), 'OwnAppealPage'),
})

const correctionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/appeals/corrections/$contactId',
  component: lazyRouteComponent(() => import('./correction-page.tsx'), 'CorrectionPage'),
})

export const appealsRoutes = [
  appealsRoute,
  codingsRoute,
  appealRoute,
  ownAppealRoute,
  correctionRoute,
] as const
