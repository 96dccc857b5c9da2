/** A text of the log as a heading: what it asks, without greeting, in the spelling of its writer. */
import { splitMessage } from '../assign/split-message.ts'

const openings =
  /^(hei(san)?|hallo|god (dag|morgen|morgon|kveld)|hello|hi|hey|dear|vennligst|ver vennleg og|please|excuse me|unnskyld|beklager|sorry|jo|ja|ok(ay)?)\b[\s,!.:–-]*/iu

const askingFirst =
  /^(hva|hvor|hvordan|hvorfor|hvem|hvilken|hvilke|hvilket|når|kva|kvar|korleis|kvifor|kven|what|where|how|why|who|which|when)(\p{L}*)\s/iu

/** The parts of a message that could stand as a heading. */
export function phrasesOf(text: string): string[] {
  return splitMessage(text)
    .map(withoutOpening)
    .filter((phrase) => /\p{L}/u.test(phrase))
}

function withoutOpening(phrase: string): string {
  let now = phrase.replaceAll(/\s+/g, ' ').trim()
  for (let before = ''; before !== now; ) {
    before = now
    now = now.replace(openings, '')
  }
  return now.replace(/^[^\p{L}\p{N}[("'«“]+/u, '')
}

/**
 * A capital first, no full stop, and a question mark where a question word begins.
 *
 * @example asHeading('hvor er pakken min.') // 'Hvor er pakken min?'
 */
export function asHeading(phrase: string): string {
  const bare = phrase.trim().replace(/[\s.,;:!–-]+$/u, '')
  const first = bare.charAt(0).toUpperCase() + bare.slice(1)
  return askingFirst.test(`${first} `) && !first.endsWith('?') ? `${first}?` : first
}
