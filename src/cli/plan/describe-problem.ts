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
    case 'doubled-name':
      return `"${value}" stands already in line ${params?.first}`
    case 'blank':
      return 'is blank'
    case 'too-long':
      return `is longer than ${params?.most} characters`
    case 'unknown-class':
      return `"${value}" is not a class of the edition (${params?.known})`
    case 'not-a-date':
      return `"${value}" is not a date such as 2027-01-31`
    case 'not-a-count':
      return `"${value}" is not a whole number from 1 to ${params?.most}`
    case 'half-an-absence':
      return 'an absence has both a first and a last day'
    case 'absence-backwards':
      return `the absence ends on ${value}, before it begins`
    case 'two-weekly-maxima':
      return `"${value}" here and "${params?.known}" in line ${params?.first}`
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
    default:
      return [code, value, ...Object.entries(params ?? {}).map(([name, of]) => `${name} ${of}`)]
        .filter((part) => part !== undefined)
        .join(', ')
  }
}
