/**
 * A comment that no longer tells which centre it is about: its name, and the first word of it, which is what most
 * people write, give way to a dash.
 *
 * @example withoutName('Havblikk svarte raskt.', 'Havblikk Bank') // '[–] svarte raskt.'
 */
export function withoutName(comment: string, name: string): string {
  const escaped = [name, name.split(' ')[0]!].map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pattern = new RegExp(`(?<!\\p{L})(?:${escaped.join('|')})(?:s|['’]s)?(?!\\p{L})`, 'giu')
  return comment.replaceAll(pattern, '[–]')
}
