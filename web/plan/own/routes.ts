import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

export const ownRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/own',
    component: lazyRouteComponent(() => import('./own-page.tsx'), 'OwnPage'),
  }),
] as const
