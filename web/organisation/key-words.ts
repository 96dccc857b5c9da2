import type { ApiKeyScope } from '../../src/organisation/rules/api-key-scopes.ts'

/** The key of a scope's text; a colon would name a namespace. */
export const scopeTexts = {
  'enquiries:write': 'keys.scope.enquiriesWrite',
  'answers:read': 'keys.scope.answersRead',
  'traffic:write': 'keys.scope.trafficWrite',
} as const satisfies Readonly<Record<ApiKeyScope, string>>
