/**
 * The first draft of a channel's version, made from the core by rules: what to leave out, what to say first, and how
 * to begin and end. People edit it. References to shared facts are kept, so that a new price reaches them too.
 */
import type { Language } from '../../../../kernel/localized.ts'
import type { AnswerChannel } from '../answer-words.ts'
import { type CoreContent, textIn } from '../core-content.ts'
import { readMarks, type SharedFacts } from '../text/fact-mark.ts'
import { lineInPlain, readRich } from '../text/rich-text.ts'
import { channelRules } from './channel-rules.ts'

type Phrases = {
  readonly greeting: string
  readonly opening: string
  readonly closing: string
  readonly sendLink: string
  readonly readMore: string
  readonly noPersonalData: string
  readonly ask: string
}

const phrases: Readonly<Record<Language, Phrases>> = {
  nb: {
    greeting: 'Hei!',
    opening: 'Takk for at du tar kontakt.',
    closing: 'Vennlig hilsen\nKundeservice',
    sendLink: 'Jeg kan sende deg lenken på SMS eller e-post.',
    readMore: 'Les mer',
    noPersonalData: 'Ikke skriv personopplysninger her. Send oss en melding hvis det gjelder deg.',
    ask: 'Fikk du svar på det du lurte på?',
  },
  nn: {
    greeting: 'Hei!',
    opening: 'Takk for at du tek kontakt.',
    closing: 'Venleg helsing\nKundeservice',
    sendLink: 'Eg kan sende deg lenkja på SMS eller e-post.',
    readMore: 'Les meir',
    noPersonalData: 'Ikkje skriv personopplysningar her. Send oss ei melding viss det gjeld deg.',
    ask: 'Fekk du svar på det du lurte på?',
  },
  en: {
    greeting: 'Hello!',
    opening: 'Thank you for getting in touch.',
    closing: 'Kind regards\nCustomer service',
    sendLink: 'I can send you the link by text message or e-mail.',
    readMore: 'Read more',
    noPersonalData: 'Please do not write personal data here. Send us a message if it is about you.',
    ask: 'Did that answer your question?',
  },
}

/** @returns rich plain text with marks */
export function draftVersion(
  content: CoreContent,
  {
    channel,
    language,
    shared,
  }: {
    readonly channel: AnswerChannel
    readonly language: Language
    readonly shared: SharedFacts
  },
): string {
  const { title, body } = textIn(content, language)
  const say = phrases[content.texts[language] === undefined ? content.source : language]
  const core = body.trim()
  switch (channel) {
    case 'web':
      return `## ${title}\n\n${within(core, channelRules.web.most - title.length - 10, shared)}`
    case 'email':
      return letter(core, shared, say)
    case 'phone':
      return spoken(core, shared, say)
    case 'inPerson':
      return `## ${title}\n\n${within(core, channelRules.inPerson.most - title.length - 10, shared)}`
    case 'chat':
      return withLink(core, { start: say.greeting, end: say.ask, most: channelRules.chat.most, say, shared })
    case 'social':
      return withLink(core, {
        start: say.greeting,
        end: say.noPersonalData,
        most: channelRules.social.most,
        say,
        shared,
      })
    case 'chatbot':
      return withLink(core, { start: '', end: '', most: channelRules.chatbot.most, say, shared })
  }
}

function letter(core: string, shared: SharedFacts, say: Phrases): string {
  const frame = [say.greeting, say.opening, say.closing]
  const room = channelRules.email.most - frame.join('\n\n\n').length
  return [say.greeting, say.opening, within(core, room, shared), say.closing].join('\n\n')
}

/** The text as it is said: no addresses, and the offer to send them. */
function spoken(core: string, shared: SharedFacts, say: Phrases): string {
  const links = readMarks(core).filter((mark) => isLink(mark, shared))
  let text = core
  for (const mark of links.toReversed()) {
    const name = mark.is === 'fact' ? mark.fact.name : mark.is === 'reference' ? mark.name : null
    text = `${text.slice(0, mark.from)}${name ?? ''}${text.slice(mark.to)}`
  }
  const offer = links.length > 0 ? `\n\n${say.sendLink}` : ''
  const most = channelRules.phone.most - offer.length - say.ask.length - 4
  return `${within(text.replaceAll(/ +([.,])/g, '$1'), most, shared)}${offer}\n\n${say.ask}`
}

type Shortening = {
  readonly start: string
  readonly end: string
  readonly most: number
  readonly say: Phrases
  readonly shared: SharedFacts
}

/** As much of the core as there is room for, with its first link behind it when that had to go. */
function withLink(core: string, { start, end, most, say, shared }: Shortening): string {
  const whole = core
  const frame = [start, end].filter(Boolean).join('\n\n').length + 4
  if (plainLength(whole, shared) + frame <= most) return [start, whole, end].filter(Boolean).join('\n\n')
  const link = readMarks(core).find((mark) => isLink(mark, shared))
  const more = link ? `${say.readMore}: ${core.slice(link.from, link.to)}` : ''
  const room = most - frame - (more === '' ? 0 : plainLength(more, shared) + 2)
  const kept = within(core, room, shared)
  const ends = link && !kept.includes(core.slice(link.from, link.to)) ? more : ''
  return [start, kept, ends, end].filter(Boolean).join('\n\n')
}

/** Whole blocks from the start while there is room; of the first one at least its first sentences. */
function within(core: string, most: number, shared: SharedFacts): string {
  const blocks = core.split(/\n\s*\n/)
  const kept: string[] = []
  let length = 0
  for (const block of blocks) {
    const size = plainLength(block, shared) + 2
    if (length + size > most) break
    kept.push(block)
    length += size
  }
  return kept.length > 0 ? kept.join('\n\n') : firstSentences(blocks[0] ?? '', most, shared)
}

function firstSentences(block: string, most: number, shared: SharedFacts): string {
  const sentences = block.split(/(?<=[.!?])\s+(?=\p{Lu})/u)
  let kept = sentences[0] ?? ''
  for (const sentence of sentences.slice(1)) {
    if (plainLength(`${kept} ${sentence}`, shared) > most) break
    kept = `${kept} ${sentence}`
  }
  return kept
}

function plainLength(text: string, shared: SharedFacts): number {
  return readRich(text, shared).reduce(
    (sum, block) =>
      sum +
      ('items' in block ? block.items : [block.line]).reduce(
        (all, line) => all + lineInPlain(line).length + 3,
        0,
      ),
    0,
  )
}

function isLink(mark: ReturnType<typeof readMarks>[number], shared: SharedFacts): boolean {
  if (mark.is === 'fact') return mark.fact.kind === 'link'
  return mark.is === 'reference' && shared.get(mark.name)?.kind === 'link'
}
