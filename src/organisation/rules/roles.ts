/** What a person may be in an organisation. One person may be several things at once. */
export const roles = [
  'organiser',
  'observer',
  'participant',
  'manager',
  'agent',
  'editor',
  'planner',
  'admin',
] as const
export type Role = (typeof roles)[number]

/** The little of a person that decides whether an organisation still has somebody in charge. */
type Holder = { readonly personId: string; readonly roles: readonly Role[]; readonly active: boolean }

/**
 * Whether the change would leave the organisation without an active admin.
 *
 * @example leavesNoAdmin([{ personId: 'a', roles: ['admin'], active: true }], { personId: 'a', roles: [], active: true }) // true
 */
export function leavesNoAdmin(people: readonly Holder[], changed: Holder): boolean {
  const after = [...people.filter((person) => person.personId !== changed.personId), changed]
  return !after.some(inCharge) && people.some(inCharge)
}

function inCharge(person: Holder): boolean {
  return person.active && person.roles.includes('admin')
}
