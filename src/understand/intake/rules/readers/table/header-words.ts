/** What columns are called, in bokmål, nynorsk and English and by common systems; compared by `plainWord`. */
import type { MappedField } from './column-mapping.ts'
import { plainWord } from './words.ts'

const listed: Readonly<Record<MappedField, string>> = {
  sourceId:
    'id saksnr henvendelsesnr henvendelsesid henvendelsesnummer saksid saksnummer sak-nr ticketid ticket caseid casenumber interactionid uniquekey complaintid samtaleid callid messageid meldingsid løpenummer nr nummer recordid reference referanse uuid rad-id førespurnadsid',
  contactId:
    'contactid kontaktid conversationid konversasjonsid samtale-id threadid trådid sessionid masterid',
  legOf: 'legof parentid overordnet hovedsak parentcall foreldreid',
  channel:
    'channel kanal kontaktform kontaktkanal medium media mediatype kilde source submittedvia opendatachanneltype channeltype kontaktmåte henvendelsestype kanaltype',
  direction: 'direction retning innut inout',
  startedAt:
    'startedat started start starttid starttidspunkt created createdat createddate createdon opprettet oppretta registrert dato date tidspunkt datotid datetime timestamp mottatt motteke received receivedat datereceived ringttid samtalestart callstart innkom henvendelsesdato tid-inn',
  startedTime: 'klokkeslett klokkeslet tid time tidspunktpådagen kl timeofday starttime',
  customer:
    'customer customeremail customerid kunde kundeid kundenr kundenummer caller callerid ani fra from fromaddress telefonnummer phonenumber phone email epost e-postadresse avsender requester requesteremail innringer kundens-epost msisdn',
  text: 'text tekst melding message innhold content body beskrivelse description spørsmål question henvendelse notat note fritekst kommentar comment summary oppsummering consumercomplaintnarrative descriptor utterance query request innspill søkeord søkefrase search searchterm førespurnad merknad',
  agentText:
    'agenttext svar answer reply response svartekst agentreply løsning resolutiontext resolutiondescription resolution kommentar-svar',
  reasonCode:
    'reasoncode reason årsak årsakskode kategori category wrapup wrapupcode etterbehandlingskode emne subject topic tema complainttype issue type sakstype kontaktårsak kode code disposition produkt product temakode',
  queue: 'queue kø gruppe group team avdeling department agency skill queuename kønavn køa',
  waitSeconds:
    'waitseconds firstreplytime firstreplyminutes firstresponsetime replytime wait waittime ventetid ventetidsek ventetidsekunder ventetidmin ventetidminutter kø-tid køtid queuetime timeinqueue tidikø speedofanswer asa svartid ventetidmmss ventetids',
  handleSeconds:
    'handleseconds handletime handlingtime aht behandlingstid behandlingstidsek behandlingstidmin behandlingstidsekunder behandlingstidminutter samtaletid samtaletidsek samtalevarighet varighet duration talktime samtaletidmin handlingtid taletid',
  transfers:
    'transfers overføringer overføringar antalloverføringer settovertil transfercount viderekoblinger',
  outcome: 'outcome utfall resultat result samtaleresultat callresult svarstatus disposisjon',
  resolved:
    'resolved løst løyst status ferdig lukket solved firstcontactresolution fcr avsluttet tilstand state',
  triedSelfService:
    'triedselfservice prøvdselvbetjening prøvdenett forsøktselvbetjening prøvdenettsiden prøvd-sjølvbetening selfservice',
  csat: 'csat tilfredshet kundetilfredshet satisfaction score rating vurdering karakter tilfredsheit fornøydhet fornøyd survey nps',
  weight:
    'weight antall count tal talet n volum volume sum number antal mengde frekvens frequency hits treff treffantall visninger søk',
  language: 'language språk sprak lang locale målform',
}

export const headerWords: ReadonlyMap<MappedField, readonly string[]> = new Map(
  (Object.entries(listed) as [MappedField, string][]).map(([field, words]) => [
    field,
    [...new Set([plainWord(field), ...words.split(/\s+/).map(plainWord)])],
  ]),
)
