/** `lyttepost score EDITION SUBMISSIONS.csv --out DIR`: scores and results from filled forms. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { AppError } from '../kernel/errors.ts'
import type { EditionMethod } from '../measure/edition/contract.ts'
import type { EditionResults } from '../measure/results/contract.ts'
import { type CompiledMethod, compileMethod } from '../measure/results/rules/compiled-form.ts'
import { computeResults, defaultSeed } from '../measure/results/rules/results.ts'
import { type CliIo, exitCode } from './io.ts'
import { readEdition } from './read-edition.ts'
import { describeProblem } from './score/describe-problem.ts'
import { type Gathered, gatherSubmissions, openSubmissions } from './score/gather.ts'
import { ResultFiles, resultLines } from './score/write-results.ts'

const usage = `lyttepost score EDITION SUBMISSIONS.csv --out DIR [--seed N] [--json]

Scores every submission and computes the results of the edition.
EDITION is a file or the name of a built-in edition (reference). SUBMISSIONS.csv has the columns
contact,participant,class,channel,answered and then one for each question: an option's id, na or nothing.
One of the two may be - for standard input.

  --out DIR   scores.csv and results.json are written here
  --seed N    what the intervals are drawn from (default ${defaultSeed}); the same seed gives the same intervals
  --json      print results.json on standard output; --out may then be left out
`

export async function scoreCommand(args: string[], io: CliIo): Promise<number> {
  const asked = readArguments(args)
  if ('problem' in asked) {
    io.stderr.write(`${asked.problem}\n\n${usage}`)
    return exitCode.usage
  }
  if (asked.help) {
    io.stdout.write(usage)
    return exitCode.done
  }
  const method = await readEdition(asked.edition, io)
  return method ? score(asked, method, io) : exitCode.refused
}

type Asked = {
  readonly help: boolean
  readonly edition: string
  readonly submissions: string
  readonly out: string | undefined
  readonly seed: string
  readonly json: boolean
}

function readArguments(args: string[]): Asked | { readonly problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        seed: { type: 'string', default: defaultSeed },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    })
    const [edition = '', submissions = '', ...rest] = positionals
    const problem = values.help ? undefined : wrongUsage(edition, submissions, rest, values)
    return problem ? { problem } : { ...values, out: values.out, edition, submissions }
  } catch (error) {
    return { problem: (error as Error).message }
  }
}

function wrongUsage(
  edition: string,
  submissions: string,
  rest: readonly string[],
  { out, json, seed }: { readonly out?: string; readonly json: boolean; readonly seed: string },
): string | undefined {
  if (edition === '') return 'EDITION is missing'
  if (submissions === '') return 'SUBMISSIONS.csv is missing'
  if (rest.length > 0) return `one SUBMISSIONS.csv at a time, not also ${rest.join(' ')}`
  if (edition === '-' && submissions === '-') return 'only one of the two can be standard input'
  if (out === undefined && !json) return '--out DIR is missing'
  if (!/^\d+$/.test(seed)) return `--seed is a whole number, not ${seed}`
  return undefined
}

async function score(asked: Asked, method: EditionMethod, io: CliIo): Promise<number> {
  const compiled = compileMethod(method)
  const folder = asked.out === undefined ? undefined : resolve(io.cwd, asked.out)
  const input = await openSubmissions(asked.submissions, io).catch((error: unknown) => refusal(error))
  if ('issues' in input) return refuse(asked.submissions, input, io)
  const files =
    folder === undefined
      ? undefined
      : await ResultFiles.create(folder, compiled.areas).catch((error: unknown) => refusal(error))
  if (files && 'issues' in files) return refuse('--out', files, io)
  try {
    const gathered = await gatherSubmissions(compiled, input, {
      scored: (row, outcome) => files?.writeScore(row, outcome),
      progress: (contacts) => {
        if (io.stderr.isTTY) io.stderr.write(`\r${contacts.toLocaleString('en')} contacts`)
      },
    }).catch((error: unknown) => refusal(error))
    if (io.stderr.isTTY) io.stderr.write('\n')
    if (!('table' in gathered) || gathered.issueCount > 0) return refuse(asked.submissions, gathered, io)
    notice(gathered, io)
    const results = resultsOf(compiled, gathered, asked.seed)
    await files?.finish(results)
    if (asked.json) for (const line of resultLines(results)) io.stdout.write(line)
    else io.stdout.write(summary(results))
    return exitCode.done
  } finally {
    await files?.discard()
  }
}

function resultsOf(compiled: CompiledMethod, gathered: Gathered, seed: string): EditionResults {
  const { resamples } = compiled.method.score.interval
  const { edition, methodVersion, ...results } = computeResults(gathered.table, { seed, resamples })
  return { edition, methodVersion, ...results, answers: [...gathered.answers] }
}

type Refusal = Pick<Gathered, 'issues' | 'issueCount'>

/** A file that cannot be read is refused like one that is read and wrong; a bug is thrown on. */
function refusal(error: unknown): Refusal {
  if (!(error instanceof AppError)) throw error
  return { issues: error.issues, issueCount: error.issues.length }
}

function refuse(file: string, { issues, issueCount }: Refusal, io: CliIo): number {
  for (const issue of issues) io.stderr.write(`${file}: ${describeProblem(issue)}\n`)
  if (issueCount > issues.length)
    io.stderr.write(`${file}: and ${issueCount - issues.length} more problems\n`)
  io.stderr.write(`${file}: refused, nothing written\n`)
  return exitCode.refused
}

function notice({ columns, lateAnswers, withoutScore }: Gathered, io: CliIo): void {
  const say = (text: string) => io.stderr.write(`note: ${text}\n`)
  if (columns?.absent.length)
    say(`no column for these questions without points: ${columns.absent.join(', ')}`)
  if (columns?.ignored.length)
    say(`columns that are no question and were not read: ${columns.ignored.join(', ')}`)
  if (lateAnswers > 0)
    say(`${lateAnswers} unanswered contacts came with answers, which are not scored: they score 0`)
  if (withoutScore > 0)
    say(
      `${withoutScore} contacts have "na" on every scored question: they have no score and are in no result`,
    )
}

function summary({ all, participants, classes, channels }: EditionResults): string {
  const figure = (value: number | null) => (value === null ? '–' : value.toFixed(1))
  const leaders = participants.filter(({ rank }) => rank === 1).map(({ participant }) => participant)
  return [
    `${all.n} contacts, ${all.nAnswered} answered; ${participants.length} participants in ${classes.length} classes`,
    `total result ${figure(all.totalResult)}, answered score ${figure(all.answeredScore)}`,
    ...channels.map(({ channel, n, totalResult }) => `${channel}: ${figure(totalResult)} (${n} contacts)`),
    `first place: ${leaders.join(', ')}`,
    '',
  ].join('\n')
}
