/** Dresses in bokmål. */
import { contactForm, type Dress, document, newsletter, search, when } from './dress.ts'

const intro =
  '<p>Vi er her for deg når du trenger hjelp. Du kan også finne svar på vanlige spørsmål på nettsiden vår, og ta kontakt med oss hvis du ikke finner det du leter etter.</p>'

/** Plain: telephone, fax, press and organisation number beside each other; the form on a linked page. */
const plain: Dress = {
  name: 'plain',
  language: 'nb',
  pages: (facts) => ({
    '/': document('nb', facts, {
      head: when(
        facts.chat,
        () => '<script id="kindly-chat" src="https://chat.kindlycdn.com/kindly-chat.js"></script>',
      ),
      body: `${search}<h1>${facts.name}</h1>${intro}
<h2>Kundeservice</h2>${when(facts.phone, (phone) => `<p>Telefon: ${phone}</p>`)}${when(facts.email, (email) => `<p>E-post: <a href="mailto:${email}?subject=Hei">${email}</a></p>`)}
${when(facts.contactForm, () => '<p><a href="/kontakt">Kontakt oss</a></p>')}${when(facts.messenger, (url) => `<p><a href="${url}">Skriv til oss på Messenger</a></p>`)}
<h2>Presse</h2><p>Pressevakt: 909 00 101, presse@${facts.domain}</p>
<footer><p>Telefaks: 22 00 00 19 · Org.nr. 974 760 673 MVA · Kontonr. 8601 11 17947</p><a href="https://www.facebook.com/sharer/sharer.php?u=x">Del</a></footer>`,
    }),
    '/kontakt': document('nb', facts, { body: `<h1>Kontakt oss</h1>${contactForm}${newsletter}` }),
  }),
}

/** Everything in the footer, in links without visible numbers; newsletter, search and sign-in are the only forms. */
const footer: Dress = {
  name: 'footer',
  language: 'nb',
  pages: (facts) => ({
    '/': document('nb', facts, {
      head: when(facts.chat, () => '<script>window.intercomSettings={app_id:"demo"}</script>'),
      body: `<nav><a href="/privat">Privat</a><a href="/om">Om oss</a>${when(facts.contactForm, () => '<a href="/kontakt">Kontaktskjema</a>')}</nav><h1>${facts.name}</h1>${intro}${newsletter}
<form action="/login"><input name="bruker"><input type="password" name="passord"><button>Logg inn</button></form>
<footer><h3>Kontakt</h3>${when(facts.phone, (phone) => `<p><a href="tel:${phone.replaceAll(' ', '')}">Ring oss</a></p>`)}${when(facts.email, (email) => `<p><a href="mailto:${email}">Send e-post</a></p>`)}
${when(facts.messenger, (url) => `<p><a href="${url}" aria-label="Messenger"></a></p>`)}<p>jobb@${facts.domain} · personvern@${facts.domain} · © 2019–2026</p></footer>`,
    }),
    '/kontakt': document('nb', facts, { body: `<h1>Kontaktskjema</h1>${contactForm}` }),
  }),
}

/** A table of departments, and an address written for people only. */
const table: Dress = {
  name: 'table',
  language: 'nb',
  pages: (facts) => ({
    '/': document('nb', facts, {
      head: when(facts.chat, () => '<script src="https://demo.boost.ai/chatPanel/chatPanel.js"></script>'),
      body: `<h1>${facts.name}</h1>${intro}<table>
${when(facts.phone, (phone) => `<tr><td>Kundesenter privat</td><td>${phone}</td></tr>`)}<tr><td>Bedrift</td><td>22 00 00 44</td></tr><tr><td>Faks</td><td>22 00 00 45</td></tr></table>
${when(facts.email, (email) => `<p>Skriv til ${email.replace('@', ' (at) ')}</p>`)}${when(facts.contactForm, () => '<p><a href="/kontakt">Skriv til oss</a></p>')}
${when(facts.messenger, (url) => `<p><a href="${url}">Messenger</a></p>`)}<p>Varenr. 22334455. Pris 12 345 678,-. Publisert 12.09.2026.</p>`,
    }),
    '/kontakt': document('nb', facts, {
      body: `<h1>Skriv til oss</h1><p>Vi svarer innen to dager.</p>${contactForm}`,
    }),
  }),
}

