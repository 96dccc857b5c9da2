/** Words of tables in bokmål, nynorsk and English, and what they mean. Compared in lower case without marks. */
import { type EnquiryChannel, type EnquiryOutcome, enquiryChannels, enquiryOutcomes } from '../../record.ts'
import type { WordField } from './column-mapping.ts'

/** @example plainWord('E-post (inn)') // 'epostinn' */
export const plainWord = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

const table = <Meaning extends string>(
  meanings: Readonly<Record<Meaning, string>>,
): ReadonlyMap<string, Meaning> =>
  new Map(
    (Object.entries(meanings) as [Meaning, string][]).flatMap(([meaning, words]) =>
      [meaning, ...words.split(/\s+/)].map((word) => [plainWord(word), meaning] as const),
    ),
  )

const channels = table<EnquiryChannel>({
  phone: 'telefon tlf ring samtale call voice telephone phonecall tale oppringning anrop callback',
  chat: 'livechat webchat nettprat chatt messaging messenger whatsapp melding innlogget-chat direktechat',
  chatbot: 'bot robot chatrobot virtuell-assistent virtualassistant ki-assistent',
  email: 'epost e-post mail e-mail post@ mailbox innboks',
  web: 'webskjema skjema kontaktskjema nettskjema webform form online nett nettside website portal minside selvbetjening app mobile',
  social:
    'facebook some sosiale-medier sosialemedier instagram twitter x linkedin tiktok snapchat socialmedia fb',
  sms: 'tekstmelding text textmessage mms',
  letter: 'brev post postal postal-mail mail-post papir fax faks letterpost postmottak',
  counter:
    'skranke oppmøte oppmote besøk besok butikk walkin walk-in kontor inperson desk frammøte frammote resepsjon servicetorg',
  search: 'søk sok søketerm websøk sitesearch searchterm',
  faq: 'spørsmål-og-svar artikkel hjelpeartikkel kunnskapsbase article helpcenter vote',
  other: 'annet annen anna ukjent unknown andre øvrig',
})
const directions = table<'in' | 'out'>({
  in: 'inn inngående inngaaende innkommende inngåande inbound incoming mottatt innkomande received',
  out: 'ut utgående utgaaende utgåande outbound outgoing sendt sent',
})
const outcomes = table<EnquiryOutcome>({
  answered: 'besvart svart svara løst handled completed connected besvarte ok fullført',
  abandoned: 'forlatt lagt-på lagtpå avbrutt abandon hungup lost tapt la-på gav-opp',
  missed: 'ubesvart ikke-besvart ikkje-svart noanswer unanswered ikkebesvart missedcall',
  voicemail: 'talepost svarer telefonsvarer',
  callback: 'ring-tilbake tilbakeringing ringtilbake',
  spam: 'søppel feilringt wrongnumber feilring',
})
const yesNo = table<'yes' | 'no'>({
  yes: 'ja j y true 1 sann x løst resolved solved closed lukket ferdig avsluttet ok fullført løyst',
  no: 'nei n false 0 usann uløst unresolved open åpen open pending under-arbeid in-progress assigned pending waiting on-hold ikke-løst ny new open ope',
})
const languages = table<'nb' | 'nn' | 'en'>({
  nb: 'no nor norsk norwegian bokmål bokmaal nob nb-no no-nb',
  nn: 'nynorsk nno nn-no',
  en: 'eng english engelsk en-us en-gb',
})

const builtIn: Readonly<Record<WordField, ReadonlyMap<string, string>>> = {
  channel: channels,
  direction: directions,
  outcome: outcomes,
  resolved: yesNo,
  triedSelfService: yesNo,
  language: languages,
}

/** What may stand as the meaning of a word of this field. */
export const meaningsOf: Readonly<Record<WordField, readonly string[]>> = {
  channel: enquiryChannels,
  direction: ['in', 'out'],
  outcome: enquiryOutcomes,
  resolved: ['yes', 'no'],
  triedSelfService: ['yes', 'no'],
  language: ['nb', 'nn', 'en'],
}

/** @example builtInMeaning('channel', 'E-post') // 'email' */
export function builtInMeaning(field: WordField, word: string): string | undefined {
  return builtIn[field].get(plainWord(word))
}
