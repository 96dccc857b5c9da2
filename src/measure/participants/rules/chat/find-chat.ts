/** Is there a chat on the page? By the loader of a known service, or by a button that starts one. */
import type { Evidence } from '../evidence.ts'
import type { Link, Page } from '../page.ts'
import { chatVendors } from './chat-vendors.ts'

export type FoundChat = { readonly vendor: string }

type Place = { readonly text: string; readonly where: string }

/** Long scripts are searched in full; everything searched is shorter than this together. */
const mostSearched = 3_000_000

function places(page: Page): readonly Place[] {
  const all: Place[] = [
    ...page.scripts.flatMap((script) => [
      { text: script.src, where: 'script' },
      { text: withoutComments(script.text), where: 'inline' },
    ]),
    ...page.frames.map((frame) => ({ text: `${frame.src} ${frame.marks}`, where: 'frame' })),
    ...page.widgets.map((text) => ({ text, where: 'element' })),
    ...page.links
      .filter((link) => isLauncher(link))
      .map((link) => ({ text: `${link.href} ${link.marks}`, where: 'link' })),
  ]
  let left = mostSearched
  return all.filter(({ text }) => {
    left -= text.length
    return text !== '' && left > 0
  })
}

/** A vendor's page that is merely linked to is no chat; a chat window's own address is. */
function isLauncher(link: Link): boolean {
  return (
    /^javascript:/i.test(link.href) ||
    /onclick|\(/.test(link.marks) ||
    /chat|messenger\.providesupport/i.test(link.href)
  )
}

function withoutComments(script: string): string {
  return script.replace(/^\s*\/\/.*$/gm, '').replace(/\/\*[\s\S]{0,5000}?\*\//g, '')
}

/** Settings that switch the chat of a service off although its script is there. */
const switchedOff =
  /chat\s*:\s*\{\s*suppress\s*:\s*true|chat\s*:\s*\{\s*enabled\s*:\s*false|livechat_?enabled["']?\s*[:=]\s*(?:false|0|["']false)/i

const withWhom = '(?: (?:med|with|mit)(?:,? \\p{L}[\\p{L}-]*){1,5})?'
const phrases = [
  `start (?:en |ein |a )?(?:live[- ]?)?(?:chat(?:en|ten)?|samtale)${withWhom}`,
  `(?:åp[ne]{2,3}|opne?|open) chat(?:en|ten)?${withWhom}`,
  'chat(?:te?)? (?:med|with|mit|nå|no|now|here|her|live)(?:,? \\p{L}[\\p{L}-]*){0,5}',
  'live[- ]?chat(?: (?:starten|now|with us))?',
  'chatta (?:med \\p{L}+|nu)',
  'chatte? (?:jetzt|nå|nu)',
  'kundenservice live[- ]?chat',
  'starta chatt',
  'snakk med (?:oss på chat|chatbot\\p{L}*)',
  'click to chat',
  'chat',
]
/** What a button adds: whether anybody is there, and for how long one waits. */
const status =
  '(?:åpen|åpent|open|stengt|closed|geöffnet|svar\\p{L}*|ventetid|tilgjengelig|pålogget|online|hverdag\\p{L}*|kvardag\\p{L}*|døgn\\p{L}*|man(?:dag)?|\\d)'
const startsChat = new RegExp(`^\\P{L}*(?:${phrases.join('|')})(?:\\P{L}*|\\P{L}+${status}.{0,60})$`, 'iu')
/** Chat in somebody else's messenger is found, or not, as what it is. */
const inMessenger = /messenger|facebook|whatsapp|snapchat|telegram|\bsms\b/i

function chatButtons(page: Page): readonly string[] {
  const byWidget = page.widgets.filter(
    (widget) => isInvitation(/«(.*)»/.exec(widget)?.[1] ?? '') && /<button>|<a>/.test(widget),
  )
  const byLink = page.links
    .filter((link) => acts(link) && isInvitation(link.text || link.hint))
    .map((link) => `${link.text} → ${link.href} ${link.marks}`)
  return [...byWidget, ...byLink]
}

function isInvitation(words: string): boolean {
  return words.length <= 120 && startsChat.test(words) && !inMessenger.test(words)
}

/** Windows of chat services, and hosts that are named after chat. */
const chatHost =
  /^(?:https?:)?\/\/(?:(?:[\w-]+\.)*lc\.chat\/|(?:www\.)?tawk\.to\/chat\/|(?:live-?)?chat\.(?!whatsapp\.)[\w-]+\.[\w.-]+)/i

/** Does clicking the link do something here, rather than open an article about chat? */
function acts(link: Link): boolean {
  const opens =
    link.href === '' ||
    /^(?:#|javascript:)|#[\w-]*chat|[?&]chat(?:=|$)|\/(?:live-?)?chat\/?$/i.test(link.href) ||
    /#$/.test(link.href) ||
    chatHost.test(link.href)
  return opens || /chat/i.test(link.marks)
}

/** The chats of a page by vendor ('unknown' for a button whose service cannot be seen), with the evidence. */
export function findChat(page: Page): { chat: readonly FoundChat[]; evidence: readonly Evidence[] } {
  const evidence: Evidence[] = []
  const searched = places(page)
  const off = searched.some(({ text }) => switchedOff.test(text))
  for (const { vendor, pattern } of chatVendors) {
    const hit = searched
      .map((place) => ({ place, match: pattern.exec(place.text) }))
      .find(({ match }) => match)
    if (!hit?.match) continue
    const snippet = hit.place.text.slice(Math.max(0, hit.match.index - 40), hit.match.index + 120).trim()
    const note = off && vendor === 'Zendesk' ? 'switchedOff' : hit.place.where
    evidence.push({
      kind: 'chat',
      value: vendor,
      verdict: note === 'switchedOff' ? 'rejected' : 'used',
      reason: note,
      snippet,
    })
  }
  const used = evidence.filter((item) => item.verdict === 'used')
  if (used.length > 0) return { chat: used.map((item) => ({ vendor: item.value })), evidence }
  const button = chatButtons(page)[0]
  if (button === undefined) return { chat: [], evidence }
  evidence.push({
    kind: 'chat',
    value: 'unknown',
    verdict: 'used',
    reason: 'button',
    snippet: button.slice(0, 200),
  })
  return { chat: [{ vendor: 'unknown' }], evidence }
}
