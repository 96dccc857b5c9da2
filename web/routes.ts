/** The two roots that every page hangs on: open to everybody, or behind sign-in inside the shell. */
import { createRootRoute, createRoute, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router'
import { queryClient } from './api.ts'
import { meQuery } from './session.ts'
import { Crash } from './shell/crash.tsx'
import { NotFound } from './shell/not-found.tsx'
import { Root } from './shell/root.tsx'

export const rootRoute = createRootRoute({
  component: Root,
  notFoundComponent: NotFound,
  errorComponent: Crash,
})

/** Pages behind sign-in. A visitor who is not signed in is sent to sign in, and comes back here afterwards. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: lazyRouteComponent(() => import('./shell/shell.tsx'), 'Shell'),
  errorComponent: Crash,
  beforeLoad: async ({ location, matches }) => {
    if (!namesThings(matches.at(-1)?.params ?? {})) throw notFound()
    const me = await queryClient.ensureQueryData(meQuery)
    if (me === null) throw redirect({ to: '/sign-in', search: { next: location.href } })
  },
})

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether every identifier in the address can be one; an address that was cut short names nothing. */
function namesThings(params: Readonly<Record<string, string>>): boolean {
  return Object.entries(params).every(([name, value]) => !name.endsWith('Id') || uuid.test(value))
}
