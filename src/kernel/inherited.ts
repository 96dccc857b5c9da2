/**
 * Whether every object has a member of this name without having been given one: `constructor`, `toString`. Such a name
 * is no name for a field of data, for a record without the field would seem to have it.
 */
export function isInherited(name: string): boolean {
  return name in Object.prototype
}
