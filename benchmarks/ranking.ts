/**
 * The ranking with how sure it is: 200 participants with 25 contacts each and 10,000 resampled editions on one core,
 * with rank ranges, levels, chances of being best, leave-one-contact-out and the standardised result; then ten times as
 * many participants. Beside it one of our five kinds of lists, without areas, channels and classes, in NumPy, and the
 * totals' intervals alone in R (boot); each is left out where it is not installed.
 * Run: npm run bench ranking [-- RESAMPLES]
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '../src/kernel/random.ts'
import type { EditionMethod } from '../src/measure/edition/contract.ts'
import { referenceMethod } from '../src/measure/edition/rules/reference/reference-method.ts'
import { compileMethod } from '../src/measure/results/rules/compiled-form.ts'
import { computeResults } from '../src/measure/results/rules/results.ts'
import { scoreSubmission } from '../src/measure/results/rules/score-submission.ts'
import { ScoreTable } from '../src/measure/results/rules/score-table.ts'

const resamples = Number(process.argv[2] ?? 10_000)
const method: EditionMethod = {
  ...referenceMethod,
  classes: [],
  score: { ...referenceMethod.score, interval: { level: 0.95, resamples } },
}
const compiled = compileMethod(method)
const key = { phone: 11, email: 8, chat: 6 } as const

type Line = readonly [participant: number, channel: string, score: number]

/** Filled reference forms of companies that truly differ, ten to a class. */
function makeEdition(participants: number): { readonly table: ScoreTable; readonly lines: readonly Line[] } {
  const random = seededRandom('ranking')
  const table = new ScoreTable(compiled)
  const lines: Line[] = []
  for (let who = 0; who < participants; who++) {
    const strength = 0.55 + 0.3 * random()
    for (const [channel, count] of Object.entries(key)) {
      const form = compiled.forms.get(channel)!
      for (let contact = 0; contact < count; contact++) {
        const answers = Object.fromEntries(
          form.questions.map(({ id, optionIds, points }) => {
            const best = points.indexOf(Math.max(...points))
            return [id, optionIds[random() < strength ? best : Math.floor(random() * optionIds.length)]!]
          }),
        )
        const outcome = scoreSubmission(form, { answered: random() > 0.12, answers })
        if (outcome.kind !== 'scored') throw new Error(`a generated form was ${outcome.kind}`)
        table.add({ participant: `P${who}`, class: `C${Math.floor(who / 10)}`, form, outcome })
        lines.push([who, channel, outcome.score])
      }
    }
  }
  return { table, lines }
}

let ownCritical = ''
const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024)

function measure(participants: number): number {
  const { table, lines } = makeEdition(participants)
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  const results = computeResults(table, { seed: '1', resamples })
  const time = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const busy = (user + system) / 1e6
  const again = JSON.stringify(results) === JSON.stringify(computeResults(table, { seed: '1', resamples }))
  const first = results.participants[0]!
  console.log(
    `  ${participants.toLocaleString('en')} × ${lines.length / participants}: ${time.toFixed(2)} s (${busy.toFixed(2)} s of processor), peak ${megabytes()} MB, the same again to the last bit: ${again ? 'yes' : 'NO'}`,
  )
  console.log(
    `    first: ${first.totalResult!.toFixed(1)} (${first.interval!.map((end) => end.toFixed(1)).join('–')}), best in ${(100 * first.bestChance!).toFixed(0)} % of the copies, ${results.rankings[0]!.canBeBest.length} can be best, ${results.rankings[0]!.sensitivity.changing} contacts decide`,
  )
  if (!again) process.exitCode = 1
  ownCritical = results.rankings[0]!.critical!.toFixed(3)
  return busy
}

const python = `
import sys, time, csv, resource
import numpy as np
rows = list(csv.reader(open(sys.argv[1])))
B = int(sys.argv[2])
strata = {}
for who, channel, score in rows: strata.setdefault(int(who), {}).setdefault(channel, []).append(float(score))
rng = np.random.default_rng(1)
start = time.process_time()
totals = np.zeros((len(strata), B)); n = np.zeros(len(strata))
for who, channels in strata.items():
    for scores in channels.values():
        x = np.array(scores); m = len(x) - 1
        totals[who] += x[rng.integers(0, len(x), size=(B, m))].sum(axis=1) * (len(x) / m)
        n[who] += len(x)
totals /= n[:, None]
intervals = np.quantile(totals, [.025, .975], axis=1)
ranks = (-totals).argsort(axis=0).argsort(axis=0) + 1
ranges = np.quantile(ranks, [.025, .975], axis=1)
best = np.bincount(totals.argmax(axis=0), minlength=len(strata)) / B
alone = time.process_time() - start
value = totals.mean(axis=1); se = totals.std(axis=1, ddof=1); draws = min(B, 100_000_000 // (len(value) * (len(value) - 1)))
deviation = totals[:, :draws] - value[:, None]; largest = np.zeros(draws)
for i in range(len(value)):
    t = (deviation - deviation[i]) / np.hypot(se, se[i])[:, None]
    most = t.max(axis=0); np.quantile(most, .95); largest = np.maximum(largest, most)
critical = np.quantile(largest, .95)
print(f"{time.process_time() - start:.2f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} {alone:.2f} {critical:.3f}")
`
const r = `
suppressMessages(library(boot)); a <- commandArgs(TRUE); d <- read.csv(a[1], header=FALSE); B <- as.integer(a[2]); set.seed(1)
s <- proc.time()
for (g in split(d, d$V1)) { b <- boot(g$V3, function(x, i) mean(x[i]), R=B, strata=as.integer(factor(g$V2))); quantile(b$t, c(.025,.975)) }
t <- proc.time() - s; cat(sprintf("%.2f", t[[1]] + t[[2]]))
`

function peer(name: string, command: readonly string[], busy: number, does: string): void {
  const [program, ...rest] = command
  const run = spawnSync(program!, rest, { encoding: 'utf8', maxBuffer: 1e8 })
  if (run.status !== 0) {
    console.log(
      `  SKIPPED ${name}: ${run.error ? `${program} is not installed` : run.stderr.trim().split('\n').at(-1)}`,
    )
    return
  }
  const [time, memory, alone, critical] = run.stdout.trim().split(' ').map(Number)
  const peak = memory === undefined ? '' : `, peak ${memory} MB`
  if (alone !== undefined)
    console.log(
      `    of it for resampling, intervals and ranges ${alone.toFixed(2)} s; critical value ${critical} (ours ${ownCritical})`,
    )
  console.log(
    `  ${name}, ${does}: ${time!.toFixed(2)} s of processor${peak}; ${name} ÷ ours, which does five lists and all figures: ${(time! / busy).toFixed(2)}`,
  )
}

console.log(`Our ranking, ${resamples.toLocaleString('en')} resampled editions, one core`)
const busy = measure(200)
console.log('The same contacts elsewhere')
const folder = mkdtempSync(join(tmpdir(), 'lyttepost-ranking-'))
try {
  const file = join(folder, 'contacts.csv')
  writeFileSync(
    file,
    makeEdition(200)
      .lines.map((line) => line.join(','))
      .join('\n'),
  )
  peer(
    'NumPy',
    ['python3', '-c', python, file, String(resamples)],
    busy,
    'one list: intervals, rank ranges, chances, all pairs',
  )
  peer('R boot', ['Rscript', '-e', r, file, String(resamples)], busy, 'totals and intervals')
} finally {
  rmSync(folder, { recursive: true })
}
console.log('Growth')
const large = measure(2000)
console.log(`  ten times as many participants take ${(large / busy).toFixed(1)} times as long`)
