import type { InputIssue } from '../../kernel/errors.ts'

/** What is wrong with the file, in one line: where and why. */
export function describeProblem(issue: InputIssue): string {
  const where = [issue.line && `line ${issue.line}`, issue.column].filter(Boolean).join(', ')
  return where === '' ? reasonOf(issue) : `${where}: ${reasonOf(issue)}`
}

function reasonOf({ code, params }: InputIssue): string {
  switch (code) {
    case 'missing-column':
      return `this column is missing; the file has ${params?.found}`
    case 'column-doubled':
      return 'this heading stands twice'
    case 'too-many-cells':
      return `${params?.cells} cells under ${params?.columns} headings`
    case 'quotation-marks':
      return 'quotation marks that do not belong together'
    case 'encoding':
      return 'the text is neither UTF-8, UTF-16 nor Windows-1252 throughout'
    case 'file-not-a-table':
      return 'is no text; save a workbook as CSV first'
    case 'file-empty':
      return 'the file is empty'
    case 'no-such-file':
      return 'no such file'
    case 'not-a-file':
      return 'is a folder, not a file'
    default:
      throw new Error(`no text for the problem ${code}`)
  }
}
