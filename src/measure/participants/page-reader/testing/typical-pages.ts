/**
 * Pages as companies make them, written from general knowledge and labelled before the reader saw them. All
 * names and numbers are made up. They are kept apart from the rules' own tests: nothing was tuned to one page.
 */
export type TypicalPage = {
  readonly name: string
  readonly url: string
  readonly html: string
  readonly phone: readonly string[]
  readonly email: readonly string[]
  readonly form: 'yes' | 'no' | 'link'
  readonly chat: boolean
  readonly messenger: boolean
}

type Sketch = Partial<Omit<TypicalPage, 'name' | 'html'>> & {
  readonly lang?: string
  readonly head?: string
  readonly body: string
}

function page(name: string, sketch: Sketch): TypicalPage {
  const {
    lang = 'nb',
    head = '',
    body,
    url = 'https://www.firma.no/kontakt',
    phone = [],
    email = [],
    form = 'no',
    chat = false,
    messenger = false,
  } = sketch
  const langAttribute = lang === '' ? '' : ` lang="${lang}"`
  const html = `<!doctype html><html${langAttribute}><head><meta charset="utf-8"><title>${name}</title>${head}</head><body>${body}</body></html>`
  return { name, url, html, phone, email, form, chat, messenger }
}

const contactForm = `<form action="/send" method="post"><label for="n">Navn</label><input id="n" name="navn"><label for="e">E-post</label><input id="e" type="email" name="epost"><label for="m">Melding</label><textarea id="m" name="melding"></textarea><button type="submit">Send</button></form>`
const newsletter = `<form action="https://firma.us1.list-manage.com/subscribe/post" method="post"><label>Meld deg på nyhetsbrev</label><input type="email" name="EMAIL" placeholder="Din e-post"><button>Abonner</button></form>`
const search = `<form role="search" action="/sok"><input type="search" name="q" placeholder="Søk"><button>Søk</button></form>`
const norwegian = `<p>Vi er her for deg og hjelper deg med det du lurer på. Du kan også lese svar på vanlige spørsmål på nettsiden, eller ta kontakt med oss hvis du ikke finner det du ser etter.</p>`

