/** `npm run bench reports`: 200 participants' reports as PDF, then ten times as many; and the same by a browser. */
import { existsSync } from 'node:fs'
import type { MadePdf, MakeInput } from '../src/measure/reports/make-thread.ts'
import { writeReportHtml } from '../src/measure/reports/rules/html/write-report.ts'
import { participantReports } from '../src/measure/reports/rules/participant-reports.ts'
import { sampleEdition } from '../src/measure/reports/rules/testing/sample-edition.ts'
import { shareOutInThreads } from '../src/platform/jobs/index.ts'

const thread = new URL('../src/measure/reports/make-thread.ts', import.meta.url)
const madeAt = new Date('2026-06-01T10:00:00Z')
const say = (text: string) => process.stdout.write(`${text}\n`)
const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(2)

type Edition = ReturnType<typeof sampleEdition>

/** As the job does it: class by class, at most two threads beside each other. */
async function makeAll({ results, facts, contacts }: Edition, most: number): Promise<number> {
  const classes = [...Map.groupBy(results.participants, (one) => one.class).values()]
  let bytes = 0
  await shareOutInThreads({ module: thread, most }, classes, async (run, members) => {
    const names = members.map(({ participant }) => participant)
    const own = contacts.filter((contact) => names.includes(contact.participant))
    const source = { facts, results, contacts: own }
    const input: MakeInput = { kind: 'participants', source, names, language: 'nb', madeAt }
    for (const { pdf } of await run<MadePdf[]>(input)) bytes += pdf.length
  })
  return bytes
}

const memory = () => Math.round(process.memoryUsage.rss() / 2 ** 20)

async function measured(participants: number): Promise<void> {
  const edition = sampleEdition({ participants, classes: Math.round(participants / 10), resamples: 200 })
  let most = memory()
  const before = most
  const watching = setInterval(() => {
    most = Math.max(most, memory())
  }, 50)
  const started = performance.now()
  const processor = process.cpuUsage()
  const bytes = await makeAll(edition, 2)
  const took = performance.now() - started
  clearInterval(watching)
  const { user, system } = process.cpuUsage(processor)
  say(
    `${participants} reports: ${(took / 1000).toFixed(2)} s, ${(took / participants).toFixed(1)} ms each ` +
      `(${((user + system) / 1e6).toFixed(2)} s of processor), ` +
      `${Math.round(bytes / participants / 1024)} kB each, memory ${before} → ${most} MB at most`,
  )
}

/** The same reports printed by a browser from the HTML file, where one is on the machine. */
async function browser(participants: number): Promise<void> {
  const executablePath = process.env.LYTTEPOST_CHROMIUM ?? '/usr/bin/chromium'
  if (!existsSync(executablePath)) {
    say('SKIPPED: no browser on this machine to compare with')
    return
  }
  const { chromium } = await import('playwright-core')
  const { results, facts, contacts } = sampleEdition({ participants, classes: 1, resamples: 200 })
  const names = results.participants.map(({ participant }) => participant)
  const pages = participantReports({ facts, results, contacts }, names, 'nb').map(({ document }) =>
    writeReportHtml(document),
  )
  const opened = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await opened.newPage()
  const started = performance.now()
  for (const html of pages) {
    await page.setContent(html)
    await page.pdf({ format: 'A4', tagged: true })
  }
  const each = (performance.now() - started) / participants
  await opened.close()
  say(
    `a browser printing the HTML file: ${each.toFixed(1)} ms each over ${participants} (${seconds(started)} s)`,
  )
}

await measured(200)
await browser(40)
if (process.argv.includes('--large')) await measured(2000)
else say('2,000 reports: add -- --large')
