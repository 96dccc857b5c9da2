import { designTexts } from '../i18n/design.ts'
import { useTexts } from '../i18n/use-texts.ts'

type Code = keyof typeof designTexts.texts.nb.file.problem

/** What is wrong with a file as such, whatever it is a list of; undefined for what only its own reader knows. */
export function useFileProblem(): (code: string) => string | undefined {
  const t = useTexts(designTexts)
  return (code) =>
    Object.hasOwn(designTexts.texts.nb.file.problem, code) ? t(`file.problem.${code as Code}`) : undefined
}
