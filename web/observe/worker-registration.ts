/** Registers the service worker on an observer's device, and tells when a newer version of the program is ready. */
import { useSyncExternalStore } from 'react'

let waiting: ServiceWorker | undefined
let isRegistered = false
const listeners = new Set<() => void>()

function ready(worker: ServiceWorker): void {
  waiting = worker
  for (const listener of listeners) listener()
}

/** Once for each visit. Where there are no workers, the app works with a network only. */
export function registerWorker(): void {
  if (isRegistered || !import.meta.env.PROD || !('serviceWorker' in window.navigator)) return
  isRegistered = true
  void window.navigator.serviceWorker
    .register('/service-worker.js')
    .then(watch)
    .catch(() => undefined)
}

function watch(registration: ServiceWorkerRegistration): void {
  const { serviceWorker } = window.navigator
  if (registration.waiting && serviceWorker.controller) ready(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      // The first one of all is no newer version of anything.
      if (installing.state === 'installed' && serviceWorker.controller) ready(installing)
    })
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void registration.update().catch(() => undefined)
  })
}

/** Lets the newer version take over and loads this page anew: only when the person asks for it. */
export function takeNewVersion(): void {
  const { serviceWorker } = window.navigator
  serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true })
  waiting?.postMessage('take-over')
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useNewVersion(): boolean {
  return useSyncExternalStore(listen, () => waiting !== undefined)
}
