import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api, queryClient } from '../api.ts'
import { Awaited } from '../design/states.tsx'
import { Status } from '../design/status.tsx'
import { useToast } from '../design/toast.tsx'
import { organisationTexts } from '../i18n/organisation.ts'
import { useFormats, useTexts } from '../i18n/use-texts.ts'
import { deviceOf } from './device.ts'
import './account.css'

type Session = {
  readonly sessionId: string
  readonly current: boolean
  readonly lastSeenAt: string
  readonly userAgent: string | null
}

/** Where the person is signed in, this session first. */
export function Sessions() {
  const t = useTexts(organisationTexts)
  const sessions = useQuery(api.session.list.queryOptions())
  return (
    <>
      <div>
        <h2>{t('account.sessions')}</h2>
        <p className="lp-quiet">{t('account.sessionsText')}</p>
      </div>
      <Awaited query={sessions} lines={2}>
        {({ items }) => (
          <ul className="lp-sessions">
            {items
              .toSorted(
                (a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt.localeCompare(a.lastSeenAt),
              )
              .map((session) => (
                <SessionRow key={session.sessionId} session={session} />
              ))}
          </ul>
        )}
      </Awaited>
    </>
  )
}

function SessionRow({ session }: { readonly session: Session }) {
  const t = useTexts(organisationTexts)
  const formats = useFormats()
  const toast = useToast()
  const found = deviceOf(session.userAgent)
  const device = found === null ? t('account.unknownDevice') : t('account.on', found)
  const revoke = useMutation(
    api.session.revoke.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.session.list.key() })
        toast({ text: t('account.ended') })
      },
    }),
  )
  return (
    <li>
      <div>
        <p>{device}</p>
        <p className="lp-quiet lp-small">
          {t('account.lastSeen')} {formats.instant(session.lastSeenAt)}
        </p>
      </div>
      {session.current ? (
        <Status tone="good">{t('account.here')}</Status>
      ) : (
        <Button
          variant="tertiary"
          data-color="danger"
          loading={revoke.isPending}
          aria-label={t('account.endSession', { device })}
          onClick={() => revoke.mutate({ sessionId: session.sessionId })}
        >
          {t('account.end')}
        </Button>
      )}
    </li>
  )
}
