/**
 * How a channel version stands to the core. It is stale exactly when the core's text is no longer the one that it was
 * approved against: a change makes it stale, a new approval or the old text again makes it fresh (U4.2).
 */
export type VersionFacts = {
  /** The text as it is now, and as it was approved; null when nobody has. */
  readonly body: string
  readonly approvedBody: string | null
  /** The core's stamp when it was approved. */
  readonly approvedStamp: string | null
}

export type VersionStanding = {
  readonly approved: boolean
  readonly stale: boolean
  /** Edited since it was approved: others still see what was approved. */
  readonly edited: boolean
}

/** @param coreStamp the agreed core's stamp in the version's language; null while none is agreed */
export function standingOf(version: VersionFacts, coreStamp: string | null): VersionStanding {
  const approved = version.approvedBody !== null
  return {
    approved,
    stale: approved && coreStamp !== null && version.approvedStamp !== coreStamp,
    edited: approved && version.body !== version.approvedBody,
  }
}
