import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

export const templateRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/shifts/templates',
    component: lazyRouteComponent(() => import('./templates-page.tsx'), 'TemplatesPage'),
  }),
] as const
