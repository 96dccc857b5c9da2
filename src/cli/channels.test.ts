import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { channelsCommand } from './channels.ts'
import { runCommand, temporaryFolder } from './testing/run-command.ts'

const folder = temporaryFolder()
writeFileSync(
  join(folder, 'side.html'),
  '<html lang="nb"><p>Kundeservice: 22 33 44 55</p><p>post@firma.no</p><a href="/kontakt">Kontakt oss</a>',
)

function run(args: string[], stdin = '') {
  return runCommand(channelsCommand, args, { cwd: folder, stdin })
}

test('a file gives one object in an array, in the agreed form', async () => {
  const { code, out } = await run(['side.html', '--base', 'https://www.firma.no/', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject([
    {
      source: 'side.html',
      phone: [{ number: '22 33 44 55', e164: '+4722334455', label: 'Kundeservice' }],
      email: ['post@firma.no'],
      contactForm: 'https://www.firma.no/kontakt',
      chat: [],
      messenger: [],
      chosen: ['phone', 'email'],
    },
  ])
})

test('- is standard input, and without --json a person can read the answer', async () => {
  const { code, out } = await run(
    ['-'],
    '<p>Ring oss på 02000</p><p lang="nb">og ikke noe annet som du vil ha av oss til deg på nettsiden</p>',
  )
  expect(code).toBe(0)
  expect(out).toContain('02000')
})

test.each([
  ['http://127.0.0.1/', 'is refused: the address is inside a private or reserved network (127.0.0.1)'],
  ['http://localhost/', 'is refused: the address is inside a private or reserved network'],
  ['ftp://firma.no/', 'is refused: only http and https are read'],
  ['finnes-ikke.html', 'does not exist'],
])('%s is refused with what and why, and nothing is printed', async (input, why) => {
  expect(await run([input, '--json'])).toMatchObject({ code: 1, out: '', err: expect.stringContaining(why) })
})

test('one page that cannot be read holds back all', async () => {
  expect(await run(['side.html', 'finnes-ikke.html', '--json'])).toMatchObject({ code: 1, out: '' })
})

test('without a page it is wrong usage', async () => {
  expect(await run([])).toMatchObject({ code: 2, out: '' })
  expect(await run(['side.html', '--unknown'])).toMatchObject({ code: 2 })
})
