import type { PersonalKind, Span } from './span.ts'

type Rule = { readonly kind: PersonalKind; readonly pattern: RegExp }

const middle = String.raw`(?:\s?(?:nummer|nr|number|no|id)\b)?[.:#]?\s{0,2}(?:(?:er|var|mitt er|is|was|=|-|:)\s{0,2})?[:#]?\s{0,2}`
const months =
  '(?:jan(?:uary?)?|feb(?:ruary?)?|febr(?:uar)?|mars|march|mar|apr(?:il)?|ma[iy]|jun[ie]?|jul[iy]?|aug(?:ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[sc](?:ember)?)'
const birthDate = String.raw`(?:\d{1,2}[./ -] ?\d{1,2}[./ -] ?\d{2}(?:\d{2})?|\d{4}-\d{2}-\d{2}|\d{6}|\d{1,2}(?:st|nd|rd|th)?[. ]{0,2}(?:of )?${months}[. ]{0,2}\d{2}(?:\d{2})?|${months} \d{1,2}(?:st|nd|rd|th)?,? \d{4})`
const said = (words: string, value: string): RegExp =>
  new RegExp(String.raw`(?<!\p{L})(?:${words})${middle}(?<value>${value})(?![\p{L}\d])`, 'giu')

/** What nothing but the word in front of it gives away. */
const rules: readonly Rule[] = [
  {
    kind: 'customerNumber',
    pattern: said(
      String.raw`(?:kunde|avtale|abonnements?|konto-?id|anleggs?|m[åa]ler)[\s-]?(?:nummer|nr|id)|kundenummeret mitt|medlems?[\s-]?(?:nummer|nr|id)|customer (?:number|no|id)|member(?:ship)? (?:number|no|id)|kid[\s-]?(?:nummer|nr)|kid`,
      String.raw`[A-Z]{0,4}[-\s]?\d[\d .-]{1,30}\d`,
    ),
  },
  {
    kind: 'passport',
    pattern: said(
      String.raw`pass(?:nummer|nr|port)?|passport|reisebevis|duf[\s-]?(?:nummer|nr)?|f[øo]rerkort|driving licen[cs]e`,
      String.raw`[A-Z]{0,3}[ -]?\d[\d -]{4,14}\d`,
    ),
  },
  {
    kind: 'birthDate',
    pattern: said(
      'f[øo]dt(?: den)?|f[øo]dd(?: den)?|f[øo]dselsdato|f[øo]dselsdag|f(?=\\.\\s?\\d{1,2}[./])|born(?: on)?|date of birth|dob',
      birthDate,
    ),
  },
  {
    kind: 'nationalId',
    pattern: said(
      String.raw`person[\s-]?(?:nummer|nr)(?:et)?|siste fem(?: siffer)?|siste 5(?: siffer)?|f[øo]dsels?(?:nummer|nr)(?:et)?|fnr`,
      String.raw`(?:\d{2}[. -]?\d{2}[. -]?\d{2}[. -]{0,2})?\d{5}`,
    ),
  },
  {
    kind: 'nationalId',
    pattern: said('ssn|social security', String.raw`\d{3}-?\d{2}-?\d{4}`),
  },
]

const asks =
  /kunde|avtale|abonnement|anlegg|konto-?id|m[åa]ler|\bf\.|medlem|customer|member|kid|pass|reisebevis|duf|rerkort|licen|f[øo]d|born|dob|birth|person|siste|fnr|ssn|social/i

/**
 * Customer numbers, passports, dates of birth and the five last digits, behind the word that says what they are.
 *
 * @example findSaid('Kundenr. 445566') // [{ from: 9, to: 15, kind: 'customerNumber' }]
 */
export function findSaid(text: string): readonly Span[] {
  if (!asks.test(text)) return []
  return rules.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].map((match) => {
      const to = match.index + match[0].length
      return { from: to - match.groups!.value!.length, to, kind }
    }),
  )
}
