import { type ErrorCode, errorStatus, type InputIssue } from '../src/kernel/errors.ts'
import { type Problem, problemSchema } from '../src/platform/http/contract.ts'

/** The server refused the request and said why (problem+json), or could not be reached at all. */
export class ProblemError extends Error {
  readonly code: ErrorCode | 'offline' | 'unexpected'
  readonly status: number
  readonly params: Problem['params']
  readonly issues: readonly InputIssue[]
  readonly requestId: string | undefined

  constructor(
    code: ProblemError['code'],
    status: number,
    problem?: Pick<Problem, 'params' | 'issues' | 'requestId'>,
  ) {
    super(code)
    this.name = 'ProblemError'
    this.code = code
    this.status = status
    this.params = problem?.params ?? {}
    this.issues = (problem?.issues ?? []) as readonly InputIssue[]
    this.requestId = problem?.requestId
  }
}

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorStatus, code)
}

/** Whether an error means that nobody is signed in (any more). */
export function isNotSignedIn(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'not-signed-in'
}

/** What a refused answer says. An answer that is no problem+json (a proxy's page, say) is `unexpected`. */
export async function problemFrom(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => undefined)
  const parsed = problemSchema.safeParse(body)
  if (!parsed.success || !isErrorCode(parsed.data.code)) {
    const requestId = response.headers.get('x-request-id') ?? ''
    return new ProblemError('unexpected', response.status, { params: {}, issues: [], requestId })
  }
  return new ProblemError(parsed.data.code, response.status, parsed.data)
}
