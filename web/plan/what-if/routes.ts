import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

export const whatIfRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/what-if',
    component: lazyRouteComponent(() => import('./what-ifs-page.tsx'), 'WhatIfsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/what-if/$whatIfId',
    component: lazyRouteComponent(() => import('./what-if-page.tsx'), 'WhatIfPage'),
  }),
] as const
