import type { EditionMethod } from '../../edition/contract.ts'
import type { Answers } from './score-submission.ts'
import { fixedColumns } from './submission-columns.ts'

export type WrittenSubmission = {
  readonly number: number
  readonly participant: string
  readonly class: string
  readonly channel: string
  readonly answered: boolean
  readonly answers: Answers
}

/** Submissions as the file that the score command reads: one line each, an option's id under each question. */
export function writeSubmissions(method: EditionMethod, submissions: Iterable<WrittenSubmission>): string {
  const lines = [[...fixedColumns, ...method.questions.map(({ id }) => id)].join(',')]
  for (const { number, participant, class: className, channel, answered, answers } of submissions) {
    const cells = method.questions.map(({ id, channels }) =>
      answered && (channels as readonly string[]).includes(channel) ? (answers[id] ?? '') : '',
    )
    const contact = `C${String(number).padStart(5, '0')}`
    lines.push(
      [contact, quoted(participant), quoted(className), channel, answered ? 'yes' : 'no', ...cells].join(','),
    )
  }
  return `${lines.join('\n')}\n`
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
