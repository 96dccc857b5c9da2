import type { InputIssue } from '../../../src/kernel/errors.ts'
import { importFields } from '../../../src/measure/participants/contract.ts'
import { useFileProblem } from '../../design/use-file-problem.ts'
import { participantTexts } from '../../i18n/participants.ts'
import { useTexts } from '../../i18n/use-texts.ts'

type Words = ReturnType<typeof useTexts<typeof participantTexts.texts.nb>>

/** What is wrong in one place of a file or a form, as a sentence. */
export function useIssueLine(): (issue: InputIssue) => string {
  const t = useTexts(participantTexts)
  const ofFile = useFileProblem()
  return (issue) => ofFile(issue.code) ?? sentence(t, issue)
}

function sentence(t: Words, { code, path, value = '' }: InputIssue): string {
  if (!Object.hasOwn(participantTexts.texts.nb.issue, code)) return t('issue.unknown', { code })
  const field = importFields.find((name) => name === path)
  const values = { value, code, field: field ? t(`import.field.${field}`) : (path ?? '') }
  // The texts name some of these three; the key is one of theirs, which the line above has checked.
  return (t as unknown as (key: string, values: object) => string)(`issue.${code}`, values)
}
