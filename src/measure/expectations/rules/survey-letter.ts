import type { Language } from '../../../kernel/localized.ts'

export type SurveyLetterFacts = {
  readonly kind: 'invitation' | 'reminder'
  readonly name: string
  readonly edition: string
  readonly link: string
  /** The last day, written out in the person's language. */
  readonly until: string
}

/** The letter that asks an observer to answer, in the observer's language. */
export function surveyLetter(
  language: Language,
  { kind, name, edition, link, until }: SurveyLetterFacts,
): { subject: string; text: string } {
  const first = kind === 'invitation'
  switch (language) {
    case 'nb':
      return {
        subject: first
          ? `Hva er viktig for deg? ${edition}`
          : `Påminnelse: hva er viktig for deg? ${edition}`,
        text: `Hei, ${name}\n\nHva er viktig når du selv kontakter en kundeservice? Svarene er med på å bestemme hva som skal telle mest i neste utgave. Det tar under fire minutter.\n\n${link}\n\nDu kan svare til og med ${until}, og endre svaret så lenge. Arrangøren ser ikke hva du har svart.\n`,
      }
    case 'nn':
      return {
        subject: first ? `Kva er viktig for deg? ${edition}` : `Påminning: kva er viktig for deg? ${edition}`,
        text: `Hei, ${name}\n\nKva er viktig når du sjølv kontaktar ei kundeteneste? Svara er med på å avgjere kva som skal telje mest i neste utgåve. Det tek under fire minutt.\n\n${link}\n\nDu kan svare til og med ${until}, og endre svaret så lenge. Arrangøren ser ikkje kva du har svara.\n`,
      }
    case 'en':
      return {
        subject: first ? `What matters to you? ${edition}` : `Reminder: what matters to you? ${edition}`,
        text: `Hello, ${name}\n\nWhat matters when you contact a customer service yourself? The answers help decide what counts most in the next edition. It takes less than four minutes.\n\n${link}\n\nYou can answer until ${until}, and change your answer until then. The organiser does not see what you answered.\n`,
      }
  }
}
