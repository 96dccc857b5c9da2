import type { Context } from '../../organisation/index.ts'
import type { Seals } from '../../platform/seal/index.ts'
import type { IntakeListener } from './listeners.ts'

/** What intake needs on top: the server's seals, who is told, and which private hosts mail may be fetched from. */
export type IntakeParts = {
  readonly seals: Seals
  readonly intakeListeners: readonly IntakeListener[]
  /** Hosts that mail may be fetched from although they are not on the open internet. */
  readonly mailHosts: readonly string[]
}

export type IntakeContext = Context & IntakeParts
