import { PassThrough, Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { userCommand } from './user.ts'

async function run(args: string[], input = '') {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const code = await userCommand(args, { stdin: Readable.from([input]), stdout, stderr, cwd: '.' })
  return { code, out: String(stdout.read() ?? ''), error: String(stderr.read() ?? '') }
}
const given = ['add', '--organisation', 'Prøve', '--name', 'Kari', '--email', 'kari@example.no']

test.each([
  [['remove'], 'add'],
  [['add', '--name', 'Kari'], '--organisation'],
  [[...given, '--role', 'boss'], 'boss is none of organiser'],
  [[...given, '--language', 'sv'], 'sv is none of nb'],
  [[...given.slice(0, -1), 'kari'], 'kari is no e-mail address'],
  [[...given, '--colour', 'red'], '--colour'],
])('%j is wrong usage, and says why', async (args, why) => {
  const { code, error } = await run(args)
  expect([code, error]).toEqual([2, expect.stringContaining(why)])
})

test('a short password is refused before anything is opened', async () => {
  expect(await run(given, 'kort\n')).toMatchObject({ code: 1, out: '' })
})
