/** Who is told when enquiries have come in. */
import type { IntakeListener } from './understand/intake/index.ts'

export const intakeListeners: readonly IntakeListener[] = []
