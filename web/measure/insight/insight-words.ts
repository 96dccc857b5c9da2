/** The words that insight is written with: questions told apart, references, and small findings. */
import { useMemo } from 'react'
import type { InsightQuestion } from '../../../src/measure/insight/contract.ts'
import type { ResultMethod } from '../../../src/measure/results/contract.ts'
import { useLanguage } from '../../i18n/use-texts.ts'
import { inSentence, useMethodWords } from '../results/words.ts'

/** A question's text; where two have the same, the channels that it is asked on stand behind. */
export function useQuestionText(
  method: ResultMethod,
  questions: readonly InsightQuestion[],
): (id: string) => string {
  const language = useLanguage()
  const words = useMethodWords(method)
  return useMemo(() => {
    const texts = new Map(questions.map((question) => [question.id, question]))
    return (id) => {
      const question = texts.get(id)
      if (!question) return id
      const text = question.text[language]
      const isShared = questions.some((other) => other.id !== id && other.text[language] === text)
      const channels = question.channels.map((channel) => inSentence(words.channel(channel))).join(', ')
      return isShared ? `${text} (${channels})` : text
    }
  }, [questions, language, words.channel])
}
