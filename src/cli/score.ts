/** `lyttepost score EDITION SUBMISSIONS.csv --out DIR`: scores and results from filled forms. */
import { resolve } from 'node:path'
import { AppError } from '../kernel/errors.ts'
import type { EditionMethod } from '../measure/edition/contract.ts'
import type { EditionResults } from '../measure/results/contract.ts'
import { type CompiledMethod, compileMethod } from '../measure/results/rules/compiled-form.ts'
import { computeResults, defaultSeed } from '../measure/results/rules/results.ts'
import { command, oneFromInput, onlyWord, WrongUsage, wholeNumber } from './command.ts'
import { type CliIo, exitCode } from './io.ts'
import { openStream } from './open-file.ts'
import { readEdition } from './read-edition.ts'
import { describeProblem, type Reasons } from './refuse-file.ts'
import { type Gathered, gatherSubmissions } from './score/gather.ts'
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

type Asked = {
  readonly edition: string
  readonly submissions: string
  readonly out: string | undefined
  readonly seed: string
  readonly json: boolean
}

export const scoreCommand = command({
  usage,
  options: {
    out: { type: 'string' },
    seed: { type: 'string', default: defaultSeed },
    json: { type: 'boolean', default: false },
  },
  read: ({ out, seed, json }, [edition = '', ...words]): Asked => {
    if (edition === '') throw new WrongUsage('EDITION is missing')
    const submissions = onlyWord(words, 'SUBMISSIONS.csv')
    oneFromInput([edition, submissions])
    if (out === undefined && !json) throw new WrongUsage('--out DIR is missing')
    wholeNumber('--seed', seed, 20)
    return { edition, submissions, out, seed, json }
  },
  run: async (asked, io) => {
    const method = await readEdition(asked.edition, io)
    return method ? score(asked, method, io) : exitCode.refused
  },
})

async function score(asked: Asked, method: EditionMethod, io: CliIo): Promise<number> {
  const compiled = compileMethod(method)
  const folder = asked.out === undefined ? undefined : resolve(io.cwd, asked.out)
  const input = await openStream(asked.submissions, io).catch((error: unknown) => refusal(error))
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

const own: Reasons = {
  blank: () => 'is blank; a question that does not apply is na',
  'unknown-option': ({ value }) => `has no option "${value}"`,
  'not-on-form': ({ value }) => `is not asked on this channel, but holds "${value}"`,
  'unknown-channel': ({ value }) => `"${value}" is not a channel of the edition`,
  'unknown-class': ({ value }) => `"${value}" is not a class of the edition`,
  'not-yes-or-no': ({ value }) => `"${value}" is neither yes nor no`,
  'doubled-contact': ({ value }) => `"${value}" has come before`,
  'two-classes': ({ value, params }) =>
    `${params?.participant} is in "${value}" here and in "${params?.known}" before`,
  'two-spellings': ({ value, params }) =>
    `"${value}" stands already as "${params?.known}" in line ${params?.first}`,
  'too-many-cells': ({ params }) => `${params?.cells} cells under ${params?.expected} headings`,
  'doubled-column': () => 'this heading stands twice',
  'missing-question': () => 'this scored question has no column',
  'empty-file': () => 'the file is empty',
  'no-rows': () => 'there is a header but no contact',
}

type Refusal = Pick<Gathered, 'issues' | 'issueCount'>

/** A file that cannot be read is refused like one that is read and wrong; a bug is thrown on. */
function refusal(error: unknown): Refusal {
  if (!(error instanceof AppError)) throw error
  return { issues: error.issues, issueCount: error.issues.length }
}

function refuse(file: string, { issues, issueCount }: Refusal, io: CliIo): number {
  for (const issue of issues) io.stderr.write(`${file}: ${describeProblem(issue, own)}\n`)
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
    `${all.n} contacts, ${all.nAnswered} answered; participants: ${participants.length}, classes: ${classes.length}`,
    `total result ${figure(all.totalResult)}, answered score ${figure(all.answeredScore)}`,
    ...channels.map(({ channel, n, totalResult }) => `${channel}: ${figure(totalResult)} (${n} contacts)`),
    `first place: ${leaders.join(', ') || '–'}`,
    '',
  ].join('\n')
}
