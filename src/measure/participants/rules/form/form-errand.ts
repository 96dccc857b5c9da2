/**
 * Forms that ask for a message and are still not for contact: they take one kind of errand and no other. Told
 * by the heading, the button and by fields that only such a form has.
 */
import type { Form } from '../page.ts'
import { purposeOf } from '../purpose.ts'

export type FormErrand =
  | 'report'
  | 'complaint'
  | 'enrolment'
  | 'moving'
  | 'meter'
  | 'application'
  | 'booking'
  | 'business'

type Signs = { readonly says: RegExp; readonly asks: RegExp }

const signs: readonly (readonly [FormErrand, Signs])[] = [
  [
    'report',
    {
      says: /\b(?:meld|rapporter|varsl)(?:e|er|ing)?(?: oss)?(?: (?:inn|fra om|om))?(?: (?:ein|en|et|eit))? ?(?:feil|strømbrudd|straumbrot|skade|avvik|hærverk)|feilmelding|skademelding|(?:skade|feil|strømbrudds?)skjema|felanmäl|report (?:an? |the )?(?:outage|fault|damage|power)|störung melden/i,
      asks: /stolpenummer|lysstolpe|lyktestolpe|mastenummer|feiltype|type feil|når oppst(?:o|od) feilen|skadedato/i,
    },
  ],
  [
    'complaint',
    {
      says: /reklam(?:asjon|er|ation)|\bretur(?:ner|skjema|er)?\b|\bklage(?:skjema)?\b|angre(?:rett|skjema|frist)|refusjon|complain|return (?:form|request|an? )|refund|widerruf/i,
      asks: /årsak til (?:retur|reklamasjon)|retur(?:årsak|grunn)|reklamasjonsårsak|reason for return|return reason/i,
    },
  ],
  [
    'enrolment',
    {
      says: /påmeld|meld (?:deg|meg|dere) på|bli medlem|innmeld|anmäl(?:an| dig| mig)|tilmeld|sign (?:me )?up|enrol|course registration/i,
      asks: /antall deltak|deltakernes|velg kurs|kursdato|number of participants/i,
    },
  ],
  [
    'moving',
    {
      says: /flyttemelding|meld(?:e|ing)?(?: om)? flytting|(?:skal|har) du flytt|^\P{L}*flytting\P{L}*$|adresseendring|endre adresse|moving (?:notice|home|house)|umzug melden/iu,
      asks: /flyttedato|(?:inn|ut)flytting|overtakelsesdato|ny adresse|gammel adresse|moving date|new address/i,
    },
  ],
  [
    'meter',
    {
      says: /m(?:å|a|aa)l[ae]r(?:stand|avlesning|avlesing)|\bles av (?:strøm|vann|vass)?m[åa]l[ae]r(?:en)?\b|avlesning|avlesing|avläsning|meter reading|zählerstand/i,
      asks: /m(?:å|a|aa)l[ae]rstand|avlesningsdato|avlest|meter.?reading|zählerstand/i,
    },
  ],
  [
    'application',
    {
      says: /søknad|\bsøk (?:på |om )?(?:jobb|stilling)|jobbsøk|ansökan|\bapply\b|job application|\bbewerb/i,
      asks: /\bcv\b|søknads(?:brev|tekst)|curriculum vitae|lebenslauf/i,
    },
  ],
  [
    'booking',
    {
      says: /\bbestill(?:e|ing)?(?: (?:av|ein|en|et))? ?(?:time|bord|befaring|plass|rom)|(?:time|bord|rom|plass)bestilling|\bbook(?:e|ing)?\b|reserv(?:er|asjon|ation)|termin(?:buchung| vereinbaren)/i,
      asks: /antall (?:personer|gjester)|ønsk(?:et|a) (?:dato|time|behandling)|ankomst|avreise|check-?in|number of guests/i,
    },
  ],
  [
    'business',
    {
      says: /(?:tilbud|avtale)r? (?:til|for) (?:din |deres |dykkar )?(?:bedrift|firma|foretak|verksemd|virksomhet)/i,
      asks: /antall ansatte|number of employees/i,
    },
  ],
]

/** A writer who names the subject may write of anything, whatever the heading before the form was about. */
const subject = /\b(?:emne|tema|subject|betreff|ämne|betrifft|onderwerp)\b/

const saysContact =
  /kontakt|contact|henvend|skriv til|spørsmål|spørj|tilbakemelding|feedback|send oss|send (?:en |ei )?(?:melding|beskjed)(?! om)|write to|get in touch|question|enquir|inquir|nachricht|meddelande/i

/** The errand that a heading, a button or a link names, if it is not contact. Example: 'Meld flytting' → 'moving'. */
export function errandIn(words: string): FormErrand | undefined {
  if (purposeOf(words) === 'business' && !/privat/i.test(words)) return 'business'
  if (saysContact.test(words)) return undefined
  return signs.find(([, { says }]) => says.test(words))?.[0]
}

/** The errand of a form that asks for a message, or undefined when it is open to any. */
export function errandOf(form: Form): FormErrand | undefined {
  if (/kontaktskjema|contact-?form/i.test(form.marks)) return undefined
  const asked = form.fields
    .filter(({ kind }) => kind !== 'choice' && kind !== 'select' && kind !== 'hidden' && kind !== 'submit')
    .map(({ words }) => words)
    .join(' | ')
  const byField = signs.find(([, { asks }]) => asks.test(asked))?.[0]
  if (byField || subject.test(asked) || isWholePage(form)) return byField
  return firstNamed(buttonsOf(form)) ?? firstNamed(headingsOf(form))
}

/**
 * Fields without a form around them, and the one form that older systems put around the whole page with the
 * sign-in box and the contact form both in it: buttons and headings there may belong to anything.
 */
export function isWholePage(form: Form): boolean {
  return form.marks === 'loose' || form.fields.some((field) => field.words.includes('__viewstate'))
}

function buttonsOf(form: Form): readonly string[] {
  return form.fields.filter(({ kind }) => kind === 'submit').map(({ words }) => words)
}

/** The nearest heading speaks first: those inside the form, then the one before it. */
function headingsOf(form: Form): readonly string[] {
  return form.heading.split(' | ').toReversed()
}

/** The errand of the first of the words that name anything; words about contact name none. */
function firstNamed(said: readonly string[]): FormErrand | undefined {
  for (const words of said) {
    const errand = errandIn(words)
    if (errand || saysContact.test(words)) return errand
  }
  return undefined
}
