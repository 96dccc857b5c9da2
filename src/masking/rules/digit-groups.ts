/** Digits that people set apart with spaces, dots and dashes, and windows over them that begin and end at a group. */

export type Group = {
  readonly digits: string
  readonly from: number
  readonly to: number
  /** What stands between this group and the one before, where the two may belong together; else undefined. */
  readonly gap: string | undefined
  /** The gap is one that people use within a number: spaces, one mark, or one line end. */
  readonly isUsual: boolean
}

/** One line end may have the `>` behind it that a quoting mail program puts there. */
const usual =
  /^(?:[ \t]{0,6}[.\-_/·•'’|=]?[ \t]{0,6}|(?:&nbsp;|<br ?\/?>)[ \t]{0,4}|[ \t.\-_/=]{0,4}\n[ \t>|\n]{0,6})$/
const loose = /^[^\p{L}\p{N}[\]]{1,6}$/u
const longestGap = 13

export function digitGroups(text: string): readonly Group[] {
  const groups: Group[] = []
  for (const match of text.matchAll(/\d+/g)) {
    const last = groups.at(-1)
    const [from, to] = [match.index, match.index + match[0].length]
    const between = last !== undefined && from - last.to <= longestGap ? text.slice(last.to, from) : undefined
    const isUsual = between !== undefined && usual.test(between)
    const gap = between !== undefined && (isUsual || loose.test(between)) ? between : undefined
    groups.push({ digits: match[0], from, to, gap, isUsual })
  }
  return groups
}

export type Window = {
  readonly groups: readonly Group[]
  readonly digits: string
  readonly from: number
  readonly to: number
}

/**
 * Every run of whole groups with at least and at most so many digits, from each group on. Work grows with the text's
 * length times the most digits, never faster.
 */
export function* windows(groups: readonly Group[], least: number, most: number): Generator<Window> {
  for (let start = 0; start < groups.length; start++) {
    let digits = ''
    for (let end = start; end < groups.length; end++) {
      const group = groups[end]!
      if (end > start && group.gap === undefined) break
      if (digits.length + group.digits.length > most) break
      digits += group.digits
      if (digits.length < least) continue
      yield { groups: groups.slice(start, end + 1), digits, from: groups[start]!.from, to: group.to }
    }
  }
}
