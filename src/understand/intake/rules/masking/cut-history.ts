/**
 * Cuts what is not of the message itself: quoted history and the signature (U1.5). What is cut is counted, and a text
 * of nothing else stays whole and says so.
 */
import EmailReplyParser from 'email-reply-parser'
import {
  delimiter,
  device,
  headerFrom,
  headerMore,
  isClosing,
  originalMessage,
  postscript,
  quoted,
  wrote,
  wroteBehind,
} from './history-marks.ts'

export type CutText = {
  readonly text: string
  /** Lines of older messages that were cut. */
  readonly quotedLines: number
  readonly signatureLines: number
  /** There was nothing but history or signature, and so nothing was cut. */
  readonly keptWhole: boolean
}

/**
 * @example cutHistory('Hvor er pakken?\nMvh Kari\n\nFra: Post\nSendt: i går\nEmne: x\nHei')
 * // { text: 'Hvor er pakken?', quotedLines: 4, signatureLines: 1, keptWhole: false }
 */
export function cutHistory(text: string): CutText {
  const lines = text.split(/\r\n|\n|\r/)
  const own = withoutHistory(lines)
  const unsigned = withoutSignature(own)
  const rest = withoutOtherLanguages(unsigned)
  const kept = trimmed(rest)
  if (kept.length === 0 && text.trim() !== '')
    return { text: text.trim(), quotedLines: 0, signatureLines: 0, keptWhole: true }
  return {
    text: kept.join('\n'),
    quotedLines: written(lines) - written(own) + written(unsigned) - written(rest),
    signatureLines: written(own) - written(unsigned),
    keptWhole: false,
  }
}

type Lines = readonly string[]

const written = (lines: Lines): number => lines.filter((line) => line.trim() !== '').length

/** Without what stands below the first mark of an older message, and without lines that are quoted. */
function withoutHistory(lines: Lines): Lines {
  const own: string[] = []
  for (let index = 0; index < lines.length; index++) {
    const mark = markAt(lines, index)
    if (mark === 0) {
      if (!quoted.test(lines[index]!)) own.push(lines[index]!)
      continue
    }
    const below = answerBelow(lines, index + mark)
    if (below === undefined) return own
    index = below - 1
  }
  return own
}

/** How many lines the mark of an older message fills at this place; 0 for none. */
function markAt(lines: Lines, index: number): number {
  const line = lines[index]!
  if (line.trim() === '') return 0
  if (originalMessage.test(line)) return 1
  if (headerFrom.test(line)) {
    const next = lines.slice(index + 1, index + 7).filter((one) => headerMore.test(one))
    if (next.length >= 2) return 1
  }
  for (const span of [1, 2, 3]) {
    const joined = lines.slice(index, index + span).join(' ')
    if (joined.length < 500 && (wrote.test(joined) || wroteBehind.test(joined))) return span
  }
  return 0
}

/** Where the writer goes on below a quotation whose lines are marked; undefined when the rest is history. */
function answerBelow(lines: Lines, from: number): number | undefined {
  let index = from
  while (index < lines.length && lines[index]!.trim() === '') index++
  if (!quoted.test(lines[index] ?? '')) return undefined
  while (index < lines.length && (quoted.test(lines[index]!) || lines[index]!.trim() === '')) index++
  return index
}

const longestSignature = 14

/** Without the closing and what follows, when that is short; a postscript stays. */
function withoutSignature(lines: Lines): Lines {
  const bare = lines.filter((line) => line.length > 200 || !device.test(line))
  const first = signatureStart(bare)
  const after = bare.slice(first)
  const added = after.findIndex((line) => postscript.test(line))
  return [...bare.slice(0, first), ...(added < 0 ? [] : after.slice(added))]
}

/** The first closing or line of dashes among the last few lines; past the end when there is none. */
function signatureStart(lines: Lines): number {
  let start = lines.length
  let below = 0
  for (let index = lines.length - 1; index >= 0 && below <= longestSignature; index--) {
    const line = lines[index]!
    if (isClosing(line) || delimiter.test(line)) start = index
    else if (line.length >= longLine && !postscript.test(line)) break
    if (line.trim() !== '') below += 1
  }
  return start
}

const longLine = 200

/** Its patterns look over the whole text again and again, so that only short ones are given to it. */
const mostForParser = 6000

/** Marks in German, French, Polish and others, by the parser that knows them. */
function withoutOtherLanguages(lines: Lines): Lines {
  const text = lines.join('\n')
  if (
    text.length > mostForParser ||
    !/(?:schrieb|écrit|escribió|scritto|escreveu|schreef|napisał|pisze|kirjoitti|写道)/.test(text)
  )
    return lines
  const fragments = new EmailReplyParser().read(text).getFragments()
  return fragments
    .filter((fragment) => !fragment.isQuoted())
    .flatMap((fragment) => fragment.getContent().split('\n'))
}

function trimmed(lines: Lines): Lines {
  const first = lines.findIndex((line) => line.trim() !== '')
  if (first < 0) return []
  const last = lines.findLastIndex((line) => line.trim() !== '')
  return lines.slice(first, last + 1).map((line) => line.trimEnd())
}
