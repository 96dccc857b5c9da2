import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

const resultsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/results',
  component: lazyRouteComponent(() => import('./results-page.tsx'), 'ResultsPage'),
})

const submissionsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/results/submissions',
  component: lazyRouteComponent(() => import('./submissions-page.tsx'), 'SubmissionsPage'),
})

const submissionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/results/submissions/$contactId',
  component: lazyRouteComponent(() => import('./submission-page.tsx'), 'SubmissionPage'),
})

const certaintyRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/results/certainty',
  component: lazyRouteComponent(() => import('./certainty-page.tsx'), 'CertaintyPage'),
})

const participantRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/results/$participantId',
  component: lazyRouteComponent(() => import('./participant-page.tsx'), 'ParticipantPage'),
})

export const resultsRoutes = [
  resultsRoute,
  submissionsRoute,
  submissionRoute,
  certaintyRoute,
  participantRoute,
] as const
