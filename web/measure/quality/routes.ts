import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

const qualityRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/quality',
  component: lazyRouteComponent(() => import('./quality-page.tsx'), 'QualityPage'),
})

export const qualityRoutes = [qualityRoute] as const
