import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCli } from '../cli.ts'
import type { Comparison } from '../plan/simulation/rules/compare.ts'
import { runCommand, temporaryFolder } from './testing/run-command.ts'

const example = await readFile(
  new URL('../../docs/methods/examples/simulation.json', import.meta.url),
  'utf8',
)

const folder = temporaryFolder()
async function run(content: string, args: readonly string[] = []) {
  await writeFile(join(folder, 'S.json'), content)
  return runCommand(runCli, ['simulate', 'S.json', ...args], { cwd: folder })
}

describe('lyttepost simulate', () => {
  it('compares the plans of the example, each figure with its interval', async () => {
    const { code, out } = await run(example, ['--replications', '10', '--json'])
    const { plans, differences } = JSON.parse(out) as Comparison
    expect([code, plans.map(({ name }) => name)]).toEqual([
      0,
      ['Som i dag', 'To til på telefon', 'Tilbud om å bli ringt opp'],
    ])
    const phone = plans[0]!.queues[0]!.figures
    expect(phone.serviceLevel!.lo!).toBeLessThan(phone.serviceLevel!.mean)
    // Two more people on the phone answer more in time, and cost what their eight hours cost.
    expect(differences[0]!.queues[0]!.figures.serviceLevel!.lo!).toBeGreaterThan(0)
    expect(differences[0]!.centre.cost).toMatchObject({ mean: 8 * 420 })
    for (const { queues } of plans)
      for (const { ledger } of queues)
        expect(ledger.contactsIn).toBe(
          ledger.handled +
            ledger.abandonedForGood +
            ledger.redialled +
            ledger.shifted +
            ledger.waitingAtClose,
        )
  })

  it('writes the same bytes for the same seed, and others for another one', async () => {
    const out = async (seed: string) =>
      (await run(example, ['--seed', seed, '--replications', '3', '--json'])).out
    const [one, same, other] = [await out('7'), await out('7'), await out('8')]
    expect(same).toBe(one)
    expect(other).not.toBe(one)
  })

  it('tells in words what is sure', async () => {
    const { out } = await run(example, ['--replications', '5'])
    expect(out).toMatch(/answered in time, % +\d+\.\d {2}\[.+ {3}change \+\d.+, sure/)
    expect(out).toContain('to poeng ned for hvert minutt')
  })

  const refusals: readonly (readonly [string, (document: Record<string, never>) => unknown, string])[] = [
    ['no queues', ({ queues: _, ...rest }) => rest, 'S.json: queues: '],
    ['a field that is not known', (all) => ({ ...all, queue: [] }), 'queue'],
    [
      'a skill that is no queue',
      (all) => ({ ...all, groups: [{ id: 'a', skills: ['fax'] }], plans: undefined }),
      'S.json: groups.0.skills.0: is no queue (fax)',
    ],
    [
      'a plan that changes what is not there',
      (all) => ({ ...all, plans: [{ name: 'B', queues: { fax: { priority: 2 } } }] }),
      'S.json: plans.0.queues.fax: is not in the scenario (fax)',
    ],
    [
      'a plan with a share above 1',
      (all) => ({ ...all, plans: [{ name: 'B', queues: { chat: { selfService: 2 } } }] }),
      'S.json: plans.0.queues.1.selfService: ',
    ],
    [
      'an interval that is not known',
      (all) => ({ ...all, intervalMinutes: 7 }),
      'S.json: intervalMinutes: is one of 5, 10, 15, 20, 30, 60\n',
    ],
    [
      'a number of runs below what there can be',
      (all) => ({ ...all, leadInDays: -1, plans: undefined }),
      'S.json: leadInDays: is at least 0\n',
    ],
    ['no queue at all', (all) => ({ ...all, queues: [] }), 'S.json: queues: has at least 1 part\n'],
    ['a word for a number', (all) => ({ ...all, days: 'two' }), 'S.json: days: is a number'],
    [
      'a patience of neither form',
      (all) => JSON.parse(JSON.stringify(all), (key, value) => (key === 'patience' ? {} : value)),
      'S.json: queues.0.patience: meanSeconds is a number, and is missing, or curve is a list, and is missing\n',
    ],
    ['a list', () => [], 'S.json: document: is not an object'],
  ]
  it.each(refusals)('refuses %s by its path', async (_, change, message) => {
    const { code, out, err } = await run(JSON.stringify(change(JSON.parse(example))))
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(message)
  })

  it('refuses text that is not JSON with its line, and wrong usage with 2', async () => {
    expect(await run('{\n "queues": oops }')).toMatchObject({
      code: 1,
      err: expect.stringContaining('line 2'),
    })
    expect((await run(example, ['--replications', '0'])).code).toBe(2)
    expect((await run(example, ['--seed', 'x'])).code).toBe(2)
  })
})
