/** How a question is put in each channel: notes are short, e-mails long, and a chatbot gets a few words. */

import type { Random } from '../../../kernel/random.ts'
import type { EnquiryChannel } from '../../../understand/intake/rules/enquiry-words.ts'
import { pick, write } from './grammar.ts'

export type Dressing = {
  readonly channel: EnquiryChannel
  readonly english: boolean
  /** Whether the customer has asked about the same before. */
  readonly again: boolean
  readonly fill: (slot: string) => string
  readonly random: Random
}

const openings = [
  'Hei!',
  'Hei,',
  'God dag.',
  'Hei igjen!',
  'Hallo,',
  'Heisann!',
  'Hei på dere!',
  'Til kundeservice:',
]
const lead = [
  'Jeg lurer på en ting.',
  'Har et spørsmål.',
  'Jeg har vært kunde hos dere i {fem|ti|mange|over tjue} år.',
  'Prøver meg her siden det er lang kø på telefonen.',
  'Jeg har lett på nettsidene deres uten å finne svar.',
  'Dette gjelder {leiligheten|boligen|anlegget} i <sted>.',
  'Kundenummer [kundenummer].',
  'Jeg skriver på vegne av {moren min|sameiet|mannen min}.',
  'Fant ikke noe om dette på Min side.',
  'Viser til {telefonsamtale|e-post} fra <dato>.',
  '',
  '',
  '',
]
const tail = [
  'Håper på snarlig svar.',
  'Kan dere {svare|sjekke dette} så fort som mulig?',
  'Jeg er {best å treffe|hjemme} etter klokka <tid>.',
  'Ring meg gjerne på [telefon].',
  'Takk for hjelpen.',
  'Dette begynner å bli {slitsomt|irriterende}.',
  'Setter pris på en forklaring som er til å forstå.',
  'Ser fram til å høre fra dere.',
  '',
  '',
]
const closings = [
  'Mvh [navn]',
  'Vennlig hilsen [navn]',
  'Hilsen [navn]',
  'Med hilsen\n[navn]',
  'Beste hilsen [navn]',
]
const before = [
  'Dette er andre gang jeg spør.',
  'Har spurt om dette før uten å få svar.',
  'Fikk ikke ordnet dette sist.',
  'Kommer tilbake til saken fra forrige uke.',
]

const english = {
  openings: ['Hi,', 'Hello,', 'Good morning.', 'Dear customer service,'],
  lead: [
    'I have a question.',
    'I could not find this on your website.',
    'Customer number [kundenummer].',
    '',
    '',
  ],
  tail: ['Thanks in advance.', 'Please answer as soon as possible.', 'Looking forward to your reply.', ''],
  closings: ['Best regards [navn]', 'Kind regards, [navn]', 'Thank you, [navn]'],
  before: ['This is the second time I ask.', 'I asked about this before.'],
}

/** The whole text of an enquiry from its one or more questions, which come in lower case. */
export function dress(questions: readonly string[], dressing: Dressing): string {
  const { channel, random } = dressing
  if (channel === 'email' || channel === 'web' || channel === 'post') return letter(questions, dressing)
  const one = questions.join(dressing.english ? '. also, ' : '. og en ting til: ')
  if (channel === 'chatbot') return random() < 0.55 ? one.replace(/[?.]$/, '') : upperFirst(one)
  if (channel === 'social') return social(one, dressing)
  return chat(one, dressing)
}

function letter(
  questions: readonly string[],
  { channel, english: inEnglish, again, fill, random }: Dressing,
): string {
  const words = inEnglish ? english : { openings, lead, tail, closings, before }
  const long = channel !== 'web' || random() < 0.5
  const body = questions
    .map((question) => sentence(question))
    .join(inEnglish ? ' I also wonder: ' : ' Jeg lurer også på: ')
  const parts = [
    long ? pick(words.openings, random) : '',
    again && random() < 0.6 ? pick(words.before, random) : '',
    long ? write(pick(words.lead, random), fill, random) : '',
    body,
    long ? write(pick(words.tail, random), fill, random) : '',
  ].filter((part) => part !== '')
  const text = parts.join(random() < 0.3 ? '\n' : ' ')
  return long && random() < 0.85 ? `${text}\n\n${pick(words.closings, random)}` : text
}

function chat(one: string, { english: inEnglish, again, random }: Dressing): string {
  const hello =
    random() < 0.4
      ? `${pick(inEnglish ? english.openings.slice(0, 3) : openings.slice(0, 6), random).replace(/[!.,:]$/, '')}, `
      : ''
  const asked =
    again && random() < 0.4 ? ` ${pick(inEnglish ? english.before : before, random).toLowerCase()}` : ''
  const text = `${hello}${one}${asked}`
  return random() < 0.5 ? upperFirst(text) : text.toLowerCase()
}

function social(one: string, { random }: Dressing): string {
  const mark = random() < 0.3 ? pick(['!!', ' 😡', '...', ' 🙄', ' ?'], random) : ''
  return `${upperFirst(one).replace(/\?$/, random() < 0.3 ? '??' : '?')}${mark}`
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const sentence = (text: string) => `${upperFirst(text)}${/[?.!]$/.test(text) ? '' : '.'}`
