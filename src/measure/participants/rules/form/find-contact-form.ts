/** Can a customer write in a form here? On the page, in a frame, or on a page that it links to. */
import type { Evidence } from '../evidence.ts'
import type { Frame, Page, Script } from '../page.ts'
import { contactLinks } from './contact-links.ts'
import { errandIn } from './form-errand.ts'
import { purposeOfForm } from './form-purpose.ts'
import { formVendorOf } from './form-vendors.ts'

export type ContactForm = true | false | string

const contactPage =
  /kontakt|contact|kundeservice|kundtjänst|customer service|yhteys|henvendelse|skriv til oss|support/i
const notContact =
  /newsletter|nyhetsbrev|signup|subscribe|survey|undersøkelse|påmelding|konkurranse|quiz|bewerb|footer-signup/i

function isContactFrame(frame: Frame, page: Page): boolean {
  const vendor = formVendorOf(frame.src)
  const words = `${frame.src} ${frame.marks} ${frame.heading}`
  if (notContact.test(words) || errandIn(frame.heading)) return false
  if (vendor) return vendor.always || contactPage.test(`${words} ${page.title} ${page.url}`)
  return /kontaktskjema|contact-?form|contactus|kontaktformular|web-?form/i.test(
    `${frame.src} ${frame.marks}`,
  )
}

/** The contact form of a page: true on the page itself or in a frame, the address of a linked one, or false. */
export function findContactForm(page: Page): { contactForm: ContactForm; evidence: readonly Evidence[] } {
  const evidence: Evidence[] = []
  let here = false
  for (const form of page.forms.slice(0, 200)) {
    const purpose = purposeOfForm(form)
    const isContact = purpose === 'contact'
    here ||= isContact
    if (purpose === 'other' && form.fields.length === 0) continue
    const snippet = `${form.heading} · ${form.text.slice(0, 120)}`.trim()
    evidence.push({
      kind: 'form',
      value: form.action || 'form',
      verdict: isContact ? 'used' : 'rejected',
      snippet,
      ...(isContact ? {} : { reason: purpose }),
    })
  }
  for (const frame of page.frames.slice(0, 100)) {
    if (!isContactFrame(frame, page)) continue
    here = true
    evidence.push({
      kind: 'form',
      value: frame.src,
      verdict: 'used',
      reason: 'frame',
      snippet: frame.heading,
    })
  }
  const scripted = drawingScripts(page).find((script) => isScriptedForm(script, page))
  if (!here && scripted) {
    here = true
    evidence.push({
      kind: 'form',
      value: scripted.src || 'script',
      verdict: 'used',
      reason: 'script',
      snippet: page.title,
    })
  }
  if (here) return { contactForm: true, evidence }
  const link = contactLinks(page)[0]
  if (!link) return { contactForm: false, evidence }
  evidence.push({ kind: 'form', value: link.href, verdict: 'used', reason: 'link', snippet: link.text })
  return { contactForm: link.href, evidence }
}

/** The scripts that draw a form. Where they stand on the page, the one that only loads the service draws none. */
function drawingScripts(page: Page): readonly Script[] {
  const all = page.scripts.filter((script) => formVendorOf(`${script.src} ${script.text.slice(0, 20_000)}`))
  const inline = all.filter(({ text }) => formVendorOf(text.slice(0, 20_000)))
  return inline.length > 0 ? inline : all
}

/** A script that draws a form counts only on a page about contact: the same services make newsletter forms. */
function isScriptedForm({ src, text, heading }: Script, page: Page): boolean {
  return (
    contactPage.test(`${page.title} ${page.url}`) &&
    !notContact.test(`${src} ${text}`.slice(0, 2_000)) &&
    !notContact.test(heading) &&
    !errandIn(heading)
  )
}
