/** Refuses input that no schema asks about but the database or the stack cannot hold. */
import { AppError } from '../../kernel/errors.ts'

const deepest = 60

/**
 * PostgreSQL has no NUL character and no half of a pair of surrogates, and nesting without end exhausts the stack.
 *
 * @throws AppError invalid-input for either of them, or for more than 60 levels
 */
export function refuseUnstorable(input: unknown): void {
  const waiting: { value: unknown; path: string; depth: number }[] = [{ value: input, path: '', depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path, depth } = next
    if (typeof value === 'string') refuseText(value, path)
    if (typeof value !== 'object' || value === null || value instanceof Blob) continue
    if (depth >= deepest) refuse('too-deep', '')
    for (const [key, inner] of Object.entries(value)) {
      refuseText(key, path)
      waiting.push({ value: inner, path: path === '' ? key : `${path}.${key}`, depth: depth + 1 })
    }
  }
}

function refuseText(text: string, path: string): void {
  if (text.includes('\0')) refuse('null-character', path)
  if (!text.isWellFormed()) refuse('half-character', path)
}

function refuse(code: string, path: string): never {
  throw new AppError('invalid-input', {}, [{ code, path }])
}
