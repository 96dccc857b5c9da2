/** `lyttepost shifts REQUIREMENT.csv`: shifts that cover a requirement, with names when there are people, and a check. */
import { resolve } from 'node:path'
import { addDays, mondayOf, type PlainDate } from '../kernel/calendar.ts'
import { unreadHeadings } from '../plan/shifts/people/rules/agent-headings.ts'
import { checkPlan } from '../plan/shifts/rules/check-plan.ts'
import { localOf } from '../plan/shifts/rules/local-days.ts'
import type { Agent } from '../plan/shifts/rules/types.ts'
import { usualTemplates } from '../plan/shifts/rules/usual-templates.ts'
import { coverShifts } from '../plan/shifts/solve/cover-shifts.ts'
import { solveInThread } from '../plan/shifts/solve/solve-in-thread.ts'
import { command, oneFromInput, onlyWord, refuseWithout, WrongUsage, wholeNumber } from './command.ts'
import { type CliIo, exitCode } from './io.ts'
import { openTable } from './open-file.ts'
import { writeTogether } from './plan/write-files.ts'
import { orRefuse, tellRefused } from './refuse-file.ts'
import {
  findingLine,
  findingRow,
  type Plan,
  planDocument,
  planFiles,
  planSummary,
} from './shifts/describe-plan.ts'
import { peopleFrom, peopleReasons, planFrom, planReasons } from './shifts/read-people.ts'
import { type ReadRequirement, requirementFrom, requirementReasons } from './shifts/read-requirement.ts'
import { readPercent, readPositiveDuration } from './staffing/read-quantities.ts'

const usage = `lyttepost shifts REQUIREMENT.csv [--agents AGENTS.csv] [--weeks N] [--gap 2%] [--time 60s] [--seed N] [--out DIR] [--json]
lyttepost shifts --check PLAN.csv --agents AGENTS.csv [--json]

Shifts that cover a requirement at the least cost. REQUIREMENT.csv is what \`lyttepost staff\` writes: timestamp and needed,
and queue and skill where there are several; - is standard input. Without people the shifts are nobody's; with people
each shift has a name, within working time as far as it is checked, agreed hours, availability and skills.

  --agents FILE   name, and number, weeklyHours, skills (a;b), available (mon-fri 08:00-16:00), validFrom, … as the
                  product exports them; what is left out is as in a usual contract
  --weeks N       so many weeks from the first Monday; else as far as the file reaches, at most 12
  --gap 2%        good enough, as a share of the cost (0.5% without people)
  --time 60s      at most so long; what usually ends a search is the gap. Ctrl-C gives the best so far, with people
  --seed N        the same seed gives the same plan, unless time ends the search (default 1)
  --out DIR       shifts.csv and short.csv are written here
  --json          one JSON document
  --check PLAN    checks a plan instead (agent,date,from,to,breaks,skill): every limit that is passed, with its paragraph;
                  a week that the plan has a part of owes nobody hours
`

type Asked = {
  readonly file: string | undefined
  readonly agents: string | undefined
  readonly check: string | undefined
  readonly weeks: number | undefined
  readonly gap: number | undefined
  readonly seconds: number
  readonly seed: number
  readonly out: string | undefined
  readonly json: boolean
}

const searchOptions = ['weeks', 'gap', 'time', 'seed', 'out']

