/** What a key may open, in the order in which it is shown. Which endpoints each opens stands in `src/rights.ts`. */
export const apiKeyScopes = ['enquiries:write', 'answers:read', 'traffic:write'] as const
export type ApiKeyScope = (typeof apiKeyScopes)[number]
