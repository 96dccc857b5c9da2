import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCli } from '../cli.ts'
import { referenceMethod } from '../measure/edition/rules/reference/reference-method.ts'
import { runCommand, temporaryFolder } from './testing/run-command.ts'

const folder = temporaryFolder()
function run(args: readonly string[], given: { readonly stdin?: string; readonly cwd?: string } = {}) {
  return runCommand(runCli, args, given)
}

describe('lyttepost method', () => {
  it('prints the reference method as one document with the fixed fields', async () => {
    const { code, out, err } = await run(['method', 'reference', '--json'])
    const printed = JSON.parse(out)
    expect([code, err]).toEqual([0, ''])
    expect(Object.keys(printed)).toEqual(
      expect.arrayContaining(['channels', 'key', 'windows', 'attempts', 'areas', 'questions', 'bands']),
    )
    expect(printed.key[0]).toEqual({
      channels: ['phone', 'email', 'chat'],
      counts: { phone: 11, email: 8, chat: 6 },
    })
    expect(printed.windows.email).toEqual({ from: '09:00', to: '12:00' })
    expect(printed.attempts.messenger).toMatchObject({ attempts: 2, wait: 30, openBetweenAttempts: true })
    expect(printed.questions[0]).toMatchObject({
      id: 'waitPhone',
      area: 'waiting',
      channels: ['phone'],
      scored: true,
    })
    expect(printed.questions[0].options[0]).toMatchObject({ id: 's30', points: 6 })
  })

  it('takes what it printed as EDITION, from a file and from standard input', async () => {
    const { out } = await run(['method', 'reference', '--json'])
    await writeFile(join(folder, 'mine.json'), out)
    expect(await run(['method', 'mine.json', '--json'], { cwd: folder })).toEqual({ code: 0, out, err: '' })
    expect(await run(['method', '-', '--json'], { stdin: out })).toEqual({ code: 0, out, err: '' })
  })

  it('shows a page with the totals of every channel without --json', async () => {
    const { code, out } = await run(['method', 'reference'])
    expect(code).toBe(0)
    expect(out).toMatch(/agent +50 % +100 \(50\.0 %\) +100/)
  })

  it('refuses points that break an invariant, naming path and invariant, and prints nothing', async () => {
    const areas = referenceMethod.areas.map((area) => (area.id === 'agent' ? { ...area, weight: 40 } : area))
    const { code, out, err } = await run(['method', '-'], {
      stdin: JSON.stringify({ ...referenceMethod, areas }),
    })
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(
      'areas.2.weight: “agent” is 50% of the points on “phone” (100 of 200) but should be 40%',
    )
    expect(err).toContain('[weights-not-100]')
  })

  it('refuses what is not JSON with the line', async () => {
    const { code, err } = await run(['method', '-'], { stdin: '{\n  "id": oops\n}' })
    expect(code).toBe(1)
    expect(err).toBe('-: line 2, column 9: not valid JSON at “oops”\n')
  })

  it('refuses what is far too large to be a method', async () => {
    const { code, err } = await run(['method', '-'], { stdin: `"${'x'.repeat(5_000_000)}"` })
    expect(code).toBe(1)
    expect(err).toContain('larger than 5 million characters')
  })

  it('refuses a file that does not exist and says which editions are built in', async () => {
    const { code, err } = await run(['method', 'nowhere.json'])
    expect(code).toBe(1)
    expect(err).toContain('nowhere.json: no such file. Give a file or a built-in edition (reference).')
  })

  it.each([[['method']], [['method', 'reference', 'other']], [['method', 'reference', '--jsn']]])(
    'answers wrong usage %j with 2 and the usage',
    async (args) => {
      const { code, out, err } = await run(args)
      expect([code, out]).toEqual([2, ''])
      expect(err).toContain('lyttepost method EDITION [--json]')
    },
  )
})

describe('lyttepost', () => {
  it('lists what exists when the command is unknown', async () => {
    const { code, err } = await run(['frobnicate'])
    expect(code).toBe(2)
    expect(err).toContain('There is no command frobnicate.')
    expect(err).toMatch(/ {2}method +the whole method/)
  })

  it('tells of its commands and of each command when asked', async () => {
    expect((await run(['--help'])).code).toBe(0)
    expect(await run(['method', '--help'])).toMatchObject({ code: 0, err: '' })
  })
})
