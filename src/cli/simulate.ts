/** `lyttepost simulate SCENARIO.json`: what waiting a centre's people and traffic give, plan by plan. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { jsonProblem } from '../measure/edition/rules/json-problem.ts'
import { comparePlans } from '../plan/simulation/rules/compare.ts'
import { type NamedPlan, readPlans } from '../plan/simulation/rules/plans.ts'
import { simulationVersion } from '../plan/simulation/rules/replications.ts'
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

export async function simulateCommand(args: string[], io: CliIo): Promise<number> {
  const asked = readArguments(args)
  if ('problem' in asked) {
    io.stderr.write(`${asked.problem}\n\n${usage}`)
    return exitCode.usage
  }
  if (asked.help) {
    io.stdout.write(usage)
    return exitCode.done
  }
  const plans = await plansOf(asked.scenario, io)
  if (!plans) return exitCode.refused
  const { seed, replications } = asked
  const comparison = comparePlans(plans, { seed, replications, progress: progressOn(io) })
  if (io.stderr.isTTY) io.stderr.write('\r\u001b[K')
  const { contacts, ...results } = comparison
  if (asked.json) {
    const document = { version: simulationVersion, seed, replications, contacts, ...results }
    io.stdout.write(`${JSON.stringify(document, null, 2)}\n`)
  } else io.stdout.write(describeComparison(plans, comparison))
  return exitCode.done
}

type Asked = {
  readonly help: boolean
  readonly scenario: string
  readonly seed: number
  readonly replications: number
  readonly json: boolean
}

function readArguments(args: string[]): Asked | { readonly problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        seed: { type: 'string', default: defaultSeed },
        replications: { type: 'string', default: defaultReplications },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    })
    const { seed, replications, help, json } = values
    const [scenario = '', ...rest] = positionals
    const asked = { help, json, scenario, seed: Number(seed), replications: Number(replications) }
    if (help) return asked
    if (scenario === '') return { problem: 'SCENARIO.json is missing' }
    if (rest.length > 0) return { problem: `one SCENARIO.json at a time, not also ${rest.join(' ')}` }
    if (!/^\d{1,9}$/.test(seed)) return { problem: `--seed is a whole number, not ${seed}` }
    if (!/^\d+$/.test(replications) || asked.replications < 1 || asked.replications > mostReplications)
      return { problem: `--replications is a number from 1 to ${mostReplications}, not ${replications}` }
    return asked
  } catch (error) {
    return { problem: (error as Error).message }
  }
}

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
