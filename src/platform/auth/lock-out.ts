/**
 * When guessing must wait: after some failures each further one locks for twice as long, up to a ceiling.
 * The clock runs per account and per address; success clears the account's.
 */
export type Attempts = {
  readonly failures: number
  readonly lastAt: Date
  readonly lockedUntil: Date | null
}

export type LockOut = {
  /** Failures before the first lock. */
  readonly free: number
  readonly firstLockSeconds: number
  readonly longestLockSeconds: number
  /** A pause this long after the last failure forgets them all. */
  readonly forgetSeconds: number
}

export const accountLockOut: LockOut = {
  free: 5,
  firstLockSeconds: 60,
  longestLockSeconds: 900,
  forgetSeconds: 900,
}

/** Wider, for many people may share one address. */
export const addressLockOut: LockOut = {
  free: 50,
  firstLockSeconds: 60,
  longestLockSeconds: 900,
  forgetSeconds: 900,
}

/** Seconds left to wait before the next attempt; 0 when it may be made now. */
export function secondsLocked(attempts: Attempts | undefined, now: Date): number {
  const until = attempts?.lockedUntil
  return until ? Math.max(0, Math.ceil((until.getTime() - now.getTime()) / 1000)) : 0
}

/**
 * The attempts after one more failure.
 *
 * @example afterFailure(undefined, accountLockOut, now) // { failures: 1, lastAt: now, lockedUntil: null }
 */
export function afterFailure(before: Attempts | undefined, rule: LockOut, now: Date): Attempts {
  const forgotten = before && now.getTime() - before.lastAt.getTime() > rule.forgetSeconds * 1000
  const failures = (before && !forgotten ? before.failures : 0) + 1
  return { failures, lastAt: now, lockedUntil: lockAfter(failures, rule, now) }
}

function lockAfter(failures: number, rule: LockOut, now: Date): Date | null {
  if (failures < rule.free) return null
  const seconds = Math.min(rule.longestLockSeconds, rule.firstLockSeconds * 2 ** (failures - rule.free))
  return new Date(now.getTime() + seconds * 1000)
}
