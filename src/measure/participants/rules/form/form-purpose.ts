import type { Form } from '../page.ts'
import { errandOf, type FormErrand, isWholePage } from './form-errand.ts'

export type FormPurpose =
  | FormErrand
  | 'contact'
  | 'newsletter'
  | 'search'
  | 'login'
  | 'register'
  | 'comment'
  | 'callback'
  | 'calculator'
  | 'order'
  | 'locator'
  | 'cookie'
  | 'review'
  | 'poll'
  | 'other'

type Seen = {
  readonly form: Form
  /** Names of the form itself. */
  readonly marks: string
  readonly words: string
  readonly heading: string
  readonly text: string
  readonly message: boolean
  readonly email: boolean
  readonly name: boolean
  readonly visible: number
}

const messageWords =
  /message|melding|beskjed|henvendelse|spørsmål|sporsmal|question|enquiry|inquiry|nachricht|anliegen|meddelande|ärende|besked|kommentar|comment|tekst|text|beskriv|description|bericht|viesti|mensaje|body|innhold|fritekst|details/
const honeypot = /honeypot|hp_|leave.?(?:this|blank)|g-recaptcha|captcha/

function look(form: Form): Seen {
  const visible = form.fields.filter(
    (field) => field.kind !== 'hidden' && field.kind !== 'submit' && !honeypot.test(field.words),
  )
  const words = form.fields.map((field) => field.words).join(' | ')
  return {
    form,
    marks: `${form.marks} ${form.action}`.toLowerCase(),
    words,
    heading: form.heading.toLowerCase(),
    text: form.text.toLowerCase(),
    message: visible.some((field) => field.kind === 'textarea'),
    email: visible.some(
      (field) =>
        field.kind === 'email' ||
        /e-?mail|e-?post|epost|\bmail\b|from_?addr|avsender|sähköposti/.test(field.words),
    ),
    name: visible.some((field) => /name|navn|namn|nimi|nombre|firma/.test(field.words)),
    visible: visible.length,
  }
}

const contactWords =
  /kontakt|contact|henvendelse|kundeservice|customer.?service|send (?:oss|a message|melding|e-?post)|skriv til oss|write to us|get in touch|feedback|tilbakemelding|enquir|inquir|meddelande|nachricht|email us|ask (?:us|a question)|ota yhteyttä|spør oss|still (?:oss )?(?:et )?spørsmål|har du spørsmål|wpcf7|webform|gform|formidable|hsform|hs-form|reklamasjon|support|stell|message us/

type Verdict = { readonly purpose: FormPurpose; readonly is: (seen: Seen) => boolean }

