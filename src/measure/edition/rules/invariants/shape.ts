/** What the schema refuses, told as an issue of the method like every other. */
import type { z } from 'zod'
import { issue, type MethodIssue } from './issue.ts'

export function shapeIssue(problem: z.core.$ZodIssue, document: unknown): MethodIssue {
  const path = problem.path.join('.') || '.'
  switch (problem.code) {
    case 'invalid_type':
      return valueAt(document, problem.path) === undefined
        ? issue('shape-missing', path)
        : issue('shape-type', path, { expected: problem.expected })
    case 'invalid_value':
      return valueAt(document, problem.path) === undefined
        ? issue('shape-missing', path)
        : issue('shape-choice', path, { values: problem.values.map(String).join(', ') })
    case 'too_small':
      return issue('shape-size', path, { bound: `${problem.inclusive ? '≥' : '>'} ${problem.minimum}` })
    case 'too_big':
      return issue('shape-size', path, { bound: `${problem.inclusive ? '≤' : '<'} ${problem.maximum}` })
    default:
      return issue('shape-other', path, { problem: problem.message })
  }
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    document,
  )
}
