/**
 * Finds people's names in a text: behind what introduces a name, by lists of names, and as signatures and speakers
 * of a chat. Words that are names too, places, months and companies hold the false alarms down. What it finds and
 * what it misses on sentences with the names marked: docs/methods/masking.md.
 */
import { givenNames } from './names/given-names.ts'
import {
  closings,
  hints,
  introductions,
  namings,
  titles,
  whereabouts,
  workplaces,
} from './names/introductions.ts'
import { clearSurnames, looksLikeSurname } from './names/surnames.ts'
import {
  alsoWords,
  companyWords,
  departments,
  doings,
  isCompanyName,
  mostlyWords,
  nobody,
} from './names/words.ts'
import { type Word, wordsOf } from './words-of.ts'

export type NameSpan = { readonly from: number; readonly to: number }

export type NameKnowledge = {
  /** Words that are nobody's name here, in lower case, such as the participant's own name. */
  readonly keep: ReadonlySet<string>
  /** Names that are known to be in this text, in lower case, however they are written. */
  readonly known: ReadonlySet<string>
}

export const noKnowledge: NameKnowledge = { keep: new Set(), known: new Set() }

/**
 * The places of names, in order, without overlap.
 *
 * @example findNames('Hei, du snakker med Thomas.') // [{ from: 20, to: 26 }]
 */
export function findNames(text: string, knowledge: NameKnowledge = noKnowledge): readonly NameSpan[] {
  const reading = new Reading(text, knowledge)
  const spans: NameSpan[] = []
  for (let index = 0; index < reading.words.length; ) {
    const next = reading.nameAt(index)
    if (next) spans.push({ from: next.from, to: next.to })
    index = next ? next.until : index + 1
  }
  return spans
}

type Found = NameSpan & { readonly until: number }

/** One pass over the words of a text; each method answers one question about the word at a place. */
class Reading {
  readonly words: readonly Word[]
  private readonly knowledge: NameKnowledge
  private readonly labels: ReadonlyMap<string, number>

  constructor(text: string, knowledge: NameKnowledge) {
    this.words = wordsOf(text)
    this.knowledge = knowledge
    this.labels = countLabels(this.words)
  }

  nameAt(index: number): Found | undefined {
    const word = this.words[index]!
    if (this.isNobody(word)) return undefined
    if (this.begins(word, index)) return this.extended(index)
    return undefined
  }

  private isNobody({ lower }: Word): boolean {
    const bare = withoutGenitive(lower)
    const isKept = (one: string) => this.knowledge.keep.has(one)
    return (
      isKept(lower) ||
      isKept(bare) ||
      (nobody.has(lower) && !this.knowledge.known.has(lower) && !alsoWords.has(lower))
    )
  }

  private begins(word: Word, index: number): boolean {
    const given = givenForm(word.lower)
    if (this.knowledge.known.has(word.lower) || this.knowledge.known.has(withoutGenitive(word.lower)))
      return word.capital || !alsoWords.has(word.lower)
    if (!word.capital) return this.beginsInSmall(index, given)
    if (this.isCompany(index)) return false
    if (this.isIntroduced(index)) return !(mostlyWords.has(word.lower) && calendarLike(this.words[index + 1]))
    if (given !== undefined) return alsoWords.has(given) ? this.isNameThoughWord(index) : true
    return (
      this.isSurnameAlone(index) || this.isInitial(index) || this.isSpeaker(index) || this.isAtWork(index)
    )
  }

  private beginsInSmall(index: number, given: string | undefined): boolean {
    const { lower } = this.words[index]!
    if (this.isTitled(index) && looksLikeSurname(lower)) return true
    if (given === undefined) return false
    if (alsoWords.has(given)) return !mostlyWords.has(given) && this.isNamedInSmall(index)
    return this.isIntroduced(index) || this.isShoutedName(index)
  }

  /** "jeg heter liv og …", "mvh bjørn": a name that is a word too, where no other word would stand. */
  private isNamedInSmall(index: number): boolean {
    if (this.standsBehind(index, namingsByLast)) return true
    const next = this.words[index + 1]
    return (
      this.standsBehind(index, closingsByLast) &&
      (this.endsLine(index) || (next !== undefined && looksLikeSurname(next.lower)))
    )
  }

