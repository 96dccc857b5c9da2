/** `lyttepost channels FILE.html… | URL… [--base URL] [--json]`: how a company can be reached, page by page. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { decodeHtml } from '../measure/participants/page-reader/decode-html.ts'
import { type PageSource, refusalSentence } from '../measure/participants/page-reader/fetched.ts'
import { parsePage } from '../measure/participants/page-reader/parse-page.ts'
import { readSite } from '../measure/participants/page-reader/read-site.ts'
import { webSource } from '../measure/participants/page-reader/web-source.ts'
import { type PageChannels, readChannels } from '../measure/participants/rules/read-channels.ts'
import { command, WrongUsage } from './command.ts'
import { type CliIo, exitCode } from './io.ts'

const usage = `lyttepost channels FILE.html… | URL… [--base URL] [--json]

Finds how a company can be reached on its public pages: telephone, e-mail, contact form, chat, Messenger.
FILE is a saved page, - is standard input. A URL is read with the contact pages that it points to.

  --base URL   the address that a saved page came from, for its relative links
  --json       one JSON document: an array with one object for each page
`

type Asked = { readonly inputs: readonly string[]; readonly base: string; readonly json: boolean }

/** @param source where pages of the web come from; the web itself when left out */
export async function channelsCommand(args: string[], io: CliIo, source?: PageSource): Promise<number> {
  return command({
    usage,
    options: { base: { type: 'string', default: '' }, json: { type: 'boolean', default: false } },
    read: ({ base, json }, inputs): Asked => {
      if (inputs.length === 0) throw new WrongUsage('FILE or URL is missing')
      if (base && !URL.canParse(base)) throw new WrongUsage(`--base ${base} is not a web address`)
      return { inputs, base, json }
    },
    run: async (asked) => {
      const web = source ?? webSource()
      try {
        return await readAll(asked, io, web)
      } finally {
        await web.close()
      }
    },
  })(args, io)
}

/** Nothing is printed on standard output unless every page could be read. */
async function readAll({ inputs, base, json }: Asked, io: CliIo, web: PageSource): Promise<number> {
  const pages: PageChannels[] = []
  const problems: string[] = []
  for (const [index, input] of inputs.entries()) {
    if (io.stderr.isTTY && inputs.length > 1) io.stderr.write(`${index + 1}/${inputs.length} ${input}\n`)
    const read = await readOne(input, base, io, web)
    if (typeof read === 'string') problems.push(read)
    else pages.push(read)
  }
  if (problems.length > 0) {
    io.stderr.write(`${problems.join('\n')}\n`)
    return exitCode.refused
  }
  io.stdout.write(json ? `${JSON.stringify(pages.map(document), null, 2)}\n` : pages.map(readable).join('\n'))
  return exitCode.done
}

async function readOne(
  input: string,
  base: string,
  io: CliIo,
  web: PageSource,
): Promise<PageChannels | string> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(input)) {
    const site = await readSite(input, web)
    return site.ok ? site.channels : refusalSentence(input, site.refusal)
  }
  try {
    const bytes = input === '-' ? await buffer(io.stdin) : await readFile(resolve(io.cwd, input))
    if (bytes.length > 50_000_000) return `${input} is larger than 50 MB`
    return readChannels(parsePage(decodeHtml(bytes), { source: input, url: base }))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return `${input} does not exist`
    if (code === 'EISDIR') return `${input} is a folder, not a page`
    if (code === 'EACCES') return `${input} may not be read`
    throw error
  }
}

/** The fixed form of X2: addresses as plain text, numbers without what they are for. */
function document({ phone, email, ...rest }: PageChannels): object {
  const { source, contactForm, chat, messenger, chosen, evidence } = rest
  const numbers = phone.map(({ number, e164, label }) => ({ number, e164, label }))
  return {
    source,
    phone: numbers,
    email: email.map(({ address }) => address),
    contactForm,
    chat,
    messenger,
    chosen,
    evidence,
  }
}

function readable(page: PageChannels): string {
  const form = page.contactForm === true ? 'on the page' : page.contactForm || '–'
  const rows: readonly (readonly [string, string])[] = [
    [
      'phone',
      page.phone.map((phone) => `${phone.number}${phone.label ? ` (${phone.label})` : ''}`).join(', '),
    ],
    ['e-mail', page.email.map((email) => email.address).join(', ')],
    ['form', form],
    ['chat', page.chat.map((chat) => chat.vendor).join(', ')],
    ['messenger', page.messenger.join(', ')],
    ['chosen', page.chosen.join(', ')],
    [
      'hints',
      page.evidence
        .filter((item) => item.verdict === 'hint')
        .map((item) => item.value)
        .join(', '),
    ],
  ]
  return [page.source, ...rows.map(([name, value]) => `  ${name.padEnd(10)} ${value || '–'}`), ''].join('\n')
}
