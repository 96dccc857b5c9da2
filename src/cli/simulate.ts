/** `lyttepost simulate SCENARIO.json`: what waiting a centre's people and traffic give, plan by plan. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { jsonProblem } from '../measure/edition/rules/json-problem.ts'
import { comparePlans } from '../plan/simulation/rules/compare.ts'
import { type NamedPlan, readPlans } from '../plan/simulation/rules/plans.ts'
import { simulationVersion } from '../plan/simulation/rules/replications.ts'
import { command, onlyWord, WrongUsage, wholeNumber } from './command.ts'
import { type CliIo, exitCode } from './io.ts'
import { describeComparison } from './simulate/describe-comparison.ts'

const defaultSeed = '1'
const defaultReplications = '30'
const mostReplications = 1000
const mostProblems = 50
const mostCharacters = 20_000_000

const usage = `lyttepost simulate SCENARIO.json [--seed N] [--replications N] [--json]

Lives through the scenario contact by contact, many times, and tells service level, waiting, giving up, dialling
again, cost and expected satisfaction with 95 % intervals. When the file holds "plans", each is run with the same
customers and compared with the first. - is standard input. docs/methods/simulation.md describes the file;
docs/methods/examples/simulation.json is one.

  --seed N           the same seed gives the same bytes (default ${defaultSeed})
  --replications N   runs of each plan, at most ${mostReplications} (default ${defaultReplications})
  --json             one JSON document
`

export const simulateCommand = command({
  usage,
  options: {
    seed: { type: 'string', default: defaultSeed },
    replications: { type: 'string', default: defaultReplications },
    json: { type: 'boolean', default: false },
  },
  read: ({ seed, replications, json }, words) => {
    const scenario = onlyWord(words, 'SCENARIO.json')
    const runs = Number(replications)
    if (!/^\d+$/.test(replications) || runs < 1 || runs > mostReplications)
      throw new WrongUsage(`--replications is a number from 1 to ${mostReplications}, not ${replications}`)
    return { scenario, seed: wholeNumber('--seed', seed), replications: runs, json }
  },
  run: async ({ scenario, seed, replications, json }, io) => {
    const plans = await plansOf(scenario, io)
    if (!plans) return exitCode.refused
    const comparison = comparePlans(plans, { seed, replications, progress: progressOn(io) })
    if (io.stderr.isTTY) io.stderr.write('\r\u001b[K')
    const { contacts, ...results } = comparison
    if (json) {
      const document = { version: simulationVersion, seed, replications, contacts, ...results }
      io.stdout.write(`${JSON.stringify(document, null, 2)}\n`)
    } else io.stdout.write(describeComparison(plans, comparison))
    return exitCode.done
  },
})

/** The plans, or undefined after having said what is wrong with the file, and where. */
async function plansOf(file: string, io: CliIo): Promise<readonly NamedPlan[] | undefined> {
  const content = await contentOf(file, io)
  if (content === undefined) return undefined
  const problem = jsonProblem(content)
  if (problem) {
    const { line, column, found } = problem
    io.stderr.write(`${file}: line ${line}, column ${column}: not valid JSON at “${found}”\n`)
    return undefined
  }
  const read = readPlans(JSON.parse(content))
  if (read.ok) return read.plans
  for (const { path, code, value } of read.issues.slice(0, mostProblems))
    io.stderr.write(`${file}: ${path}: ${code}${value === undefined ? '' : ` (${value})`}\n`)
  const more = read.issues.length - mostProblems
  if (more > 0) io.stderr.write(`${file}: and ${more} more\n`)
  return undefined
}

async function contentOf(file: string, io: CliIo): Promise<string | undefined> {
  try {
    const content = file === '-' ? await text(io.stdin) : await readFile(resolve(io.cwd, file), 'utf8')
    if (content.length <= mostCharacters) return content.replace(/^\uFEFF/, '')
    io.stderr.write(`${file}: larger than ${mostCharacters / 1e6} million characters\n`)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    io.stderr.write(`${file}: ${code === 'ENOENT' ? 'no such file' : message}\n`)
  }
  return undefined
}

function progressOn({ stderr }: CliIo): (fraction: number) => void {
  return (fraction) => {
    if (stderr.isTTY) stderr.write(`\r${Math.round(fraction * 100)} %`)
  }
}