  /** Of a line, or of a clause. */
  private endsLine(index: number): boolean {
    return index === this.words.length - 1 || /^[ \t]*[\n.,!]/.test(this.words[index]!.after)
  }

  /** "Hr. Berntsen", "fru Hansen"; MS in capitals is a company's, and hr and ms behind a figure are units. */
  private isTitled(index: number): boolean {
    const title = this.words[index - 1]
    if (!title || !titles.has(title.lower) || title.text === 'MS' || /\d\s*$/.test(title.before)) return false
    return /^\.? $/.test(title.after)
  }

  /** "KARI HANSEN": where all is in capitals, a given name counts in front of what looks like a surname. */
  private isShoutedName(index: number): boolean {
    const [word, next] = [this.words[index]!, this.words[index + 1]]
    return word.shouted && word.after === ' ' && next?.shouted === true && looksLikeSurname(next.text)
  }

  /** "Nora Bank", "Thea Forsikring": a company, whatever its first word. "Fjordkraft", "Nettlaget kundeservice" too. */
  private isCompany(index: number): boolean {
    const [word, next] = [this.words[index]!, this.words[index + 1]]
    const behind = word.after === ' ' && next ? next.lower : ''
    if (companyWords.has(behind)) return true
    if (isGiven(word.lower) || looksLikeSurname(word.lower)) return false
    return isCompanyName(word.lower) || departments.has(behind)
  }

  private isIntroduced(index: number): boolean {
    const word = this.words[index]!
    if (this.standsBehind(index, introductionsByLast) || this.isTitled(index)) return nobodyElse(word)
    return isGiven(word.lower) && !mostlyWords.has(word.lower)
      ? this.standsBehind(index, hintsByLast) && !(alsoWords.has(word.lower) && !word.capital)
      : false
  }

  /** A phrase ends right before the word, with nothing between but space, a comma, a colon or a new line. */
  private standsBehind(index: number, phrases: PhrasesByLast): boolean {
    const candidates = phrases.get(this.words[index - 1]?.lower ?? '')
    if (!candidates || !/^[\s,:!]*$/.test(this.words[index]!.before)) return false
    return candidates.some((phrase) =>
      phrase.every((part, place) => {
        const at = index - phrase.length + place
        const within = place === 0 || /^\s+$/.test(this.words[at]?.before ?? '.')
        return within && this.words[at]?.lower === part
      }),
    )
  }

  /** Bjørn, Liv, Stein: a name before what people do, before a surname, or in the middle of a sentence. */
  private isNameThoughWord(index: number): boolean {
    const [word, next, last] = [this.words[index]!, this.words[index + 1], this.words[index - 1]]
    const together = word.after === ' ' && next !== undefined
    if (together && next.capital && (looksLikeSurname(next.text) || isGiven(next.lower))) return true
    if (mostlyWords.has(word.lower)) return false
    if (word.startsSentence) return together && doings.has(next.lower)
    return !['god', 'godt', 'gode'].includes(last?.lower ?? '')
  }

  private isSurnameAlone(index: number): boolean {
    const [word, next] = [this.words[index]!, this.words[index + 1]]
    if (!clearSurnames.has(word.lower) && !clearSurnames.has(withoutGenitive(word.lower))) {
      const bigram = word.after === ' ' && next?.capital === true && clearSurnames.has(next.lower)
      return bigram && nobodyElse(word)
    }
    return !word.startsSentence || (next !== undefined && doings.has(next.lower))
  }

  /** "T. Johansen". */
  private isInitial(index: number): boolean {
    const [word, next] = [this.words[index]!, this.words[index + 1]]
    return (
      word.text.length === 1 && word.after === '. ' && next?.capital === true && looksLikeSurname(next.text)
    )
  }

  /** The same label in front of several lines of a chat. */
  private isSpeaker(index: number): boolean {
    const word = this.words[index]!
    return word.startsLine && word.after.startsWith(':') && (this.labels.get(word.lower) ?? 0) > 1
  }

