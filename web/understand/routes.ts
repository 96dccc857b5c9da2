import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../routes.ts'
import { intakeRoutes } from './intake/routes.ts'

export const understandRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand',
    component: lazyRouteComponent(() => import('./understand-page.tsx'), 'UnderstandPage'),
  }),
  ...intakeRoutes,
] as const
