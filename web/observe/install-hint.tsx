import { Button } from '@digdir/designsystemet-react'
import { useState, useSyncExternalStore } from 'react'
import { unsentTexts } from '../i18n/unsent.ts'
import { useTexts } from '../i18n/use-texts.ts'

/** What Chromium's browsers offer; it can be used once. */
type InstallOffer = Event & { readonly prompt: () => Promise<unknown> }

let offer: InstallOffer | undefined
const listeners = new Set<() => void>()

function change(next: InstallOffer | undefined): void {
  offer = next
  for (const listener of listeners) listener()
}

window.addEventListener('beforeinstallprompt', (event) => {
  // Ours stands where it is of use, and not in the way.
  event.preventDefault()
  change(event as InstallOffer)
})
window.addEventListener('appinstalled', () => change(undefined))

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function isInstalled(): boolean {
  return window.matchMedia('(display-mode: standalone)').matches
}

/** iPhones and iPads have no offer; there it is done by hand, and without it they forget after a week. */
function isApple(): boolean {
  const { userAgent, maxTouchPoints } = window.navigator
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)
}

const dismissed = 'lyttepost-install-dismissed'

/** How to get the app onto the home screen, until it is there or the person has said no. */
export function InstallHint() {
  const t = useTexts(unsentTexts)
  const offered = useSyncExternalStore(listen, () => offer)
  const [isOver, setIsOver] = useState(() => window.localStorage.getItem(dismissed) !== null)
  const byHand = offered === undefined && isApple()
  if (isOver || isInstalled() || (offered === undefined && !byHand)) return null
  const close = (): void => {
    window.localStorage.setItem(dismissed, 'yes')
    setIsOver(true)
  }
  return (
    <section className="lp-card lp-install" aria-labelledby="install-title">
      <h2 id="install-title">{t('install.title')}</h2>
      <p>{t(byHand ? 'install.apple' : 'install.text')}</p>
      <div className="lp-row">
        {offered !== undefined && (
          <Button data-size="sm" onClick={() => void offered.prompt().finally(() => change(undefined))}>
            {t('install.install')}
          </Button>
        )}
        <Button variant="tertiary" data-size="sm" onClick={close}>
          {t('install.no')}
        </Button>
      </div>
    </section>
  )
}
