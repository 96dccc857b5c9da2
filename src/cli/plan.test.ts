import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { runCli } from '../cli.ts'
import { runCommand, temporaryFolder } from './testing/run-command.ts'

const header = 'participant,class,website,phone,email,contactForm,chat,messenger'

function someParticipants(count: number): string {
  const sets = [
    ',02000,a@b.no,,chat,',
    ',02000,,https://f.no/skjema,,m.me/f',
    ',02000,a@b.no,,,',
    ',,a@b.no,,chat,m.me/f',
  ]
  const rows = Array.from({ length: count }, (_, i) => `Firma ${i + 1},Klasse ${i % 23},${sets[i % 4]}`)
  return `${[header, ...rows].join('\n')}\n`
}

const folder = temporaryFolder()
async function run(files: Readonly<Record<string, string | Buffer>>, args: readonly string[], stdin = '') {
  const cwd = await mkdtemp(join(folder, 'run-'))
  for (const [name, content] of Object.entries(files)) await writeFile(join(cwd, name), content)
  const done = await runCommand(runCli, ['plan', ...args], { cwd, stdin })
  const written = await readdir(join(cwd, 'D')).catch(() => [])
  const read = (name: string) => readFile(join(cwd, 'D', name), 'utf8')
  return { ...done, written, read }
}

const usual = ['reference', 'P.csv', '--out', 'D'] as const

