/** `lyttepost plan EDITION PARTICIPANTS.csv --out DIR`: who contacts whom, when, how and with which scenario. */
import { resolve } from 'node:path'
import { isPlainDate } from '../kernel/calendar.ts'
import type { EditionMethod } from '../measure/edition/contract.ts'
import { observersFrom } from '../measure/planning/rules/observer-file.ts'
import { observerNeed } from '../measure/planning/rules/observer-need.ts'
import { observerPool } from '../measure/planning/rules/observer-pool.ts'
import { nameKey, type PlanInput, type PlanObserver } from '../measure/planning/rules/plan-input.ts'
import { command, oneFromInput, onlyWord, WrongUsage, wholeNumber } from './command.ts'
import { type CliIo, exitCode } from './io.ts'
import { openTable } from './open-file.ts'
import { type PlanFiles, planFiles } from './plan/plan-files.ts'
import { participantsFrom } from './plan/read-participants.ts'
import { writeTogether } from './plan/write-files.ts'
import { readEdition } from './read-edition.ts'
import { orRefuse, type Reasons } from './refuse-file.ts'

const defaultSeed = '1'

const usage = `lyttepost plan EDITION PARTICIPANTS.csv [--start YYYY-MM-DD] [--observers OBSERVERS.csv] [--seed N] [--json] --out DIR

Plans every contact of an edition and proves that the plan is fair.
EDITION is a file or the name of a built-in edition (reference). PARTICIPANTS.csv has the columns
participant,class,website,phone,email,contactForm,chat,messenger; an empty cell is a channel that
does not exist, and so is nei, no, false, 0 or -; anything else, such as an address or ja, yes, true or 1, is one that does.
One of the files may be - for standard input.

  --out DIR         contacts.csv and fairness.json are written here
  --start DATE      the first day of the season instead of the edition's own
  --observers FILE  observer,customerOf,contactsPerWeek,absentFrom,absentTo; customerOf holds names separated by
                    ; or |, a further row of the same observer is a further absence. Without the file a pool
                    O001, O002, … is made, as many as the work needs
  --seed N          the same seed gives the same plan (default ${defaultSeed})
  --json            print fairness.json on standard output; --out may then be left out
`

type Asked = {
  readonly edition: string
  readonly participants: string
  readonly observers: string | undefined
  readonly start: string | undefined
  readonly out: string | undefined
  readonly seed: string
  readonly json: boolean
}

export const planCommand = command({
  usage,
  options: {
    out: { type: 'string' },
    start: { type: 'string' },
    observers: { type: 'string' },
    seed: { type: 'string', default: defaultSeed },
    json: { type: 'boolean', default: false },
  },
  read: ({ out, start, observers, seed, json }, [edition = '', ...words]): Asked => {
    if (edition === '') throw new WrongUsage('EDITION is missing')
    const participants = onlyWord(words, 'PARTICIPANTS.csv')
    oneFromInput([edition, participants, observers])
    if (out === undefined && !json) throw new WrongUsage('--out DIR is missing')
    if (start !== undefined && !isPlainDate(start))
      throw new WrongUsage(`--start is a date such as 2027-01-31, not ${start}`)
    wholeNumber('--seed', seed, 20)
    return { edition, participants, observers, start, out, seed, json }
  },
  run: async (asked, io) => {
    const method = await readEdition(asked.edition, io)
    if (!method) return exitCode.refused
    return plan(asked, asked.start ? startingOn(method, asked.start) : method, io)
  },
})

function startingOn(method: EditionMethod, start: string): EditionMethod {
  return { ...method, calendar: { ...method.calendar, start } }
}

async function plan(asked: Asked, method: EditionMethod, io: CliIo): Promise<number> {
  const input = await readInput(asked, method, io)
  if (!input) return exitCode.refused
  const files = planFiles(method, input)
  const document = `${JSON.stringify(files.fairness, null, 2)}\n`
  if (asked.out !== undefined) {
    try {
      await writeTogether(resolve(io.cwd, asked.out), {
        'contacts.csv': files.contactsCsv,
        'fairness.json': document,
      })
    } catch (error) {
      io.stderr.write(`${asked.out}: nothing written: ${(error as Error).message}\n`)
      return exitCode.refused
    }
  }
  if (asked.json) io.stdout.write(document)
  tell(files.fairness, io)
  tellShortage(files.fairness, input, io)
  return exitCode.done
}

