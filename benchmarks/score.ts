/**
 * Scoring at scale: our one function over a million generated submissions of the reference method, and beside it the
 * same job as one SQL statement on PostgreSQL. Results and intervals are timed apart.
 * Run: npm run bench score [-- SUBMISSIONS]. The SQL part needs BENCH_DATABASE_URL (or TEST_DATABASE_URL) and says
 * when it is skipped; it makes two tables there and drops them.
 */
import pg from 'pg'
import { type Random, randomInteger, seededRandom } from '../src/kernel/random.ts'
import { referenceMethod } from '../src/measure/edition/rules/reference/reference-method.ts'
import { type CompiledForm, compileMethod } from '../src/measure/results/rules/compiled-form.ts'
import { computeResults } from '../src/measure/results/rules/results.ts'
import {
  type FilledForm,
  type Score,
  scoreSubmission,
} from '../src/measure/results/rules/score-submission.ts'
import { ScoreTable } from '../src/measure/results/rules/score-table.ts'

const compiled = compileMethod(referenceMethod)
/** An edition of 200 participants with 25 contacts each. */
const [participants, perParticipant] = [200, 25]
const perEdition = participants * perParticipant
const channels = ['phone', 'email', 'chat'] as const

type Submission = FilledForm & {
  readonly form: CompiledForm
  readonly participant: string
  readonly class: string
}

function generate(count: number, random: Random): Submission[] {
  return Array.from({ length: count }, (_, index) => {
    const contact = Math.floor(index / participants)
    const form = compiled.forms.get(channels[contact < 11 ? 0 : contact < 19 ? 1 : 2])!
    const who = index % participants
    const answers = Object.fromEntries(
      form.questions.map(({ id, optionIds }) => [
        id,
        random() < 0.05
          ? 'na'
          : optionIds[Math.min(randomInteger(random, optionIds.length), randomInteger(random, 3))]!,
      ]),
    )
    return { form, participant: `P${who}`, class: `C${who % 20}`, answered: random() > 0.12, answers }
  })
}

function scored(form: CompiledForm, submission: FilledForm): Score {
  const outcome = scoreSubmission(form, submission)
  if (outcome.kind !== 'scored') throw new Error(`a generated submission was ${outcome.kind}`)
  return outcome
}

const seconds = (since: number) => (performance.now() - since) / 1000
/** Seconds that the processor worked for us: what a machine with other work on it would have taken alone. */
function processor(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1e6
}

const rate = (count: number, time: number) => `${Math.round(count / time).toLocaleString('en')}/s`
const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024)

/** Editions are generated one after the other, so that memory shows what scoring needs and not what is generated. */
function measureOurs(submissions: number): {
  readonly time: number
  readonly busy: number
  readonly sum: number
} {
  const random = seededRandom(1)
  let [time, busy, sum] = [0, 0, 0]
  for (let done = 0; done < submissions; done += perEdition) {
    const edition = generate(Math.min(perEdition, submissions - done), random)
    const [start, cpu] = [performance.now(), process.cpuUsage()]
    for (const submission of edition) sum += scored(submission.form, submission).score
    time += seconds(start)
    busy += processor(cpu)
  }
  return { time, busy, sum }
}

function measureResults(): void {
  const edition = generate(perEdition, seededRandom(2))
  const table = new ScoreTable(compiled)
  for (const { form, ...submission } of edition)
    table.add({ ...submission, form, outcome: scored(form, submission) })
  for (const resamples of [0, 2000]) {
    const [start, cpu] = [performance.now(), process.cpuUsage()]
    const results = computeResults(table, { seed: '1', resamples })
    const what =
      resamples === 0 ? 'figures, places and bands' : 'the same with intervals and rank ranges (2,000 draws)'
    console.log(
      `  ${what}: ${seconds(start).toFixed(3)} s (${processor(cpu).toFixed(3)} s of processor), ${results.participants.length} participants`,
    )
  }
}

const statement = `
  select submission.n,
    case when submission.answered then sum(points.points) * 100 / sum(points.best) else 0 end as score
  from bench_score_submission submission
  left join lateral jsonb_each_text(submission.answers) answer on submission.answered
  left join bench_score_points points on points.question = answer.key and points.option = answer.value
  group by submission.n, submission.answered`

