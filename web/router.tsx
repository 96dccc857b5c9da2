import { createRouter } from '@tanstack/react-router'
import { designRoute } from './design/routes.ts'
import { Loading } from './design/states.tsx'
import { homeRoute } from './home/routes.ts'
import { openFeedbackRoutes } from './measure/feedback/routes.ts'
import { measureRoutes } from './measure/routes.ts'
import { myRoutes } from './observe/my-routes.ts'
import { observeRoutes } from './observe/routes.ts'
import { openOrganisationRoutes, organisationRoutes } from './organisation/routes.ts'
import { planRoutes } from './plan/routes.ts'
import { rootRoute, signedInRoute } from './routes.ts'
import { readSearch, writeSearch } from './search.ts'
import { understandRoutes } from './understand/routes.ts'

const routeTree = rootRoute.addChildren([
  ...openOrganisationRoutes,
  ...openFeedbackRoutes,
  designRoute,
  signedInRoute.addChildren([
    homeRoute,
    ...organisationRoutes,
    ...observeRoutes,
    ...myRoutes,
    ...measureRoutes,
    ...understandRoutes,
    ...planRoutes,
  ]),
])

export const router = createRouter({
  routeTree,
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingComponent: Loading,
  defaultPendingMs: 300,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
