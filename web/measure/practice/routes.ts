import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

const practiceRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/practice/$participantId',
  component: lazyRouteComponent(() => import('./practice-page.tsx'), 'PracticePage'),
})

const sheetRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/practice/$participantId/sheet',
  component: lazyRouteComponent(() => import('./sheet-page.tsx'), 'SheetPage'),
})

export const practiceRoutes = [practiceRoute, sheetRoute] as const
