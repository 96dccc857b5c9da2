import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

const planRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/plan',
  component: lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage'),
})

const contactsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/plan/contacts',
  component: lazyRouteComponent(() => import('./contacts-page.tsx'), 'ContactsPage'),
})

const changeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/plan/change',
  component: lazyRouteComponent(() => import('./change-page.tsx'), 'ChangePage'),
})

export const planningRoutes = [planRoute, contactsRoute, changeRoute] as const
