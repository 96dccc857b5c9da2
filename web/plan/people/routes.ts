import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

export const peopleRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/people',
    component: lazyRouteComponent(() => import('./people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/people/scenarios',
    component: lazyRouteComponent(() => import('./scenarios-page.tsx'), 'ScenariosPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/people/recruitment',
    component: lazyRouteComponent(() => import('./recruitment-page.tsx'), 'RecruitmentPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/people/flow',
    component: lazyRouteComponent(() => import('./flow/flow-page.tsx'), 'FlowPage'),
  }),
] as const
