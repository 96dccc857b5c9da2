/** What changed between two texts, word by word: the longest common sequence (Myers 1986 gives the same; here by table). */

export type Change = { readonly is: 'same' | 'added' | 'removed'; readonly text: string }

/** Words with the space behind them, so that joining them gives the text back. */
function tokens(text: string): readonly string[] {
  return text.match(/\s+|[^\s]+\s?/g) ?? []
}

/** @example diffWords('Det koster 249 kr', 'Det koster 299 kr') // same, removed 249, added 299, same */
export function diffWords(before: string, after: string): readonly Change[] {
  return joined(diffTokens(tokens(before), tokens(after)))
}

/** Past this size of table (words × words) the middle is told as taken out and put in. */
const mostCells = 4_000_000

export function diffTokens(before: readonly string[], after: readonly string[]): readonly Change[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let end = 0
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end++
  const middle = middleOf(before.slice(start, before.length - end), after.slice(start, after.length - end))
  const same = (text: string): Change => ({ is: 'same', text })
  return [...before.slice(0, start).map(same), ...middle, ...before.slice(before.length - end).map(same)]
}

function middleOf(before: readonly string[], after: readonly string[]): readonly Change[] {
  const width = after.length + 1
  if ((before.length + 1) * width > mostCells)
    return [
      ...before.map((text): Change => ({ is: 'removed', text })),
      ...after.map((text): Change => ({ is: 'added', text })),
    ]
  const lengths = new Uint32Array((before.length + 1) * width)
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        before[i] === after[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
  return walk(before, after, lengths)
}

function walk(before: readonly string[], after: readonly string[], lengths: Uint32Array): readonly Change[] {
  const width = after.length + 1
  const changes: Change[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      changes.push({ is: 'same', text: before[i++]! })
      j++
    } else if (
      j >= after.length ||
      (i < before.length && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)
    )
      changes.push({ is: 'removed', text: before[i++]! })
    else changes.push({ is: 'added', text: after[j++]! })
  }
  return changes
}

function joined(changes: readonly Change[]): readonly Change[] {
  const whole: Change[] = []
  for (const change of changes) {
    const last = whole.at(-1)
    if (last?.is === change.is) whole[whole.length - 1] = { is: last.is, text: last.text + change.text }
    else whole.push(change)
  }
  return whole
}
