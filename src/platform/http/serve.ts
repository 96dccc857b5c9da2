import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'

export type Listening = {
  readonly port: number
  /** Takes no new connection, lets running requests finish for so long, then cuts the rest. */
  readonly close: (graceMilliseconds?: number) => Promise<void>
}

type Fetch = (request: Request, env?: unknown) => Response | Promise<Response>

/** Listens. @throws Error with code EADDRINUSE when the port is taken */
export async function serve(
  fetch: Fetch,
  at: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = createAdaptorServer({ fetch }) as Server
  server.requestTimeout = 120_000
  server.headersTimeout = 20_000
  server.keepAliveTimeout = 10_000
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(at.port, at.host, () => {
      server.off('error', failed)
      listening()
    })
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: (graceMilliseconds = 10_000) => closeGracefully(server, graceMilliseconds),
  }
}

function closeGracefully(server: Server, graceMilliseconds: number): Promise<void> {
  return new Promise((closed) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMilliseconds)
    server.close(() => {
      clearTimeout(cut)
      closed()
    })
    server.closeIdleConnections()
  })
}
