import { expect, test } from 'vitest'
import { runCommand } from './testing/run-command.ts'
import { userCommand } from './user.ts'

function run(args: string[], stdin = '') {
  return runCommand(userCommand, args, { stdin })
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
  const { code, err } = await run(args)
  expect([code, err]).toEqual([2, expect.stringContaining(why)])
})

test('a short password is refused before anything is opened', async () => {
  expect(await run(given, 'kort\n')).toMatchObject({ code: 1, out: '' })
})
