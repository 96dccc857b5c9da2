/**
 * Every way in which a request can be refused, by its code. The code is also the key of the message in
 * the three languages (`errors.<code>`), so a new code without a text fails the catalogue test.
 */
export const errorStatus = {
  // Every request
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  'malformed-body': 400,
  'unsupported-content': 415,
  'invalid-input': 422,
  conflict: 409,
  'too-large': 413,
  'too-many-requests': 429,
  overloaded: 503,
  internal: 500,
  'foreign-origin': 403,
  'idempotency-key-reused': 422,
  'idempotency-key-busy': 409,

  // Sign-in and people
  'sign-in-failed': 401,
  'sign-in-locked': 429,
  'no-organisation': 403,
  'invitation-unknown': 404,
  'invitation-closed': 409,
  'already-member': 409,
  'api-key-unknown': 401,
  'last-admin': 409,

  // Editions
  'edition-frozen': 409,
  'edition-changed': 409,
  'edition-state': 409,
  'edition-not-planned': 409,
  'edition-in-use': 409,
  'method-broken': 422,
  'method-refused': 422,
  'form-empty': 422,

  // Participants
  'channels-frozen': 409,
  'nothing-to-read': 409,

  // What comes in
  'source-name-taken': 409,
  'source-retired': 409,
  'source-kind': 409,
  'upload-incomplete': 409,
  'batch-finished': 409,
  'mailbox-missing': 409,
  'mailbox-private': 409,
  'webhook-private': 409,
  'webhook-credentials': 409,
  'mailbox-open': 409,
  'mailbox-unreachable': 409,
  'mailbox-sign-in': 409,
  'mailbox-folder': 409,

  // The plan
  'plan-needs': 409,
  'plan-started': 409,
  'plan-missing': 409,
  'plan-changed': 409,
  'person-observes': 409,

  // Fieldwork
  'event-refused': 409,
  'time-in-future': 422,
  'submission-incomplete': 422,
  'submission-id-reused': 409,
  'unsent-file': 422,
  'fieldwork-closed': 409,
  'fieldwork-paused': 409,
  'already-paused': 409,
  'not-paused': 409,
  'decision-final': 409,
  'has-findings': 409,

  // Observers
  'briefing-not-passed': 409,
  'partial-observer': 409,
  'rates-missing': 409,
  'nothing-to-pay': 409,

  // Results
  'results-not-published': 409,
  'nothing-to-publish': 409,
  'no-reports': 409,
  'results-not-shared': 409,

  // From insight to practice
  'same-edition': 409,
  'names-a-person': 422,

  // The expectation survey
  'survey-opened': 409,
  'survey-not-open': 409,
  'survey-running': 409,
  'survey-few-answers': 409,
  'answer-incomplete': 422,
  'reminded-lately': 409,
  'nothing-to-change': 409,

  // Feedback on the programme
  'feedback-link-unknown': 404,
  'feedback-closed': 409,
  'reply-first': 409,

  // The overview of enquiries
  'owner-first': 409,
  'nothing-to-code': 409,

  // Core answers
  'answer-state': 409,
  'answer-empty': 409,
  'answer-changed': 409,
  'answer-not-agreed': 409,
  'sign-offs-missing': 409,
  'version-refused': 422,
  'answers-not-open': 404,

  // Improvements, suggestions and alarms
  'improvement-step': 409,
  'suggestion-closed': 409,
  'suggestion-unanswered': 409,
  'suggestion-answerless': 409,
  'note-missing': 422,

  // The flow of contacts
  'flow-not-counted': 409,
  'flow-impossible': 422,

  // Second coding and appeals
  'coding-nothing-to-read': 409,
  'coding-nobody': 409,
  'coding-closed': 409,
  'appeals-closed': 409,
  'appeals-open': 409,
  'appeal-exists': 409,
  'appeal-step': 409,
  'coder-decides': 409,
  'file-refused': 422,
  'files-full': 409,

  // Shifts
  'plan-week-changed': 409,
  'plan-week-same': 409,
  'plan-week-findings': 409,
  'plan-week-nothing': 409,
  'shift-changed': 409,
  'event-exists': 409,
  'absence-step': 409,
  'swap-step': 409,
  'swap-exists': 409,
  'swap-passed': 409,
  'swap-outdated': 409,
  'no-agent': 409,
  // Plan: what if
  'what-if-empty': 409,

  // Topics
  'topic-gone': 409,
  'topic-tree': 409,
  'topic-step': 409,
  'decision-undone': 409,
  'decision-built-upon': 409,
  'fit-running': 409,
  'nothing-to-group': 409,

  // Traffic
  'queue-closed': 409,
  'delivery-not-last': 409,
  'queue-name-taken': 409,
  'queue-has-traffic': 409,
  'traffic-file': 422,
} as const satisfies Record<string, number>

export type ErrorCode = keyof typeof errorStatus

export type ErrorParams = Readonly<Record<string, string | number | boolean | null>>

/** One thing wrong in one place of an input: a line of a file, a field of a form, a path in a document. */
export type InputIssue = {
  readonly code: string
  /** Line in the file, counted from 1 with the header as line 1. */
  readonly line?: number
  readonly column?: string
  /** Path in a document, such as `questions.3.options`. */
  readonly path?: string
  readonly value?: string
  readonly params?: ErrorParams
}

/** A refused request. Mapped once, at the edge, to problem+json (RFC 9457). */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly params: ErrorParams
  readonly issues: readonly InputIssue[]

  constructor(code: ErrorCode, params: ErrorParams = {}, issues: readonly InputIssue[] = []) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.params = params
    this.issues = issues
  }

  get status(): number {
    return errorStatus[this.code]
  }
}
