/** A method file as text: first whether it is JSON at all, then whether it is a method that may be used. */
import { type CheckedMethod, checkMethod } from './check-method.ts'
import { issue } from './invariants/issue.ts'
import { jsonProblem } from './json-problem.ts'

export type ReadDocument = CheckedMethod

/** Example: `readDocument('{"id": oops}')` is refused at line 1, column 8. */
export function readDocument(text: string): ReadDocument {
  const plain = text.replace(/^\uFEFF/, '')
  const problem = jsonProblem(plain)
  return problem
    ? { ok: false, issues: [issue('not-json', '.', { ...problem })] }
    : checkMethod(JSON.parse(plain))
}
