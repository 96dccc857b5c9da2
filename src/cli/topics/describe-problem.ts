import type { InputIssue } from '../../kernel/errors.ts'

/** What is wrong with a file of texts, in one line: where and why. */
export function describeProblem({ code, line, column, value, params }: InputIssue): string {
  const where = [line && `line ${line}`, column].filter(Boolean).join(', ')
  const why = reasons[code]?.(params ?? {}) ?? [code, value].filter((part) => part !== undefined).join(' ')
  return where === '' ? why : `${where}: ${why}`
}

const reasons: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => string>> = {
  'missing-column': ({ found }) => `this column is missing; the file has ${found}`,
  'no-rows': () => 'there is a header, but no row',
  'no-such-file': () => 'no such file',
  'not-a-file': () => 'is a folder, not a file',
  'file-empty': () => 'the file is empty',
  'column-doubled': () => 'this heading stands twice',
  'too-many-cells': ({ cells, columns }) => `${cells} cells under ${columns} headings`,
  'quotation-marks': () => 'quotation marks that do not belong together',
  encoding: () => 'the text is neither UTF-8, UTF-16 nor Windows-1252 throughout',
  'cannot-write': ({ reason }) => `cannot be written (${reason})`,
}
