/** Dresses in nynorsk and English. */
import { contactForm, type Dress, document, newsletter, search, when } from './dress.ts'

const nynorsk =
  '<p>Vi er her for deg når du treng hjelp. Du kan òg finne svar på vanlege spørsmål på nettsida vår, og ta kontakt med oss om du ikkje finn det du leitar etter.</p>'
const english =
  '<p>We are here for you when you need help. You can find the answers to common questions on our pages, and reach us if you do not find what you are looking for.</p>'

/** A municipality's service desk, reversed address against robots. */
const desk: Dress = {
  name: 'desk',
  language: 'nn',
  pages: (facts) => ({
    '/': document('nn', facts, {
      head: when(facts.chat, () => '<script src="https://messenger.dixa.io/bundle.js"></script>'),
      body: `${search}<h1>${facts.name}</h1>${nynorsk}<footer><h3>Kontakt oss</h3>${when(facts.phone, (phone) => `<p>Telefon ${phone}</p>`)}
${when(facts.email, (email) => `<p>E-post: <span style="unicode-bidi:bidi-override;direction:rtl">${[...email].reverse().join('')}</span></p>`)}
${when(facts.contactForm, () => '<p><a href="/kontakt">Kontaktskjema</a></p>')}${when(facts.messenger, (url) => `<p><a href="${url}">Messenger</a></p>`)}
<p>Rådhusvegen 12, 6856 Sogndal. Org.nr 938 587 051. Opningstid: måndag–fredag 09.00–15.00</p></footer>`,
    }),
    '/kontakt': document('nn', facts, { body: `<h1>Kontaktskjema</h1>${nynorsk}${contactForm}` }),
  }),
}

/** An article with a comment field and talk about chat, which is no chat. */
const article: Dress = {
  name: 'article',
  language: 'nn',
  pages: (facts) => ({
    '/': document('nn', facts, {
      head: when(
        facts.chat,
        () => '<script src="https://static.zdassets.com/ekr/snippet.js?key=demo" id="ze-snippet"></script>',
      ),
      body: `<article><h1>${facts.name}</h1>${nynorsk}<p>Mange selskap skriv om chat med kundar, og nokre nemner LiveChat. Del saka med ein ven.</p><a href="fb-messenger://share?link=x">Del på Messenger</a></article>
<h3>Legg igjen ein kommentar</h3><form id="commentform" action="/kommentar"><textarea name="comment"></textarea><input name="email"></form>
<footer>${when(facts.phone, (phone) => `<p>Kundeservice: ${phone}</p>`)}${when(facts.email, (email) => `<p><a href="mailto:${email}">${email}</a></p>`)}${when(facts.contactForm, () => '<p><a href="/kontakt">Kontakt oss</a></p>')}${when(facts.messenger, (url) => `<p><a href="${url}">Skriv til oss</a></p>`)}</footer>`,
    }),
    '/kontakt': document('nn', facts, { body: `<h1>Kontakt oss</h1>${contactForm}` }),
  }),
}

/** Percent-encoded mail link and a number with the country code; a Facebook page that is only a page. */
const abroad: Dress = {
  name: 'abroad',
  language: 'en',
  pages: (facts) => ({
    '/': document('en', facts, {
      head: when(facts.chat, () => '<script>var _smartsupp=_smartsupp||{};_smartsupp.key="demo"</script>'),
      body: `<h1>${facts.name}</h1>${english}${when(facts.phone, (phone) => `<p>Customer service: ${/^\d{5}$/.test(phone) ? phone : `+47 ${phone}`}</p>`)}
${when(facts.email, (email) => `<p><a href="mailto:%${email.charCodeAt(0).toString(16)}${email.slice(1)}">E-mail customer service</a></p>`)}
${when(facts.contactForm, () => '<p><a href="/kontakt">Contact form</a></p>')}${when(facts.messenger, (url) => `<p><a href="${url}">Message us on Messenger</a></p>`)}
<p><a href="https://www.facebook.com/${facts.page}">Facebook</a></p><p>Press: press@${facts.domain}. Registered in Norway, company number 912345678.</p>`,
    }),
    '/kontakt': document('en', facts, {
      body: `<h1>Contact us</h1><form action="/send"><input name="your-name"><input name="your-email" type="email"><textarea name="your-message"></textarea><button>Send</button></form>`,
    }),
  }),
}

