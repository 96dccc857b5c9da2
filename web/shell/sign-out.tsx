import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Me } from '../../src/organisation/contract.ts'
import { client } from '../api.ts'
import { ConfirmDialog } from '../design/confirm-dialog.tsx'
import { shellTexts } from '../i18n/shell.ts'
import { unsentTexts } from '../i18n/unsent.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { markLeaving, mayBeKept } from '../observe/device-marks.ts'
import { becomePerson } from '../session.ts'

const leaving = () => import('../observe/leave-device.ts')

/** The way out. On an observer's device it takes everything along, and asks first when something is not sent. */
export function SignOut({ me }: { readonly me: Me }) {
  const t = useTexts(shellTexts)
  const unsent = useTexts(unsentTexts)
  const navigate = useNavigate()
  const [left, setLeft] = useState(0)
  const signOut = useMutation({
    mutationFn: async () => {
      if (mayBeKept(me)) await (await leaving()).leaveDevice(me)
      // Without a network the server is told the next time.
      await client.session.signOut({}).catch(() => markLeaving(true))
    },
    onSettled: () => {
      becomePerson(null)
      void navigate({ to: '/sign-in' })
    },
  })
  const ask = useMutation({
    mutationFn: async () => (mayBeKept(me) ? (await leaving()).unsentOnLeaving(me) : 0),
    onSuccess: (count) => (count > 0 ? setLeft(count) : signOut.mutate()),
    onError: () => signOut.mutate(),
  })
  return (
    <>
      <hr />
      <ul className="lp-menu__links">
        <li>
          <button type="button" onClick={() => ask.mutate()}>
            {t('menu.signOut')}
          </button>
        </li>
      </ul>
      <ConfirmDialog
        open={left > 0}
        title={unsent('leave.title', { count: left })}
        confirm={unsent('leave.leave')}
        dangerous
        busy={signOut.isPending}
        onConfirm={() => signOut.mutate()}
        onClose={() => setLeft(0)}
      >
        <p>
          {unsent('leave.text')} <Link to="/observe/unsent">{unsent('open')}</Link>
        </p>
      </ConfirmDialog>
    </>
  )
}
