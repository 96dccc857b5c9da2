import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../routes.ts'

/** The observer's own page and the briefing test. */
export const myRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/observe/me',
    component: lazyRouteComponent(() => import('./my-page.tsx'), 'MyPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/observe/briefing/$editionId',
    component: lazyRouteComponent(() => import('./briefing-test-page.tsx'), 'BriefingTestPage'),
  }),
] as const
