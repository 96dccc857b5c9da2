/**
 * The parts of an edition's pages in the order of its year, in four groups so that the eye meets a few words
 * at a time. A part is shown when its page exists and the person may see it: no link leads nowhere.
 */
import { useRouter } from '@tanstack/react-router'
import type { PathTarget } from '../../design/path-target.ts'
import { useHasRole } from '../../session.ts'

export const partGroups = {
  prepare: ['method', 'participants', 'plan', 'observers'],
  field: ['fieldwork', 'review', 'appeals'],
  results: ['results', 'insight', 'quality', 'reports'],
  learn: ['expectations', 'feedback'],
} as const
export type PartGroup = keyof typeof partGroups
export type EditionPart = 'overview' | (typeof partGroups)[PartGroup][number]

export const groups = Object.keys(partGroups) as readonly PartGroup[]

/** What a participant, who organises nothing, has pages for, in the order in which one asks. */
export const forParticipants: readonly EditionPart[] = [
  'results',
  'insight',
  'reports',
  'appeals',
  'feedback',
]

/** More than this in one row, and the groups get a row of their own. */
export const mostInOneRow = 6

export function pathOfPart(part: EditionPart): string {
  return part === 'overview' ? '/measure/editions/$editionId' : `/measure/editions/$editionId/${part}`
}

/** Where a part of an edition is; undefined where the person has nothing to do, or its page does not exist. */
export function usePartTarget(): (part: EditionPart, editionId: string) => PathTarget | undefined {
  const known = useRouter().routesByPath as Readonly<Record<string, unknown>>
  const organises = useHasRole('organiser', 'admin')
  return (part, editionId) =>
    pathOfPart(part) in known && (organises || forParticipants.includes(part))
      ? { to: pathOfPart(part) as PathTarget['to'], params: { editionId } }
      : undefined
}

/** The part that an address lies in: `/…/plan/contacts` is in the plan, and the edition's own page in none. */
export function partOfPath(path: string): EditionPart {
  const asked = path.split('/')[4] ?? ''
  // One report stands beside the list of them, not under it.
  const name = asked === 'report' ? 'reports' : asked
  return groups.flatMap((group) => [...partGroups[group]]).find((part) => part === name) ?? 'overview'
}
