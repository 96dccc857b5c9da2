export type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired'

type Dates = { readonly expiresAt: Date; readonly acceptedAt: Date | null; readonly revokedAt: Date | null }

/** Days until an unused invitation stops working. */
export const invitationDays = 14

/** What has become of an invitation. What somebody did counts before what the clock did. */
export function invitationState(invitation: Dates, now: Date): InvitationState {
  if (invitation.acceptedAt) return 'accepted'
  if (invitation.revokedAt) return 'revoked'
  return invitation.expiresAt <= now ? 'expired' : 'open'
}
