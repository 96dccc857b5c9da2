import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../routes.ts'

/** The observer's pages, made for a phone. */
export const observeRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/observe',
    component: lazyRouteComponent(() => import('./observe-page.tsx'), 'ObservePage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/observe/$contactId',
    component: lazyRouteComponent(() => import('./assignment-page.tsx'), 'AssignmentPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/observe/$contactId/form',
    validateSearch: (search: Record<string, unknown>): { readonly step?: string } =>
      typeof search.step === 'string' ? { step: search.step } : {},
    component: lazyRouteComponent(() => import('./form-page.tsx'), 'FormPage'),
  }),
] as const
