/** How long, how plain and how polite a channel's text must be, and the check of a text against it. */
import type { Language } from '../../../../kernel/localized.ts'
import type { AnswerChannel } from '../answer-words.ts'
import type { FactFinding } from '../facts/check-facts.ts'
import { readabilityOf } from '../text/readability.ts'
import { heavyWordsIn } from './heavy-words.ts'

export type ChannelRule = {
  /** Characters of the text as it is sent. */
  readonly most: number
  readonly sentenceWords: number
  readonly lix: number
  readonly greeting: boolean
  readonly closing: boolean
  /** Customers see it in the open: nobody may be asked for personal data there. */
  readonly open: boolean
  /** It is read aloud: an address of the web cannot be. */
  readonly spoken: boolean
}

const usual = { greeting: false, closing: false, open: false, spoken: false }

export const channelRules: Readonly<Record<AnswerChannel, ChannelRule>> = {
  phone: { ...usual, most: 900, sentenceWords: 20, lix: 38, spoken: true },
  chat: { ...usual, most: 600, sentenceWords: 20, lix: 40, greeting: true },
  chatbot: { ...usual, most: 450, sentenceWords: 18, lix: 38 },
  email: { ...usual, most: 2500, sentenceWords: 24, lix: 45, greeting: true, closing: true },
  social: { ...usual, most: 500, sentenceWords: 20, lix: 40, greeting: true, open: true },
  web: { ...usual, most: 6000, sentenceWords: 24, lix: 45 },
  inPerson: { ...usual, most: 900, sentenceWords: 20, lix: 42 },
}

export const toneRules = [
  'empty',
  'tooLong',
  'longSentence',
  'hardToRead',
  'heavyWord',
  'noGreeting',
  'noClosing',
  'asksPersonalData',
  'spokenLink',
  'factMissing',
  'factDiffers',
] as const
export type ToneRule = (typeof toneRules)[number]

export type ToneFinding = {
  readonly rule: ToneRule
  /** wrong must be mended before it is approved; advice may be left. */
  readonly level: 'wrong' | 'advice'
  readonly params: Readonly<Record<string, string | number>>
}

const greetings =
  /^\s*(?:hei|hallo|god (?:dag|morgen|kveld)|kjære|kjære|heisann|hi|hello|dear|good (?:morning|afternoon))(?![\p{L}])/iu
const closings =
  /(?:hilsen|hilsning|hels(?:ing|ning)|mvh|vennlig|venleg|regards|sincerely|best wishes)[^\n]*(?:\n[^\n]*){0,4}\s*$/iu
const personal =
  /fødselsnummer|personnummer|kontonummer|kundenummer|passord|national id|customer number|account number|password/iu
const notPersonal = /(?:ikke|ikkje|aldri|never|not|don.t)[^.!?\n]{0,80}$/iu

/** @param text the version's text without marks, as it is sent */
export function checkTone(
  text: string,
  {
    channel,
    language,
    facts,
  }: {
    readonly channel: AnswerChannel
    readonly language: Language
    readonly facts: readonly FactFinding[]
  },
): readonly ToneFinding[] {
  const rule = channelRules[channel]
  if (text.trim() === '') return [{ rule: 'empty', level: 'wrong', params: {} }]
  return [
    ...factFindings(facts, rule),
    ...lengthFindings(text, rule),
    ...mannerFindings(text, rule),
    ...heavyWordsIn(text, language).map(
      ({ heavy, plain }): ToneFinding => ({ rule: 'heavyWord', level: 'advice', params: { heavy, plain } }),
    ),
  ]
}

/** What cannot be read aloud may be left out of what is. */
function factFindings(facts: readonly FactFinding[], rule: ChannelRule): readonly ToneFinding[] {
  return facts.flatMap(({ is, kind, name, expected, found }): readonly ToneFinding[] => {
    const params = { name: name ?? '', expected, found: found.join(', ') }
    if (is === 'differs') return [{ rule: 'factDiffers', level: 'wrong', params }]
    return is === 'missing' && !(rule.spoken && kind === 'link')
      ? [{ rule: 'factMissing', level: 'advice', params }]
      : []
  })
}

function lengthFindings(text: string, rule: ChannelRule): readonly ToneFinding[] {
  const { lix, longestSentence } = readabilityOf(text)
  const found: ToneFinding[] = []
  if (text.length > rule.most)
    found.push({ rule: 'tooLong', level: 'wrong', params: { length: text.length, most: rule.most } })
  if (longestSentence > rule.sentenceWords)
    found.push({
      rule: 'longSentence',
      level: 'advice',
      params: { words: longestSentence, most: rule.sentenceWords },
    })
  if (lix !== null && lix > rule.lix)
    found.push({ rule: 'hardToRead', level: 'advice', params: { lix: Math.round(lix), most: rule.lix } })
  return found
}

function mannerFindings(text: string, rule: ChannelRule): readonly ToneFinding[] {
  const found: ToneFinding[] = []
  if (rule.greeting && !greetings.test(text)) found.push({ rule: 'noGreeting', level: 'advice', params: {} })
  if (rule.closing && !closings.test(text)) found.push({ rule: 'noClosing', level: 'advice', params: {} })
  const asked = rule.open ? personal.exec(text) : null
  if (asked && !notPersonal.test(text.slice(0, asked.index)))
    found.push({ rule: 'asksPersonalData', level: 'wrong', params: { word: asked[0].toLowerCase() } })
  const link = rule.spoken ? /(?:https?:\/\/|www\.)\S+|\b[\w-]+\.no\/\S+/i.exec(text) : null
  if (link) found.push({ rule: 'spokenLink', level: 'advice', params: { link: link[0] } })
  return found
}
