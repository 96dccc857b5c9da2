/** Which links lead to the page where a customer can write: by what they say and where they go. */
import type { Link, Page } from '../page.ts'
import { purposeOf, tierOf } from '../purpose.ts'
import { errandIn } from './form-errand.ts'

export type ContactLink = { readonly href: string; readonly text: string; readonly strength: number }

const saysForm =
  /kontaktskjema|kontakt(?:\s?|-)formular|contact\s?form|yhteydenottolomake|contactformulier|henvendelsesskjema|send (?:oss )?(?:en )?(?:melding|e-?post|henvendelse|beskjed)|skriv til oss|send us a message|email us|e-?mail (?:us|the|our|customer)|write to us|submit a (?:request|ticket)|send (?:in )?(?:ett )?(?:meddelande|ärende)|mejla oss|nachricht (?:senden|schreiben)|schreib(?:en sie|t)? uns|ask a question|reach us|talk to us|stell ein spørsmål|still oss (?:et )?spørsmål/i
const saysContact =
  /^(?:[^\p{L}]*)(?:ta )?(?:(?:om (?:oss|os)|about(?: us)?|über uns|impressum|hjelp|hilfe|service|help|support) ?(?:og|und|and|&|\/|\+) ?)?(?:kontakt|contact|yhteystiedot|ota yhteyttä|contacto|contatti|contactez|hilfe (?:und|&) kontakt|kontakta|kundeservice|kundesenter|kundeteneste|kundtjänst|kundservice|asiakaspalvelu|klantenservice|kundenservice|kundendienst|kundenbetreuung|customer (?:service|care|services|support)|get in touch|hjelp (?:og|&) kontakt|help (?:and|&) contact|hafa samband)(?:[\s-]*(?:oss|us|os|info\w*|med oss|og hjelp|side|seite|kundeservice|kundesenter|kundtjänst|og åpningstider|opplysninger|\(.*\)|&.*|now|our team|\p{L}{2,20})){0,3}[^\p{L}]*$/iu
const saysFeedback =
  /^\s*(?:feedback|tilbakemelding(?:er)?|gi (?:oss )?tilbakemelding|ris (?:og|&|eller) ros|feedback page)\s*$/i
const contactName =
  '(?:kontakt(?:-?oss|skjema|formular|-os|-info)?|kontakta(?:-oss)?|contact(?:-?us|s|form|_us)?|kundeservice|kundesenter|kundtjanst|customer-?(?:service|support|care)|yhteystiedot|asiakaspalvelu|klantenservice|hilfe-und-kontakt|kontaktieren)'
const goesToContact = new RegExp(`(?:^|[/.=?])${contactName}(?:[/._?#&-]|$)`, 'i')
/** The last part of an address: "kontakt", "kontakt.html", "kontakt-4", "kontakt-og-apningstider". */
const contactSegment = new RegExp(`^${contactName}(?:[._]\\w+|-\\d+|-og-\\w+)?$`, 'i')
const goesToForm =
  /kontaktskjema|kontaktformular|contact-?form|contacts\/new|requests\/new|tickets\/new|skriv-til-oss/i
const notThat =
  /press|media|presse|jobb|karriere|career|investor|annons|advert|\bagb\b|privacy|personvern|partner|forhandler|dealer|faktura|\bhr\b|kontaktlins|kontaktlos|contactless|kontaktfri|kontaktanzeig|kontakt-?linse|contact-?lens|kontaktannons|supplier|leverand/i
const notAPage =
  /^(?:mailto|tel|sms|javascript|callto|data|whatsapp|fb-messenger):|^#|\.(?:pdf|docx?|jpe?g|png|zip)(?:$|\?)/i
const elsewhere =
  /\/\/(?:[\w-]+\.)*(?:(?:facebook|messenger|twitter|instagram|linkedin|youtube|google|x|pinterest|tiktok|whatsapp)\.com|m\.me|wa\.me|fb\.me|t\.me)(?:[/:?]|$)/i

function withoutHash(address: string): string {
  return address
    .split('#')[0]!
    .replace(/\/$/, '')
    .replace(/^http:/, 'https:')
}

