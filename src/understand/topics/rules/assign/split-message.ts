/**
 * A message cut into what may each be a question of its own: sentences, and clauses that begin a new question. What
 * stands around them (greeting, thanks, signature) asks nothing and is left out. Bokmål, nynorsk and English.
 */

const greeting =
  /^(hei(san)?|hallo|halla|heia|god (dag|morgen|morgon|kveld|ettermiddag)|hello|hi|hey|dear|good (morning|afternoon|evening)|til rette vedkommende|to whom it may concern|kjære|kjære dere|hei der|hi there)( \p{L}+){0,2}[\s,!.:)]*$/iu

const thanks =
  /^(tusen takk|mange takk|takk|takkar|på forhånd( tusen)? takk|på førehand takk|takk på forhånd|takk for (hjelpa|hjelpen|svar|hurtig svar|raskt svar)|thanks|thank you|many thanks|thanks in advance|thank you in advance|cheers|ha (en|ein) (fin|god|riktig fin) (dag|kveld|helg)|god helg|have a (nice|good|great) (day|weekend|evening))( .{0,25})?[\s,!.:)]*$/iu

const farewell =
  /^((med )?(vennlig|vennleg|venleg|hjertelig|beste)?\s*(hilsen|helsing|hilsning)|mvh|m\.?v\.?h\.?|vh|hilsen|helsing|(kind|best|warm|many)?\s*regards|sincerely|yours (truly|sincerely|faithfully)|best wishes)\b/iu

/** Where a sentence ends: its mark and a space, or a line. A mark inside a number or an abbreviation is none. */
const abbreviated =
  'kr|nr|ca|tlf|eks|osv|dvs|mr|mrs|ms|dr|st|pkt|inkl|ekskl|evt|mht|pga|jf|kl|no|etc|approx|vs'
const sentenceEnd = new RegExp(
  `(?<=[?!…])\\s+|(?<=[^\\s\\d.]{2,}\\.)(?<!\\b(?:${abbreviated})\\.)\\s+(?=\\p{L})|\\s*[\\r\\n]+\\s*`,
  'iu',
)

const asking =
  'hva|hvor|hvordan|hvorfor|hvem|hvilken|hvilke|hvilket|når|kva|kvar|korleis|kvifor|kven|kor|what|where|how|why|who|which|when'
const wondering =
  '(?:så )?(?:lurer jeg|lurte jeg|lurer eg|lurte eg) (?:også |og )?på|(?:kan|har|er|får|må|skal|vil|could|can|do|does|is|are|will) (?:jeg|eg|vi|dere|de|dykk|du|i|we|you|it|det)'

/** A comma or an "and" before words that begin a question. */
const newClause = new RegExp(
  `(?:,|;)\\s+(?:og\\s+|and\\s+|men\\s+|but\\s+)?(?=(?:${asking}|${wondering})\\b)|\\s+(?:og|and|samt|dessuten|i tillegg|also)\\s+(?=(?:${asking}|${wondering})\\b)`,
  'iu',
)

const fewestWords = 2

/**
 * The parts of a message that may ask something, in order; at least one unless the message has no words.
 *
 * @example splitMessage('Hei! Hvor er pakken min, og hvordan sier jeg opp? Mvh Kari')
 * // ['Hvor er pakken min', 'hvordan sier jeg opp?']
 */
export function splitMessage(message: string): string[] {
  const sentences = withoutSignature(message.split(sentenceEnd).map((part) => part.trim()))
  const content = sentences
    .flatMap((part) => part.split(newClause))
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isCourtesy(part))
  const parts = joinShort(content)
  const whole = message.trim()
  return parts.length > 0 || whole === '' ? parts : [whole]
}

/** Whether a part only greets or thanks. */
export function isCourtesy(part: string): boolean {
  return greeting.test(part) || thanks.test(part) || farewell.test(part)
}

/** What follows a farewell within the last lines is a name and an address. */
function withoutSignature(parts: readonly string[]): string[] {
  const at = parts.findIndex((part, place) => place > 0 && farewell.test(part))
  return at < 0 ? [...parts] : parts.slice(0, at)
}

/** A part of one word says too little by itself: it goes with the one before, or else with the one after. */
function joinShort(parts: readonly string[]): string[] {
  const made: string[] = []
  let waiting = ''
  for (const part of parts) {
    const text = waiting === '' ? part : `${waiting} ${part}`
    waiting = ''
    if (wordCount(text) >= fewestWords) made.push(text)
    else if (made.length > 0) made.push(`${made.pop()} ${text}`)
    else waiting = text
  }
  return waiting === '' ? made : [...made, waiting]
}

const wordCount = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
