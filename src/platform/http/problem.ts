/** The one place where an error becomes an answer: RFC 9457 problem+json, its code being the message key. */
import { ORPCError, ValidationError } from '@orpc/server'
import { AppError, type ErrorCode, errorStatus, type InputIssue } from '../../kernel/errors.ts'
import type { Problem } from './contract.ts'

type IssueLike = { readonly message: string; readonly path?: readonly unknown[] | undefined }

/** What a thrown thing means for the one who asked. A bug tells nothing but the request's id. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  if (
    thrown instanceof ORPCError &&
    thrown.code === 'BAD_REQUEST' &&
    thrown.cause instanceof ValidationError
  ) {
    return new AppError('invalid-input', {}, thrown.cause.issues.map(toInputIssue))
  }
  return new AppError('internal')
}

/** zod's issue as ours: its code in kebab case, its path with dots, its limits as parameters. */
function toInputIssue(issue: IssueLike): InputIssue {
  const { code, minimum, maximum, expected, format } = issue as IssueLike & Readonly<Record<string, unknown>>
  const params = Object.fromEntries(
    Object.entries({ minimum, maximum, expected, format }).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : [],
    ),
  )
  return {
    code: String(code ?? 'custom').replaceAll('_', '-'),
    path: (issue.path ?? []).map(segmentKey).join('.'),
    ...(code === 'custom' ? { value: issue.message } : {}),
    ...(Object.keys(params).length > 0 ? { params } : {}),
  }
}

function segmentKey(segment: unknown): string {
  return String(typeof segment === 'object' && segment !== null && 'key' in segment ? segment.key : segment)
}

/** Titles are for programs and logs; people read `errors.<code>` in their own language. */
function titleOf(code: ErrorCode): string {
  const words = code.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** More than this many issues tell nobody anything. */
const mostIssues = 100

export function problemResponse(error: AppError, requestId: string): Response {
  const problem: Problem = {
    type: `urn:lyttepost:problem:${error.code}`,
    title: titleOf(error.code),
    status: errorStatus[error.code],
    code: error.code,
    params: { ...error.params },
    issues: error.issues.slice(0, mostIssues).map((issue) => ({ ...issue, params: { ...issue.params } })),
    requestId,
  }
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
  if (typeof error.params.seconds === 'number') headers.set('retry-after', String(error.params.seconds))
  // The rest of the body is still on its way; nothing else can come over this connection.
  if (error.code === 'too-large') headers.set('connection', 'close')
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}
