export type FileLimits = { readonly endings: readonly string[]; readonly megabytes: number }

/**
 * Whether a file can be taken, before it is sent; null when it can.
 *
 * @example checkFile({ name: 'D.CSV', size: 10 }, { endings: ['.csv'], megabytes: 20 }) // null
 */
export function checkFile(
  file: { readonly name: string; readonly size: number },
  { endings, megabytes }: FileLimits,
): 'wrong-kind' | 'too-large' | null {
  const name = file.name.toLowerCase()
  if (!endings.some((ending) => name.endsWith(ending))) return 'wrong-kind'
  return file.size > megabytes * 1_000_000 ? 'too-large' : null
}