describe('lyttepost plan', () => {
  it('plans 4,525 contacts for 181 participants, and nothing is unfair', async () => {
    const { code, out, written, read } = await run({ 'P.csv': someParticipants(181) }, usual)
    expect([code, out, written.toSorted()]).toEqual([0, '', ['contacts.csv', 'fairness.json']])
    const lines = (await read('contacts.csv')).trimEnd().split('\r\n')
    expect(lines[0]).toBe('contact,participant,class,channel,week,date,from,to,observer,scenario')
    expect(lines).toHaveLength(4526)
    expect(lines[1]).toMatch(
      /^C00001,Firma \d+,Klasse \d+,\w+,2026-W49,2026-11-30,\d\d:\d\d,\d\d:\d\d,O\d{3},\w+$/,
    )
    expect(JSON.parse(await read('fairness.json'))).toMatchObject({
      edition: 'reference',
      clean: true,
      brokenRules: [],
      contacts: 4525,
      participants: 181,
      findings: [],
    })
  })

  it('writes the same bytes for the same seed, and others for another one', async () => {
    const files = { 'P.csv': someParticipants(12) }
    const plans = await Promise.all(
      ['7', '7', '8'].map(async (seed) =>
        (await run(files, [...usual, '--seed', seed])).read('contacts.csv'),
      ),
    )
    expect(plans[1]).toBe(plans[0])
    expect(plans[2]).not.toBe(plans[0])
  })

  it('starts when it is told to', async () => {
    const { read } = await run({ 'P.csv': someParticipants(4) }, [...usual, '--start', '2027-08-30'])
    const dates = (await read('contacts.csv'))
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(',')[5]!)
    expect(dates[0]! >= '2027-08-30' && dates.at(-1)! <= '2028-01-02').toBe(true)
  })

  it('plans for given observers, never where they are customers', async () => {
    const observers = [
      'observer;customerOf;contactsPerWeek;absentFrom;absentTo',
      ...Array.from({ length: 40 }, (_, i) => `Obs ${i + 1};${i < 20 ? '"Firma 1|firma 2"' : ''};6;;`),
      'Obs 40;;;2026-12-07;2026-12-18',
    ].join('\n')
    const { code, err, read } = await run({ 'P.csv': someParticipants(8), 'O.csv': observers }, [
      ...usual,
      '--observers',
      'O.csv',
    ])
    expect([code, err]).toEqual([0, '200 contacts for 8 participants; no rule is broken\n'])
    for (const line of (await read('contacts.csv')).split('\r\n').slice(1, -1)) {
      const [, participant, , , , date, , , observer] = line.split(',')
      if (participant === 'Firma 1' || participant === 'Firma 2')
        expect(Number(observer!.slice(4))).toBeGreaterThan(20)
      if (observer === 'Obs 40') expect(date! < '2026-12-07' || date! > '2026-12-18').toBe(true)
    }
  })

  it('prints one document with --json, and then needs no folder', async () => {
    const { code, out, written } = await run({}, ['reference', '-', '--json'], someParticipants(3))
    expect([code, written]).toEqual([0, []])
    expect(JSON.parse(out)).toMatchObject({ contacts: 75, clean: true })
  })

  it('reads semicolons, Windows-1252, a byte order mark and more columns than it needs', async () => {
    const rows = `${header.replaceAll(',', ';')};merknad\nØvre Årdal Strøm;Strøm;;02000;a@b.no;;;;hei\n`
    for (const bytes of [iconv.encode(rows, 'win1252'), Buffer.from(`\uFEFF${rows}`)]) {
      const { code, read } = await run({ 'P.csv': bytes }, usual)
      expect(code).toBe(0)
      expect(await read('contacts.csv')).toContain('Øvre Årdal Strøm,Strøm,phone')
    }
  })

  it('tells of a participant that nobody can reach, and plans the others', async () => {
    const { code, err, read } = await run(
      { 'P.csv': `${someParticipants(2)}Stille AS,Klasse 1,,,,,,\n` },
      usual,
    )
    expect([code, err]).toEqual([0, expect.stringContaining('Stille AS: has no channel')])
    expect(JSON.parse(await read('fairness.json'))).toMatchObject({
      contacts: 50,
      participants: 2,
      clean: true,
    })
  })

  it('wishes for no more channels than the edition has contacts for', async () => {
    const { out: method } = await methodFile()
    const edition = JSON.stringify({ ...JSON.parse(method), contactsPerParticipant: 1 })
    const files = { 'E.json': edition, 'P.csv': `${header}\nA,X,,02000,,,,\n` }
    expect((await run(files, ['E.json', ...usual.slice(1)])).err).not.toContain('wished for')
    expect((await run(files, usual)).err).toContain('A: has one channel; two are wished for')
  })

  it('takes a plain no for no channel, and anything else for one', async () => {
    const rows = ['nei', 'No', 'false', '0', '-'].map(
      (no, at) => `Firma ${at},A,,02000,${no},${no},${no},${no}`,
    )
    const open = ['ja', 'yes', 'true', '1', 'm.me/f'].map((yes, at) => `Åpen ${at},A,,,,${yes},${yes},`)
    const { code, read } = await run({ 'P.csv': [header, ...rows, ...open, ''].join('\n') }, usual)
    expect(code).toBe(0)
    const contacts = (await read('contacts.csv')).split('\r\n').slice(1, -1)
    const used = new Map<string, Set<string>>()
    for (const line of contacts) {
      const [, name = '', , channel = ''] = line.split(',')
      used.set(name, (used.get(name) ?? new Set()).add(channel))
    }
    expect(
      [...used].map(([name, channels]) => [name[0], [...channels].toSorted().join()]).toSorted(),
    ).toEqual([...rows.map(() => ['F', 'phone']), ...open.map(() => ['Å', 'chat,email'])])
  })

  it('names every rule that cannot be kept with too few observers', async () => {
    const { code, err, read } = await run(
      { 'P.csv': someParticipants(20), 'O.csv': 'observer\nAnne\nBerit\n' },
      [...usual, '--observers', 'O.csv'],
    )
    expect([code, err]).toEqual([0, expect.stringContaining('broken: observerMissing')])
    expect(err).toMatch(
      /observers: \d+ of 500 contacts have none\. 31 contacts a week need at least 7 observers with 5 each; 2 observers take 10 a week/,
    )
    expect(JSON.parse(await read('fairness.json'))).toMatchObject({ clean: false, contacts: 500 })
  })
})

