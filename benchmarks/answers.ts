/**
 * The agents' search over 10,000 answers in three languages: ours in memory, and PostgreSQL's full-text and trigram
 * search over the same rows in the same run. Questions are generated from the answers' own titles, as people type
 * them: a part of the words, a compound's part, nynorsk, and a typing error in every second one; the mean reciprocal
 * rank says how high the right answer stands.
 * Run: npm run bench answers [-- ANSWERS]. The SQL part needs BENCH_DATABASE_URL (or TEST_DATABASE_URL) and says when
 * it is skipped; it makes one table there and drops it.
 */
import pg from 'pg'
import { type Random, randomInteger, seededRandom } from '../src/kernel/random.ts'
import { createAnswerIndex, type IndexedAnswer } from '../src/understand/answers/search/answer-index.ts'

const count = Number(process.argv[2] ?? 10_000)
const questions = 1000
const shown = 10

const things =
  'strøm|fiber|nettleie|faktura|avtale|måler|lader|solcelle|mobil|abonnement|bredbånd|varme|hytte|bolig|leie|kredittkort|forsikring|lån|konto|reise|billett|pass|skatt|avgift|barnehage|skole|vann|avløp|renovasjon|parkering|byggesak|tomt|grav|bibliotek|legetime|resept|journal|pensjon|trygd|permisjon'.split(
    '|',
  )
const parts =
  'pris|gebyr|regning|skjema|søknad|frist|endring|oppsigelse|bestilling|levering|feil|kontroll|måling|rabatt|garanti|retur|klage|erstatning|purring|utsettelse|fullmakt|tilgang|innlogging|passord|adresse|eier|vilkår|veiledning|refusjon|dokument'.split(
    '|',
  )
const verbs = [
  ['flytte', 'flytte', 'move'],
  ['endre', 'endre', 'change'],
  ['betale', 'betale', 'pay'],
  ['bestille', 'tinge', 'order'],
  ['si opp', 'seie opp', 'cancel'],
  ['klage på', 'klage på', 'complain about'],
  ['finne', 'finne', 'find'],
  ['forstå', 'forstå', 'understand'],
  ['søke om', 'søkje om', 'apply for'],
  ['få tilbake', 'få tilbake', 'get back'],
] as const
const where =
  'hjemme|på nett|ved dødsfall|for bedrifter|for studenter|etter storm|ved skilsmisse|for pensjonister|i utlandet|på hytta|i borettslag|for nye kunder|etter fristen|med fullmakt|uten bankid'.split(
    '|',
  )
const filler =
  'Du gjør dette på Min side. Logg inn og velg det som passer for deg. Det tar to virkedager, og du får svar på SMS. Har du spørsmål, tar du kontakt med oss. Du finner mer om reglene på nettsiden. Noen ganger trenger vi mer fra deg.'.split(
    '. ',
  )

type Made = IndexedAnswer & { readonly words: readonly string[] }

function make(number: number, random: Random): Made {
  const thing = things[number % things.length]!
  const part = parts[Math.floor(number / things.length) % parts.length]!
  const verb = verbs[Math.floor(number / (things.length * parts.length)) % verbs.length]!
  const place = where[randomInteger(random, where.length)]!
  const compound = `${thing}${part}`
  const body = Array.from({ length: 6 }, () => filler[randomInteger(random, filler.length)]).join('. ')
  return {
    id: String(number),
    title: `${verb[0]} ${compound} ${place} \n ${verb[1]} ${compound} ${place} \n ${verb[2]} ${compound}`,
    questions: `hvordan kan jeg ${verb[0]} ${compound}`,
    topic: `${part} på ${thing}`,
    body: `${body}. Prisen er ${100 + (number % 900)} kr for ${thing}. ${place}.`,
    words: [verb[randomInteger(random, 2)]!, compound, place],
  }
}

/** As people type: without the small words, sometimes in parts, with one wrong, missing or swapped letter. */
function ask({ words }: Made, random: Random): string {
  const [verb = '', compound = '', place = ''] = words
  const kept = random() < 0.7 ? `${verb} ${compound} ${place}` : `${compound} ${place}`
  return random() < 0.5 ? kept : misspelt(kept, random)
}

function misspelt(text: string, random: Random): string {
  const at = 2 + randomInteger(random, text.length - 4)
  const letters = [...text]
  const kind = randomInteger(random, 3)
  if (kind === 0) letters.splice(at, 1)
  else if (kind === 1) letters[at] = 'abcdefghijklmnoprstuvyæøå'[randomInteger(random, 25)]!
  else [letters[at], letters[at + 1]] = [letters[at + 1]!, letters[at]!]
  return letters.join('')
}

type Outcome = { readonly times: number[]; readonly reciprocal: number }

