/** What a number or an address is for, as pages say it in Norwegian, Nordic, German, Dutch, French and English. */
export type Purpose =
  | 'customer'
  | 'general'
  | 'unknown'
  | 'orders'
  | 'sales'
  | 'editorial'
  | 'person'
  | 'mention'
  | 'office'
  | 'business'
  | 'emergency'
  | 'fax'
  | 'press'
  | 'jobs'
  | 'privacy'
  | 'web'
  | 'partner'
  | 'advertising'
  | 'investor'
  | 'whistle'
  | 'automatic'
  | 'foreign'

const words: readonly (readonly [Purpose, RegExp])[] = [
  ['fax', /fax|faks\b|telekopi/i],
  [
    'press',
    /\bpress(?:e|en)?\b|presse(?:kontakt|vakt|telefon|ansvarlig|stelle|henvendelse|tjeneste)|press(?:kontakt|tjänst|jour|frågor|avdelning|room| contact| office| enquir| inquir)|\bmedia(?:kontakt| contact| enquir| inquir| relations|henvendelse)|medievakt|for (?:media|journalister)|journalist|\btips (?:oss|redaksjonen)|tipstelefon/i,
  ],
  [
    'jobs',
    /jobb(?:e|s[øo]k| hos)|\bstilling(?:en|er|a)?\b|søknadsfrist|ledige? stilling|karriere|career|recruit|rekrutter|bewerb|vacanc|söknad|s[øo]knad om jobb|human resources|\bhr\b/i,
  ],
  [
    'privacy',
    /personvern|privacy|\bgdpr\b|datenschutz|dataskydd|databeskyttelse|data protection|tietosuoja|persondata/i,
  ],
  ['whistle', /varsling|varslings|whistle|visselblås/i],
  [
    'investor',
    /investor|aksjon[æa]r|faktura(?:mottak|adresse|er sendes)|invoic|\behf\b|regnskap|accounts? payable|buchhaltung|fakturering/i,
  ],
  [
    'advertising',
    /annons(?:e|ør|er|ering|salg|avdeling)|advertis|anzeigen|\bwerbung\b|mediasalg|annoncesalg|annoncer/i,
  ],
  [
    'partner',
    /partner|samarbeid|sponsor|affiliate|leverandør|suppliers?\b|lieferant|influencer|samarbete|wholesale/i,
  ],
  [
    'business',
    /bedrift(?:s?kund(?:e[rn]?|ene|ar|ane)|s?senter|smarked|er|ar)?\b|for (?:bedrifter|næringsliv)|\bb2b\b|business (?:customers?|sales|support|cent)|^business\b|geschäftskunden|firmenkunden|företagskund|företag\b|för företag|erhverv|næringskunde|storkunde|forhandler(?:e|kontakt)?\b|\bdealers?\b|yrityksille|zakelijk|brokers? (?:&|and) agents|\btrade\b/i,
  ],
  [
    'emergency',
    /st[öo]rung|nødtelefon|n[øo]dnummer|beredskap|d[øo]gnvakt|vakttelefon|feilmelding|sperr(?:e|ing)? (?:av )?kort|sperretjeneste|kortsperr|emergency|notruf|notdienst|entstör|akut|legevakt|strømbrudd|melde feil|feil på nett|giftinformasjon|spärr|alarmsentral|block (?:your )?card|lost or stolen/i,
  ],
  [
    'web',
    /webmaster|web-?site (?:by|problem|feedback)|teknisk feil på nettside|utviklet av|levert av|nettside(?:n)? (?:er )?(?:levert|laget)|powered by|designed by|design:/i,
  ],
  [
    'customer',
    /kunde?(?:service|senter|center|st[øo]tte|betreuung|kontakt|behandl|hjelp|telefon|dienst|linje|support)|kundtjänst|kundservice|privatkund|\bprivat\b|forbruker(?:kontakt|service)?|customer[- ]?(?:service|care|support|help|relations|team|enquir)|client (?:service|support)|servi(?:ce|ço|cio) (?:client|au client)|hotline|help ?(?:desk|line)|support|asiakaspalvelu|klantenservice|hjelpetelefon|servicetelefon|service ?center|atención al cliente|servizio clienti|beratung|kostenlose|questions\?|spørsmål\?|frågor\?|kundetelefon|brukerstøtte|brukarstøtte/i,
  ],
  [
    'orders',
    /bestilling|ordre(?:telefon|kontor)|order ?line|order by (?:phone|tele)|to order|place an order|bestell|beställ|reservas|book(?:ing)?s?\b|reservation|timebestilling/i,
  ],
  [
    'general',
    /sentralbord|sentralbordet|hovednummer|hovedkontor|växel|omstilling|zentrale|switch ?board|head ?quarters?|head office|\bmain\b|resepsjon|reception|administra[st][jt]?i?on|generell|general (?:enquir|inquir)|hotline|huvudnummer|hovedtelefon|vaihde|hauptsitz/i,
  ],
  [
    'sales',
    /\bsalg(?:s|savdeling)?\b|\bsales\b|vertrieb|verkauf|försäljning|säljare|salgskontor|vente\b|verkoop/i,
  ],
  ['editorial', /redaksjon|redaktion|redaktør|editor/i],
  [
    'foreign',
    /fra utlandet|från utlandet|fra udlandet|from abroad|outside (?:norway|the us|the uk|of)|aus dem ausland|international(?:e)? (?:callers?|customers)|utenfor norge/i,
  ],
]

/** The purpose that a label names, 'unknown' when it names none. Example: 'TINE Kundesenter Bedrift:' → 'business'. */
export function purposeOf(label: string): Purpose {
  return words.find(([, pattern]) => pattern.test(label))?.[0] ?? 'unknown'
}

const tiers: Readonly<Record<Purpose, number>> = {
  customer: 1,
  general: 2,
  unknown: 2,
  foreign: 2,
  orders: 2,
  sales: 4,
  office: 4,
  mention: 5,
  editorial: 5,
  person: 5,
  business: 6,
  emergency: 6,
  advertising: 9,
  fax: 9,
  press: 9,
  jobs: 9,
  privacy: 9,
  web: 9,
  partner: 9,
  investor: 9,
  whistle: 9,
  automatic: 9,
}

/** How near a purpose is to a new private customer's errand: 1 made for it … 8 last resort, 9 never. */
export function tierOf(purpose: Purpose): number {
  return tiers[purpose]
}

/**
 * Which of the found contacts a private customer would use: all that are made for customers or general;
 * only when there is none, the nearest of the others. Contacts of tier 9 are never used.
 */
export function usable<T extends { readonly purpose: Purpose }>(found: readonly T[]): readonly T[] {
  const best = Math.min(9, ...found.map((contact) => tierOf(contact.purpose)))
  if (best >= 9) return []
  const limit = Math.max(3, best)
  return found
    .filter((contact) => tierOf(contact.purpose) <= limit)
    .sort((a, b) => tierOf(a.purpose) - tierOf(b.purpose))
}
