/** Who takes part without a single contact, and what each of them waits for. */
import { Alert } from '@digdir/designsystemet-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { planningTexts } from '../../i18n/planning.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useEditionId } from '../edition/edition-frame.tsx'
import type { MadePlan } from './use-plan.ts'

type Props = { readonly plan: MadePlan; readonly children?: ReactNode }

/** `children`: the way on, below the names. Nothing is shown when everybody has contacts. */
export function LateParticipants({ plan: { late }, children }: Props) {
  const t = useTexts(planningTexts)
  if (late.length === 0) return null
  return (
    <Alert data-color="info" className="lp-block">
      <p>
        <strong>{t('late.title', { count: late.length })}</strong>
      </p>
      <ul>
        {late.slice(0, most).map((one) => (
          <LateOne key={one.participantId} one={one} />
        ))}
      </ul>
      {late.length > most && <p>{t('late.more', { count: late.length - most })}</p>}
      {children}
    </Alert>
  )
}

const most = 10

function LateOne({ one: { participantId, name, settled } }: { readonly one: MadePlan['late'][number] }) {
  const t = useTexts(planningTexts)
  const editionId = useEditionId()
  if (settled) return <li>{t('late.settled', { name })}</li>
  return (
    <li>
      {t('late.unsettled', { name })}{' '}
      <Link
        to="/measure/editions/$editionId/participants"
        params={{ editionId }}
        search={{ participant: participantId } as never}
      >
        {t('late.settle', { name })}
      </Link>
    </li>
  )
}
