import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Status } from '../design/status.tsx'
import { observeTexts } from '../i18n/observe.ts'
import { unsentTexts } from '../i18n/unsent.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { useClockError, useIsOnline } from '../server-contact.ts'
import { unsentOf, useRecords, useTrouble } from './device-records.ts'
import { useOwner } from './use-assignment.ts'

const patience = 4000

/** Whether something has held for some seconds: a draft on its way is nothing to tell about. */
function useLasting(holds: boolean): boolean {
  const [lasts, setLasts] = useState(false)
  useEffect(() => {
    setLasts(false)
    if (!holds) return
    const timer = window.setTimeout(() => setLasts(true), patience)
    return () => window.clearTimeout(timer)
  }, [holds])
  return lasts
}

/**
 * Whether there is a network, what waits for it, and what else stands in the way. Says nothing when
 * all is well; on the page of what waits (`isQueue`) it does not lead there.
 */
export function NetworkNote({ isQueue = false }: { readonly isQueue?: boolean }) {
  return (
    <>
      <Waiting isQueue={isQueue} />
      <KeepingTrouble />
      <WrongClock />
    </>
  )
}

function Waiting({ isQueue }: { readonly isQueue: boolean }) {
  const t = useTexts(observeTexts)
  const unsent = useTexts(unsentTexts)
  const online = useIsOnline()
  const works = unsentOf(useOwner(), useRecords()).map(({ work }) => work)
  const waiting = works.filter((work) => work.waiting.length > 0).length
  const refused = works.reduce((count, work) => count + work.refused.length, 0)
  const trouble = useTrouble()
  const stuck = useLasting(waiting > 0)
  if (online && !stuck && refused === 0) return null
  const words = [
    ...(online ? [] : [t('network.offline')]),
    ...(waiting > 0 ? [t('network.waiting', { count: waiting })] : []),
    ...(refused > 0 ? [unsent('refused', { count: refused })] : []),
  ]
  return (
    <div className="lp-network" role="status">
      <Status tone={online && refused === 0 ? 'information' : 'warning'}>{words.join(' · ')}</Status>
      <p className="lp-small lp-quiet">
        {trouble === undefined && refused === 0 && `${t('network.kept')} `}
        {works.length > 0 && !isQueue && <Link to="/observe/unsent">{unsent('open')}</Link>}
      </p>
    </div>
  )
}

/** This device cannot keep what is done: then the page must stay open until it is sent. */
function KeepingTrouble() {
  const t = useTexts(unsentTexts)
  const trouble = useTrouble()
  if (trouble === undefined) return null
  return (
    <div className="lp-network" role="status">
      <Status tone="bad">{t(`trouble.${trouble}`)}</Status>
      <p className="lp-small lp-quiet">{t('trouble.text')}</p>
    </div>
  )
}

function WrongClock() {
  const t = useTexts(unsentTexts)
  const minutes = useClockError()
  if (minutes === 0) return null
  const ahead = minutes > 0
  return (
    <div className="lp-network" role="status">
      <Status tone="warning">{t(ahead ? 'clock.fast' : 'clock.slow', { minutes: Math.abs(minutes) })}</Status>
      <p className="lp-small lp-quiet">{t('clock.text')}</p>
    </div>
  )
}
