import { useHasRole } from '../../session.ts'

/** Whether the person brings enquiries in and sees to sources; others read. */
export function useManagesIntake(): boolean {
  return useHasRole('manager', 'editor', 'admin')
}
