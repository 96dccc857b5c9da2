/**
 * A network that fails on purpose, between a browser and the test server: it can be gone before a request reaches the
 * server, or go when the server has done its work and before its answer arrives.
 */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Cut =
  /** Nothing is cut. */
  | 'none'
  /** No request reaches the server. */
  | 'before'
  /** The server does what it is asked under `/api`, and its answer is lost; files do not arrive either. */
  | 'after'
  /** The same for what is written; what is only read arrives. */
  | 'afterWrite'

export type CuttingProxy = {
  readonly url: string
  cut: Cut
  /** Milliseconds by which the `Date` of the answers differs from the truth; without it they have none. */
  dateOffset: number | undefined
  /** The service worker is another one than before, as after a new version of the program. */
  isNewVersion: boolean
  /** Requests that were cut since the last look. */
  readonly takeCuts: () => number
  readonly close: () => Promise<void>
}

type Ending = { readonly isLost: boolean; readonly end: string }

export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  let cuts = 0
  const server = createServer((from, to) => void pass(from, to))
  const proxy: CuttingProxy = {
    url: '',
    cut: 'none',
    dateOffset: undefined,
    isNewVersion: false,
    takeCuts: () => {
      const taken = cuts
      cuts = 0
      return taken
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }

  async function pass(from: IncomingMessage, to: ServerResponse): Promise<void> {
    const { cut } = proxy
    const isApi = from.url?.startsWith('/api') ?? false
    if (cut === 'before' || ((cut === 'after' || cut === 'afterWrite') && !isApi)) {
      cuts += 1
      from.socket.destroy()
      return
    }
    const body: Buffer[] = []
    for await (const part of from) body.push(part as Buffer)
    const isWorker = from.url === '/service-worker.js' && proxy.isNewVersion
    const plain = isWorker ? { 'accept-encoding': 'identity', 'if-none-match': '' } : {}
    const options = { method: from.method, headers: { ...from.headers, ...plain, connection: 'close' } }
    const onward = request(new URL(from.url ?? '/', target), options, (answer) => {
      const isLost = cut === 'after' || (cut === 'afterWrite' && from.method !== 'GET')
      void bring(answer, to, { isLost, end: isWorker ? '// newer' : '' })
    })
    onward.on('error', () => from.socket.destroy())
    onward.end(Buffer.concat(body))
  }

  async function bring(answer: IncomingMessage, to: ServerResponse, how: Ending): Promise<void> {
    const { isLost, end } = how
    const parts: Buffer[] = []
    for await (const part of answer) parts.push(part as Buffer)
    if (isLost) {
      cuts += 1
      to.socket?.destroy()
      return
    }
    const {
      'transfer-encoding': _encoding,
      'content-length': _length,
      connection: _connection,
      date: _date,
      ...headers
    } = answer.headers
    to.sendDate = false
    const { dateOffset } = proxy
    const date = dateOffset === undefined ? {} : { date: new Date(Date.now() + dateOffset).toUTCString() }
    to.writeHead(answer.statusCode ?? 502, { ...headers, ...date })
    to.end(Buffer.concat([...parts, Buffer.from(end)]))
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return Object.assign(proxy, { url: `http://127.0.0.1:${port}` })
}
