/**
 * A small IMAP server (RFC 3501) with one folder, for tests: what a client says is kept, and a command that would
 * change anything is refused and noted.
 */

import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

export type ImapServer = {
  readonly port: number
  /** Every command that came, without its tag. */
  readonly said: readonly string[]
  readonly messages: { uid: number; source: string }[]
  uidValidity: number
  readonly close: () => Promise<void>
}

const account = { user: 'post@eksempel.no', password: 'hemmelig' }

export async function startImapServer(): Promise<ImapServer> {
  const said: string[] = []
  const state: { messages: { uid: number; source: string }[]; uidValidity: number } = {
    messages: [],
    uidValidity: 1,
  }
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n')
    let rest = ''
    socket.on('data', (bytes) => {
      const lines = (rest + bytes.toString('latin1')).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) answer(socket, line)
    })
  })
  const answer = (socket: Socket, line: string) => {
    const [tag = '*', ...words] = line.split(' ')
    const command = words.join(' ')
    said.push(command)
    for (const reply of replies(command, state))
      socket.write(Buffer.from(reply.replace('TAG', tag), 'latin1'))
    if (/^LOGOUT/i.test(command)) socket.end()
  }
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return Object.assign(state, {
    port: (server.address() as AddressInfo).port,
    said,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((closed) => server.close(closed))
    },
  })
}

type State = Pick<ImapServer, 'messages' | 'uidValidity'>

function* replies(command: string, { messages, uidValidity }: State): Generator<string> {
  const done = 'TAG OK done\r\n'
  if (/^CAPABILITY/i.test(command)) yield `* CAPABILITY IMAP4rev1\r\n${done}`
  else if (/^LOGIN/i.test(command)) {
    const isRight = command.includes(account.user) && command.includes(account.password)
    yield isRight ? done : 'TAG NO [AUTHENTICATIONFAILED] wrong\r\n'
  } else if (/^(LIST|LSUB)/i.test(command)) {
    if (/ "" ""$/.test(command)) yield `* LIST (\\Noselect) "/" ""\r\n${done}`
    else yield /(INBOX|\*|%)"?$/i.test(command) ? `* LIST (\\HasNoChildren) "/" INBOX\r\n${done}` : done
  } else if (/^EXAMINE "?INBOX"?$/i.test(command)) {
    const next = (messages.at(-1)?.uid ?? 0) + 1
    yield `* ${messages.length} EXISTS\r\n* 0 RECENT\r\n* FLAGS (\\Seen)\r\n`
    yield `* OK [UIDVALIDITY ${uidValidity}] valid\r\n* OK [UIDNEXT ${next}] next\r\nTAG OK [READ-ONLY] done\r\n`
  } else if (/^UID FETCH/i.test(command)) yield* fetched(command, messages)
  else if (/^(NOOP|LOGOUT|CLOSE|UNSELECT|CHECK)/i.test(command)) yield done
  else yield 'TAG NO not here\r\n'
}

function* fetched(command: string, messages: State['messages']): Generator<string> {
  const from = Number(/^UID FETCH (\d+):/i.exec(command)?.[1])
  const last = messages.at(-1)
  for (const [index, { uid, source }] of messages.entries()) {
    // As the standard says: `n:*` always includes the last message.
    if (uid < from && uid !== last?.uid) continue
    const body = Buffer.from(source, 'utf8').toString('latin1')
    yield `* ${index + 1} FETCH (UID ${uid} BODY[]<0> {${body.length}}\r\n${body})\r\n`
  }
  yield 'TAG OK done\r\n'
}
