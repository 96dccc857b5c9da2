/**
 * Two people's changes to the same text brought together (three-way merge, as diff3): what only one of them changed is
 * taken from that one, what both changed alike is taken once, and what they changed differently is a conflict that
 * people settle. Lines are the pieces, so a sentence on a line of its own merges by itself.
 */
import { diffTokens } from './diff-words.ts'

export type MergePiece =
  | { readonly is: 'settled'; readonly text: string }
  | { readonly is: 'conflict'; readonly base: string; readonly mine: string; readonly theirs: string }

export type Merged = { readonly pieces: readonly MergePiece[]; readonly conflicts: number }

/** @example mergeTexts('a\nb', 'A\nb', 'a\nB') // settled: 'A\nB' */
export function mergeTexts(base: string, mine: string, theirs: string): Merged {
  if (mine === theirs || theirs === base) return settled(mine)
  if (mine === base) return settled(theirs)
  const pieces = piecesOf(linesOf(base), linesOf(mine), linesOf(theirs))
  return { pieces, conflicts: pieces.filter(({ is }) => is === 'conflict').length }
}

function settled(text: string): Merged {
  return { pieces: [{ is: 'settled', text }], conflicts: 0 }
}

/** The whole text; a conflict is mine, theirs, or both one after the other. */
export function mergedText(merged: Merged, choose: 'mine' | 'theirs' | 'both'): string {
  return merged.pieces
    .map((piece) => {
      if (piece.is === 'settled') return piece.text
      if (choose !== 'both') return piece[choose]
      return piece.mine.endsWith('\n') || piece.mine === ''
        ? piece.mine + piece.theirs
        : `${piece.mine}\n${piece.theirs}`
    })
    .join('')
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** For each line of the base: where it stands in the other text; -1 where it is gone. */
function placesOf(base: readonly string[], other: readonly string[]): readonly number[] {
  const places: number[] = []
  let at = 0
  for (const { is } of diffTokens(base, other)) {
    if (is === 'same') places.push(at++)
    else if (is === 'removed') places.push(-1)
    else at++
  }
  return places
}

function piecesOf(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly MergePiece[] {
  const [inMine, inTheirs] = [placesOf(base, mine), placesOf(base, theirs)]
  const pieces: MergePiece[] = []
  let [b, m, t] = [0, 0, 0]
  for (let line = 0; line <= base.length; line++) {
    const [atMine, atTheirs] =
      line === base.length ? [mine.length, theirs.length] : [inMine[line]!, inTheirs[line]!]
    // Only a line that both kept holds the three texts together.
    if (atMine < 0 || atTheirs < 0) continue
    add(pieces, {
      base: base.slice(b, line).join(''),
      mine: mine.slice(m, atMine).join(''),
      theirs: theirs.slice(t, atTheirs).join(''),
    })
    if (line < base.length) add(pieces, { base: base[line]!, mine: base[line]!, theirs: base[line]! })
    ;[b, m, t] = [line + 1, atMine + 1, atTheirs + 1]
  }
  return pieces
}

type Three = { readonly base: string; readonly mine: string; readonly theirs: string }

function add(pieces: MergePiece[], { base, mine, theirs }: Three): void {
  const text = mine === theirs || theirs === base ? mine : mine === base ? theirs : undefined
  if (text === undefined) {
    pieces.push({ is: 'conflict', base, mine, theirs })
    return
  }
  const last = pieces.at(-1)
  if (last?.is === 'settled') pieces[pieces.length - 1] = { is: 'settled', text: last.text + text }
  else if (text !== '') pieces.push({ is: 'settled', text })
}
