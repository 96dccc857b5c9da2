/** Numbers that look like telephone numbers and are not: one small rule for each trap. */
import { namesPhone } from './phone-shape.ts'

export type NumberContext = {
  readonly raw: string
  readonly digits: string
  /** Up to 60 characters before, on the same line (the previous line when it begins the line). */
  readonly before: string
  readonly after: string
  /** Does it begin its line? */
  readonly begins: boolean
}

type Trap = { readonly trap: string; readonly caught: (number: NumberContext) => boolean }

const before = (pattern: RegExp) => (number: NumberContext) => pattern.test(number.before)

/** Norwegian organisation number: nine digits, weights 3 2 7 6 5 4 3 2, modulus 11 (Brønnøysundregistrene). */
export function isOrganisationNumber(digits: string): boolean {
  if (!/^[89]\d{8}$/.test(digits)) return false
  const weights = [3, 2, 7, 6, 5, 4, 3, 2]
  const rest = weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11
  return rest !== 1 && (rest === 0 ? 0 : 11 - rest) === Number(digits[8])
}

/** Norwegian bank account: eleven digits, weights 5 4 3 2 7 6 5 4 3 2, modulus 11. */
export function isAccountNumber(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false
  const weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]
  const rest = weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11
  return rest !== 1 && (rest === 0 ? 0 : 11 - rest) === Number(digits[10])
}

/**
 * A tax label and the words up to its number. "Inkl. mva" is said of a price and labels nothing; a word for a
 * telephone or a dividing line in between starts something new, as in "… MVA | Telefon: 22 33 44 55".
 */
const taxLabel =
  /(?:(?<!(?:ink|inc|eks|exk|exc|ex|utan|uten|med|pluss?)[a-z]{0,6}\.? )(?:\bvat(?:nr|no|number|id)?\b|\bmva(?:nr|nummer)?\b|moms\w*)|ust-?id\w*|umsatzsteuer\S*|steuer-?(?:nr|nummer)|\btva\b|\bnif\b|\bcif\b|\bbtw|\bp\.?\s?iva|tax id|\bein\b|identifikationsnummer)([^\d]{0,40})$/i

/** "Telefon 02000 Åpent 8–16": after a word for a telephone it is none, whatever begins behind it. */
function isLabelledShort(digits: string, text: string): boolean {
  return /^0[2-9]\d{3}$/.test(digits) && namesPhone(text.slice(-30).split(/[,\d]/).at(-1)!)
}

