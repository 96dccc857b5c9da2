import type { PathTarget } from '../../design/path-target.ts'
import { useHasRole } from '../../session.ts'
import { usePartTarget } from './edition-parts.ts'

/** Where an edition leads this person: the organiser to its year, a participant to the results. */
export function useEditionTarget(): (editionId: string) => PathTarget {
  const organises = useHasRole('organiser', 'admin')
  const targetOf = usePartTarget()
  return (editionId) => targetOf(organises ? 'overview' : 'results', editionId) ?? { to: '/measure/editions' }
}