const own: Reasons = {
  'doubled-name': ({ value, params }) => `"${value}" stands already in line ${params?.first}`,
  'too-long': ({ params }) => `is longer than ${params?.most} characters`,
  'unknown-class': ({ value, params }) => `"${value}" is not a class of the edition (${params?.known})`,
  'not-a-date': ({ value }) => `"${value}" is not a date such as 2027-01-31`,
  'not-a-count': ({ value, params }) => `"${value}" is not a whole number from 1 to ${params?.most}`,
  'half-an-absence': () => 'an absence has both a first and a last day',
  'absence-backwards': ({ value }) => `the absence ends on ${value}, before it begins`,
  'two-weekly-maxima': ({ value, params }) =>
    `"${value}" here and "${params?.known}" in line ${params?.first}`,
}

/** What the plan is made from, or undefined after having said what is wrong with a file. */
async function readInput(asked: Asked, method: EditionMethod, io: CliIo): Promise<PlanInput | undefined> {
  const participants = await orRefuse(asked.participants, { io, own }, async () =>
    participantsFrom(await openTable(asked.participants, io), method.classes),
  )
  if (!participants) return undefined
  const { seed, observers: file } = asked
  if (file === undefined) return { method, participants, observers: observerPool(method, participants), seed }
  const observers = await orRefuse(file, { io, own }, async () =>
    observersFrom(await openTable(file, io), method.observers.contactsPerWeek),
  )
  if (!observers) return undefined
  tellUnknownCustomers(observers, participants, io)
  return { method, participants, observers, seed }
}

function tellUnknownCustomers(
  observers: readonly PlanObserver[],
  participants: PlanInput['participants'],
  io: CliIo,
): void {
  const known = new Set(participants.map(({ name }) => nameKey(name)))
  const unknown = observers.flatMap(({ customerOf }) =>
    customerOf.filter((name) => !known.has(nameKey(name))),
  )
  for (const name of new Set(unknown))
    io.stderr.write(`customerOf: ${name} is no participant of this file, which changes nothing\n`)
}

function tell(fairness: PlanFiles['fairness'], io: CliIo): void {
  for (const { kind, participant } of fairness.notices)
    io.stderr.write(`${participant}: ${noticeTexts[kind]}\n`)
  for (const { rule, broken, worst, limit } of fairness.rules)
    if (broken > 0) io.stderr.write(`broken: ${rule}, ${broken} times, worst ${worst}, limit ${limit}\n`)
  io.stderr.write(
    `${fairness.contacts} contacts for ${fairness.participants} participants; ${
      fairness.clean ? 'no rule is broken' : `rules broken: ${fairness.brokenRules.length}`
    }\n`,
  )
}

/** How many observers it takes, where some contacts got none. */
function tellShortage({ rules }: PlanFiles['fairness'], input: PlanInput, io: CliIo): void {
  const missing = rules.find(({ rule }) => rule === 'observerMissing')?.broken ?? 0
  if (missing === 0) return
  const { contacts, perWeek, takes, needed } = observerNeed(input)
  const usual = input.method.observers.contactsPerWeek
  const shortage = takes < perWeek ? `${input.observers.length} observers take ${takes} a week` : undefined
  io.stderr.write(
    `observers: ${missing} of ${contacts} contacts have none. ${Math.ceil(perWeek)} contacts a week need at least ${needed} observers with ${usual} each; ${
      shortage ??
      'there are enough in all, but absences, customers or their weekly numbers leave days uncovered'
    }\n`,
  )
}

const noticeTexts = {
  noChannels: 'has no channel that the edition uses, so it gets no contacts',
  fewChannels: 'has one channel; two are wished for',
  withdrawn: 'has withdrawn',
  noOpenDays: 'has no open day left, so it gets no contacts',
} as const
