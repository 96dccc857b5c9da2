/**
 * Channel discovery against a reader's labels: right verdicts per kind over a folder of real pages.
 * Run: node benchmarks/discovery.ts [FOLDER]. Skips, and says so, when the folder is not there.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { parsePage } from '../src/measure/participants/page-reader/parse-page.ts'
import { type PageChannels, readChannels } from '../src/measure/participants/rules/read-channels.ts'

const folder = process.argv[2] ?? join(import.meta.dirname, '../../shared/data/measure/pages')
const kinds = ['phone', 'email', 'form', 'chat', 'messenger'] as const
type Kind = (typeof kinds)[number]
type Row = Readonly<
  Record<
    'file' | 'base_url_guess' | 'phone' | 'email' | 'contact_form' | 'chat' | 'messenger' | 'notes',
    string
  >
>
type Verdict = {
  readonly right: boolean
  readonly exact: boolean
  readonly labelled: string
  readonly found: string
}

const list = (cell: string) => cell.split(';').filter((part) => part !== '' && part !== 'no')

function sets(labelled: readonly string[], found: readonly string[]): Verdict {
  const right =
    labelled.length === 0 ? found.length === 0 : found[0] !== undefined && labelled.includes(found[0])
  const exact = labelled.toSorted().join() === found.toSorted().join()
  return { right, exact, labelled: labelled.join(' '), found: found.join(' ') }
}

function form(cell: string, found: PageChannels['contactForm']): Verdict {
  const expected = cell.startsWith('link') ? 'link' : cell
  const got = typeof found === 'string' ? 'link' : found ? 'yes' : 'no'
  const path = cell.replace(/^link:(?:https?:\/\/[^/]+)?/, '').replace(/\/$/, '')
  const exact = expected === got && (got !== 'link' || String(found).includes(path))
  return { right: expected === got, exact, labelled: cell, found: String(found) }
}

function presence(cell: string, found: boolean, what: string): Verdict {
  const right = cell.startsWith('unsure') || cell.startsWith('yes') === found
  return { right, exact: right, labelled: cell.slice(0, 60), found: what }
}

function compare(row: Row, read: PageChannels): Readonly<Record<Kind, Verdict>> {
  return {
    phone: sets(
      list(row.phone),
      read.phone.map((phone) => phone.e164 ?? phone.number),
    ),
    email: sets(
      list(row.email.toLowerCase()),
      read.email.map((email) => email.address),
    ),
    form: form(row.contact_form, read.contactForm),
    chat: presence(row.chat, read.chat.length > 0, read.chat.map((chat) => chat.vendor).join() || 'no'),
    messenger: presence(row.messenger, read.messenger.length > 0, read.messenger.join() || 'no'),
  }
}

if (existsSync(join(folder, 'labels.csv'))) {
  const rows = parse(readFileSync(join(folder, 'labels.csv')), { columns: true }) as Row[]
  const right: Record<Kind, number> = { phone: 0, email: 0, form: 0, chat: 0, messenger: 0 }
  const exact = { ...right }
  for (const row of rows) {
    const page = parsePage(readFileSync(join(folder, row.file), 'utf8'), {
      source: row.file,
      url: row.base_url_guess,
    })
    const verdicts = compare(row, readChannels(page))
    for (const kind of kinds) {
      const { right: isRight, exact: isExact, labelled, found } = verdicts[kind]
      right[kind] += Number(isRight)
      exact[kind] += Number(isExact)
      if (!isExact)
        console.log(
          `${row.file} ${kind}${isRight ? ' (right, not the same list)' : ''}: labelled «${labelled}», found «${found}»`,
        )
    }
  }
  for (const kind of kinds) {
    const share = ((100 * right[kind]) / rows.length).toFixed(1)
    console.log(
      `${kind.padEnd(10)} right ${right[kind]} of ${rows.length} (${share} %), the very same values ${exact[kind]}`,
    )
  }
} else {
  console.log(`SKIPPED: no labelled pages in ${folder}`)
}