/** A page that only a customer who has signed in can see: what stands there is no way in for a new one. */
const behindLogin =
  /logg(?:e|er|ed)? ?(?:deg )?(?:inn|in|ind|på)\b|logga in|log in\b|\blogin\b|sign in\b|(?:inn|in)logg(?:ing|ning|et|ad)|\bmin(?:e|a)? ?(?:side|sider|sidor|sida)\b|\bi (?:nett|mobil)bank|anmelden|einloggen/i
const loginAddress =
  /(?:^|[/.])(?:min-?sid[ea]|mine-?sid[eo]r|mina-?sidor|my-?(?:page|pages|account)|logg?-?(?:inn?|ind|ga-in)|sign-?in|oauth2?|sso)(?:[/.]|$)|^(?:nettbank|netbank|internetbank)\./i

/** Another errand than writing: a contact page may have such links beside the one to its form. */
const otherErrand =
  /\bring(?:e|er)?\b|\bcall\b|telefon|besøk|visit|åpning|åpent|opning|öppet|opening|\bchat|adresse|\bkart\b|\bmap\b|ansatte|tilsette|finn (?:oss|butikk|fram|frem)/i

/** "Kontakt oss. Ring, chat eller skriv": the first words are the errand, the others how it is done. */
const beginsWithContact =
  /^\P{L}*(?:ta )?(?:kontakt|contact|kunde(?:service|senter)|kundtjänst|customer serv)/iu

/** Is the page one that a new private customer could write from? Not when it is for firms, for faults or for members. */
function isForNewCustomers(says: string, link: Link): boolean {
  if (behindLogin.test(says) || loginAddress.test(addressOf(link.href))) return false
  if (errandIn(says)) return false
  const label = says.length <= 60 && !/privat/i.test(says) ? says : ''
  return (
    tierOf(purposeOf(label)) < 6 && !/\/(?:bedrift|business|foretag|erhverv|naringsliv)\//i.test(link.href)
  )
}

/** Does the address name the contact page itself, rather than something in its folder? */
function isContactAddress(href: string): boolean {
  const path = pathOf(href)
  if (path.includes('?') && goesToContact.test(path.slice(path.indexOf('?')))) return true
  const segments = path
    .split('?')[0]!
    .split('/')
    .filter((part) => !/^$|^(?:index|default)\./i.test(part))
  return segments.length <= 3 && contactSegment.test(segments.at(-1) ?? '')
}

function strengthOf(link: Link): number {
  const says = `${link.text} ${link.text.length < 3 ? link.hint : ''}`.trim()
  if (
    link.href === '' ||
    notAPage.test(link.href) ||
    elsewhere.test(link.href) ||
    notThat.test(`${says} ${pathOf(link.href)}`) ||
    !isForNewCustomers(says, link)
  )
    return 0
  if (says.length <= 80 && saysForm.test(says)) return 4
  if (goesToForm.test(pathOf(link.href))) return 4
  const saysIt = says.length <= 60 && saysContact.test(says)
  if (saysIt) return goesToContact.test(pathOf(link.href)) ? 3 : 2
  if (saysFeedback.test(says)) return 1
  const mayBeIt = beginsWithContact.test(says) || !otherErrand.test(says)
  return isContactAddress(link.href) && says.length <= 60 && mayBeIt ? 2 : 0
}

/** Host and path, without what is asked for. */
function addressOf(href: string): string {
  return href.replace(/^[a-z]+:\/\//i, '').split(/[?#]/)[0]!
}

function pathOf(href: string): string {
  try {
    const url = new URL(href, 'https://page.invalid/')
    return `${url.pathname}${url.search}`
  } catch {
    return href
  }
}

/** Links to a contact page or form, the likeliest first; the page itself is left out. */
export function contactLinks(page: Page): readonly ContactLink[] {
  const own = withoutHash(page.url)
  const best = new Map<string, ContactLink>()
  for (const link of page.links) {
    const strength = strengthOf(link)
    const href = link.href.split('#')[0]!
    if (strength === 0 || href === '' || (own !== '' && withoutHash(href) === own)) continue
    const known = best.get(href)
    if (!known || known.strength < strength) best.set(href, { href, text: link.text, strength })
  }
  return [...best.values()].toSorted((a, b) => b.strength - a.strength)
}
