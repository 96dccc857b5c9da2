import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../routes.ts'
import { curateRoutes } from './curate/routes.ts'

export const understandRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand',
    component: lazyRouteComponent(() => import('./understand-page.tsx'), 'UnderstandPage'),
  }),
  ...curateRoutes,
] as const
