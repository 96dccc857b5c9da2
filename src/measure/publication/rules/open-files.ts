/** The files of the open data, but for the program that computes them again. */
import type { EditionMethod } from '../../edition/contract.ts'
import type { EditionResults } from '../../results/contract.ts'
import { writeSubmissions } from '../../results/rules/write-submissions.ts'
import type { PublishedContact } from './anonymise.ts'
import { openReadme, type ReadmeFacts } from './open-readme.ts'

export type OpenFiles = Readonly<
  Record<'edition.json' | 'submissions.csv' | 'results.json' | 'ranking.csv' | 'README.md', string>
>

export type OpenSource = {
  readonly method: EditionMethod
  readonly contacts: readonly PublishedContact[]
  readonly results: EditionResults
  readonly readme: ReadmeFacts
}

/** Figures in the files are whole: as many digits as it takes to read the same number back. */
export function openFiles({ method, contacts, results, readme }: OpenSource): OpenFiles {
  return {
    'edition.json': `${JSON.stringify(method, null, 2)}\n`,
    'submissions.csv': writeSubmissions(method, contacts),
    'results.json': `${JSON.stringify(results, null, 2)}\n`,
    'ranking.csv': ranking(results),
    'README.md': openReadme(readme),
  }
}

const rankingColumns = [
  'rank',
  'participant',
  'class',
  'classRank',
  'n',
  'nAnswered',
  'totalResult',
  'low',
  'high',
  'answeredScore',
  'rankLow',
  'rankHigh',
] as const

function ranking({ participants }: EditionResults): string {
  const rows = participants.map((one) => [
    one.rank,
    quoted(one.participant),
    quoted(one.class),
    one.classRank,
    one.n,
    one.nAnswered,
    one.totalResult,
    one.interval?.[0],
    one.interval?.[1],
    one.answeredScore,
    one.rankRange?.[0],
    one.rankRange?.[1],
  ])
  const lines = [rankingColumns, ...rows.map((row) => row.map((cell) => cell ?? ''))]
  return `${lines.map((cells) => cells.join(',')).join('\n')}\n`
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
