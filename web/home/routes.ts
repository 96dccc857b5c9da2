import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../routes.ts'

export const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
})