  /** "Elise i kundeservice". */
  private isAtWork(index: number): boolean {
    const [word, next, place] = [this.words[index]!, this.words[index + 1], this.words[index + 2]]
    if (!next || !place || word.startsSentence || word.after !== ' ' || next.after !== ' ') return false
    return whereabouts.has(next.lower) && workplaces.has(place.lower)
  }

  /** The name with the surnames, initials and further given names behind it. */
  private extended(first: number): Found {
    let last = first
    const isNaming = this.standsBehind(first, namingsByLast)
    const isClosing = this.standsBehind(first, closingsByLast)
    for (let next = this.words[last + 1]; next; next = this.words[last + 1]) {
      const mayBeUnlisted = isNaming || (isClosing && this.endsLine(last + 1))
      if (!this.continues(last, next, mayBeUnlisted)) break
      last += 1
    }
    const end = this.words[last]!
    return { from: this.words[first]!.from, to: end.to - genitiveLength(end), until: last + 1 }
  }

  private continues(last: number, next: Word, mayBeUnlisted: boolean): boolean {
    const word = this.words[last]!
    const joined = word.after === ' ' || (word.text.length === 1 && word.after === '. ')
    if (!joined || this.isNobody(next) || companyWords.has(next.lower)) return false
    if (next.capital) return nobodyElse(next) && genitiveLength(word) === 0
    if (next.shouted) return isGiven(next.lower) || looksLikeSurname(next.text)
    if (word.capital) return false
    return clearSurnames.has(next.lower) || (mayBeUnlisted && isSurnameInSmall(word, next))
  }
}

/**
 * "jeg heter kari nordmann og lurer": behind a given name, any word that is neither small nor like a verb, for no list
 * holds all surnames. One such word is enough: what comes behind it must be listed.
 */
function isSurnameInSmall(word: Word, next: Word): boolean {
  if (isGiven(next.lower) || looksLikeSurname(next.lower)) return !mostlyWords.has(next.lower)
  const saysMore = /[\d:]/.test(next.after)
  return isGiven(word.lower) && next.lower.length > 2 && !saysMore && !verbEnding.test(next.lower)
}

const verbEnding = /(?:[aeo]r|te|de|et|dt|dd)$/

type PhrasesByLast = ReadonlyMap<string, readonly (readonly string[])[]>

/** By the last word, so that one look at the word before a name tells which few phrases may stand there. */
const byLast = (phrases: readonly (readonly string[])[]): PhrasesByLast =>
  Map.groupBy(phrases, (phrase) => phrase.at(-1)!)
const introductionsByLast = byLast(introductions)
const hintsByLast = byLast(hints)
const namingsByLast = byLast(namings)
const closingsByLast = byLast(closings)

function countLabels(words: readonly Word[]): ReadonlyMap<string, number> {
  const labels = new Map<string, number>()
  for (const { startsLine, capital, after, lower } of words)
    if (startsLine && capital && after.startsWith(':')) labels.set(lower, (labels.get(lower) ?? 0) + 1)
  return labels
}

const isGiven = (lower: string): boolean => givenNames.has(lower) || alsoWords.has(lower)

/** Not a place, a month, a house word; a name that is a word too may still be a name. */
const nobodyElse = ({ lower }: Word): boolean => !nobody.has(lower) || alsoWords.has(lower)

const calendarLike = (next: Word | undefined): boolean => next !== undefined && /^\d/.test(next.text)

/** The name in the list that a word is a form of: "Kari" and "Karis" are both Kari. */
function givenForm(lower: string): string | undefined {
  if (isGiven(lower)) return lower
  const bare = withoutGenitive(lower)
  if (isGiven(bare)) return bare
  const [first = '', second] = lower.split('-')
  return second !== undefined && isGiven(first) && isGiven(second) ? lower : undefined
}

function withoutGenitive(lower: string): string {
  return lower.replace(/['’]?s$|['’]$/, '')
}

/** How much of the word's end is a genitive and no part of the name: "Karis" 1, "Lars" 0, "Emma's" 2. */
function genitiveLength({ lower }: Word): number {
  if (isGiven(lower) || clearSurnames.has(lower)) return 0
  const bare = withoutGenitive(lower)
  return isGiven(bare) || clearSurnames.has(bare) ? lower.length - bare.length : 0
}