/** The first that fits; forms that ask for a message are looked at before the shorter kinds. */
const verdicts: readonly Verdict[] = [
  {
    purpose: 'login',
    is: (seen) => seen.form.fields.some((field) => field.kind === 'password') && !seen.message,
  },
  {
    purpose: 'register',
    is: (seen) => seen.form.fields.some((field) => field.kind === 'password') && !isWholePage(seen.form),
  },
  {
    purpose: 'comment',
    is: (seen) =>
      seen.message &&
      !/kontaktskjema|contact.?form/.test(seen.marks) &&
      (/wp-comments-post|comment-?form|commentform|\bcomments?\b(?!.*contact)|addcomment|postcomment|kommentarfelt|disqus|guestbook|gästebuch|gjestebok|gästbok/.test(
        seen.marks,
      ) ||
        /kommenter|legg (?:igjen|til) (?:en )?kommentar|skriv (?:en )?kommentar|leave a (?:reply|comment)|lämna (?:ett svar|en kommentar)|skriv en kommentar|kommentar schreiben|schreibe einen kommentar|post a comment|add (?:a )?comment|laat een reactie|jätä kommentti|din kommentar/.test(
          `${seen.heading} ${seen.text.slice(0, 600)} ${seen.words}`,
        )),
  },
  {
    purpose: 'review',
    is: (seen) =>
      seen.message &&
      /review|rating|anmeldelse|omtale|vurdering|bewertung|recension|stjerner|omdöme|arvostelu/.test(
        `${seen.marks} ${seen.heading} ${seen.words}`,
      ) &&
      !contactWords.test(seen.heading),
  },
  {
    purpose: 'poll',
    is: (seen) =>
      /hvordan var (?:din )?opplevelse|fant du (?:det|svar)|var (?:dette|denne siden|innholdet) (?:nyttig|til hjelp)|fornøyd med (?:siden|nettsiden)|(?:was|did) (?:this|you find).{0,40}(?:help|looking for)|hittade du|fandt du|war (?:diese|das).{0,30}hilfreich|how was your (?:experience|visit)|page.?feedback|survey|spørreundersøkelse|\bpoll\b/.test(
        `${seen.heading} ${seen.text.slice(0, 400)} ${seen.marks} ${seen.form.text.slice(0, 200).toLowerCase()}`,
      ) && !/kontakt|contact/.test(seen.heading),
  },
  {
    purpose: 'callback',
    is: (seen) =>
      /call.?back|ring (?:meg|oss) opp|bli oppringt|oppringing|r[uü]ckruf|ring mig|bli uppringd|bliv ringet op|call me|anrufen lassen/.test(
        `${seen.marks} ${seen.heading} ${seen.words} ${seen.text.slice(0, 1_500)}`,
      ) && !seen.email,
  },
  {
    purpose: 'contact',
    is: (seen) =>
      seen.message &&
      (seen.email ||
        seen.name ||
        seen.visible >= 3 ||
        contactWords.test(`${seen.marks} ${seen.heading} ${seen.text.slice(0, 500)}`)) &&
      !isOffer(seen),
  },
  {
    purpose: 'contact',
    is: (seen) =>
      !seen.message &&
      seen.email &&
      seen.visible >= 3 &&
      messageField(seen) &&
      contactWords.test(`${seen.marks} ${seen.heading}`) &&
      !/newsletter|nyhetsbrev/.test(seen.marks),
  },
  {
    purpose: 'newsletter',
    is: (seen) =>
      /newsletter|nyhetsbrev|nyheitsbrev|nyhedsbrev|subscribe|abonner|påmeld|mailchimp|list-manage|mc-embedded|klaviyo|uutiskirje|nieuwsbrief|apsis|tilbud på e-?post|get updates|anmelden zum/.test(
        `${seen.marks} ${seen.heading} ${seen.words} ${seen.text.slice(0, 800)}`,
      ),
  },
  {
    purpose: 'search',
    is: (seen) =>
      seen.form.fields.some((field) => field.kind === 'search') ||
      /search|\bsøk\b|\bsok\b|sök|søg|suche|\bq\b|query|hakusana|zoek/.test(`${seen.marks} ${seen.words}`),
  },
  { purpose: 'cookie', is: (seen) => /cookie|samtykke|consent|gdpr/.test(`${seen.marks} ${seen.heading}`) },
  {
    purpose: 'booking',
    is: (seen) =>
      seen.form.fields.some((field) => field.kind === 'date') ||
      /book|bestill time|reserv|avreise|check.?in|termin/.test(`${seen.marks} ${seen.heading} ${seen.words}`),
  },
  {
    purpose: 'calculator',
    is: (seen) =>
      /kalkul|calculat|beregn|rechner|lånebeløp|quote|laskuri/.test(
        `${seen.marks} ${seen.heading} ${seen.words}`,
      ),
  },
  {
    purpose: 'order',
    is: (seen) =>
      /cart|handlekurv|basket|checkout|kasse|add.?to|varukorg|kurv|warenkorb|buy/.test(
        `${seen.marks} ${seen.words}`,
      ),
  },
  {
    purpose: 'locator',
    is: (seen) =>
      /finn (?:butikk|nærmeste)|store.?locator|postnummer|zip|plz/.test(
        `${seen.marks} ${seen.heading} ${seen.words}`,
      ),
  },
]

function messageField(seen: Seen): boolean {
  return seen.form.fields.some((field) => field.kind === 'text' && messageWords.test(field.words))
}

/** A text area beside a dish, a product or a date is an order or a note to it, not an enquiry. */
function isOffer(seen: Seen): boolean {
  const own = `${seen.marks} ${seen.heading}`
  if (contactWords.test(own)) return false
  if (/recipient|mottaker|empfänger|empfaenger|friend|vennens/.test(seen.words)) return true
  return (
    /share|del med|tell.?a.?friend|tips en venn|send to (?:a )?friend|embed|bestill|checkout|cart|handlekurv|gift|gavekort|translate|search|søk/.test(
      own,
    ) ||
    (!seen.email && !messageWords.test(seen.words) && !contactWords.test(seen.text))
  )
}

/** What a form is for, from its names, fields and the words around. Example: textarea + e-mail under «Kontakt oss» → 'contact'. */
export function purposeOfForm(form: Form): FormPurpose {
  const seen = look(form)
  const purpose = verdicts.find((verdict) => verdict.is(seen))?.purpose ?? 'other'
  return purpose === 'contact' ? (errandOf(form) ?? 'contact') : purpose
}
