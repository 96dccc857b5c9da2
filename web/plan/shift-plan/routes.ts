import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'
import { weekToPlan } from './week-to-plan.ts'

/** `/plan/shifts/$week` is the week's Monday; `day`, `skill` and `name` narrow what is shown and stay in the address. */
export const shiftPlanRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/shifts',
    beforeLoad: () => {
      throw redirect({ to: '/plan/shifts/$week', params: { week: weekToPlan(new Date()) }, replace: true })
    },
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/shifts/$week',
    component: lazyRouteComponent(() => import('./shift-plan-page.tsx'), 'ShiftPlanPage'),
  }),
] as const