async function fill(client: pg.Client, submissions: number): Promise<Float64Array> {
  await client.query(`drop table if exists bench_score_submission, bench_score_points`)
  await client.query(
    `create unlogged table bench_score_submission (n integer, answered boolean, answers jsonb)`,
  )
  await client.query(
    `create unlogged table bench_score_points (question text, option text, points float8, best float8)`,
  )
  const points = referenceMethod.questions
    .filter(({ scored }) => scored)
    .flatMap(({ id, options }) =>
      options.map(
        (option) => [id, option.id, option.points, Math.max(...options.map((one) => one.points))] as const,
      ),
    )
  await client.query(
    `insert into bench_score_points select * from unnest($1::text[], $2::text[], $3::float8[], $4::float8[])`,
    [0, 1, 2, 3].map((column) => points.map((row) => row[column])),
  )
  const scores = new Float64Array(submissions)
  const random = seededRandom(1)
  for (let done = 0; done < submissions; done += perEdition) {
    const edition = generate(Math.min(perEdition, submissions - done), random)
    edition.forEach((submission, index) => {
      scores[done + index] = scored(submission.form, submission).score
    })
    await client.query(
      `insert into bench_score_submission select * from unnest($1::int[], $2::boolean[], $3::jsonb[])`,
      [
        edition.map((_, index) => done + index),
        edition.map(({ answered }) => answered),
        edition.map(({ answers }) => JSON.stringify(answers)),
      ],
    )
  }
  await client.query('analyze bench_score_submission, bench_score_points')
  return scores
}

/** Our function over rows read from the same table: query, transport and JSON included. */
async function measureFromDatabase(client: pg.Client, submissions: number): Promise<number> {
  // The table holds no channel, as the SQL needs none: a form is known by a question of its own.
  const forms = [...compiled.forms.values()]
  const formOf = (answers: Record<string, string>) =>
    forms.find(({ channel }) => `wait${channel[0]!.toUpperCase()}${channel.slice(1)}` in answers)!
  await client.query('create index on bench_score_submission (n)')
  const start = performance.now()
  for (let from = 0; from < submissions; from += 20_000) {
    const { rows } = await client.query(
      `select n, answered, answers from bench_score_submission where n >= $1 and n < $2`,
      [from, from + 20_000],
    )
    for (const { answered, answers } of rows) scored(formOf(answers), { answered, answers })
  }
  return seconds(start)
}

async function measureSql(url: string, submissions: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const ours = await fill(client, submissions)
    await client.query('create unlogged table if not exists bench_score_scores (n integer, score float8)')
    await client.query('truncate bench_score_scores')
    const start = performance.now()
    await client.query(`insert into bench_score_scores ${statement}`)
    const sql = seconds(start)
    const { rows } = await client.query<{ n: number; score: number }>(
      'select n, score from bench_score_scores',
    )
    const differing = rows.filter(({ n, score }) => score !== ours[n]).length
    const largest = rows.reduce((most, { n, score }) => Math.max(most, Math.abs(score - ours[n]!)), 0)
    const read = await measureFromDatabase(client, submissions)
    console.log(`  one SQL statement, scores into a table: ${sql.toFixed(1)} s, ${rate(submissions, sql)}`)
    console.log(
      `  our function over rows read from the same table: ${read.toFixed(1)} s, ${rate(submissions, read)}`,
    )
    console.log(`  SQL ÷ ours, read from the database: ${(sql / read).toFixed(1)}`)
    console.log(
      `  scores: ${rows.length.toLocaleString('en')} compared, ${differing} differ, largest difference ${largest}`,
    )
    if (rows.length !== submissions || largest > 1e-9) process.exitCode = 1
  } finally {
    await client.query('drop table if exists bench_score_submission, bench_score_points, bench_score_scores')
    await client.end()
  }
}

const wanted = Number(process.argv[2] ?? 1_000_000)
console.log('Our function, answers in memory')
measureOurs(perEdition)
const times = [wanted / 10, wanted].map((submissions) => {
  const { time, busy, sum } = measureOurs(submissions)
  const mean = (sum / submissions).toFixed(2)
  console.log(
    `  ${submissions.toLocaleString('en')} submissions: ${time.toFixed(2)} s (${busy.toFixed(2)} s of processor), ${rate(submissions, busy)}, mean ${mean}, peak ${megabytes()} MB`,
  )
  return busy
})
console.log(`  ten times as many take ${(times[1]! / times[0]!).toFixed(1)} times as long`)
console.log(`Results of one edition, ${perEdition.toLocaleString('en')} submissions`)
measureResults()
const url = process.env.BENCH_DATABASE_URL ?? process.env.TEST_DATABASE_URL
console.log('The same scores as one SQL statement on PostgreSQL')
if (url) await measureSql(url, wanted)
else console.log('  SKIPPED: neither BENCH_DATABASE_URL nor TEST_DATABASE_URL is set')
