import { useHasRole } from '../../session.ts'
import { AppealsDesk } from './appeals-desk.tsx'
import { OwnAppeals } from './own-appeals.tsx'

/** An organiser decides; a participant objects. */
export function AppealsPage() {
  return useHasRole('organiser', 'admin') ? <AppealsDesk /> : <OwnAppeals />
}
