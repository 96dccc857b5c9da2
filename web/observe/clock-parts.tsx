import { Button } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'
import { observeTexts } from '../i18n/observe.ts'
import { useTexts } from '../i18n/use-texts.ts'
import type { OpenAssignment } from './use-assignment.ts'

export function Card({ children }: { readonly children: ReactNode }) {
  return <section className="lp-card lp-clock">{children}</section>
}

/** Strikes out the last press of a button; the log keeps both. */
export function TakeBack({ open }: { readonly open: OpenAssignment }) {
  const t = useTexts(observeTexts)
  const last = open.life.standing.findLast(({ kind }) => kind !== 'formOpened')
  if (!last) return null
  return (
    <Button
      variant="tertiary"
      data-size="sm"
      onClick={() => void open.log('takenBack', { struckOut: last.eventId })}
    >
      {t('clock.takeBack')}
    </Button>
  )
}
