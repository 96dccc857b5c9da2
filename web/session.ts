import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { Me } from '../src/organisation/contract.ts'
import type { Role } from '../src/organisation/rules/roles.ts'
import { client, queryClient } from './api.ts'
import { isLeaving, isObserversDevice, markLeaving, mayBeKept } from './observe/device-marks.ts'
import { isNotSignedIn, ProblemError } from './problem.ts'

/** Who is signed in; null when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async (): Promise<Me | null> => {
    if (isLeaving() && !(await hasLeft())) return null
    try {
      const me = await client.organisation.me(
        {},
        isObserversDevice() ? { signal: AbortSignal.timeout(patience) } : {},
      )
      keepHere(me)
      return me
    } catch (error) {
      if (isNotSignedIn(error)) return null
      const kept =
        isUnreachable(error) && isObserversDevice() ? await (await keptHere()).keptPerson() : undefined
      if (kept) return kept
      throw error
    }
  },
  staleTime: 60_000,
  // Asked also when the browser believes that there is no network: an observer's phone knows who was there last.
  networkMode: 'always',
})

/** Whether the server knows by now that the person signed out while it could not be reached. */
async function hasLeft(): Promise<boolean> {
  try {
    await client.session.signOut({})
  } catch (error) {
    if (!isNotSignedIn(error)) return false
  }
  markLeaving(false)
  return true
}

/** What an observer's phone keeps; fetched only where there is something. */
const keptHere = () => import('./observe/kept-person.ts')

function keepHere(me: Me): void {
  if (mayBeKept(me)) void keptHere().then((kept) => kept.keepPerson(me))
}

/** Longer than this nobody waits in front of an empty screen when the phone could go on by itself. */
const patience = 5000

function isUnreachable(error: unknown): boolean {
  if (error instanceof ProblemError) return error.code === 'offline' || error.status >= 502
  return error instanceof DOMException && error.name === 'TimeoutError'
}

/** Who is signed in, inside pages that need it; the route has loaded it before the page is drawn. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(meQuery)
  if (data === null) throw new Error('a page behind sign-in was drawn without a person')
  return data
}

/** Who is signed in, or null, on pages that are open to everybody. */
export function useMaybeMe(): Me | null {
  return useQuery(meQuery).data ?? null
}

/** Whether the signed-in person holds one of the roles. The server decides; this only hides what it refuses. */
export function useHasRole(...roles: readonly Role[]): boolean {
  return useMe().person.roles.some((role) => roles.includes(role))
}

/** After signing in, or switching organisation: forget every answer given to the one before. */
export function becomePerson(me: Me | null): void {
  if (me !== null) {
    markLeaving(false)
    keepHere(me)
  }
  queryClient.clear()
  queryClient.setQueryData(meQuery.queryKey, me)
}
