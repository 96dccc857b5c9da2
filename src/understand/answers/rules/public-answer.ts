/** An agreed answer as programs and pages of others get it, and the files that it is handed over in. */
import type { Language } from '../../../kernel/localized.ts'
import type { AnswerChannel, FactKind } from './answer-words.ts'
import { type CoreContent, textIn } from './core-content.ts'
import { factsOf, type SharedFacts } from './text/fact-mark.ts'
import { escapeHtml, richInHtml } from './text/rich-html.ts'
import { plainOf, readRich } from './text/rich-text.ts'

export type AnswerToShow = {
  readonly answerId: string
  readonly topic: string | null
  readonly agreed: CoreContent
  readonly agreedAt: Date
  readonly versions: readonly {
    readonly channel: AnswerChannel
    readonly language: Language
    readonly approvedBody: string | null
  }[]
}

export type ShownAnswer = {
  readonly answerId: string
  readonly topic: string | null
  readonly language: Language
  readonly title: string
  readonly questions: string[]
  readonly html: string
  readonly text: string
  readonly facts: { readonly name: string | null; readonly kind: FactKind; readonly value: string }[]
  readonly channels: Partial<Record<AnswerChannel, string>>
  readonly agreedAt: string
}

/** @param variants texts in which customers have asked it, beside those that the editor wrote */
export function showAnswer(
  answer: AnswerToShow,
  {
    language,
    shared,
    variants = [],
  }: {
    readonly language: Language
    readonly shared: SharedFacts
    readonly variants?: readonly string[]
  },
): ShownAnswer {
  const { answerId, topic, agreed, agreedAt } = answer
  const { title, body } = textIn(agreed, language)
  const shownIn = agreed.texts[language] ? language : agreed.source
  const approved = answer.versions.filter((each) => each.language === shownIn && each.approvedBody !== null)
  const web = approved.find(({ channel }) => channel === 'web')?.approvedBody ?? body
  return {
    answerId,
    topic,
    language: shownIn,
    title,
    questions: [...new Set([title, ...agreed.questions, ...variants])],
    html: richInHtml(withoutTitle(readRich(web, shared), title)),
    text: plainOf(body, shared),
    facts: factsOf(body, shared).map(({ name, kind, value }) => ({ name, kind, value })),
    channels: Object.fromEntries(
      approved.map(({ channel, approvedBody }) => [channel, plainOf(approvedBody ?? '', shared)]),
    ),
    agreedAt: agreedAt.toISOString(),
  }
}

/** A web version often begins with its title, which stands above it already. */
function withoutTitle(blocks: ReturnType<typeof readRich>, title: string): ReturnType<typeof readRich> {
  const [first] = blocks
  if (first?.is !== 'heading') return blocks
  const [piece] = first.line
  const same = first.line.length === 1 && piece?.is === 'text' && piece.text.trim() === title.trim()
  return same ? blocks.slice(1) : blocks
}

const headings: Readonly<Record<Language, string>> = {
  nb: 'Spørsmål og svar',
  nn: 'Spørsmål og svar',
  en: 'Questions and answers',
}

/** One page without styles or scripts: it takes on those of the site that shows it. */
export function answersAsHtml(answers: readonly ShownAnswer[], language: Language): string {
  const title = headings[language]
  const parts = answers.map(
    ({ answerId, title: question, html }) =>
      `<article id="answer-${answerId}">\n<h2>${escapeHtml(question)}</h2>\n${html}\n</article>`,
  )
  return `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n</head>\n<body>\n<main>\n<h1>${title}</h1>\n${parts.join('\n')}\n</main>\n</body>\n</html>\n`
}

export const answerColumns = [
  'answerId',
  'topic',
  'language',
  'title',
  'text',
  'questions',
  'facts',
  'agreedAt',
] as const

/** A row for each answer: questions one a line, facts as `name: value`. */
export function answerRow(answer: ShownAnswer): readonly (string | null)[] {
  const facts = answer.facts.map(({ name, kind, value }) => `${name ?? kind}: ${value}`)
  const { answerId, topic, language, title, text, questions, agreedAt } = answer
  return [answerId, topic, language, title, text, questions.join('\n'), facts.join('\n'), agreedAt]
}

/** Question and answer pairs: what most chatbots read, as one document with an id, questions and one answer each. */
export function answersForChatbot(answers: readonly ShownAnswer[], language: Language) {
  return {
    language,
    intents: answers.map(({ answerId, title, questions, channels, text, topic }) => ({
      id: answerId,
      name: title,
      topic,
      questions,
      answer: channels.chatbot ?? text,
    })),
  }
}
