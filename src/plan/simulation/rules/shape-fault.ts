/** What is wrong with the shape of a scenario, in words that say what is allowed there. */
import type { z } from 'zod'

type ShapeIssue = z.core.$ZodIssue

const listed = (values: readonly unknown[]) => values.map(String).join(', ')

/** Numbers have a size, texts and lists a length. */
function sizeOf(origin: string, bound: string, size: number | bigint): string {
  const one = Number(size) === 1
  if (origin === 'string') return `has ${bound} ${size} ${one ? 'character' : 'characters'}`
  return origin === 'array' ? `has ${bound} ${size} ${one ? 'part' : 'parts'}` : `is ${bound} ${size}`
}

const kinds: ReadonlyMap<string, string> = new Map([
  ['number', 'is a number'],
  ['int', 'is a whole number'],
  ['string', 'is a text'],
  ['boolean', 'is true or false'],
  ['array', 'is a list'],
  ['object', 'is an object'],
])

/** @example shapeFault({ code: 'too_small', origin: 'number', minimum: 0, inclusive: true, … }) // 'is at least 0' */
export function shapeFault(issue: ShapeIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${kinds.get(issue.expected) ?? `is of the kind ${issue.expected}`}${issue.message.endsWith('received undefined') ? ', and is missing' : ''}`
    case 'invalid_value':
      return issue.values.length === 1 ? `is ${listed(issue.values)}` : `is one of ${listed(issue.values)}`
    case 'too_small':
      return sizeOf(issue.origin, issue.inclusive === false ? 'more than' : 'at least', issue.minimum)
    case 'too_big':
      return sizeOf(issue.origin, issue.inclusive === false ? 'less than' : 'at most', issue.maximum)
    case 'invalid_format':
      return `is ${issue.message}`
    case 'unrecognized_keys':
      return `has no field ${listed(issue.keys)}`
    case 'invalid_union':
      return unionFault(issue.errors)
    default:
      return issue.message
  }
}

/** Whoever wrote one of the forms meant the one with the fewest faults. */
function unionFault(forms: readonly (readonly ShapeIssue[])[]): string {
  const told = forms.map((faults) =>
    faults
      .map((fault) =>
        fault.path.length > 0 ? `${fault.path.join('.')} ${shapeFault(fault)}` : shapeFault(fault),
      )
      .join(' and '),
  )
  return [...new Set(told)].join(', or ')
}