export const typicalPages: readonly TypicalPage[] = [
  page('Strømselskap med kundeservice og pressevakt', {
    body: `${search}${norwegian}<h2>Kundeservice</h2><p>Telefon: 51 90 80 00<br>E-post: <a href="mailto:kundeservice@fjordstrom.no?subject=Henvendelse">kundeservice@fjordstrom.no</a></p><h2>Presse</h2><p>Pressevakt: 909 12 345, presse@fjordstrom.no</p><footer>Org.nr. 974 760 673 MVA · Kontonr. 1503 12 34567 · 4001 Stavanger</footer>`,
    url: 'https://www.fjordstrom.no/kontakt',
    phone: ['+4751908000'],
    email: ['kundeservice@fjordstrom.no'],
  }),
  page('Bank med femsifret nummer og chat', {
    body: `${norwegian}<p>Ring oss på <strong>04700</strong> hverdager 08.00–17.00.</p><p>Fra utlandet: +47 915 04 700</p><button class="open-chat" onclick="openChat()">Chat med oss</button><p>Sperre kort? Ring 22 24 80 00 døgnet rundt.</p>`,
    head: '<script src="https://bank.boost.ai/chatPanel/chatPanel.js"></script>',
    phone: ['04700', '+4791504700'],
    chat: true,
  }),
  page('Kommune med servicetorg', {
    lang: 'nn',
    body: `<p>Vi svarar på spørsmål om tenestene våre. Du kan ikkje få svar på alt her, men vi hjelper deg vidare.</p><footer><h3>Kontakt oss</h3><p>Telefon 57 65 00 00<br>postmottak@fjellbygd.kommune.no<br>Rådhusvegen 12, 6856 Sogndal<br>Org.nr 938 587 051<br>Opningstid: måndag–fredag 09.00–15.00</p></footer>`,
    url: 'https://www.fjellbygd.kommune.no/',
    phone: ['+4757650000'],
    email: ['postmottak@fjellbygd.kommune.no'],
  }),
  page('Nettbutikk bare med skjema', {
    body: `${search}${norwegian}<h1>Kontakt oss</h1>${contactForm}${newsletter}<p>Org.nr: 912345678</p>`,
    form: 'yes',
  }),
  page('Skjema i ramme fra Typeform', {
    body: `<h1>Kontakt oss</h1>${norwegian}<iframe src="https://firma.typeform.com/to/AbC123" title="Kontaktskjema" width="100%"></iframe>`,
    form: 'yes',
  }),
  page('Kundeundersøkelse i ramme er ikke kontaktskjema', {
    body: `<h1>Om oss</h1>${norwegian}<iframe src="https://firma.typeform.com/to/XyZ" title="Spørreundersøkelse om nyhetsbrev"></iframe><p>Tlf. 815 00 333</p>`,
    url: 'https://www.firma.no/om-oss',
    phone: ['+4781500333'],
  }),
  page('Lenke til kontaktskjema', {
    body: `${norwegian}<nav><a href="/privat">Privat</a><a href="/kontakt-oss">Kontakt oss</a><a href="/presse">Presse</a></nav>`,
    url: 'https://www.firma.no/',
    form: 'link',
  }),
  page('Adresse skrevet for mennesker', {
    body: `${norwegian}<p>Send e-post til kontakt (at) hyttebyggeren.no eller ring 948 76 543.</p>`,
    url: 'https://hyttebyggeren.no/',
    phone: ['+4794876543'],
    email: ['kontakt@hyttebyggeren.no'],
  }),
  page('Adresse med dot og klammer', {
    body: `${norwegian}<p>E-post: post [at] snekker-hansen [dot] no</p>`,
    url: 'https://snekker-hansen.no/',
    email: ['post@snekker-hansen.no'],
  }),
  page('Cloudflare-adresse', {
    body: `${norwegian}<p>E-post: <a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="5f363139301f2d3a362c3a3d262d3e71313071">[email&#160;protected]</a></p><p>Mobil: 90&nbsp;12&nbsp;34&nbsp;56</p>`,
    url: 'https://reisebyra.no/',
    phone: ['+4790123456'],
    email: [],
  }),
  page('Adresse satt sammen av skript', {
    body: `${norwegian}<p>E-post: <script>var u='post';var d='bakeriet.no';document.write('<a href="mailto:'+u+'@'+d+'">'+u+'@'+d+'</a>');</script></p>`,
    url: 'https://bakeriet.no/',
    email: ['post@bakeriet.no'],
  }),
  page('Baklengs adresse', {
    body: `${norwegian}<p>E-post: <span style="unicode-bidi:bidi-override; direction: rtl;">on.netedrag@tsop</span></p>`,
    url: 'https://gardeten.no/',
    email: ['post@gardeten.no'],
  }),
  page('Tegnkodet adresse', {
    body: `${norwegian}<p><a href="&#109;&#97;&#105;&#108;&#116;&#111;&#58;&#105;&#110;&#102;&#111;&#64;&#98;&#108;&#111;&#109;&#115;&#116;&#46;&#110;&#111;">Send e-post</a></p>`,
    url: 'https://blomst.no/',
    email: ['info@blomst.no'],
  }),
  page('Tall som ligner', {
    body: `${norwegian}<p>Varenr. 22334455. Pris 12 345 678,-. Artikkel 45 67 89 10 er utsolgt. Publisert 12.09.2024. Åpent 09.00–16.00. Kontonummer 1503.12.34567. Besøk oss i Storgata 12, 0155 Oslo. ISBN 9788205123456</p>`,
    url: 'https://www.firma.no/om',
  }),
  page('Faks og telefon', {
    body: `${norwegian}<p>Tlf: 77 60 50 40 Faks: 77 60 50 41<br>firmapost@nordfisk.no</p>`,
    url: 'https://nordfisk.no/',
    phone: ['+4777605040'],
    email: ['firmapost@nordfisk.no'],
  }),
  page('Messenger-lenke og delingsknapp', {
    body: `${norwegian}<a href="https://m.me/frisorstua">Send oss en melding på Messenger</a><a href="fb-messenger://share?link=https://frisor.no">Del</a><a href="https://www.facebook.com/sharer/sharer.php?u=x">Del på Facebook</a>`,
    url: 'https://frisor.no/',
    messenger: true,
  }),
  page('Bare delingsknapper og Facebook-side', {
    body: `${norwegian}<a href="https://www.facebook.com/dialog/send?app_id=1&link=x">Messenger</a><a href="https://www.facebook.com/kafeen">Følg oss på Facebook</a><p>Ring 33 44 55 66</p>`,
    url: 'https://kafeen.no/',
    phone: ['+4733445566'],
  }),
  page('Facebooks chat-programtillegg', {
    body: `${norwegian}<div id="fb-root"></div><div class="fb-customerchat" attribution="biz_inbox" page_id="123456789012"></div>`,
    url: 'https://glass.no/',
    messenger: true,
  }),
  page('Artikkel om chat', {
    body: `<article><h1>Derfor velger kundene chat</h1><p>Chat med oss er en vanlig setning på nettet. Mange selskaper bruker Intercom, Zendesk og LiveChat. Vi og andre lurer på om det er det beste for kundene, og vi har ikke chat selv.</p><a href="/blogg/chat-i-kundeservice">Les mer om chat</a></article><footer>Tlf. 21 00 00 10</footer>`,
    url: 'https://radgiverne.no/blogg/chat',
    phone: ['+4721000010'],
  }),
  page('Intercom bare som innlinjet laster', {
    body: norwegian,
    head: `<script>window.intercomSettings={app_id:"abc12345"};(function(){var w=window;var ic=w.Intercom;})();</script>`,
    chat: true,
  }),
  page('HubSpot bare til måling', {
    body: `${norwegian}<p>Telefon 63 80 12 00</p>`,
    head: `<script src="//js-eu1.hs-scripts.com/25012345.js"></script><script async src="https://www.googletagmanager.com/gtag/js?id=G-ABC"></script>`,
    phone: ['+4763801200'],
  }),
  page('Kindly chat', {
    body: norwegian,
    head: '<script id="kindly-chat" src="https://chat.kindlycdn.com/kindly-chat.js" data-bot-key="1-2-3" defer></script>',
    chat: true,
  }),
  page('Puzzel chat', {
    body: norwegian,
    head: '<script src="https://chat.puzzel.com/Content/js/app.js" defer></script>',
    chat: true,
  }),
  page('tawk.to', {
    body: norwegian,
    head: `<script>var Tawk_API=Tawk_API||{};(function(){var s1=document.createElement("script");s1.src='https://embed.tawk.to/5a/default';})();</script>`,
    chat: true,
  }),
  page('Zendesk hjelpesenter uten chat', {
    body: `${norwegian}<a href="https://firma.zendesk.com/hc/no">Hjelpesenter</a><a href="https://firma.zendesk.com/hc/no/requests/new">Send inn en henvendelse</a>`,
    form: 'link',
  }),
  page('JSON-LD og ikke noe annet', {
    body: norwegian,
    head: `<script type="application/ld+json">{"@context":"https://schema.org","@type":"Organization","name":"Fjell","contactPoint":[{"@type":"ContactPoint","telephone":"+47-22-98-76-54","contactType":"customer service","email":"hjelp@fjell.no"},{"@type":"ContactPoint","telephone":"+47-22-98-76-55","contactType":"press"}]}</script>`,
    url: 'https://fjell.no/',
    phone: ['+4722987654'],
    email: ['hjelp@fjell.no'],
  }),
  page('Mikrodata', {
    body: `${norwegian}<div itemscope itemtype="https://schema.org/LocalBusiness"><span itemprop="telephone">35 50 60 70</span> <span itemprop="faxNumber">35 50 60 71</span> <a itemprop="email" href="mailto:post@tannlege.no">post@tannlege.no</a></div>`,
    url: 'https://tannlege.no/',
    phone: ['+4735506070'],
    email: ['post@tannlege.no'],
  }),
  page('Ingenting', {
    body: `${norwegian}${search}${newsletter}<footer>© 2019–2026 Stillhet AS. Org.nr. 987 654 325</footer>`,
  }),
  page('Innlogging er ikke kontakt', {
    body: `${norwegian}<form action="/login"><input name="bruker"><input type="password" name="passord"><button>Logg inn</button></form><p>Logg inn for å se kontaktinformasjon.</p>`,
  }),
  page('Kommentarfelt er ikke kontaktskjema', {
    body: `<article>${norwegian}</article><h3>Legg igjen en kommentar</h3><form action="/wp-comments-post.php" id="commentform"><textarea name="comment"></textarea><input name="author"><input name="email" type="email"><input type="submit" value="Publiser kommentar"></form>`,
    url: 'https://blogg.no/innlegg',
  }),
  page('Kalkulator og timebestilling er ikke kontakt', {
    body: `${norwegian}<form class="loan-calculator"><label>Lånebeløp</label><input name="belop"><input type="range" name="aar"><button>Beregn</button></form><form action="/booking"><input type="date" name="dato"><input name="navn"><button>Bestill time</button></form><p>Tlf.: (+47) 55 12 34 56</p>`,
    phone: ['+4755123456'],
  }),
  page('Ansatte og sentralbord', {
    body: `${norwegian}<h2>Kontakt</h2><p>Sentralbord: 73 50 60 70</p><h2>Ansatte</h2><div>Kari Nordmann, daglig leder</div><div>Mobil 901 11 222 kari.nordmann@ingenior.no</div><div>Per Olsen, salgssjef</div><div>Mobil 901 33 444 per.olsen@ingenior.no</div><p>post@ingenior.no</p>`,
    url: 'https://ingenior.no/',
    phone: ['+4773506070'],
    email: ['post@ingenior.no'],
  }),
  page('Svensk butikk', {
    lang: 'sv',
    body: `<p>Vi är här för dig och svarar på det du undrar över. Du kan även läsa mer på vår sida.</p><p>Kundtjänst: 0771-22 44 88<br>Växel: 08-555 123 00<br>Fax: 08-555 123 01<br>kundtjanst@butiken.se<br>Org.nr 556123-4567</p>`,
    url: 'https://www.butiken.se/kontakt',
    phone: ['+46771224488', '+46855512300'],
    email: ['kundtjanst@butiken.se'],
  }),
  page('Dansk selskab', {
    lang: 'da',
    body: `<p>Vi er her for dig og hjælper med det, du har brug for. Du kan også læse mere af det på siden, og vi svarer hurtigt.</p><p>Kundeservice: 70 10 20 30</p><p>Mail: kundeservice@forsikring.dk</p><p>CVR 12345678</p><a href="/kontakt/skriv-til-os">Skriv til os</a>`,
    url: 'https://www.forsikring.dk/',
    phone: ['+4570102030'],
    email: ['kundeservice@forsikring.dk'],
    form: 'link',
  }),
  page('Finsk selskap', {
    lang: 'fi',
    body: `<p>Olemme täällä sinua varten ja autamme, jos et löydä vastausta. Voit myös lukea lisää, että asia on selvä tai ei.</p><p>Asiakaspalvelu: 020 123 4567</p><p>asiakaspalvelu@yritys.fi</p><p>Y-tunnus 1234567-8</p>`,
    url: 'https://www.yritys.fi/yhteystiedot',
    phone: ['+358201234567'],
    email: ['asiakaspalvelu@yritys.fi'],
  }),
  page('Tysk firma', {
    lang: 'de',
    body: `<p>Wir sind für Sie da und helfen mit Rat und Tat. Das ist nicht alles, und der Service ist für Sie kostenlos.</p><p>Telefon: 089 / 12 34 56-0<br>Telefax: 089 / 12 34 56-99<br>E-Mail: service(at)beispielfirma.de<br>USt-IdNr.: DE123456789<br>Amtsgericht München HRB 123456</p>`,
    url: 'https://www.beispielfirma.de/impressum',
    phone: ['+49891234560'],
    email: ['service@beispielfirma.de'],
  }),
  page('Amerikansk butikk', {
    lang: 'en-US',
    body: `<p>We are here for you and you can always reach us with your questions. The team is ready to help, or read the answers.</p><p>Call us toll free: 1-800-555-0199</p><p>Fax: (212) 555-0143</p><p>Press inquiries: press@acme.com</p><p><a href="mailto:help@acme.com">Email customer service</a></p><div class="livechat"><a href="javascript:void(0)" onclick="LC_API.open_chat_window()">Live chat</a></div>`,
    url: 'https://www.acme.com/contact',
    phone: ['+18005550199'],
    email: ['help@acme.com'],
    chat: true,
  }),
  page('Britisk firma', {
    lang: 'en-GB',
    body: `<p>We are here for you and you can reach us with any of your questions, or to book the service.</p><p>Customer services: 0345 600 4411</p><p>Registered in England. Company number 01234567. VAT number 123 4567 89.</p><h2>Contact us</h2><form action="/contact"><input name="your-name"><input name="your-email"><textarea name="your-message"></textarea><input type="submit" value="Send"></form>`,
    url: 'https://www.example-shop.co.uk/contact',
    phone: ['+443456004411'],
    form: 'yes',
  }),
  page('Flerspråklig fot uten lang', {
    lang: '',
    body: `${norwegian}<footer><div>Kundesenter</div><div><a href="tel:+4723003000">Ring oss</a></div><div><a href="mailto:hei@mobilen.no">Send e-post</a></div><div>jobb@mobilen.no</div><div>personvern@mobilen.no</div></footer>`,
    url: 'https://mobilen.no/',
    phone: ['+4723003000'],
    email: ['hei@mobilen.no'],
  }),
  page('Bare personvern og jobb', {
    body: `${norwegian}<p>Spørsmål om personvern: personvern@stiftelsen.no. Ledige stillinger: jobb@stiftelsen.no. noreply@stiftelsen.no</p>`,
    url: 'https://stiftelsen.no/',
  }),
  page('Tabell med avdelinger', {
    body: `${norwegian}<table><tr><th>Avdeling</th><th>Telefon</th></tr><tr><td>Kundeservice privat</td><td>08505</td></tr><tr><td>Bedrift</td><td>08506</td></tr><tr><td>Faktura</td><td>22 11 00 99</td></tr></table>`,
    phone: ['08505'],
  }),
  page('ASP.NET-side med ett skjema rundt alt', {
    body: `<form id="aspnetForm" action="/kontakt.aspx" method="post"><input type="hidden" name="__VIEWSTATE" value="x"><input name="ctl00$search" placeholder="Søk"><h1>Kontakt oss</h1><input name="ctl00$txtNavn"><input name="ctl00$txtEpost"><textarea name="ctl00$txtMelding"></textarea><input type="submit" value="Send melding"></form>`,
    form: 'yes',
  }),
]
