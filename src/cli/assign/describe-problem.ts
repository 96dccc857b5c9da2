import type { InputIssue } from '../../kernel/errors.ts'

/** What is wrong with a file, in one line: where and why. */
export function describeProblem(issue: InputIssue): string {
  const { line, column, params } = issue
  const cell = column ?? (params?.column === undefined ? undefined : `column ${params.column}`)
  const where = [line && `line ${line}`, cell].filter(Boolean).join(', ')
  return where === '' ? reasonOf(issue) : `${where}: ${reasonOf(issue)}`
}

function reasonOf({ code, value, params }: InputIssue): string {
  switch (code) {
    case 'missing-column':
      return `this column is missing; the file has ${params?.found}`
    case 'blank':
      return 'is blank'
    case 'one-topic':
      return `every example has the topic "${value}"; at least two are needed to tell apart`
    case 'no-rows':
      return 'there is a header, but no row'
    case 'no-such-file':
      return 'no such file'
    case 'not-a-file':
      return 'is a folder, not a file'
    case 'file-empty':
      return 'the file is empty'
    case 'column-without-name':
      return 'this column has no name'
    case 'column-doubled':
      return 'this heading stands twice'
    case 'too-many-cells':
      return `${params?.cells} cells under ${params?.columns} headings`
    case 'quote-not-closed':
      return 'a quotation mark is opened here and never closed'
    case 'quote-inside-cell':
      return 'quotation marks that do not belong together'
    case 'unreadable-character':
      return 'a character that no text has'
    default:
      return [code, value, ...Object.entries(params ?? {}).map(([name, of]) => `${name} ${of}`)]
        .filter((part) => part !== undefined)
        .join(', ')
  }
}
