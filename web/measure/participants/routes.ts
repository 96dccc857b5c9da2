import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

const participantsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/participants',
  component: lazyRouteComponent(() => import('./participants-page.tsx'), 'ParticipantsPage'),
})

const importRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/participants/import',
  component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
})

export const participantsRoutes = [participantsRoute, importRoute] as const
