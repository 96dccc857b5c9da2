/**
 * The drivers: LMG and relative weights on the documented Swiss data and on generated contacts, beside plain NumPy on
 * the same rows; how far relative weights lie from LMG; and an edition with its intervals at 40 and 400 participants.
 * Run: npm run bench drivers. The peer needs python3 with NumPy, and is left out and said so without them.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Random, seededRandom } from '../src/kernel/random.ts'
import { weigh } from '../src/measure/insight/rules/drivers/drivers.ts'
import { lmg } from '../src/measure/insight/rules/drivers/lmg.ts'
import { covarianceOf, type DriverRow, momentsOf } from '../src/measure/insight/rules/drivers/moments.ts'
import { loadingsOf, relativeWeights } from '../src/measure/insight/rules/drivers/relative-weights.ts'
import type { Matrix } from '../src/measure/insight/rules/drivers/symmetric.ts'
import { swiss } from '../src/measure/insight/rules/testing/swiss.ts'

type Job = { readonly name: string; readonly method: 'lmg' | 'relative'; readonly rows: number[][] }

/** An outcome and predictors that hang together as the questions of one contact do. */
function generated(count: number, predictors: number, random: Random): number[][] {
  return Array.from({ length: count }, () => {
    const quality = random() + random()
    const given = Array.from({ length: predictors }, () => quality + 0.6 * random())
    const felt = given.reduce((sum, value, at) => sum + value / (at + 1), 0)
    return [felt + random(), ...given]
  })
}

function covariance(rows: readonly (readonly number[])[]): Matrix {
  const one = rows.map((values): DriverRow => ({ participant: 'P', channel: 'phone', values }))
  return covarianceOf(momentsOf(one), [1])
}

function relative(matrix: Matrix): readonly number[] {
  const r = matrix.map((row, i) => row.map((value, j) => value / Math.sqrt(matrix[i]![i]! * matrix[j]![j]!)))
  const loadings = loadingsOf(r.slice(1).map((row) => row.slice(1)))
  return relativeWeights(
    loadings,
    r.slice(1).map((row) => row[0]!),
  )
}

const random = seededRandom('drivers')
const small = generated(1000, 12, random)
const jobs: readonly Job[] = [
  { name: 'LMG, Swiss data, 5 predictors', method: 'lmg', rows: swiss.map((row) => [...row]) },
  { name: 'LMG, 1,000 contacts, 12 predictors', method: 'lmg', rows: small },
  {
    name: 'relative weights, 1,000 contacts, 30 predictors',
    method: 'relative',
    rows: generated(1000, 30, random),
  },
]

const print = (text: string) => process.stdout.write(`${text}\n`)
const largest = (values: readonly number[]) => Math.max(...values.map(Math.abs))

const peer = spawnSync('python3', [fileURLToPath(new URL('./drivers.py', import.meta.url))], {
  input: JSON.stringify(jobs),
  encoding: 'utf8',
  maxBuffer: 1e8,
})
const answers: { shares: number[]; seconds: number }[] | undefined =
  peer.status === 0 ? JSON.parse(peer.stdout) : undefined
if (!answers) print('python3 with NumPy is not here: the peer is left out.')

for (const [at, { name, method, rows }] of jobs.entries()) {
  const start = performance.now()
  const matrix = covariance(rows)
  const shares = method === 'lmg' ? lmg(matrix).shares : relative(matrix)
  const seconds = (performance.now() - start) / 1000
  const other = answers?.[at]
  const beside = other
    ? `, NumPy ${other.seconds.toFixed(3)} s, largest difference ${largest(shares.map((share, one) => share - other.shares[one]!)).toExponential(1)}`
    : ''
  print(`${name}: ${seconds.toFixed(3)} s${beside}`)
}

const [exact, near] = [lmg(covariance(small)).shares, relative(covariance(small))]
const whole = exact.reduce((sum, share) => sum + share, 0)
const apart = largest(exact.map((share, at) => (share - near[at]!) / whole))
print(`relative weights against LMG, 12 predictors: at most ${(apart * 100).toFixed(2)} points of 100 apart`)

for (const people of [40, 400]) {
  const ids = Array.from({ length: 30 }, (_, at) => `q${at}`)
  const rows = generated(people * 22, 34, random).map(
    (values, at): DriverRow => ({
      participant: `P${at % people}`,
      channel: ['phone', 'email', 'chat'][at % 3]!,
      values,
    }),
  )
  const start = performance.now()
  const options = { random: () => seededRandom(1), resamples: 400, level: 0.95 }
  const sets = weigh(rows, { outcomes: 5, ids, method: 'relativeWeights' }, options)
  const seconds = (performance.now() - start) / 1000
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  print(
    `${people} participants, ${rows.length} contacts, 5 outcomes × 30 questions, 400 draws: ${seconds.toFixed(2)} s, peak ${memory} MB (${sets.length} sets)`,
  )
}
