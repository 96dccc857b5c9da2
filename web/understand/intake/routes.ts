/**
 * The filters of `/understand/intake/enquiries` stand in its address under these names, and other pages link with
 * them: `source`, `batch`, `channel`, `from`, `to` (days), `topic`, `code`, `customer` (its key), `q` (words).
 */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

export const intakeRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/intake',
    component: lazyRouteComponent(() => import('./intake-page.tsx'), 'IntakePage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/intake/new',
    component: lazyRouteComponent(() => import('./bring-in-page.tsx'), 'BringInPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/intake/sources/$sourceId',
    component: lazyRouteComponent(() => import('./source-page.tsx'), 'SourcePage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/intake/batches/$batchId',
    component: lazyRouteComponent(() => import('./batch-page.tsx'), 'BatchPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/intake/tally/$sourceId',
    component: lazyRouteComponent(() => import('./tally-page.tsx'), 'TallyPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/intake/enquiries',
    component: lazyRouteComponent(() => import('./enquiries-page.tsx'), 'EnquiriesPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/enquiries/$enquiryId',
    component: lazyRouteComponent(() => import('./enquiry-page.tsx'), 'EnquiryPage'),
  }),
] as const
