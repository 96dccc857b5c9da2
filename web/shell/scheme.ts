import { useSyncExternalStore } from 'react'

export const schemes = ['auto', 'light', 'dark'] as const
export type Scheme = (typeof schemes)[number]

const storageKey = 'lyttepost-scheme'
const listeners = new Set<() => void>()

function isScheme(value: unknown): value is Scheme {
  return schemes.includes(value as Scheme)
}

function currentScheme(): Scheme {
  const scheme = document.documentElement.dataset.colorScheme
  return isScheme(scheme) ? scheme : 'auto'
}

/** Light, dark or as the system, on the whole page and remembered in this browser. */
export function chooseScheme(scheme: Scheme): void {
  document.documentElement.dataset.colorScheme = scheme
  window.localStorage.setItem(storageKey, scheme)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  listeners.add(listener)
  dark.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    dark.removeEventListener('change', listener)
  }
}

export function useScheme(): Scheme {
  return useSyncExternalStore(subscribe, currentScheme)
}

/** Whether the page is dark just now, whoever decided it. */
export function useIsDark(): boolean {
  return useSyncExternalStore(subscribe, () => {
    const scheme = currentScheme()
    if (scheme !== 'auto') return scheme === 'dark'
    return window.matchMedia('(prefers-color-scheme: dark)').matches
  })
}
