/** The core answers of the demo's power company. Prices, dates and numbers are invented. */
import type { Language } from '../../../kernel/localized.ts'
import type { AnswerChannel, AnswerState, FactKind } from '../../../understand/answers/rules/answer-words.ts'

export type DemoSheet = {
  /** The demo topic that it answers. */
  readonly topic: string
  readonly title: string
  readonly body: string
  readonly questions: readonly string[]
  readonly tasks: string
  readonly goals: string
  readonly waysIn: string
  readonly waysForward: string
  readonly state: AnswerState
  /** Days since it was agreed, or last written. */
  readonly days: number
  readonly translations?: Partial<
    Record<Language, { readonly title: string; readonly body: string; readonly stale?: boolean }>
  >
  /** Channels with an approved text; all of its channels unless said. */
  readonly approved?: readonly AnswerChannel[]
  /** The body as it was when these channels approved it, and the channels: they are stale now. */
  readonly before?: { readonly body: string; readonly channels: readonly AnswerChannel[] }
  /** A text that says something else than the core. */
  readonly wrong?: { readonly channel: AnswerChannel; readonly from: string; readonly to: string }
  /** A newer body that is being written while the agreed one is used. */
  readonly newer?: string
  /** Channels whose owner has said yes to one in review. */
  readonly signedOff?: readonly AnswerChannel[]
  readonly comments?: readonly {
    readonly role: 'agent' | 'manager' | 'editor'
    readonly days: number
    readonly channel: AnswerChannel | null
    readonly text: string
    readonly resolution?: string
  }[]
}

/** Kept in one place, and referred to by name. */
export const demoFacts: readonly {
  readonly name: string
  readonly kind: FactKind
  readonly value: string
}[] = [
  { name: 'purregebyr', kind: 'price', value: '35 kr' },
  { name: 'papirfakturagebyr', kind: 'price', value: '69 kr' },
  { name: 'min side', kind: 'link', value: 'https://kraft.example.no/min-side' },
  { name: 'feilvakta', kind: 'phone', value: '04 321' },
  { name: 'oppsigelsestid', kind: 'number', value: '14 dager' },
]

const common = {
  goals: 'Færre henvendelser som kunne vært spart',
  waysForward: 'Min side\nKundeservice på chat og telefon',
}

