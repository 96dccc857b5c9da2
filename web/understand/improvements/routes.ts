import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

/** `/understand/suggestions` keeps its filters in the address: `state`, `topic`, `own`. */
export const improvementRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/improvements',
    component: lazyRouteComponent(() => import('./improvements-page.tsx'), 'ImprovementsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/improvements/$improvementId',
    component: lazyRouteComponent(() => import('./improvement-page.tsx'), 'ImprovementPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/suggestions',
    component: lazyRouteComponent(() => import('../suggestions/suggestions-page.tsx'), 'SuggestionsPage'),
  }),
] as const
