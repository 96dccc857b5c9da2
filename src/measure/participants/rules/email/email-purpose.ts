import { type Purpose, purposeOf } from '../purpose.ts'

const byLocalPart: readonly (readonly [Purpose, RegExp])[] = [
  [
    'automatic',
    /^(?:no-?_?reply|do-?not-?reply|ikke-?svar|svar-?ikke|mailer-daemon|bounce|noreply.*|automat)/,
  ],
  [
    'press',
    /^(?:press|presse|media|medier|mediekontakt|pressekontakt|pr|redaktor|nyhet|tips|tip)(?:$|[._-])|presse(?:vakt|kontakt|stelle)/,
  ],
  [
    'jobs',
    /^(?:jobb?|jobs|career|careers|karriere|hr|rekruttering|rekrytering|recruit\w*|bewerbung\w*|soknad|personal|stilling)(?:$|[._-])/,
  ],
  [
    'privacy',
    /^(?:personvern\w*|privacy\w*|gdpr|dpo|datenschutz\w*|dataskydd\w*|databeskyttelse\w*|tietosuoja|datatilsyn|persondata|integritet|pvo|personvernombud)(?:$|[._-])?/,
  ],
  [
    'web',
    /^(?:web-?master|web-?red\w*|web|hostmaster|postmaster|admin|root|abuse|nettredaktor|nettside\w*|support-web|security|sikkerhet|copyright|dmca|legal)(?:$|[._-])/,
  ],
  [
    'partner',
    /^(?:partner\w*|affiliate\w*|samarbeid\w*|sponsor\w*|influencer|marketing|markedsforing|marked|marknad|innkjop|purchas\w*|supplier\w*|leverand\w*|lieferant\w*)(?:$|[._-])/,
  ],
  ['advertising', /^(?:annon[sc]\w*|ads|advert\w*|anzeigen|werbung|mediasalg)(?:$|[._-])/],
  [
    'investor',
    /^(?:ir|investor\w*|aksje\w*|finance|finans|faktura\w*|invoice\w*|regnskap|accounting|okonomi|ekonomi|rechnung\w*|billing|ehf|bokhold\w*|kreditor)(?:$|[._-])/,
  ],
  ['whistle', /^(?:varsl\w*|whistle\w*|etikk|ethics|compliance)(?:$|[._-])/],
  [
    'business',
    /^(?:b2b|bedrift\w*|business|foretag\w*|f[öo]retag\w*|erhverv\w*|forhandler\w*|dealer\w*|wholesale|engros|corporate|proff|grosshandel)(?:$|[._-])/,
  ],
  ['editorial', /^(?:redaks\w*|redakt\w*|editor\w*|desk|news)(?:$|[._-])/],
  [
    'sales',
    /^(?:salg|sales|sale|verkauf|vertrieb|f[oö]rs[aä]ljning|salj|myynti|ventas|vente|verkoop|sponsing)(?:$|[._-])/,
  ],
  [
    'customer',
    /(?:kunde?(?:service|senter|center|st[oø]tte|kontakt|behandling|hjelp|tjanst|dienst)|customer|kundtjanst|kundservice|asiakaspalvelu|klantenservice|support|hjelp|hilfe|help|service|forbruker|consumer|kunde|kundar|kunder|medlem|member|care)/,
  ],
  [
    'general',
    /^(?:info\w*|post\w*|firmapost|kontakt\w*|contact\w*|contatti|contacto|hello|hallo|hallå|hei|hej|hi|mail|epost|e-post|office|kontor|enquir\w*|inquir\w*|resepsjon|reception|sentralbord|rathaus|kommune|gemeinde|butikk|shop|nettbutikk|store|webshop|booking|bestill\w*|ordre?|orders?|team|ask|general|main|mailbox|feedback|sekretariat|administrasjon|adm|bibliotek|servicetorg|dialog|welcome|tickets?|reservations?|kasse\w*)(?:$|[._-])?/,
  ],
]

const person = /^[a-zæøåäöü]{2,}[._][a-zæøåäöü]{3,}(?:[._][a-zæøåäöü]{3,})?$/

/** What an address is for, read from the part before the @. Example: 'presse@firma.no' → 'press'. */
export function purposeOfLocalPart(address: string): Purpose {
  const local = address.slice(0, address.indexOf('@')).toLowerCase()
  const hit = byLocalPart.find(([, pattern]) => pattern.test(local))
  if (hit) return hit[0]
  return person.test(local) ? 'person' : 'unknown'
}

const strongWords: ReadonlySet<Purpose> = new Set([
  'press',
  'jobs',
  'privacy',
  'partner',
  'advertising',
  'investor',
  'business',
  'web',
  'whistle',
])

/**
 * What an address is for, from its own words and from the words beside it: a short label such as
 * "Bedrift:" speaks louder than the address, a long sentence does not.
 */
export function purposeOfAddress(address: string, label: string): Purpose {
  const own = purposeOfLocalPart(address)
  if (strongWords.has(own) || own === 'automatic') return own
  const said = label.length <= 60 ? purposeOf(label) : 'unknown'
  if (strongWords.has(said)) return said
  if (said === 'customer' && (own === 'unknown' || own === 'general' || own === 'sales')) return 'customer'
  return own
}
