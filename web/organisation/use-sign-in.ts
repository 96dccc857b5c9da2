import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { Me } from '../../src/organisation/contract.ts'
import { client } from '../api.ts'
import { becomePerson } from '../session.ts'
import { safeNext } from './next.ts'

export type Credentials = { readonly email: string; readonly password: string }

/** From here on the page belongs to this person; goes on to where they were heading. */
export function useEnter(): (me: Me) => Promise<void> {
  const router = useRouter()
  return async (me) => {
    becomePerson(me)
    const { next } = router.state.location.search as { readonly next?: string }
    await router.invalidate()
    router.history.push(safeNext(next))
  }
}

export function useSignIn() {
  const enter = useEnter()
  return useMutation({
    mutationFn: (credentials: Credentials) => client.session.signIn(credentials),
    onSuccess: (me) => enter(me),
  })
}

export type SignIn = ReturnType<typeof useSignIn>
