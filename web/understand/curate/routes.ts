import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

export const curateRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/curate',
    component: lazyRouteComponent(() => import('./curate-page.tsx'), 'CuratePage'),
  }),
] as const
