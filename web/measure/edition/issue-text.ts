/** A broken invariant as a sentence, with names in the person's language instead of ids. */

import type { InputIssue } from '../../../src/kernel/errors.ts'
import type { Language } from '../../../src/kernel/localized.ts'
import type { EditionMethod } from '../../../src/measure/edition/contract.ts'
import {
  describeIssue,
  type IssueCode,
  issueTexts,
} from '../../../src/measure/edition/rules/invariants/texts.ts'
import { useLanguage } from '../../i18n/use-texts.ts'

type Named = Pick<EditionMethod, 'areas' | 'channels' | 'questions'>

/** Ids of areas, channels and questions become what a reader of the form calls them. */
function withNames(params: InputIssue['params'], method: Named | undefined, language: Language) {
  if (!method || !params) return params ?? {}
  const area = method.areas.find(({ id }) => id === params.area)?.name
  const channel = method.channels.find(({ id }) => id === params.channel)?.name
  const question = method.questions.find(({ id }) => id === params.question)?.text
  return {
    ...params,
    ...(area && { area: area[language] }),
    ...(channel && { channel: channel[language] }),
    ...(question && { question: question[language] }),
  }
}

export function useIssueText(method?: Named): (issue: InputIssue) => string {
  const language = useLanguage()
  return ({ code, params }) =>
    Object.hasOwn(issueTexts, code)
      ? describeIssue({ code: code as IssueCode, params: withNames(params, method, language) }, language)
      : code
}
