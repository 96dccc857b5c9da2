import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

export const overviewRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand',
    component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/topics/$topicId',
    component: lazyRouteComponent(() => import('./topic-page.tsx'), 'TopicPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/priority',
    component: lazyRouteComponent(() => import('./priority-page.tsx'), 'PriorityPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/channels',
    component: lazyRouteComponent(() => import('./channels-page.tsx'), 'ChannelsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/demand',
    component: lazyRouteComponent(() => import('./demand-page.tsx'), 'DemandPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/demand/$sampleId',
    component: lazyRouteComponent(() => import('./coding-page.tsx'), 'CodingPage'),
  }),
] as const
