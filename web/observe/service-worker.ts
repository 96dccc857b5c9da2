/**
 * Keeps the program of the web app on the observer's device, so that it opens without a network. It never answers
 * for `/api`: what the server says is kept by the pages themselves, under the name of whom it was said to.
 * `PRECACHE` is put in by the build: the files that an observer needs, and a mark of their contents.
 */
declare const self: ServiceWorkerGlobalScope
declare const PRECACHE: { readonly version: string; readonly files: readonly string[] }

const prefix = 'lyttepost-'
const cacheName = `${prefix}${PRECACHE.version}`
const shell = '/index.html'

self.addEventListener('install', (event) => event.waitUntil(fetchAll()))
self.addEventListener('activate', (event) => event.waitUntil(takeOver()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api')) return
  if (request.mode === 'navigate') event.respondWith(openPage(request))
  else if (isOwnFile(pathname)) event.respondWith(readFile(request))
})
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting()
})

function isOwnFile(pathname: string): boolean {
  return pathname.startsWith('/assets/') || PRECACHE.files.includes(pathname)
}

/** All of them or nothing: half a program is not kept. */
async function fetchAll(): Promise<void> {
  const cache = await caches.open(cacheName)
  await cache.addAll(PRECACHE.files.map((file) => new Request(file, { cache: 'no-cache' })))
}

/**
 * The one before is kept until the next: a tab that was opened with it may still want a part. The names are in the
 * order in which the caches were made.
 */
async function takeOver(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix))
  const others = names.filter((name) => name !== cacheName)
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)))
  await self.clients.claim()
}

/** A network that does not answer within this time is none. */
const patience = 4000

/** The newest page when there is a network, the kept one when there is not, or when something in between answers. */
async function openPage(request: Request): Promise<Response> {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(patience) })
    if (response.status < 500) return response
  } catch {
    // Below.
  }
  return (await caches.match(shell)) ?? Response.error()
}

/** A file with its contents' mark in its name never changes; the other few are asked for while there is a network. */
async function readFile(request: Request): Promise<Response> {
  const isMarked = new URL(request.url).pathname.startsWith('/assets/')
  const kept = await caches.match(request, { ignoreVary: true })
  if (kept && isMarked) return kept
  try {
    const response = await fetch(request)
    if (isMarked && response.ok) {
      const cache = await caches.open(cacheName)
      await cache.put(request, response.clone())
    }
    return response
  } catch (error) {
    if (kept) return kept
    throw error
  }
}