export const demoSheets: readonly DemoSheet[] = [
  {
    ...common,
    topic: 'reminder-fee',
    title: 'Jeg har fått purring, men har betalt',
    body: 'Har du betalt, kan du se bort fra purringen. En betaling er hos oss etter {{tall behandlingstid: to virkedager}}.\n\nEr purringen sendt etter at betalingen kom inn, sletter vi purregebyret på {{=purregebyr}}.\n\n1. Logg inn på {{=min side}}\n2. Velg «Betaling» og se om regningen står som betalt\n3. Ta kontakt hvis den fortsatt står som ubetalt',
    questions: ['Hvorfor får jeg purring når jeg har betalt?', 'Kan dere slette purregebyret?'],
    tasks: 'Slippe å betale gebyr for noe som er betalt',
    waysIn: 'Purrebrev på SMS\nSøk etter «purring» og «inkasso»',
    state: 'agreed',
    days: 40,
    translations: {
      nn: {
        title: 'Eg har fått purring, men har betalt',
        body: 'Har du betalt, kan du sjå bort frå purringa. Ei betaling er hos oss etter {{tal behandlingstid: to virkedagar}}.\n\nEr purringa send etter at betalinga kom inn, slettar vi purregebyret på {{=purregebyr}}.\n\n1. Logg inn på {{=min side}}\n2. Vel «Betaling» og sjå om rekninga står som betalt\n3. Ta kontakt viss ho framleis står som ubetalt',
      },
      en: {
        title: 'I got a reminder, but I have paid',
        body: 'If you have paid, you can ignore the reminder. A payment reaches us within {{number processing time: two working days}}.\n\nIf the reminder was sent after the payment came in, we delete the reminder fee of {{=purregebyr}}.\n\n1. Log in at {{=min side}}\n2. Choose “Payment” and see whether the bill is marked as paid\n3. Get in touch if it is still unpaid',
      },
    },
  },
  {
    ...common,
    topic: 'moving',
    title: 'Flytte strømavtalen til ny adresse',
    body: 'Du flytter avtalen på {{=min side}}. Gi beskjed senest {{tall varsling ved flytting: 3 virkedager}} før du overtar boligen. Avtalen følger med, og det koster {{pris flyttegebyr: 0 kr}}.\n\n1. Velg «Flytte»\n2. Skriv inn ny adresse og dato for overtakelse\n3. Les av måleren den dagen du flytter, hvis du har en gammel måler',
    questions: ['Jeg skal flytte, hva gjør jeg med strømmen?', 'Hvordan melder jeg flytting?'],
    tasks: 'Ha strøm fra første dag i ny bolig',
    waysIn: 'Nettsiden «Flytting»\nTelefon i uken før overtakelse',
    state: 'agreed',
    days: 65,
    translations: {
      en: {
        title: 'Move the power agreement to a new address',
        body: 'Move the agreement at {{=min side}}. Tell us at least {{number notice when moving: 3 working days}} before you take over the home. The agreement moves with you, and it costs {{price moving fee: NOK 0}}.\n\n1. Choose “Move”\n2. Enter the new address and the day you take over\n3. Read the meter the day you move, if it is an old one',
      },
    },
  },
  {
    ...common,
    topic: 'cancel',
    title: 'Si opp strømavtalen',
    body: 'Oppsigelsestiden er {{=oppsigelsestid}}. Bytter du leverandør, sier den nye opp for deg, og du trenger ikke gjøre noe.\n\nSkal du ikke ha strøm noe sted, sier du opp på {{=min side}} under «Avtaler».',
    questions: ['Hvordan sier jeg opp?', 'Hvor lang oppsigelsestid har jeg?'],
    tasks: 'Avslutte avtalen uten å betale for mye',
    waysIn: 'Telefon etter tilbud fra andre',
    state: 'agreed',
    days: 90,
    wrong: { channel: 'chat', from: '{{=oppsigelsestid}}', to: '30 dager' },
    comments: [
      {
        role: 'agent',
        days: 2,
        channel: 'chat',
        text: 'I chatten står det 30 dager. Kundene viser til det når jeg sier 14.',
      },
    ],
  },
  {
    ...common,
    topic: 'paper-fee',
    title: 'Gebyr for papirfaktura',
    body: 'Papirfaktura koster {{=papirfakturagebyr}}. Du slipper gebyret med eFaktura eller faktura på e-post.\n\nEr du over {{tall aldersgrense: 75 år}}, eller bruker du ikke digitale tjenester, får du fritak når du ber om det.',
    questions: ['Hvorfor betaler jeg for papirfaktura?'],
    tasks: 'Slippe gebyret',
    waysIn: 'Fakturaen selv',
    state: 'agreed',
    days: 6,
    before: {
      body: 'Papirfaktura koster {{=papirfakturagebyr}}. Du slipper gebyret med eFaktura.',
      channels: ['phone', 'email', 'inPerson'],
    },
  },
  {
    ...common,
    topic: 'high-bill',
    title: 'Hvorfor er strømregningen så høy?',
    body: 'Regningen følger forbruket og timeprisen. Påslaget i avtalen er {{pris påslag: 4,9 øre}} per kWh, og månedsbeløpet er {{pris månedsbeløp: 49 kr}}.\n\n- Se forbruket ditt time for time på {{=min side}}\n- Sammenlign med samme måned i fjor\n- Strømstøtten trekkes fra på nettleien',
    questions: ['Hvorfor har regningen økt så mye?', 'Kan det stemme at jeg skal betale så mye?'],
    tasks: 'Forstå hva regningen består av',
    waysIn: 'Fakturaen på e-post\nFacebook når prisene stiger',
    state: 'inReview',
    days: 3,
    signedOff: ['phone', 'chat'],
    comments: [
      {
        role: 'manager',
        days: 2,
        channel: null,
        text: 'Bra at strømstøtten er med. Skal vi nevne Norgespris også?',
      },
      {
        role: 'agent',
        days: 9,
        channel: 'phone',
        text: 'Kundene spør alltid om de kan dele opp betalingen. Kan vi vise videre?',
        resolution: 'Tatt inn under veier videre.',
      },
    ],
  },
  {
    ...common,
    topic: 'split-payment',
    title: 'Utsette eller dele opp en regning',
    body: 'Du kan utsette forfall med {{tall utsettelse: 14 dager}} på {{=min side}}. Trenger du lenger tid, avtaler vi nedbetaling over inntil {{tall nedbetaling: tre måneder}}.\n\nDet koster ingenting å utsette.',
    questions: ['Kan jeg få utsatt betalingen?', 'Kan jeg betale regningen i flere deler?'],
    tasks: 'Få tid til å betale',
    waysIn: 'Chat og telefon rundt forfall',
    state: 'agreed',
    days: 31,
    approved: ['phone', 'chat', 'chatbot', 'web'],
  },
  {
    ...common,
    topic: 'outage',
    title: 'Strømmen er borte',
    body: 'Sjekk sikringsskapet først. Er det mørkt hos naboen også, er det brudd hos oss.\n\n1. Se strømbruddkartet på nettsiden\n2. Står ikke adressen din der, ring feilvakta på {{=feilvakta}}, hele døgnet\n\nHold avstand til ledninger som ligger nede.',
    questions: ['Når kommer strømmen tilbake?', 'Er det strømbrudd hos meg?'],
    tasks: 'Vite når strømmen er tilbake',
    waysIn: 'Telefon og Facebook under uvær',
    state: 'agreed',
    days: 120,
  },
  {
    ...common,
    topic: 'meter-fault',
    title: 'Jeg tror måleren viser feil',
    body: 'Vi kontrollerer måleren når du ber om det. Er feilen over {{prosent feilgrense: 3 prosent}}, er kontrollen gratis. Ellers koster den {{pris kontroll: 1 850 kr}}.\n\nMålere som er kontrollert, viser nesten alltid riktig. Se forbruket time for time på {{=min side}} først.',
    questions: ['Er det feil på måleren min?'],
    tasks: 'Være trygg på at målingen er riktig',
    waysIn: 'Etter en høy regning',
    state: 'agreed',
    days: 55,
    newer:
      'Vi kontrollerer måleren når du ber om det. Er feilen over {{prosent feilgrense: 3 prosent}}, er kontrollen gratis. Ellers koster den {{pris kontroll: 1 850 kr}}, og den trekkes fra på neste regning.\n\nMålere som er kontrollert, viser nesten alltid riktig. Slå av hovedsikringen: Står måleren stille, er det noe hjemme som bruker strøm.',
  },
  {
    ...common,
    topic: 'compensation',
    title: 'Kompensasjon etter strømbrudd',
    body: 'Du kan kreve kompensasjon når strømmen har vært borte i mer enn {{tall grense for kompensasjon: 12 timer}}. Satsen er {{pris kompensasjon: 660 kr}}.\n\nSend kravet på skjemaet på nettsiden innen seks måneder. Vi trekker beløpet fra på nettleien.',
    questions: ['Får jeg penger igjen etter strømbruddet?'],
    tasks: 'Få det jeg har krav på',
    waysIn: 'E-post og skjema etter storm',
    state: 'agreed',
    days: 75,
    approved: ['email', 'web', 'phone', 'chat'],
  },
  {
    ...common,
    topic: 'fibre-order',
    title: 'Bestille fiber',
    body: 'Etablering koster {{pris etablering: 2 990 kr}}. Der det er bygget, er fiberen klar innen {{tall leveringstid: tolv uker}}.\n\n1. Søk opp adressen din på nettsiden\n2. Velg hastighet og bestill\n3. Vi ringer og avtaler tid for montering',
    questions: ['Kan jeg få fiber der jeg bor?', 'Hva koster fiber?'],
    tasks: 'Få raskt nett hjemme',
    waysIn: 'Nettsiden\nSalg på dør',
    state: 'agreed',
    days: 48,
    approved: ['web', 'chat', 'phone', 'chatbot', 'email', 'inPerson', 'social'],
  },
  {
    ...common,
    topic: 'log-in',
    title: 'Logge inn på Min side',
    body: 'Logg inn med BankID. Har du glemt passordet, får du en lenke på e-post. Den gjelder i {{tall lenken varer: 30 minutter}}.\n\nKommer det ingen e-post, se i søppelposten, eller sjekk at vi har riktig adresse.',
    questions: ['Jeg kommer ikke inn på Min side', 'Lenken for nytt passord virker ikke'],
    tasks: 'Komme inn',
    waysIn: 'Innloggingssiden',
    state: 'inReview',
    days: 1,
    signedOff: [],
  },
  {
    ...common,
    topic: 'solar',
    title: 'Selge strøm fra solceller',
    body: 'Som plusskunde får du spotpris pluss {{pris påslag til plusskunder: 5 øre}} per kWh for overskuddet. Beløpet trekkes fra på neste faktura.',
    questions: ['Hva får jeg for strømmen jeg selger?'],
    tasks: 'Få betalt for overskuddet',
    waysIn: 'Søk etter «plusskunde»',
    state: 'agreed',
    days: 20,
    approved: ['web', 'email'],
    translations: {
      nn: {
        title: 'Selje straum frå solceller',
        body: 'Som plusskunde får du spotpris pluss {{pris påslag til plusskundar: 5 øre}} per kWh for overskotet.',
        stale: true,
      },
    },
  },
  {
    ...common,
    topic: 'ev-charger',
    title: 'Elbillader hjemme',
    body: 'Laderen koster {{pris lader: 12 990 kr}} ferdig montert, og garantien er {{tall garanti: fem år}}.',
    questions: ['Kan dere montere elbillader?'],
    tasks: 'Lade trygt hjemme',
    waysIn: '',
    state: 'draft',
    days: 4,
    approved: [],
    comments: [
      { role: 'editor', days: 4, channel: null, text: 'Mangler hva som skjer når sikringen er for liten.' },
    ],
  },
  {
    ...common,
    topic: 'prepaid',
    title: 'Akonto: å betale forskudd',
    body: 'Akonto er et forskudd som gjøres opp mot virkelig forbruk hver {{tall oppgjør: tredje måned}}.',
    questions: ['Hva betyr akonto?'],
    tasks: 'Forstå fakturaen',
    waysIn: '',
    state: 'retired',
    days: 150,
    approved: [],
  },
]

/** What agents have searched for in vain: masked, as the product keeps it. */
export const demoMisses: readonly (readonly [
  query: string,
  times: number,
  kind: 'empty' | 'unused',
  days: number,
])[] = [
  ['varmepumpe støtte', 14, 'empty', 1],
  ['falsk sms regning', 11, 'empty', 0],
  ['norgespris hytte', 9, 'unused', 2],
  ['dødsbo fullmakt', 5, 'unused', 6],
  ['batteri i garasje', 3, 'empty', 11],
]