/** The address is put together by a script; the form is in a frame; the chat is loaded in line. */
const scripted: Dress = {
  name: 'scripted',
  language: 'nb',
  pages: (facts) => ({
    '/': document('nb', facts, {
      head: when(
        facts.chat,
        () =>
          `<script>(function(){var s=document.createElement('script');s.src='https://embed.tawk.to/demo/default';document.head.appendChild(s)})()</script>`,
      ),
      body: `<h1>${facts.name}</h1>${intro}${when(facts.phone, (phone) => `<p>Ring oss på ${phone} hverdager 08.00–20.00.</p>`)}
${when(facts.email, (email) => `<p>E-post: <script>var u='${email.split('@')[0]}';var d='${email.split('@')[1]}';document.write('<a href="mailto:'+u+'@'+d+'">'+u+'@'+d+'</a>')</script></p>`)}
${when(facts.contactForm, () => '<p><a href="/kontakt">Send oss en melding</a></p>')}${when(facts.messenger, (url) => `<p><a href="${url}"><img alt="Messenger" src="m.svg"></a></p>`)}`,
    }),
    '/kontakt': document('nb', facts, {
      body: `<h1>Kontakt oss</h1><iframe src="https://demo.typeform.com/to/kontakt" title="Kontaktskjema"></iframe>`,
    }),
  }),
}

/** Staff with their own numbers, and the company's own among them. */
const staff: Dress = {
  name: 'staff',
  language: 'nb',
  pages: (facts) => ({
    '/': document('nb', facts, {
      head: when(facts.chat, () => '<script src="https://chat.puzzel.com/Content/js/app.js"></script>'),
      body: `<h1>${facts.name}</h1>${intro}${when(facts.phone, (phone) => `<p>Sentralbord: ${phone}</p>`)}${when(facts.email, (email) => `<p>${email}</p>`)}
${facts.phone && facts.email ? staffOf(facts.domain) : ''}
${when(facts.contactForm, () => '<p><a href="/kontakt">Ta kontakt</a></p>')}${when(facts.messenger, (url) => `<a href="${url}">Snakk med oss på Messenger</a>`)}`,
    }),
    '/kontakt': document('nb', facts, { body: `<h1>Ta kontakt</h1>${contactForm}` }),
  }),
}

function staffOf(domain: string): string {
  return `<h2>Ansatte</h2><p>Ola Demo, daglig leder</p><p>Mobil 909 00 201, ola.demo@${domain}</p><p>Kari Prøve, salgssjef</p><p>Mobil 909 00 202, kari.prove@${domain}</p>`
}

/** Machine-readable only: everything stands in JSON-LD, nothing in the text. */
const structured: Dress = {
  name: 'structured',
  language: 'nb',
  pages: (facts) => ({
    '/': document('nb', facts, {
      head: `<script type="application/ld+json">${JSON.stringify({
        '@context': 'https://schema.org',
        '@type': 'Organization',
        name: facts.name,
        contactPoint: [
          {
            '@type': 'ContactPoint',
            contactType: 'customer service',
            ...(facts.phone ? { telephone: facts.phone } : {}),
            ...(facts.email ? { email: facts.email } : {}),
          },
          { '@type': 'ContactPoint', contactType: 'press', telephone: '+47 909 00 303' },
        ],
      })}</script>${when(facts.chat, () => '<script src="https://account.psplugin.com/demo/ps.js"></script>')}`,
      body: `<h1>${facts.name}</h1>${intro}${search}${when(facts.contactForm, () => '<a href="/kontakt">Kontakt</a>')}${when(facts.messenger, (url) => `<a href="${url}">Messenger</a>`)}`,
    }),
    '/kontakt': document('nb', facts, { body: `<h1>Kontakt</h1>${contactForm}` }),
  }),
}

export const bokmalDresses: readonly Dress[] = [plain, footer, table, scripted, staff, structured]
