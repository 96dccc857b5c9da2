/** The people and companies of the demo world. All of them are invented; likeness to real ones is chance. */
import type { ChannelId } from '../measure/edition/contract.ts'

export type DemoCompany = {
  readonly name: string
  readonly class: string
  /** Name of the built-in page that stands for its home page. */
  readonly page: string
  readonly channels: readonly ChannelId[]
  /** E-mail is reached by a contact form instead of an address. */
  readonly byForm: boolean
  /** How well it meets its customers, in standard deviations from the average. */
  readonly strength: number
}

const channelSets: Readonly<Record<string, readonly ChannelId[]>> = {
  pec: ['phone', 'email', 'chat'],
  pem: ['phone', 'email', 'messenger'],
  pe: ['phone', 'email'],
  pc: ['phone', 'chat'],
  ec: ['email', 'chat'],
}

/** Class: name, channel set (first letters), `f` for a contact form, strength. */
const companies: Readonly<Record<string, readonly (readonly [string, string, number])[]>> = {
  Strøm: [
    ['Nordlys Kraft', 'pec', 0.35],
    ['Fossheim Energi', 'pem', 0.9],
    ['Brevatn Strøm', 'pe', -0.3],
    ['Lynghei Kraft', 'pecf', 0.1],
    ['Solrenna Energi', 'pem', -0.7],
    ['Øyvær Strøm', 'pe', 0.75],
    ['Vindås Kraft', 'pec', -0.15],
  ],
  'Bank og forsikring': [
    ['Havblikk Bank', 'pec', 0.8],
    ['Tindheim Forsikring', 'pec', 1.0],
    ['Furulia Sparebank', 'pef', 0.55],
    ['Skagesund Bank', 'pc', -0.2],
    ['Trygghamn Forsikring', 'pec', 0.2],
    ['Bjørkedal Sparebank', 'pe', 0.85],
    ['Klippen Forsikring', 'pecf', -0.6],
  ],
  'Mobil og bredbånd': [
    ['Skogsjø Mobil', 'pec', 0.15],
    ['Solsida TV', 'pem', -0.45],
    ['Fiberfall', 'pc', -0.9],
    ['Heiloft Bredbånd', 'pec', 0.3],
    ['Tindenett', 'ec', -0.35],
    ['Linjevakt', 'pem', 0.6],
    ['Ekkofjord Mobil', 'pec', 0.0],
  ],
  'Reise og kollektiv': [
    ['Fjordlinja', 'pec', 1.1],
    ['Kystbuss', 'pem', 0.05],
    ['Vidde Reiser', 'pe', -0.25],
    ['Sundferja', 'pef', 0.4],
    ['Høyfjellsekspressen', 'pem', -0.5],
    ['Skydrag Fly', 'pec', -0.8],
    ['Bylinja', 'pec', 0.25],
  ],
  'Netthandel og elektronikk': [
    ['Lyngen Netthandel', 'ec', -0.1],
    ['Bryggen Elektro', 'pec', 0.2],
    ['Pakkeloftet', 'ecf', -0.65],
    ['Sportsbua Nord', 'pem', 0.5],
    ['Hjemlys', 'pef', 0.7],
    ['Bokfjæra', 'pe', 0.45],
  ],
  'Kommune og offentlig tjeneste': [
    ['Storvik kommune', 'pef', -0.3],
    ['Myrdalsøy kommune', 'pe', 0.5],
    ['Innsundet kommune', 'pecf', 0.1],
    ['Vassfjell vann og avløp', 'pe', -0.55],
    ['Pasientreiser Vestøy', 'pe', 0.35],
    ['Vegvakta Midt', 'pemf', -0.4],
  ],
}

export const demoClasses: readonly string[] = Object.keys(companies)

export const demoCompanies: readonly DemoCompany[] = Object.entries(companies).flatMap(([group, members]) =>
  members.map(([name, set, strength]) => ({
    name,
    class: group,
    page: pageName(name),
    channels: channelSets[set.replace('f', '')]!,
    byForm: set.endsWith('f'),
    strength,
  })),
)

function pageName(company: string): string {
  return company
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .replaceAll(/[^a-z0-9]+/g, '-')
}

export const demoObservers: readonly string[] = [
  'Aud Hellestrand',
  'Birger Lunde',
  'Carina Solvang',
  'Dagfinn Øyen',
  'Eline Tveito',
  'Frode Myhre',
  'Guro Nesset',
  'Halvor Bakke',
  'Ingvild Sørbø',
  'Jon Erik Vik',
  'Kaja Rønning',
  'Leif Haugland',
  'Marte Skeie',
  'Nils Aasen',
  'Oda Fjellheim',
  'Per Inge Moen',
  'Ragnhild Torp',
  'Sindre Kvamme',
  'Tuva Bergset',
  'Ulrik Dale',
  'Vigdis Holte',
  'William Strand',
  'Ylva Nordbø',
  'Åse Grindheim',
]

/** The observer and the participant whose people can sign in. */
export const signedInObserver = 'Jonas Lien'
export const participantWithSignIn = 'Nordlys Kraft'
export const classWithSignIn = demoCompanies.find(({ name }) => name === participantWithSignIn)!.class