/** One form around the whole page, as older systems make them, and a survey that is no contact form. */
const framed: Dress = {
  name: 'framed',
  language: 'en',
  pages: (facts) => ({
    '/': document('en', facts, {
      head: when(facts.chat, () => '<script>window.lpTag=window.lpTag||{}</script>'),
      body: `<form id="aspnetForm" action="/"><input type="hidden" name="__VIEWSTATE"><input name="search" placeholder="Search"></form><h1>${facts.name}</h1>${english}
<p>Main office in Oslo, Norway</p><dl><dt>Phone</dt><dd>${facts.phone ?? 'We have no phone'}</dd><dt>E-mail</dt><dd>${facts.email ?? 'Use the form'}</dd></dl>
${when(facts.contactForm, () => '<p><a href="/kontakt">Get in touch</a></p>')}${when(facts.messenger, (url) => `<a href="${url}">Messenger</a>`)}
<h3>Did you find what you were looking for?</h3><form action="/poll"><textarea name="answer"></textarea></form>`,
    }),
    '/kontakt': document('en', facts, {
      body: `<h1>Get in touch</h1><form id="aspnetForm" action="/kontakt"><input type="hidden" name="__VIEWSTATE"><input name="ctl00$name"><input name="ctl00$email"><textarea name="ctl00$message"></textarea><input type="submit" value="Send message"></form>`,
    }),
  }),
}

/** Cloaked by a content network, with a booking form, a calculator and a cookie form beside. */
const cloaked: Dress = {
  name: 'cloaked',
  language: 'nb',
  pages: (facts) => ({
    '/': document('nb', facts, {
      head: when(facts.chat, () => '<script src="https://files.imbox.io/app/dist/initWidget.js"></script>'),
      body: `<form class="cookie-consent"><button>Godta</button></form><h1>${facts.name}</h1><p>Vi er her for deg og hjelper deg med det du trenger, når du ikke finner svar på nettsiden til oss.</p>
${when(facts.phone, (phone) => `<p>Kundeservice ${phone.replaceAll(' ', '&nbsp;')}</p>`)}${when(facts.email, (email) => `<p><span class="__cf_email__" data-cfemail="${cloak(email)}">[email&#160;protected]</span></p>`)}
<form class="loan-calculator"><input name="belop"><button>Beregn</button></form><form action="/booking"><input type="date" name="dato"><input name="navn"><button>Bestill time</button></form>
${when(facts.contactForm, () => '<p><a href="/kontakt">Kundeservice</a></p>')}${when(facts.messenger, (url) => `<p><a href="${url}">Messenger</a></p>`)}${newsletter}`,
    }),
    '/kontakt': document('nb', facts, { body: `<h1>Kundeservice</h1>${contactForm}` }),
  }),
}

/** Entity-coded address and microdata. */
const coded: Dress = {
  name: 'coded',
  language: 'nb',
  pages: (facts) => ({
    '/': document('nb', facts, {
      head: when(facts.chat, () => '<script src="https://service.giosg.com/client/demo.js"></script>'),
      body: `<div itemscope itemtype="https://schema.org/LocalBusiness"><h1>${facts.name}</h1><p>Vi er her for deg og svarer på det du lurer på, også når du ikke er kunde hos oss ennå.</p>
${when(facts.phone, (phone) => `<p>Tlf. <span itemprop="telephone">${phone}</span></p>`)}<p>Faks <span itemprop="faxNumber">22 00 00 77</span></p>
${when(facts.email, (email) => `<p><a href="${entities(`mailto:${email}`)}">Send e-post</a></p>`)}${when(facts.contactForm, () => '<p><a href="/kontakt">Kontakt oss</a></p>')}${when(facts.messenger, (url) => `<p><a href="${url}">Messenger</a></p>`)}</div>`,
    }),
    '/kontakt': document('nb', facts, { body: `<h1>Kontakt oss</h1>${contactForm}` }),
  }),
}

function cloak(email: string): string {
  const key = 0x5a
  return [key, ...[...email].map((letter) => letter.charCodeAt(0) ^ key)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}

function entities(text: string): string {
  return [...text].map((letter) => `&#${letter.charCodeAt(0)};`).join('')
}

export const otherDresses: readonly Dress[] = [desk, article, abroad, framed, cloaked, coded]
