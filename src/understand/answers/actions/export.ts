/** The agreed answers as files, for whoever reads the same source: the web, the bot, the desk. */
import type { Language } from '../../../kernel/localized.ts'
import type { Context } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import { writeCsv } from '../../../platform/files/index.ts'
import { maskQuery } from '../rules/mask-query.ts'
import {
  answerColumns,
  answerRow,
  answersAsHtml,
  answersForChatbot,
  type ShownAnswer,
  showAnswer,
} from '../rules/public-answer.ts'
import { publishedOf } from '../search/published.ts'
import { typicalTexts } from '../store/enquiry-store.ts'

export type ExportFormat = 'json' | 'csv' | 'html' | 'chatbot'
type Reader = Pick<Context, 'scope' | 'db'>

/** A customer's own words as a question: short, and nothing left of who wrote it. */
const longestVariant = 120

/** By title; the same list in every format. Only a chatbot is told how customers ask. */
export async function shownAnswers(
  { scope, db }: Reader,
  language: Language,
  format: ExportFormat,
): Promise<readonly ShownAnswer[]> {
  const { answers, shared } = await publishedOf(scope, db)
  const list = [...answers.values()]
  const variants =
    format === 'chatbot' ? await variantsOf({ scope, db }, list) : new Map<string, readonly string[]>()
  const collator = new Intl.Collator(language)
  return list
    .map((answer) =>
      showAnswer(answer, { language, shared, variants: variants.get(answer.topicId ?? '') ?? [] }),
    )
    .toSorted((a, b) => collator.compare(a.title, b.title))
}

async function variantsOf(
  { scope, db }: { readonly scope: Reader['scope']; readonly db: Db },
  list: readonly { readonly topicId: string | null }[],
) {
  const topicIds = [...new Set(list.flatMap(({ topicId }) => (topicId === null ? [] : [topicId])))]
  const typical = await typicalTexts(scope, db, { topicIds, longest: longestVariant })
  return new Map(
    [...typical].map(([topicId, texts]) => [
      topicId,
      texts.map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter((text) => isSafe(text)),
    ]),
  )
}

/** A text that masking would touch, or has touched, is nobody's question variant. */
function isSafe(text: string): boolean {
  return (
    !/[[\]]/.test(text) &&
    maskQuery(text.split(' ').slice(0, 10).join(' ')) === text.split(' ').slice(0, 10).join(' ')
  )
}

const types: Readonly<Record<ExportFormat, readonly [type: string, name: string]>> = {
  json: ['application/json; charset=utf-8', 'answers.json'],
  csv: ['text/csv; charset=utf-8', 'answers.csv'],
  html: ['text/html; charset=utf-8', 'answers.html'],
  chatbot: ['application/json; charset=utf-8', 'answers-chatbot.json'],
}

export async function exportAnswers(
  reader: Reader,
  { format, language }: { readonly format: ExportFormat; readonly language: Language },
): Promise<File> {
  const answers = await shownAnswers(reader, language, format)
  const [type, name] = types[format]
  return new File([writeExport(answers, format, language)], name, { type })
}

function writeExport(answers: readonly ShownAnswer[], format: ExportFormat, language: Language): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ language, items: answers }, null, 2)}\n`
    case 'csv':
      return writeCsv([[...answerColumns], ...answers.map(answerRow)], { byteOrderMark: true })
    case 'html':
      return answersAsHtml(answers, language)
    case 'chatbot':
      return `${JSON.stringify(answersForChatbot(answers, language), null, 2)}\n`
  }
}
