import { useEffect, useState, useSyncExternalStore } from 'react'
import { Status } from '../design/status.tsx'
import { observeTexts } from '../i18n/observe.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { useMe } from '../session.ts'
import { useUnsent } from './local-work.ts'

function listen(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

export function useIsOnline(): boolean {
  return useSyncExternalStore(listen, () => window.navigator.onLine)
}

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

/** Whether there is a network, and how much waits for it. Says nothing when all is well. */
export function NetworkNote() {
  const t = useTexts(observeTexts)
  const online = useIsOnline()
  const waiting = useUnsent(useMe().person.personId).length
  const stuck = useLasting(waiting > 0)
  if (online && !stuck) return null
  const words = [
    ...(online ? [] : [t('network.offline')]),
    ...(waiting > 0 ? [t('network.waiting', { count: waiting })] : []),
  ]
  return (
    <div className="lp-network" role="status">
      <Status tone={online ? 'information' : 'warning'}>{words.join(' · ')}</Status>
      <p className="lp-small lp-quiet">{t('network.kept')}</p>
    </div>
  )
}
