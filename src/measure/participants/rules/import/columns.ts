import type { ImportField, Mapping } from '../../contract.ts'

/** What people call the columns, in bokmål, nynorsk and English, without case, spaces and punctuation. */
const names: Readonly<Record<ImportField, readonly string[]>> = {
  name: [
    'participant',
    'name',
    'company',
    'organisation',
    'organization',
    'deltaker',
    'deltakar',
    'navn',
    'namn',
    'bedrift',
    'virksomhet',
    'verksemd',
    'selskap',
    'firma',
    'kundesenter',
  ],
  class: ['class', 'industry', 'group', 'category', 'klasse', 'bransje', 'kategori', 'gruppe'],
  website: [
    'website',
    'url',
    'web',
    'homepage',
    'site',
    'nettside',
    'nettsted',
    'nettstad',
    'hjemmeside',
    'heimeside',
    'nettadresse',
    'webside',
  ],
  variant: ['variant', 'entry', 'entryvariant', 'påmelding', 'påmeldingsvariant', 'deltakelse', 'deltaking'],
  relationship: ['relationship', 'relation', 'relasjon', 'forhold', 'tilknytning', 'tilknyting'],
  competitors: ['competitors', 'konkurrenter', 'konkurrentar', 'valgtekonkurrenter', 'valdekonkurrentar'],
  phone: ['phone', 'telephone', 'tel', 'tlf', 'telefon', 'telefonnummer', 'phonenumber'],
  email: ['email', 'mail', 'epost', 'epostadresse', 'emailaddress'],
  contactForm: ['contactform', 'form', 'kontaktskjema', 'skjema', 'webskjema', 'nettskjema'],
  chat: ['chat', 'livechat', 'nettprat'],
  messenger: ['messenger', 'facebookmessenger', 'fbmessenger'],
}

function plain(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** Fields found by their column names; each column is used once. Example: ['Deltaker', 'Bransje'] → name, class. */
export function mapColumns(header: readonly string[]): Mapping {
  const mapping: Mapping = {}
  for (const [field, known] of Object.entries(names) as [ImportField, readonly string[]][]) {
    const column = header.find((name) => known.includes(plain(name)))
    if (column !== undefined) mapping[field] = column
  }
  return mapping
}
