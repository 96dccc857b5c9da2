/** How mail programs mark what is older than the message, and how people end one: nb, nn, da, sv, en. */

const dateStart =
  '(?:den|på|kl|on|(?:man|tirs?|ons|tors?|fre|lør|søn|mån|tis|lör|sön|måndag|tysdag|laurdag|sundag|mon|tue|wed|thu|fri|sat|sun)\\p{L}{0,6}|\\d{1,2})'

/** "man. 3. mars 2025 kl. 10:15 skrev Kari <kari@x.no>:", broken over up to three lines by some programs. */
export const wrote = new RegExp(
  `^[>\\s*_-]{0,8}${dateStart}[.,\\s](?=[^\\n]*\\d).{4,200}\\b(?:skrev|skreiv|skreva|wrote)\\b.{0,200}:[*_\\s-]{0,8}$`,
  'iu',
)
/** The date may stand behind: "Kari Hansen <kari@x.no> skrev 3. mars 2025:". */
export const wroteBehind = /^[>\s]{0,8}.{2,120}[>\])]\s(?:skrev|skreiv|wrote)\b.{0,60}\d.{0,40}:\s*$/iu

export const originalMessage =
  /^[\s>*]*(?:-{2,20}|_{2,20}|={2,20})\s?(?:original\s(?:message|melding)|opprinnelig\smelding|opphavleg\smelding|oprindelig\s(?:meddelelse|besked)|ursprungligt\smeddelande|videresendt\smelding|vidaresend\smelding|forwarded\smessage|svar\spå\smelding)\s?(?:-{2,20}|_{2,20}|={2,20})?\s*$/iu

/** The first line of the block that Outlook puts above an older message. */
export const headerFrom = /^[\s>]*[*_]{0,2}(?:fra|frå|from|från|von|de|van)\s?:[*_]{0,2}\s*\S/iu
export const headerMore =
  /^[\s>]*[*_]{0,2}(?:sendt|sent|skickat|dato|date|datum|til|to|till|kopi|cc|emne|subject|ämne|tema)\s?:[*_]{0,2}/iu

export const quoted = /^\s*>/

const closings = [
  'med (?:vennlig|venleg|venlig|beste|hjertelig|kollegial) (?:hilsen|helsing)',
  '(?:vennlig|venleg|venlig|beste|god|gode|mange|hjertelig|hjertelege) (?:hilsen|helsing|hilsener|helsingar|hilsninger)',
  'm\\.?v\\.?h\\.?|v\\.?h\\.?|hilsen|hilsing|helsing|hälsningar|hilsener',
  '(?:med )?(?:vänlig|vänliga|bästa|många) hälsning(?:ar)?',
  '(?:best|kind|warm|kindest|with kind|many)? ?regards|best wishes|yours (?:sincerely|faithfully|truly)|sincerely|cheers',
]
const closingPhrase = new RegExp(`^\\s*(?:${closings.join('|')})(?![\\p{L}\\d])`, 'iu')
const someName = /^(?:\p{Lu}[\p{L}.'’-]*(?:[\s,]+|$)){1,5}$/u
const longestClosing = 100

/** A closing, alone on its line or with a name of a few words behind it: "Mvh", "Hilsen fra Kari Hansen". */
export function isClosing(line: string): boolean {
  if (line.length > longestClosing) return false
  const phrase = closingPhrase.exec(line)
  if (!phrase) return false
  const rest = line
    .slice(phrase[0].length)
    .replace(/^[\s,.!:;–-]+/, '')
    .replace(/^(?:fra|frå|from)\s+/i, '')
    .trim()
  return (
    rest === '' ||
    someName.test(rest) ||
    (/^\s*(?:m\.?v\.?h|v\.?h)/i.test(line) && rest.split(/\s+/).length <= 3)
  )
}

export const delimiter = /^\s*(?:--|—|_{2,60})\s*$/
export const device =
  /^\s*(?:sendt (?:fra|frå|med)|skickat från|sent (?:from|with|via)|get outlook for|hent outlook for|skaff deg outlook|få outlook for|hämta outlook)\b.{0,80}$/iu
/** What people add below their name is theirs. */
export const postscript = /^\s*p\.?\s?s\.?\s?[:.,!\s]/iu
