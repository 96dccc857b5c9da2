import type { Language } from '../../kernel/localized.ts'
import { invitationDays } from './invitation-state.ts'

export type LetterFacts = {
  readonly name: string
  readonly organisation: string
  readonly link: string
}

/** The letter that carries an invitation, in the language of the person invited. */
export function invitationLetter(language: Language, facts: LetterFacts): { subject: string; text: string } {
  const { name, organisation, link } = facts
  switch (language) {
    case 'nb':
      return {
        subject: `Invitasjon til Lyttepost fra ${organisation}`,
        text: `Hei, ${name}\n\n${organisation} inviterer deg til Lyttepost. Åpne lenken, velg et passord og logg inn:\n\n${link}\n\nLenken virker én gang, i ${invitationDays} dager.\n`,
      }
    case 'nn':
      return {
        subject: `Invitasjon til Lyttepost frå ${organisation}`,
        text: `Hei, ${name}\n\n${organisation} inviterer deg til Lyttepost. Opne lenkja, vel eit passord og logg inn:\n\n${link}\n\nLenkja verkar éin gong, i ${invitationDays} dagar.\n`,
      }
    case 'en':
      return {
        subject: `Invitation to Lyttepost from ${organisation}`,
        text: `Hello, ${name}\n\n${organisation} invites you to Lyttepost. Open the link, choose a password and sign in:\n\n${link}\n\nThe link works once, for ${invitationDays} days.\n`,
      }
  }
}
