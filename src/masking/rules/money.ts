/** Whether digits at a place are an amount, a reading or the number of a case, and so nobody's telephone. */

const unitsAfter =
  /^\s{0,2}(?:,-|,\d{1,2}(?!\d)|kr\b|kroner\b|nok\b|mill|tusen|prosent|%|eur\b|euro\b|€|\$|£|usd|sek\b|dkk\b|kwh|kw\b|m3\b|m²|m2\b|km\b|kg\b|liter\b|stk\b|poeng|points)/i
const unitsBefore =
  /(?:\b(?:kr|nok|eur|usd|sek|dkk|kroner|bel[øo]p(?:et)?|sum(?:men)?|m[åa]lerstand(?:en)?|avlesning(?:en)?|stand(?:en)?|reading)|[$€£])(?:\s(?:er|var|på|is|of))?[.:\s]{0,3}$/i
/** "artikkelnr", "Modell", "ErrorCode": what is made and sold, and what fails, has numbers too. */
const products =
  'art|artikkel|vare|produkt|modell|serie|strek|feil|kampanje|rabatt|item|product|model|serial|error|discount'
/** "Feil nummer 912 34 567" is a telephone after all, and so may be a number behind "kode" alone. */
const productBefore = new RegExp(
  String.raw`(?<!\p{L})(?:(?:(?!feil|error)(?:${products}))[\s.-]?(?:nummer|number|nr\.?|no\.?|id)|(?:${products})[\s-]?(?:koden?|code)|produkt|modell|product|model)(?:\s(?:er|var|is))?[:#\s-]{0,3}$`,
  'iu',
)
const caseBefore =
  /(?:ordre|bestillings?|saks?|faktura|referanse|ref|kvitterings?|sporings?|bookings?|order|case|ticket|invoice|reference|tracking|booking)[\s.-]?(?:nummer|number|nr|no|id)?(?:\s(?:er|var|is))?[.:#\s]{0,3}$/i

export function isAmount(text: string, from: number, to: number): boolean {
  return (
    unitsAfter.test(text.slice(to, to + 12)) || unitsBefore.test(text.slice(Math.max(0, from - 24), from))
  )
}

/** "ordrenummer 45678901", "varenr 22334455": the word right before says what the number is. */
export function isCaseNumber(text: string, from: number): boolean {
  const before = text.slice(Math.max(0, from - 32), from)
  return caseBefore.test(before) || productBefore.test(before)
}
