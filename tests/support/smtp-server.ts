/** A small SMTP server (RFC 5321) for tests: it keeps what it is given, and can refuse everything for a while. */
import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

export type SmtpServer = {
  readonly url: string
  readonly letters: { readonly from: string; readonly to: readonly string[]; readonly data: string }[]
  /** Answers every letter with "try again later". */
  refusing: boolean
  readonly close: () => Promise<void>
}

export async function startSmtpServer(): Promise<SmtpServer> {
  const letters: SmtpServer['letters'] = []
  const state = { refusing: false }
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    converse(socket, state, letters)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    get refusing() {
      return state.refusing
    },
    set refusing(value) {
      state.refusing = value
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

function converse(socket: Socket, state: { refusing: boolean }, letters: SmtpServer['letters']): void {
  let [from, to, rest, inData] = ['', [] as string[], '', false]
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 ready')
  socket.on('data', (bytes) => {
    rest += bytes.toString('utf8')
    for (;;) {
      const end = rest.indexOf(inData ? '\r\n.\r\n' : '\r\n')
      if (end === -1) return
      const part = rest.slice(0, end)
      rest = rest.slice(end + (inData ? 5 : 2))
      if (inData) {
        inData = false
        letters.push({ from, to, data: part.replaceAll('\r\n..', '\r\n.') })
        to = []
        say('250 kept')
      } else if (/^EHLO|^HELO/i.test(part)) say('250 hello')
      else if (/^MAIL FROM:/i.test(part)) {
        from = /<(.*)>/.exec(part)?.[1] ?? ''
        say(state.refusing ? '451 try again later' : '250 ok')
      } else if (/^RCPT TO:/i.test(part)) {
        to.push(/<(.*)>/.exec(part)?.[1] ?? '')
        say('250 ok')
      } else if (/^DATA/i.test(part)) {
        inData = true
        say('354 go on')
      } else if (/^QUIT/i.test(part)) socket.end('221 bye\r\n')
      else say('250 ok')
    }
  })
}