function line(name: string, { times, reciprocal }: Outcome): void {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(2)
  const figures = [
    `p50 ${at(0.5)} ms`,
    `p95 ${at(0.95)} ms`,
    `p99 ${at(0.99)} ms`,
    `MRR ${(reciprocal / times.length).toFixed(3)}`,
  ]
  process.stdout.write(`${name.padEnd(34)}${figures.join('   ')}\n`)
}

const rankOf = (ids: readonly string[], id: string): number =>
  ids.includes(id) ? 1 / (ids.indexOf(id) + 1) : 0

async function measure(
  asked: readonly (readonly [string, string])[],
  search: (q: string) => readonly string[] | Promise<readonly string[]>,
): Promise<Outcome> {
  const times: number[] = []
  let reciprocal = 0
  for (const [query, id] of asked) {
    const began = performance.now()
    const ids = await search(query)
    times.push(performance.now() - began)
    reciprocal += rankOf(ids, id)
  }
  return { times, reciprocal }
}

const random = seededRandom(11)
const answers = Array.from({ length: count }, (_, number) => make(number, random))
const asked = Array.from({ length: questions }, () => {
  const answer = answers[randomInteger(random, answers.length)]!
  return [ask(answer, random), answer.id] as const
})
globalThis.gc?.()
const before = process.memoryUsage().heapUsed
const began = performance.now()
const index = createAnswerIndex()
index.put(answers)
const built = (performance.now() - began) / 1000
globalThis.gc?.()
const memory = (process.memoryUsage().heapUsed - before) / 1e6
process.stdout.write(
  `${count} answers, ${questions} questions; index built in ${built.toFixed(2)} s, ${memory.toFixed(0)} MB\n`,
)
await measure(asked.slice(0, 100), (q) => index.search(q, shown).map(({ id }) => id))
const processor = process.cpuUsage()
line('ours, in memory', await measure(asked, (q) => index.search(q, shown).map(({ id }) => id)))
const { user, system } = process.cpuUsage(processor)
process.stdout.write(
  `processor time of ours: ${((user + system) / 1000 / questions).toFixed(2)} ms a question, whatever else runs here\n`,
)
const typed = asked.map(
  ([query, id]) => [query.slice(0, Math.max(3, Math.floor(query.length * 0.6))), id] as const,
)
line('ours, 60 % typed', await measure(typed, (q) => index.search(q, shown).map(({ id }) => id)))
const changed = performance.now()
for (const answer of answers.slice(0, 100)) index.put([answer])
process.stdout.write(`one answer changed: ${((performance.now() - changed) / 100).toFixed(2)} ms\n`)
async function againstPostgres(): Promise<void> {
  const connectionString = process.env.BENCH_DATABASE_URL ?? process.env.TEST_DATABASE_URL
  if (!connectionString) {
    process.stdout.write('PostgreSQL: skipped, neither BENCH_DATABASE_URL nor TEST_DATABASE_URL is set\n')
    return
  }
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await fill(client)
    const ids = async (sql: string, q: string) =>
      (await client.query<{ id: string }>(sql, [q])).rows.map(({ id }) => id)
    line('PostgreSQL full text (norwegian)', await measure(asked, (q) => ids(fullText, q)))
    if (await hasTrigrams(client)) line('PostgreSQL trigrams', await measure(asked, (q) => ids(trigrams, q)))
    else process.stdout.write('PostgreSQL trigrams: skipped, pg_trgm is not to be had there\n')
  } finally {
    await client.query('drop table if exists bench_answer')
    await client.end()
  }
}

const fullText = `select id from bench_answer, to_tsquery('norwegian', replace(plainto_tsquery('norwegian', $1)::text, '&', '|')) q
  where words @@ q order by ts_rank(words, q) desc limit ${shown}`
const trigrams = `select id from bench_answer where $1 <% title order by $1 <<-> title limit ${shown}`

async function fill(client: pg.Client): Promise<void> {
  await client.query('drop table if exists bench_answer')
  await client.query('create table bench_answer (id text primary key, title text, words tsvector)')
  const columns = [
    answers.map(({ id }) => id),
    answers.map(({ title }) => title),
    answers.map(({ questions: q, topic, body }) => `${q} ${topic} ${body}`),
  ]
  await client.query(
    `insert into bench_answer select id, title, setweight(to_tsvector('norwegian', title), 'A') || to_tsvector('norwegian', rest)
     from unnest($1::text[], $2::text[], $3::text[]) as made (id, title, rest)`,
    columns,
  )
  await client.query('create index on bench_answer using gin (words)')
  await client.query('analyze bench_answer')
}

async function hasTrigrams(client: pg.Client): Promise<boolean> {
  try {
    await client.query('create extension if not exists pg_trgm')
    await client.query('create index on bench_answer using gist (title gist_trgm_ops)')
    return true
  } catch {
    return false
  }
}

await againstPostgres()
