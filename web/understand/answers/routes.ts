import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

export const answerRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/find',
    component: lazyRouteComponent(() => import('./find/find-page.tsx'), 'FindPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/answers',
    component: lazyRouteComponent(() => import('./answers-page.tsx'), 'AnswersPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/answers/facts',
    component: lazyRouteComponent(() => import('./facts-page.tsx'), 'FactsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/answers/use',
    component: lazyRouteComponent(() => import('./use-page.tsx'), 'UsePage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/answers/settings',
    component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/answers/$answerId',
    component: lazyRouteComponent(() => import('./answer-page.tsx'), 'AnswerPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/answers/$answerId/sheet',
    component: lazyRouteComponent(() => import('./sheet-page.tsx'), 'SheetPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/answers/$answerId/replies',
    component: lazyRouteComponent(() => import('./replies-page.tsx'), 'RepliesPage'),
  }),
] as const
