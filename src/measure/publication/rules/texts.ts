/** The words of the public page, the press list and the open data. */
import type { Language, Localized } from '../../../kernel/localized.ts'
import { writerOf } from '../../reports/rules/texts/write.ts'

export const publicTexts = {
  title: {
    nb: 'Vinnerne i {edition}',
    nn: 'Vinnarane i {edition}',
    en: 'The winners of {edition}',
  },
  lead: {
    nb: '{participants} deltakere i {classes} klasser ble kontaktet {n} ganger, på samme måte og like mange ganger hver.',
    nn: '{participants} deltakarar i {classes} klassar vart kontakta {n} gonger, på same måten og like mange gonger kvar.',
    en: '{participants} participants in {classes} classes were contacted {n} times, in the same way and equally often.',
  },
  period: { nb: 'Målt {from} – {to}.', nn: 'Målt {from} – {to}.', en: 'Measured {from} – {to}.' },
  bestOfAll: { nb: 'Best av alle', nn: 'Best av alle', en: 'Best of all' },
  bestOfEntered: {
    nb: 'Best av dem som har meldt seg på',
    nn: 'Best av dei som har meldt seg på',
    en: 'Best of those who entered',
  },
  ofHundred: { nb: 'av 100 poeng', nn: 'av 100 poeng', en: 'of 100 points' },
  sure: {
    nb: 'Leder sikkert: ingen andre kan være best.',
    nn: 'Leier sikkert: ingen andre kan vere best.',
    en: 'Leads for certain: nobody else can be best.',
  },
  othersOne: {
    nb: 'Én annen kan også være best.',
    nn: 'Éin annan kan òg vere best.',
    en: 'One other can also be best.',
  },
  othersMany: {
    nb: '{count} andre kan også være best.',
    nn: '{count} andre kan òg vere best.',
    en: '{count} others can also be best.',
  },
  shortSure: { nb: 'leder sikkert', nn: 'leier sikkert', en: 'leads for certain' },
  shortOthers: {
    nb: '{count} andre kan også være best',
    nn: '{count} andre kan òg vere best',
    en: '{count} others can also be best',
  },
  shortOthersOne: {
    nb: 'én annen kan også være best',
    nn: 'éin annan kan òg vere best',
    en: 'one other can also be best',
  },
  alone: { nb: 'eneste i klassen', nn: 'einaste i klassen', en: 'the only one in the class' },
  classes: { nb: 'Vinnerne i klassene', nn: 'Vinnarane i klassane', en: 'The winners of the classes' },
  classesLead: {
    nb: 'Den beste i hver klasse, med totalresultatet og hvor sikkert det er.',
    nn: 'Den beste i kvar klasse, med totalresultatet og kor sikkert det er.',
    en: 'The best in each class, with the total result and how certain it is.',
  },
  channels: { nb: 'Best på hver kanal', nn: 'Best på kvar kanal', en: 'Best on each channel' },
  channelsLead: {
    nb: 'Deltakeren med høyest resultat på kanalen.',
    nn: 'Deltakaren med høgast resultat på kanalen.',
    en: 'The participant with the highest result on the channel.',
  },
  list: { nb: 'Hele listen', nn: 'Heile lista', en: 'The whole list' },
  listLead: {
    nb: 'Streken viser hvor resultatet trolig ligger. Trolig plass er plassene deltakeren får når tilfeldigheter regnes med.',
    nn: 'Streken viser kvar resultatet truleg ligg. Truleg plass er plassane deltakaren får når tilfelle blir rekna med.',
    en: 'The line shows where the result probably lies. Likely places are those that the participant gets when chance is taken into account.',
  },
  unnamedOne: {
    nb: 'Én deltaker er målt uten å ha meldt seg på og vises ikke. Derfor kan en plass mangle.',
    nn: 'Éin deltakar er målt utan å ha meldt seg på og blir ikkje vist. Difor kan ein plass mangle.',
    en: 'One participant was measured without having entered and is not shown. A place may therefore be missing.',
  },
  unnamedMany: {
    nb: '{count} deltakere er målt uten å ha meldt seg på og vises ikke. Derfor kan plasser mangle.',
    nn: '{count} deltakarar er målte utan å ha meldt seg på og blir ikkje viste. Difor kan plassar mangle.',
    en: '{count} participants were measured without having entered and are not shown. Places may therefore be missing.',
  },
  met: { nb: 'Slik ble kundene møtt', nn: 'Slik vart kundane møtte', en: 'How the customers were met' },
  metLead: {
    nb: 'Alle {n} henvendelser etter scoren de ga. {unanswered} av dem fikk aldri svar.',
    nn: 'Alle {n} førespurnader etter scoren dei gav. {unanswered} av dei fekk aldri svar.',
    en: 'All {n} contacts by the score that they gave. {unanswered} of them were never answered.',
  },
  totalAll: { nb: 'Snittet av alle', nn: 'Snittet av alle', en: 'The mean of all' },
  unanswered: { nb: 'Ubesvart', nn: 'Utan svar', en: 'Unanswered' },
  ofContacts: { nb: 'av {n} henvendelser', nn: 'av {n} førespurnader', en: 'of {n} contacts' },
  how: { nb: 'Slik er det målt', nn: 'Slik er det målt', en: 'How it was measured' },
  howContacts: {
    nb: 'Hver deltaker fikk {each} henvendelser fra observatører som opptrådte som nye kunder, fordelt likt på uker, dager og tider.',
    nn: 'Kvar deltakar fekk {each} førespurnader frå observatørar som opptredde som nye kundar, fordelte likt på veker, dagar og tider.',
    en: 'Each participant got {each} contacts from observers who acted as new customers, spread evenly over weeks, days and hours.',
  },
  howScore: {
    nb: 'Hver henvendelse fikk poeng av mulige 100. Totalresultatet er snittet, og en henvendelse uten svar teller som 0.',
    nn: 'Kvar førespurnad fekk poeng av moglege 100. Totalresultatet er snittet, og ein førespurnad utan svar tel som 0.',
    en: 'Each contact got points out of a possible 100. The total result is the mean, and a contact without an answer counts as 0.',
  },
  howChance: {
    nb: 'Med {each} henvendelser spiller tilfeldigheter inn. Intervallet viser hvor resultatet ville ligget i {level} av 100 slike målinger. Når trolige plasser overlapper, er forskjellen ikke sikker.',
    nn: 'Med {each} førespurnader spelar tilfelle inn. Intervallet viser kvar resultatet ville ha lege i {level} av 100 slike målingar. Når trulege plassar overlappar, er skilnaden ikkje sikker.',
    en: 'With {each} contacts chance plays a part. The interval shows where the result would have been in {level} of 100 such measurements. Where likely places overlap, the difference is not certain.',
  },
  howAgents: {
    nb: 'Målingen gjelder kundesentrene, aldri den enkelte kundebehandleren.',
    nn: 'Målinga gjeld kundesentera, aldri den einskilde kundebehandlaren.',
    en: 'The measurement is about the contact centres, never about a single agent.',
  },
  howVersion: {
    nb: 'Metodeversjon {version}. Resultatet er beregnet {computed}.',
    nn: 'Metodeversjon {version}. Resultatet er rekna ut {computed}.',
    en: 'Method version {version}. The result was computed {computed}.',
  },
  changes: { nb: 'Endringer', nn: 'Endringar', en: 'Changes' },
  changesLead: {
    nb: 'Hva som er rettet etter klage eller etter at resultatet ble delt.',
    nn: 'Kva som er retta etter klage eller etter at resultatet vart delt.',
    en: 'What has been corrected after an appeal or after the result was shared.',
  },
  changesNone: { nb: 'Ingen endringer.', nn: 'Ingen endringar.', en: 'No changes.' },
  changeWhere: {
    nb: '{date}: {where}. {what}',
    nn: '{date}: {where}. {what}',
    en: '{date}: {where}. {what}',
  },
  upheld: { nb: 'Klagen fikk medhold.', nn: 'Klagen fekk medhald.', en: 'The appeal was upheld.' },
  partly: {
    nb: 'Klagen fikk delvis medhold.',
    nn: 'Klagen fekk delvis medhald.',
    en: 'The appeal was upheld in part.',
  },
  rejected: { nb: 'Klagen ble avvist.', nn: 'Klagen vart avvist.', en: 'The appeal was rejected.' },
  corrected: { nb: 'Rettet.', nn: 'Retta.', en: 'Corrected.' },
  changeExcluded: {
    nb: 'Henvendelsen er tatt ut.',
    nn: 'Førespurnaden er teken ut.',
    en: 'The contact was left out.',
  },
  changeScore: {
    nb: 'Score {before} → {after}.',
    nn: 'Score {before} → {after}.',
    en: 'Score {before} → {after}.',
  },
  changeRank: {
    nb: 'Plass {before} → {after}.',
    nn: 'Plass {before} → {after}.',
    en: 'Place {before} → {after}.',
  },
  changeOthers: {
    nb: 'Plassen til {count} andre ble også endret.',
    nn: 'Plassen til {count} andre vart òg endra.',
    en: 'The places of {count} others changed too.',
  },
  data: { nb: 'Åpne data', nn: 'Opne data', en: 'Open data' },
  dataBody: {
    nb: 'Alle besvarelser uten kommentarer, metoden og et lite program som regner ut hvert tall på nytt. Lisens: {licence}.',
    nn: 'Alle innleveringar utan kommentarar, metoden og eit lite program som reknar ut kvart tal på nytt. Lisens: {licence}.',
    en: 'All submissions without comments, the method, and a small program that computes every figure again. Licence: {licence}.',
  },
  dataLink: { nb: 'Last ned (zip)', nn: 'Last ned (zip)', en: 'Download (zip)' },
  languages: { nb: 'Språk', nn: 'Språk', en: 'Language' },
  place: { nb: 'Plass', nn: 'Plass', en: 'Place' },
  participant: { nb: 'Deltaker', nn: 'Deltakar', en: 'Participant' },
  class: { nb: 'Klasse', nn: 'Klasse', en: 'Class' },
  channel: { nb: 'Kanal', nn: 'Kanal', en: 'Channel' },
  winner: { nb: 'Vinner', nn: 'Vinnar', en: 'Winner' },
  total: { nb: 'Totalresultat', nn: 'Totalresultat', en: 'Total result' },
  interval: { nb: '{level} %-intervall', nn: '{level} %-intervall', en: '{level}% interval' },
  possible: { nb: 'Trolig plass', nn: 'Truleg plass', en: 'Likely place' },
  classPlace: { nb: 'I klassen', nn: 'I klassen', en: 'In the class' },
  sureness: { nb: 'Sikkerhet', nn: 'Sikkerheit', en: 'Certainty' },
  n: { nb: 'n', nn: 'n', en: 'n' },
  unknown: { nb: '–', nn: '–', en: '–' },
  description: {
    nb: '{winner} er best av {participants} deltakere i {edition}.',
    nn: '{winner} er best av {participants} deltakarar i {edition}.',
    en: '{winner} is the best of {participants} participants in {edition}.',
  },
  missingTitle: { nb: 'Siden finnes ikke', nn: 'Sida finst ikkje', en: 'There is no such page' },
  missingBody: {
    nb: 'Adressen kan være feil, eller det er ikke noe å vise ennå.',
    nn: 'Adressa kan vere feil, eller det er ikkje noko å vise enno.',
    en: 'The address may be wrong, or there is nothing to show yet.',
  },
  pressTitle: { nb: 'Presseliste: {edition}', nn: 'Presseliste: {edition}', en: 'Press list: {edition}' },
  embargo: {
    nb: 'SPERREFRIST: {at}. Ikke til offentliggjøring før.',
    nn: 'SPERREFRIST: {at}. Ikkje til offentleggjering før.',
    en: 'EMBARGO: {at}. Not for publication before.',
  },
  noEmbargo: {
    nb: 'Tidspunkt for offentliggjøring er ikke satt. Ikke til offentliggjøring.',
    nn: 'Tidspunkt for offentleggjering er ikkje sett. Ikkje til offentleggjering.',
    en: 'No time of publication has been set. Not for publication.',
  },
  released: {
    nb: 'Offentlig fra {at}.',
    nn: 'Offentleg frå {at}.',
    en: 'Public since {at}.',
  },
  facts: { nb: 'Fakta', nn: 'Fakta', en: 'Facts' },
} as const satisfies Readonly<Record<string, Localized>>

export const publicWriter = (language: Language) => writerOf(publicTexts, language)
export type PublicWriter = ReturnType<typeof publicWriter>
