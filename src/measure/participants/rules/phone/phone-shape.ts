/** Does a number without any word beside it look like a telephone number as people write them? */
const shapes: Readonly<Record<string, readonly RegExp[]>> = {
  NO: [/^\d{2} \d{2} \d{2} \d{2}$/, /^[489]\d{2} \d{2} \d{3}$/, /^\d{4} \d{4}$/],
  DK: [/^\d{2} \d{2} \d{2} \d{2}$/, /^\d{4} \d{4}$/],
  SE: [/^0\d{1,3}[-/ – ]{1,3}\d{2,3}[ -]?\d{2,3}(?:[ -]?\d{2})?(?:[ -]?\d{2})?$/],
  FI: [/^0\d{1,3}[ -]\d{2,4}[ -]?\d{2,4}(?: ?\d{2,4})?$/],
  GB: [/^\(?0\d{2,4}\)?[ -]\d{3,4}[ -]?\d{3,6}$/],
  US: [/^(?:1[-. ])?\(?\d{3}\)?[-. ]\s?\d{3}[-.]\d{4}$/],
}
const continental = /^\(?0\d{1,5}\)?\s?[/ -–]{1,3}\s?\d[\d -–]{3,14}$/
const withCode = /^\(?(?:\+|00)\s?\(?[1-9]\d{0,2}/

export function looksLikePhone(raw: string, country: string): boolean {
  const written = raw.replace(/\u00a0/g, ' ').trim()
  if (withCode.test(written)) return true
  return (shapes[country] ?? [continental]).some((shape) => shape.test(written))
}

const phoneWord = String.raw`(?:\b|\p{L})(?:tlf|tel[eé]fo[on]\w*|telefoon|telephone|phone|fon|mobil\w*|mob|puh(?:elin)?|ring(?:e|er)?(?: oss| meg)?|call|dial|hotline|ruf(?:en|nummer)?|anrufen|sentralbord\w*|växel|switchboard|vakttelefon|sms|freephone|toll[- ]free|kunde(?:service|senter|st[øo]tte)|kundtjänst|customer serv\w*|helpline)\b|\btel\b|\bph\b|[☎✆📞📱]|\b[tmp]\s?[:.]\s?$`
const named = new RegExp(phoneWord, 'iu')
const cue = new RegExp(String.raw`${phoneWord}|(?:\b|\p{L})nummer\b`, 'iu')

/** Do the words name a telephone outright? "Nummer" alone does not: an organisation and an order have one too. */
export function namesPhone(words: string): boolean {
  return named.test(words)
}

/** Do the words say that a telephone number follows (or has just been given)? */
export function saysPhone(words: string): boolean {
  return cue.test(words)
}

/** The heading of a part of a page where contact details stand. */
export function saysContact(heading: string): boolean {
  return /kontakt|contact|kundeservice|kundeteneste|customer service|kundtjänst|hilfe|impressum|besøk oss|finn oss|ring|hjelp|support|yhteys/i.test(
    heading,
  )
}
