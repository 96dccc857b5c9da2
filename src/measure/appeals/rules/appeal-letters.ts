/**
 * The two letters about an appeal. Both tell that something has happened and where to read it; grounds, reasons and
 * results stay behind the sign-in, for a letter may be read by others.
 */
import type { Language } from '../../../kernel/localized.ts'
import type { AppealOutcome } from '../contract.ts'

type Letter = { readonly subject: string; readonly text: string }

export type ArrivedFacts = {
  readonly name: string
  readonly edition: string
  readonly participant: string
  /** The contact's number in the plan. */
  readonly number: number
  /** The last day to decide, as it is written in the reader's language. */
  readonly decideBy: string
  readonly link: string
}

/** To each organiser when an appeal arrives. */
export function arrivedLetter(language: Language, facts: ArrivedFacts): Letter {
  const { name, edition, participant, number, decideBy, link } = facts
  switch (language) {
    case 'nb':
      return {
        subject: `Ny klage fra ${participant} (${edition})`,
        text: `Hei ${name}\n\n${participant} klager på besvarelsen til henvendelse ${number} i ${edition}. Den bør være avgjort innen ${decideBy}.\n\nLes klagen her:\n${link}\n`,
      }
    case 'nn':
      return {
        subject: `Ny klage frå ${participant} (${edition})`,
        text: `Hei ${name}\n\n${participant} klagar på innleveringa til førespurnad ${number} i ${edition}. Ho bør vere avgjord innan ${decideBy}.\n\nLes klagen her:\n${link}\n`,
      }
    case 'en':
      return {
        subject: `New appeal from ${participant} (${edition})`,
        text: `Hello ${name}\n\n${participant} has appealed the submission of contact ${number} in ${edition}. It should be decided by ${decideBy}.\n\nRead the appeal here:\n${link}\n`,
      }
  }
}

export type DecidedFacts = {
  readonly name: string
  readonly edition: string
  readonly number: number
  readonly outcome: AppealOutcome
  readonly link: string
}

const outcomes = {
  nb: { upheld: 'fått medhold', partly: 'fått delvis medhold', rejected: 'ikke fått medhold' },
  nn: { upheld: 'fått medhald', partly: 'fått delvis medhald', rejected: 'ikkje fått medhald' },
  en: { upheld: 'has been upheld', partly: 'has been upheld in part', rejected: 'has been rejected' },
} as const satisfies Record<Language, Record<AppealOutcome, string>>

/** To whoever made the appeal, when it has been decided. */
export function decidedLetter(language: Language, facts: DecidedFacts): Letter {
  const { name, edition, number, link } = facts
  const outcome = outcomes[language][facts.outcome]
  switch (language) {
    case 'nb':
      return {
        subject: `Klagen din er avgjort (${edition})`,
        text: `Hei ${name}\n\nDu har ${outcome} i klagen på besvarelsen til henvendelse ${number} i ${edition}.\n\nLes begrunnelsen, og hva som eventuelt er endret, her:\n${link}\n`,
      }
    case 'nn':
      return {
        subject: `Klagen din er avgjord (${edition})`,
        text: `Hei ${name}\n\nDu har ${outcome} i klagen på innleveringa til førespurnad ${number} i ${edition}.\n\nLes grunngivinga, og kva som eventuelt er endra, her:\n${link}\n`,
      }
    case 'en':
      return {
        subject: `Your appeal has been decided (${edition})`,
        text: `Hello ${name}\n\nYour appeal of the submission of contact ${number} in ${edition} ${outcome}.\n\nRead the reasons, and what has been changed if anything, here:\n${link}\n`,
      }
  }
}