const traps: readonly Trap[] = [
  {
    trap: 'organisationNumber',
    caught: ({ digits, before: text, raw, after }) =>
      /(?:org(?:anisasjons|anisations)?\.?\s?-?(?:nr|nummer|no|number)?|foretaks\w*|\bcvr(?:[-. ]?nr)?|y-?tunnus|\bkvk|\babn|company (?:no|number|reg\w*)|registered (?:no|number|in)|reg(?:istration)?\.? ?(?:no|nr|number)|handelsreg\w*|\bhr[ab]|enhetsregisteret|\bse-?nr|\bein)[\s.:#№-]{0,4}(?:no|se|dk)?\s?$/i.test(
        text,
      ) ||
      (isOrganisationNumber(digits) &&
        (/^\s?mva/i.test(after) || /^\d{3}\s\d{3}\s\d{3}$/.test(raw) || /\bno\s?$/i.test(text))),
  },
  {
    trap: 'taxNumber',
    caught: ({ before: text }) => {
      const label = taxLabel.exec(text)
      return label !== null && !/[|•·;]/.test(label[1]!) && !namesPhone(label[1]!)
    },
  },
  {
    trap: 'accountNumber',
    caught: ({ digits, before: text, raw }) =>
      /(?:konto(?:nr|nummer)?|bankkonto|account (?:no|number)|\biban|\bbic|\bblz|bankgiro|plusgiro|\bgiro|\bkid|sort code|vipps(?: ?nr| til)?|\bswish)[\s.:#-]{0,4}(?:nr|nummer)?[\s.:#-]{0,3}(?:[a-z]{2})?$/i.test(
        text,
      ) ||
      (/^\d{4}[ .]\d{2}[ .]\d{5}$/.test(raw) && isAccountNumber(digits)),
  },
  {
    trap: 'postalCode',
    caught: ({ digits, after, before: text, begins }) =>
      digits.length <= 5 &&
      (begins || !isLabelledShort(digits, text)) &&
      (/^,?\s{1,2}\p{Lu}\p{L}{2,}/u.test(after) ||
        /(?:postboks|pb\.?|box|postnr|postnummer:?|boks|\b[A-Z]{1,2}-)\s?$/i.test(text)),
  },
  {
    trap: 'date',
    caught: ({ raw }) =>
      /^\(?(?:[0-3]?\d[./ -][01]?\d[./ -](?:19|20)?\d\d|(?:19|20)\d\d[./-][01]?\d[./-][0-3]?\d)(?:\D.*)?$/.test(
        raw,
      ) && !/^\(?\d{2} \d{2} \d{2}/.test(raw),
  },
  {
    trap: 'years',
    caught: ({ raw }) =>
      /^(?:19|20)\d\d\s?[-–—/]\s?(?:(?:19|20)?\d\d)$/.test(raw) ||
      /^(?:(?:19|20)\d\d[\s/–—-]+){2,}/.test(`${raw} `),
  },
  {
    trap: 'openingHours',
    caught: ({ raw, before: text }) =>
      /^[0-2]?\d[.:]?[0-5]\d\s?[-–—]\s?[0-2]?\d[.:]?[0-5]\d$/.test(raw) ||
      (/(?:kl\.?|klokken|åpent|åpningstid\w*|öppet|geöffnet|\bopen|man(?:dag)?|mon)[\s.:-]*$/i.test(text) &&
        /^[0-2]?\d([.:]?[0-5]\d)?(?:\s?[-–—]\s?[0-2]?\d([.:]?[0-5]\d)?)+$/.test(raw)),
  },
  {
    trap: 'price',
    caught: ({ before: text, after }) =>
      /(?:\bkr\.?|nok|sek|dkk|eur|usd|gbp|[$€£]|pris:?|price:?)\s?$/i.test(text) ||
      /^\s?(?:,-|:-|kr\b|kroner|nok\b|sek\b|dkk\b|eur\b|[€$£%]|,\d{2}\s?(?:kr|€|$))/i.test(after),
  },
  {
    trap: 'quantity',
    caught: ({ after }) =>
      /^\s?(?:kg|gram|g\b|km|m2|m²|m\b|cm|mm|stk|pcs|kwh|mwh|mb|gb|°|personer|kunder|ansatte|medlemmer|members|employees|customers|people|treff|hits|views|visninger|kcal|kj|liter|ml)\b/i.test(
        after,
      ),
  },
  {
    trap: 'product',
    caught: before(
      /(?:art(?:ikkel|ikel)?\.?|vare|produkt|product|item|modell?|model|serie|order|ordre|bestill(?:ing)?s|kunde|faktura|saks?|sak|ref(?:eranse|erence)?|quote|isbn|ean|gtin|upc|sku|issn|doi|part|lisens|licen[sc]e|cst|billett|tilbud(?:s)?|medlems?|nmls|aff|delivery code|løyve|bevilling)[\s-]?(?:nr|no|nummer|number|num|code|kode|id)?[\s.:#№-]{0,4}$/i,
    ),
  },
  {
    trap: 'coordinates',
    caught: ({ raw, before: text }) =>
      /^-?\d{1,3}\.\d{3,}(?:[\s,]+-?\d{1,3}\.\d{3,})?$/.test(raw) ||
      /(?:\blat|\blon|lng|koordinat\w*|[NSØE])[\s.:=]{0,3}$/.test(text),
  },
  { trap: 'copyright', caught: before(/(?:©|copyright|\(c\))\s?$/i) },
  {
    trap: 'notOwn',
    caught: ({ digits, before: text }) =>
      /^(?:110|112|113|911|999|116\d{3}|1881|1880)$/.test(digits) ||
      /(?:nødnummer|alarm(?:sentral)?|opplysningen)\s?:?\s?$/i.test(text),
  },
  {
    trap: 'partOfWord',
    caught: ({ before: text, after }) =>
      /[\p{L}_@#=&?%]$|[\p{L}\d][-_/.]$/u.test(text) &&
      !/(?:tlf|tel|telefon|phone|fon|mobil|ring)[.:]?$/i.test(text)
        ? true
        : /^[\p{L}_@=]/u.test(after) && !/^(?:e|eller|or|og|oder)\b/i.test(after),
  },
]

/** The trap that this number is, or undefined when it may be a telephone number. Example: 'Org.nr. 974760673' → 'organisationNumber'. */
export function trapOf(number: NumberContext): string | undefined {
  return traps.find(({ caught }) => caught(number))?.trap
}
