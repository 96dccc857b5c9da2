/** Can a customer write on Messenger? Share buttons are not it; a Facebook page alone is a hint for a person. */
import type { Evidence } from '../evidence.ts'
import type { Page } from '../page.ts'

const thread =
  /^(?:https?:)?\/\/(?:www\.)?(?:m\.me|msng\.link\/(?:o\/\?)?|(?:www\.)?messenger\.com\/t|(?:[a-z-]{1,6}\.)?facebook\.com\/(?:messages\/t|msg|messages\/thread))\/?([^/?#\s]{2,80})/i
const appThread = /^fb-messenger:\/\/(?:user(?:-thread)?|compose)\/?(?:\?)?([^/?#\s]{2,80})/i
const share =
  /^fb-messenger:\/\/share|facebook\.com\/dialog\/send|messenger\.com\/share|m\.me\/share|facebook\.com\/sharer/i
const facebookPage =
  /^(?:https?:)?\/\/(?:www\.|m\.|[a-z]{2}-[a-z]{2}\.)?(?:facebook\.com|fb\.com|fb\.me)\/(?!sharer|share|dialog|plugins|tr\b|events|groups|hashtag|login|policy|privacy|legal|help|home\.php|business|ads|settings|watch|photo|video|permalink|story|ajax|connect|v\d)(?:#!\/)?([^?#\s]{2,120})/i

function* addresses(page: Page): Generator<{ href: string; says: string }> {
  for (const link of page.links) yield { href: link.href, says: `${link.text} ${link.hint}`.trim() }
  for (const { kind, value } of page.stated) if (kind === 'link') yield { href: value, says: 'sameAs' }
  for (const marks of page.widgets) {
    const target = /(?:https?:)?\/\/(?:www\.)?(?:m\.me|messenger\.com\/t)\/[\w.-]{2,80}/i.exec(marks)?.[0]
    if (target) yield { href: target, says: marks }
  }
  yield* written(page)
}

const writtenThread = /(?<![\w./@-])(?:https?:\/\/)?(?:www\.)?((?:m\.me|messenger\.com\/t)\/[\w.-]{1,79}\w)/gi

/** An address that stands in the text and is no link: "Messenger: m.me/firma". */
function* written(page: Page): Generator<{ href: string; says: string }> {
  for (const { text, spans } of page.lines)
    for (const match of text.matchAll(writtenThread)) {
      const isLink = spans.some(({ start, end }) => match.index >= start && match.index < end)
      if (!isLink) yield { href: `https://${match[1]}`, says: text.slice(0, 120) }
    }
}

/** Facebook's own chat plugin on the page: customers write to the company's Messenger there. */
function pluginAddress(page: Page): string | undefined {
  const widget = page.widgets.find((marks) => /fb-customerchat/i.test(marks))
  const script = page.scripts.find(({ src, text }) =>
    /xfbml\.customerchat|fb-customerchat/i.test(`${src} ${text}`),
  )
  if (!widget && !script) return undefined
  const pageId = /page_id["']?\s*[,:=]\s*["']?(\d{5,20})/i.exec(
    `${widget ?? ''} ${page.scripts.map(({ text }) => text.slice(0, 20_000)).join('\n')}`,
  )?.[1]
  return pageId ? `https://m.me/${pageId}` : 'https://m.me/'
}

/** The Messenger addresses of a page, and what else of Facebook was seen. */
export function findMessenger(page: Page): { messenger: readonly string[]; evidence: readonly Evidence[] } {
  const found = new Map<string, Evidence>()
  for (const { href, says } of addresses(page)) {
    const value = href.slice(0, 300)
    if (found.has(value)) continue
    const snippet = `${says} → ${value}`.slice(0, 240)
    if (share.test(href))
      found.set(value, { kind: 'messenger', value, verdict: 'rejected', reason: 'shareButton', snippet })
    else if (thread.test(href) || appThread.test(href))
      found.set(value, { kind: 'messenger', value, verdict: 'used', snippet })
    else if (facebookPage.test(href))
      found.set(value, { kind: 'facebookPage', value, verdict: 'hint', snippet })
  }
  const plugin = pluginAddress(page)
  if (plugin && !found.has(plugin))
    found.set(plugin, {
      kind: 'messenger',
      value: plugin,
      verdict: 'used',
      reason: 'plugin',
      snippet: 'fb-customerchat',
    })
  const evidence = [...found.values()]
  return {
    messenger: evidence
      .filter((item) => item.kind === 'messenger' && item.verdict === 'used')
      .map((item) => item.value),
    evidence,
  }
}
