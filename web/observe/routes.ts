import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../routes.ts'

/** What lies on this device is read before a page is drawn, so that it is there without a network. */
const beforeLoad = async (): Promise<void> => (await import('./open-device.ts')).openDevice()

/** The observer's pages, made for a phone. */
export const observeRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/observe',
    beforeLoad,
    component: lazyRouteComponent(() => import('./observe-page.tsx'), 'ObservePage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/observe/unsent',
    beforeLoad,
    component: lazyRouteComponent(() => import('./unsent-page.tsx'), 'UnsentPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/observe/codings',
    component: lazyRouteComponent(() => import('./coding-list-page.tsx'), 'CodingListPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/observe/codings/$codingId',
    validateSearch: (search: Record<string, unknown>): { readonly step?: string } =>
      typeof search.step === 'string' ? { step: search.step } : {},
    component: lazyRouteComponent(() => import('./coding-page.tsx'), 'CodingPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/observe/$contactId',
    beforeLoad,
    component: lazyRouteComponent(() => import('./assignment-page.tsx'), 'AssignmentPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/observe/$contactId/form',
    beforeLoad,
    validateSearch: (search: Record<string, unknown>): { readonly step?: string } =>
      typeof search.step === 'string' ? { step: search.step } : {},
    component: lazyRouteComponent(() => import('./form-page.tsx'), 'FormPage'),
  }),
] as const
