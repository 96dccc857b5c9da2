import type { Language } from '../../../kernel/localized.ts'

export type ReplyLetterFacts = {
  readonly organisation: string
  readonly edition: string
  /** What was asked or said. */
  readonly said: string
  readonly reply: string
}

/** The letter that carries a reply, in the language in which the feedback was written. */
export function replyLetter(
  language: Language,
  { organisation, edition, said, reply }: ReplyLetterFacts,
): { subject: string; text: string } {
  const quoted = said.replaceAll(/^/gm, '> ')
  switch (language) {
    case 'nb':
      return {
        subject: `Svar på tilbakemeldingen om ${edition}`,
        text: `Hei\n\n${reply}\n\nHilsen ${organisation}\n\nDu skrev:\n\n${quoted}\n`,
      }
    case 'nn':
      return {
        subject: `Svar på tilbakemeldinga om ${edition}`,
        text: `Hei\n\n${reply}\n\nHelsing ${organisation}\n\nDu skreiv:\n\n${quoted}\n`,
      }
    case 'en':
      return {
        subject: `Reply to your feedback on ${edition}`,
        text: `Hello\n\n${reply}\n\nRegards, ${organisation}\n\nYou wrote:\n\n${quoted}\n`,
      }
  }
}