describe('lyttepost plan refuses, names the place and writes nothing', () => {
  const refusals: readonly (readonly [string, string | Buffer, string])[] = [
    ['a wrong header', 'navn,klasse\nA,B\n', 'P.csv: line 1, participant: this column is missing'],
    [
      'a doubled name',
      `${header}\nFirma,A,,1,,,,\n firma ,A,,1,,,,\n`,
      'P.csv: line 3, participant: "firma" stands already in line 2',
    ],
    ['a blank class', `${header}\nFirma,,,1,,,,\n`, 'P.csv: line 2, class: is blank'],
    ['a blank name', `${header}\n,A,,1,,,,\n`, 'P.csv: line 2, participant: is blank'],
    ['a row with too many cells', `${header}\nA,B,,,,,,,,,\nA,B,,,,,,,x,y\n`, 'P.csv: line 3'],
    ['an empty file', '', 'P.csv: the file is empty'],
    ['a header alone', `${header}\n`, 'P.csv: there is a header, but no row'],
    ['100 MB', Buffer.alloc(100 * 1024 * 1024, 'a'), 'P.csv: too large'],
  ]
  it.each(refusals)('%s', async (_, content, message) => {
    const { code, out, err, written } = await run({ 'P.csv': content }, usual)
    expect([code, out, written]).toEqual([1, '', []])
    expect(err).toContain(message)
    expect(err).toContain('refused, nothing written')
  })

  it('a class that the edition does not have', async () => {
    const { out: method } = await methodFile()
    const edition = JSON.stringify({ ...JSON.parse(method), classes: ['Strøm', 'Bank'] })
    const { code, err } = await run({ 'E.json': edition, 'P.csv': `${header}\nA,Buss,,1,,,,\n` }, [
      'E.json',
      ...usual.slice(1),
    ])
    expect([code, err]).toEqual([1, expect.stringContaining('P.csv: line 2, class: "Buss" is not a class')])
  })

  it('a file that is not there', async () => {
    expect(await run({}, usual)).toMatchObject({
      code: 1,
      err: expect.stringContaining('P.csv: no such file'),
    })
  })

  const observerRefusals: readonly (readonly [string, string])[] = [
    ['name\nA\n', 'O.csv: line 1, observer: this column is missing'],
    ['observer,contactsPerWeek\nA,many\n', 'O.csv: line 2, contactsPerWeek: "many" is not a whole number'],
    [
      'observer,absentFrom,absentTo\nA,2027-02-30,2027-03-01\n',
      'O.csv: line 2, absentFrom: "2027-02-30" is not a date',
    ],
    [
      'observer,absentFrom,absentTo\nA,2027-02-20,2027-02-01\n',
      'O.csv: line 2, absentTo: the absence ends on',
    ],
    ['observer,absentFrom,absentTo\nA,2027-02-20,\n', 'O.csv: line 2, absentTo: an absence has both'],
    ['observer,contactsPerWeek\nA,4\na,5\n', 'O.csv: line 3, contactsPerWeek: "5" here and "4" in line 2'],
  ]
  it.each(observerRefusals)('observers: %j', async (observers, message) => {
    const files = { 'P.csv': someParticipants(2), 'O.csv': observers }
    const { code, err, written } = await run(files, [...usual, '--observers', 'O.csv'])
    expect([code, written]).toEqual([1, []])
    expect(err).toContain(message)
  })

  it('wrong usage, with exit code 2', async () => {
    for (const args of [
      ['reference'],
      ['reference', 'P.csv'],
      [...usual, '--start', '2027-13-01'],
      [...usual, '--seed', 'x'],
      [...usual, '--nonsense'],
    ])
      expect((await run({}, args)).code, args.join(' ')).toBe(2)
  })
})

async function methodFile() {
  const stdout = new PassThrough()
  const reading = text(stdout)
  await runCli(['method', 'reference', '--json'], {
    stdin: Readable.from([]),
    stdout,
    stderr: new PassThrough(),
    cwd: tmpdir(),
  })
  stdout.end()
  return { out: await reading }
}
