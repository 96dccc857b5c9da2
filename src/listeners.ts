/** Who is told when enquiries have come in. */
import type { IntakeListener } from './understand/intake/index.ts'
import { assignLater } from './understand/topics/index.ts'

export const intakeListeners: readonly IntakeListener[] = [assignLater]
