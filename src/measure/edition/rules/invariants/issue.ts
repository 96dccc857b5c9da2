/** One thing wrong in one place of a method. The code is also the key of its text in the three languages. */
import type { ErrorParams } from '../../../../kernel/errors.ts'
import type { EditionMethod } from '../../contract.ts'
import type { IssueCode } from './texts.ts'

export type MethodIssue = {
  readonly code: IssueCode
  /** Where in the document, such as `questions.3.options`. */
  readonly path: string
  readonly params: ErrorParams
}

/** A named check of a whole method. No issues: the invariant holds. */
export type Invariant = (method: EditionMethod) => readonly MethodIssue[]

export function issue(code: IssueCode, path: string, params: MethodIssue['params'] = {}): MethodIssue {
  return { code, path, params }
}

/** The items that stand again after the first of the same id, with their place in the list. */
export function repeated<T>(
  items: readonly T[],
  idOf: (item: T) => string,
): readonly { readonly id: string; readonly index: number }[] {
  const seen = new Set<string>()
  return items.flatMap((item, index) => {
    const id = idOf(item)
    if (seen.has(id)) return [{ id, index }]
    seen.add(id)
    return []
  })
}