export const shiftsCommand = command({
  usage,
  options: {
    agents: { type: 'string' },
    check: { type: 'string' },
    weeks: { type: 'string' },
    gap: { type: 'string' },
    time: { type: 'string' },
    seed: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
  read: (values, words): Asked => {
    const { agents, check, weeks, gap, time = '60s', seed = '1', out, json } = values
    if (check !== undefined) refuseWithout(values, searchOptions, 'is for a search, not for --check')
    if (check !== undefined && words.length > 0)
      throw new WrongUsage(`--check takes its plan as PLAN.csv, not also ${words.join(' ')}`)
    if (check !== undefined && agents === undefined) throw new WrongUsage('--check needs --agents AGENTS.csv')
    const file = check === undefined ? onlyWord(words, 'REQUIREMENT.csv') : undefined
    oneFromInput([file, agents, check])
    const count = weeks === undefined ? undefined : wholeNumber('--weeks', weeks, 2)
    if (count === 0) throw new WrongUsage('--weeks is at least 1')
    return {
      file,
      agents,
      check,
      weeks: count,
      gap: gap === undefined ? undefined : readPercent('--gap', gap),
      seconds: readPositiveDuration('--time', time),
      seed: wholeNumber('--seed', seed),
      out,
      json,
    }
  },
  run: async (asked, io) => (asked.check === undefined ? plan(asked, io) : check(asked, io)),
})

async function plan(asked: Asked, io: CliIo): Promise<number> {
  const requirement = await orRefuse(asked.file!, { io, own: requirementReasons }, async () =>
    requirementFrom(await openTable(asked.file!, io), asked.weeks),
  )
  if (!requirement) return exitCode.refused
  const made = await solve(asked, requirement, io)
  if (!made) return exitCode.refused
  if (asked.out !== undefined) {
    try {
      await writeTogether(resolve(io.cwd, asked.out), planFiles(made))
    } catch (error) {
      io.stderr.write(`${asked.out}: nothing written: ${(error as Error).message}\n`)
      return exitCode.refused
    }
  }
  io.stdout.write(asked.json ? `${JSON.stringify(planDocument(made), null, 1)}\n` : planSummary(made))
  return exitCode.done
}

async function solve(asked: Asked, requirement: ReadRequirement, io: CliIo): Promise<Plan | undefined> {
  const { grid, from, weeks, hours, plannedDays } = requirement
  const { gap, seconds, seed } = asked
  const shared = {
    grid,
    from,
    weeks,
    templates: usualTemplates(hours),
    seconds,
    seed,
    ...(gap !== undefined && { gap }),
  }
  const people = await readPeople(asked, from, io)
  if (people === 'refused') return undefined
  const onProgress = ({ share, step }: { readonly share: number; readonly step: string }) => {
    if (io.stderr.isTTY) io.stderr.write(`\r\u001b[K${Math.round(100 * share)} % ${step}`)
  }
  const made = people
    ? await untilInterrupted((signal) =>
        solveInThread({ ...shared, agents: people, shifts: [], plannedDays }, { signal, onProgress }),
      )
    : await coverShifts(shared, { clock: () => performance.now(), onProgress })
  if (io.stderr.isTTY) io.stderr.write('\r\u001b[K')
  return made
}

/** The first Ctrl-C asks for the best so far; another one ends the program as usual. */
async function untilInterrupted<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const stopped = new AbortController()
  const stop = () => stopped.abort()
  process.once('SIGINT', stop)
  try {
    return await work(stopped.signal)
  } finally {
    process.off('SIGINT', stop)
  }
}

async function readPeople({ agents }: Asked, from: PlainDate, io: CliIo) {
  if (agents === undefined) return undefined
  return (await openPeople(agents, from, io)) ?? 'refused'
}

/** Undefined after having told why the file is refused. A heading that is not known may be misspelt, and is told. */
async function openPeople(file: string, from: PlainDate, io: CliIo): Promise<Agent[] | undefined> {
  const read = await orRefuse(file, { io, own: peopleReasons }, async () => {
    const table = await openTable(file, io)
    return { agents: peopleFrom(table, from), unread: unreadHeadings(table) }
  })
  if (read && read.unread.length > 0)
    io.stderr.write(`note: ${file}: not read, since no column is called so: ${read.unread.join(', ')}\n`)
  return read?.agents
}

/** Exit 1 when a limit is passed, so that a script can stop there. */
async function check({ check: file, agents, json }: Asked, io: CliIo): Promise<number> {
  // Whoever has no day of employment in the file is taken to be employed throughout.
  const people = await openPeople(agents!, '1900-01-01', io)
  if (!people) return exitCode.refused
  try {
    const shifts = planFrom(await openTable(file!, io), people)
    const starts = shifts.map((shift) => localOf(shift.from).date).sort()
    const from = mondayOf(starts[0]!)
    const to = addDays(mondayOf(starts.at(-1)!), 6)
    const plannedDays = { first: starts[0]!, last: starts.at(-1)! }
    const findings = checkPlan({ agents: people, shifts, from, to, plannedDays })
    if (json) io.stdout.write(`${JSON.stringify(findings.map(findingRow), null, 1)}\n`)
    else
      io.stdout.write(
        findings.length === 0
          ? `no limit that is checked is passed in ${shifts.length} shifts\n`
          : `${findings.map(findingLine).join('\n')}\n`,
      )
    return findings.length === 0 ? exitCode.done : exitCode.refused
  } catch (error) {
    tellRefused(file!, error, { io, own: planReasons })
    return exitCode.refused
  }
}
