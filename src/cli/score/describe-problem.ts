import type { InputIssue } from '../../kernel/errors.ts'

/** What is wrong, in one line: where, which contact, which column, and why. */
export function describeProblem(issue: InputIssue): string {
  const { line, column, params } = issue
  const contact = params?.contact ? `contact ${params.contact}` : undefined
  const where = [line && `line ${line}`, contact, column].filter(Boolean).join(', ')
  return where === '' ? reasonOf(issue) : `${where}: ${reasonOf(issue)}`
}

function reasonOf({ code, value, params }: InputIssue): string {
  switch (code) {
    case 'blank':
      return 'is blank; a question that does not apply is na'
    case 'unknown-option':
      return `has no option "${value}"`
    case 'not-on-form':
      return `is not asked on this channel, but holds "${value}"`
    case 'unknown-channel':
      return `"${value}" is not a channel of the edition`
    case 'unknown-class':
      return `"${value}" is not a class of the edition`
    case 'not-yes-or-no':
      return `"${value}" is neither yes nor no`
    case 'doubled-contact':
      return `"${value}" has come before`
    case 'two-classes':
      return `${params?.participant} is in "${value}" here and in "${params?.known}" before`
    case 'too-many-cells':
      return `${params?.cells} cells under ${params?.expected} headings`
    case 'doubled-column':
      return 'this heading stands twice'
    case 'missing-column':
      return 'this column is missing'
    case 'missing-question':
      return 'this scored question has no column'
    case 'quotation-marks':
      return 'quotation marks that do not belong together'
    case 'encoding':
      return 'the text is neither UTF-8, UTF-16 nor Windows-1252 throughout'
    case 'empty-file':
      return 'the file is empty'
    case 'no-rows':
      return 'there is a header but no contact'
    case 'cannot-write':
      return `${value} cannot be written (${params?.reason})`
    case 'no-such-file':
      return 'no such file'
    default:
      throw new Error(`no text for the problem ${code}`)
  }
}
