import type { ContentBody, FieldConflict } from '../../../../src/understand/answers/contract.ts'
import { mergedText } from '../../../../src/understand/answers/rules/merge/merge-texts.ts'

export type Choice = 'mine' | 'theirs' | 'both'
/** By `path#place`; what nobody chose keeps both. */
export type Choices = Readonly<Record<string, Choice>>

export function chooseConflicts({ path, pieces }: FieldConflict, choices: Choices): string {
  return pieces
    .map((piece, at) => mergedText({ pieces: [piece], conflicts: 0 }, choices[`${path}#${at}`] ?? 'both'))
    .join('')
}

/** The sheet with one field set, such as `texts.nb.body` or `sheet.tasks`. */
export function withField(content: ContentBody, path: string, text: string): ContentBody {
  const set = (node: unknown, [name = '', ...rest]: readonly string[]): unknown => {
    const object = node as Record<string, unknown>
    return { ...object, [name]: rest.length === 0 ? text : set(object[name], rest) }
  }
  return set(content, path.split('.')) as ContentBody
}
