/** What each source counts as one contact, told to whoever imports from it (U1.3). */
import type { Localized } from '../../../../kernel/localized.ts'

export const sourceKinds = [
  'table',
  'json',
  'zendesk',
  'chatwoot',
  'freshdesk',
  'genesys',
  'intercom',
  'zammad',
  'eml',
  'mbox',
] as const
export type SourceKind = (typeof sourceKinds)[number]

export const contactDefinitions: Readonly<Record<SourceKind, Localized>> = {
  table: {
    nb: 'Én rad er én henvendelse. Har tabellen en kolonne for antall, teller raden så mange. Rader som peker på en annen rad, er deler av den og telles ikke for seg.',
    nn: 'Éi rad er éin førespurnad. Har tabellen ei kolonne for antal, tel rada så mange. Rader som peikar på ei anna rad, er delar av ho og blir ikkje talde for seg.',
    en: 'One row is one enquiry. If the table has a column for a count, the row counts as that many. Rows that point at another row are parts of it and are not counted on their own.',
  },
  json: {
    nb: 'Ett objekt er én henvendelse. Har objektet et felt for antall, teller det så mange. Objekter som peker på et annet, er deler av det og telles ikke for seg.',
    nn: 'Eitt objekt er éin førespurnad. Har objektet eit felt for antal, tel det så mange. Objekt som peikar på eit anna, er delar av det og blir ikkje talde for seg.',
    en: 'One object is one enquiry. If the object has a field for a count, it counts as that many. Objects that point at another one are parts of it and are not counted on their own.',
  },
  zendesk: {
    nb: 'Én sak (ticket) er én henvendelse, uansett hvor mange svar og overføringer den har. En sak som åpnes igjen, er fortsatt den samme. Saker som er slettet eller laget av systemet selv, er ikke med.',
    nn: 'Éi sak (ticket) er éin førespurnad, uansett kor mange svar og overføringar ho har. Ei sak som blir opna att, er framleis den same. Saker som er sletta eller laga av systemet sjølv, er ikkje med.',
    en: 'One ticket is one enquiry, however many replies and transfers it has. A ticket that is reopened is still the same one. Tickets that were deleted or made by the system itself are left out.',
  },
  chatwoot: {
    nb: 'Én samtale (conversation) er én henvendelse. Skriver kunden igjen i den samme samtalen senere, er det fortsatt den samme.',
    nn: 'Éin samtale (conversation) er éin førespurnad. Skriv kunden igjen i den same samtalen seinare, er det framleis den same.',
    en: 'One conversation is one enquiry. If the customer writes again in the same conversation later, it is still the same one.',
  },
  freshdesk: {
    nb: 'Én sak (ticket) er én henvendelse, uansett hvor mange svar den har. Søppel og slettede saker er ikke med.',
    nn: 'Éi sak (ticket) er éin førespurnad, uansett kor mange svar ho har. Søppel og sletta saker er ikkje med.',
    en: 'One ticket is one enquiry, however many replies it has. Spam and deleted tickets are left out.',
  },
  genesys: {
    nb: 'Én samtale (conversation) er én henvendelse, også når fem kundebehandlere har hatt den. Hver kundebehandlers del lagres som en del av henvendelsen og telles ikke for seg. Den som legger på i køen, er også en henvendelse.',
    nn: 'Éin samtale (conversation) er éin førespurnad, òg når fem kundebehandlarar har hatt han. Delen til kvar kundebehandlar blir lagra som ein del av førespurnaden og blir ikkje talt for seg. Den som legg på i køen, er òg ein førespurnad.',
    en: 'One conversation is one enquiry, also when five agents have had it. Each agent’s leg is kept as a part of the enquiry and is not counted on its own. Whoever hangs up in the queue is an enquiry too.',
  },
  intercom: {
    nb: 'Én samtale (conversation) er én henvendelse, også når roboten tar den først og et menneske etterpå. Skriver kunden igjen i den samme samtalen, er det fortsatt den samme.',
    nn: 'Éin samtale (conversation) er éin førespurnad, òg når roboten tek han først og eit menneske etterpå. Skriv kunden igjen i den same samtalen, er det framleis den same.',
    en: 'One conversation is one enquiry, also when the bot takes it first and a person after. If the customer writes again in the same conversation, it is still the same one.',
  },
  zammad: {
    nb: 'Én sak (ticket) er én henvendelse, uansett hvor mange artikler den har. Saker som er slått sammen med en annen, er ikke med.',
    nn: 'Éi sak (ticket) er éin førespurnad, uansett kor mange artiklar ho har. Saker som er slegne saman med ei anna, er ikkje med.',
    en: 'One ticket is one enquiry, however many articles it has. Tickets that were merged into another are left out.',
  },
  eml: {
    nb: 'Én e-post er én henvendelse. Svarer kunden på svaret, er det en ny henvendelse. Automatiske svar er ikke med.',
    nn: 'Éin e-post er éin førespurnad. Svarar kunden på svaret, er det ein ny førespurnad. Automatiske svar er ikkje med.',
    en: 'One e-mail is one enquiry. If the customer replies to the answer, that is a new enquiry. Automatic replies are left out.',
  },
  mbox: {
    nb: 'Hver e-post i filen er én henvendelse. Svarer kunden på svaret, er det en ny henvendelse. Automatiske svar er ikke med.',
    nn: 'Kvar e-post i fila er éin førespurnad. Svarar kunden på svaret, er det ein ny førespurnad. Automatiske svar er ikkje med.',
    en: 'Each e-mail in the file is one enquiry. If the customer replies to the answer, that is a new enquiry. Automatic replies are left out.',
  },
}
