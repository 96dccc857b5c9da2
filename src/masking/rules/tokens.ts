import type { PersonalKind } from './span.ts'

/** What stands in place of what was masked: fixed words, so that grouping by topic can treat each as one word. */
export const maskTokens: Readonly<Record<PersonalKind, string>> = {
  nationalId: '[fødselsnummer]',
  card: '[kortnummer]',
  iban: '[kontonummer]',
  account: '[kontonummer]',
  email: '[e-post]',
  link: '[lenke]',
  ip: '[ip-adresse]',
  customerNumber: '[kundenummer]',
  passport: '[legitimasjon]',
  birthDate: '[fødselsdato]',
  phone: '[telefon]',
  organisationNumber: '[organisasjonsnummer]',
  address: '[adresse]',
  plate: '[bilskilt]',
  name: '[navn]',
}

const bare = [...new Set(Object.values(maskTokens))].map((token) => token.slice(1, -1))
const token = new RegExp(String.raw`\[(?:${bare.join('|')}|navn \d{1,3})\]`, 'g')

/** The text with every token as marks of the same length that no finder reads anything into. */
export function withoutTokens(text: string): string {
  return text.replaceAll(token, (found) => '\ue000'.repeat(found.length))
}
