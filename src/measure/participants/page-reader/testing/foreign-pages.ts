/**
 * A second set of pages, half of them foreign, labelled before the reader saw them. Where it was wrong a general
 * rule was mended, never a page.
 */
import type { TypicalPage } from './typical-pages.ts'

const doc = (lang: string, body: string, head = '') =>
  `<!doctype html><html lang="${lang}"><head>${head}</head><body>${body}</body></html>`
const nb =
  '<p>Vi er her for deg og hjelper deg med det du lurer på. Du kan også lese svar på nettsiden, eller ta kontakt med oss hvis du ikke finner det.</p>'
const de =
  '<p>Wir sind für Sie da und helfen mit Rat und Tat. Das ist nicht alles, und der Service ist für Sie bei uns auf der Seite.</p>'
const en =
  '<p>We are here for you and you can always reach us with your questions. The team is ready to help, or read the answers on our site.</p>'
const row = (
  name: string,
  url: string,
  html: string,
  phone: readonly string[] = [],
  email: readonly string[] = [],
  form: TypicalPage['form'] = 'no',
  chat = false,
  messenger = false,
): TypicalPage => ({ name, url, html, phone, email, form, chat, messenger })
export const foreignPages: readonly TypicalPage[] = [
  row(
    'wp blog de comment+impressum',
    'https://blog.beispiel.de/artikel',
    doc(
      'de',
      de +
        '<article><p>Am 12.03.2019 um 14:30 Uhr, 1.234.567 Euro, ISBN 978-3-16-148410-0.</p></article><form action="https://blog.beispiel.de/wp-comments-post.php" method="post" id="commentform" class="comment-form"><textarea id="comment" name="comment"></textarea><input id="author" name="author"><input id="email" name="email" type="email"></form><footer><a href="/impressum/">Impressum</a> <a href="/kontakt/">Kontakt</a> <a href="/datenschutz">Datenschutz</a></footer>',
    ),
    [],
    [],
    'link',
  ),
  row(
    'de impressum name@',
    'https://www.beispiel.de/impressum',
    doc(
      'de',
      de +
        '<p>Max Mustermann<br>Musterstr. 12<br>12345 Berlin<br>Tel.: +49 30 1234567<br>Fax: +49 30 1234568<br>E-Mail: max.mustermann [at] beispiel [punkt] de</p><p>Verantwortlich: Max Mustermann</p><p>Steuernummer 12/345/67890</p>',
    ),
    ['+49301234567'],
    ['max.mustermann@beispiel.de'],
  ),
  row(
    'us recipe blog with contact in nav, share email',
    'https://www.tasty.com/pie',
    doc(
      'en-US',
      en +
        '<nav><a href="/about">About</a><a href="/contact">Contact</a></nav><a href="mailto:?subject=Pie">Email</a><div>Prep: 10 min, 350 kcal, 1-2 servings</div><form id="commentform"><textarea name="comment"></textarea><input name="author"><input name="email"></form><form><h4>Subscribe</h4><input type="email" placeholder="Email"></form><a href="https://www.facebook.com/tasty">Facebook</a>',
    ),
    [],
    [],
    'link',
  ),
  row(
    'us contact page w phone formats',
    'http://www.acmebank.com/contact-us',
    doc(
      'en',
      en +
        '<h1>Contact Us</h1><p>Toll-Free: 800.555.0134<br>Local: (512) 555-0188<br>Fax: 512.555.0189</p><p>NMLS #123456 Routing 111000025</p><form name="aspnetForm" action="contact.aspx"><input name="txtName"><input name="txtEmail"><input name="txtPhone"><textarea name="txtComments"></textarea><input type="submit" value="Submit"></form>',
    ),
    ['+18005550134', '+15125550188'],
    [],
    'yes',
  ),
  row(
    'uk login + register page',
    'https://shop.co.uk/login',
    doc(
      'en-GB',
      en +
        '<form action="/login"><input name="email"><input type="password" name="password"></form><form action="/register"><input name="name"><input name="email"><input type="password" name="p1"><input type="password" name="p2"></form><footer>Call us on 01632 960 001 Mon-Fri. Company No. 01234567</footer>',
    ),
    ['+441632960001'],
  ),
  row(
    'fr contact',
    'https://www.exemple.fr/contact',
    doc(
      'fr',
      '<p>Nous sommes là pour vous et vous pouvez nous joindre avec vos questions. Les réponses sont sur le site, dans la rubrique aide pour tous.</p><p>Tél. : 01 42 68 53 00</p><p>Fax : 01 42 68 53 01</p><form><input name="nom"><input name="email"><textarea name="message"></textarea></form><p>SIRET 123 456 789 00012</p>',
    ),
    ['+33142685300'],
    [],
    'yes',
  ),
  row(
    'es contacto',
    'https://www.ejemplo.es/contacto',
    doc(
      'es',
      '<p>Estamos para ayudarte con una respuesta y puedes ver los horarios del centro que más te guste. Y los precios para todos.</p><p>Teléfono: 912 345 678</p><p>atencioncliente@ejemplo.es</p>',
    ),
    ['+34912345678'],
    ['atencioncliente@ejemplo.es'],
  ),
  row(
    'nl',
    'https://www.voorbeeld.nl/contact',
    doc(
      'nl',
      '<p>Wij zijn er voor je en je kunt ons bellen of mailen met een vraag. Het is niet duur en op de site vind je het antwoord van ons.</p><p>Klantenservice: 020 123 4567</p><p>KvK 12345678 BTW NL123456789B01</p>',
    ),
    ['+31201234567'],
  ),
  row(
    'se address block',
    'https://www.foretaget.se/kontakt',
    doc(
      'sv',
      '<p>Vi är här för dig och svarar på det du undrar. Du kan även läsa mer på sidan.</p><p>Kundtjänst<br>Tel 020-12 34 56<br>Mån–fre 8–17</p><p>Bankgiro 123-4567</p><a href="mailto:info@foretaget.se">info@foretaget.se</a><button>Chatta med oss</button>',
    ),
    ['+4620123456'],
    ['info@foretaget.se'],
    'no',
    true,
  ),
  row(
    'dk footer',
    'https://www.butik.dk/',
    doc(
      'da',
      '<p>Vi er her for dig og hjælper med det, du har brug for. Du kan også læse mere på siden, og vi svarer hurtigt.</p><footer>Butik A/S · Vej 1 · 8000 Aarhus C · CVR-nr. 12 34 56 78 · Tlf. 86 12 34 56 · <a href="mailto:info@butik.dk">info@butik.dk</a></footer>',
    ),
    ['+4586123456'],
    ['info@butik.dk'],
  ),
  row(
    'nb sentralbord i topp, mobil i fot',
    'https://www.firma.no/',
    doc(
      'nb',
      '<header><a href="tel:+4721555555"><i class="icon"></i> 21 55 55 55</a></header>' +
        nb +
        '<footer><p>Vakttelefon: 900 11 222</p></footer>',
    ),
    ['+4721555555'],
  ),
  row(
    'nb åpningstider og priser',
    'https://www.svomming.no/',
    doc(
      'nb',
      nb +
        '<table><tr><td>Man-fre</td><td>06.30-20.00</td></tr><tr><td>Voksen</td><td>150 kr</td></tr><tr><td>Telefon</td><td>55 30 85 00</td></tr></table>',
    ),
    ['+4755308500'],
  ),
  row(
    'nb 815 tall uten cue i header',
    'https://www.post.no/',
    doc('nb', `<header><span>Kundeservice 810 00 710</span></header>${nb}`),
    ['+4781000710'],
  ),
  row(
    'nb data-telefon i knapp',
    'https://www.taxi.no/',
    doc('nb', `${nb}<button onclick="location.href='tel:02323'">Ring 02323</button>`),
    ['02323'],
  ),
  row(
    'nb adresse som tall',
    'https://www.x.no/',
    doc(
      'nb',
      nb +
        '<p>Besøksadresse: Storgata 12-14, 0184 Oslo. Postboks 1234 Sentrum, 0107 Oslo. Gnr 207 bnr 390</p>',
    ),
  ),
  row(
    'nb stillingsannonse',
    'https://www.x.no/jobb',
    doc(
      'nb',
      nb +
        '<h2>Ledig stilling</h2><p>Spørsmål om stillingen: Kari Nordmann, tlf. 901 22 333</p><footer>Sentralbord 22 11 22 33</footer>',
    ),
    ['+4722112233'],
  ),
  row(
    'nb GTM + chat word',
    'https://www.x.no/hjelp',
    doc(
      'nb',
      `${nb}<a href="/hjelp/chat">Chat</a><script src="https://www.googletagmanager.com/gtm.js"></script>`,
    ),
    [],
    [],
    'no',
    true,
  ),
  row(
    'en intercom link only',
    'https://www.tool.com/',
    doc('en', `${en}<a href="https://www.intercom.com/?ref=powered">Powered by Intercom</a>`),
  ),
  row(
    'en intercom shutdown widget',
    'https://www.tool.com/',
    doc(
      'en',
      en +
        '<a id="intercom-open" href="mailto:abc123@incoming.intercom.io">Chat with us</a><script>window.Intercom("boot",{app_id:"x"})</script>',
    ),
    [],
    [],
    'no',
    true,
  ),
  row(
    'en zendesk help only',
    'https://www.tool.com/',
    doc(
      'en',
      en +
        '<a href="https://support.tool.com/hc/en-us">Help Center</a><a href="https://support.tool.com/hc/en-us/requests/new">Submit a request</a>',
    ),
    [],
    [],
    'link',
  ),
  row(
    'en messenger via facebook.com/messages',
    'https://www.cafe.com/',
    doc('en', `${en}<a href="https://www.facebook.com/messages/t/cafe">Message us</a>`),
    [],
    [],
    'no',
    false,
    true,
  ),
  row(
    'tweet widget names with @',
    'https://www.news.com/a',
    doc('en', `${en}<p>@someone said: hi @other.name on 12/11/2019</p><p>logo@2x.png</p>`),
  ),
  row(
    'contact via hash modal',
    'https://www.a.no/',
    doc(
      'nb',
      nb +
        '<a href="#contact-modal">Kontakt oss</a><div id="contact-modal" style="display:none"><form class="wpcf7-form"><input name="your-name"><input name="your-email"><textarea name="your-message"></textarea></form></div>',
    ),
    [],
    [],
    'yes',
  ),
  row(
    'product question form',
    'https://www.shop.de/p/1',
    doc(
      'de',
      de +
        '<h3>Frage zum Produkt</h3><form action="/frage"><input name="name"><input name="email"><textarea name="frage"></textarea></form><a href="/kontakt">Kontakt</a><footer>Servicetelefon 0800 1234567 (kostenlos)</footer>',
    ),
    ['+498001234567'],
    [],
    'yes',
  ),
  row(
    'forum reply form',
    'https://forum.de/t/1',
    doc(
      'de',
      de +
        '<form action="posting.php?mode=reply" id="postform"><textarea name="message"></textarea><input type="submit" value="Antworten"></form>',
    ),
  ),
  row(
    'search + advanced textarea translate',
    'https://tool.com/',
    doc(
      'en',
      en +
        '<form action="/translate"><textarea name="text" placeholder="Enter text to translate"></textarea><button>Translate</button></form>',
    ),
  ),
  row(
    'checkout order comment',
    'https://shop.com/checkout',
    doc(
      'en',
      en +
        '<form action="/checkout"><input name="name"><input name="email"><input name="address"><textarea name="order_comments" placeholder="Notes about your order"></textarea><button>Place order</button></form><p>Questions? 1-888-555-0100</p>',
    ),
    ['+18885550100'],
  ),
  row(
    'booking enquiry',
    'https://hotel.no/',
    doc(
      'nb',
      nb +
        '<h2>Forespørsel</h2><form action="/foresporsel"><input name="navn"><input name="epost"><input type="date" name="ankomst"><textarea name="melding"></textarea><button>Send forespørsel</button></form><p>T: 61 22 33 44 | E: <a href="mailto:post@hotel.no">post@hotel.no</a></p>',
    ),
    ['+4761223344'],
    ['post@hotel.no'],
    'yes',
  ),
  row(
    'two departments email, kommune',
    'https://www.kommune.no/',
    doc(
      'nb',
      nb +
        '<p>E-post: postmottak@bygd.kommune.no</p><p>Varsling: varsling@bygd.kommune.no</p><p>Nettredaktør: webredaktor@bygd.kommune.no</p><p>Telefon: 78 45 50 00</p><p>Org.nr: 964 830 533</p><p>Vakttelefon vann og avløp: 900 12 345</p>',
    ),
    ['+4778455000'],
    ['postmottak@bygd.kommune.no'],
  ),
  row(
    'typo3 crypt',
    'https://www.firma.de/kontakt',
    doc(
      'de',
      de +
        '<a href="javascript:linkTo_UnCryptMailto(%27nbjmup%2BjogpAgjsnb%5C%2Fef%27);">info(at)firma.de</a><p>Telefon 0511 / 12 34 - 56</p>',
    ),
    ['+49511123456'],
    ['info@firma.de'],
  ),
  row(
    'email split by span, nospam',
    'https://www.firma.de/kontakt',
    doc('de', `${de}<p>info<span style="display:none">-NOSPAM-</span>@<!-- x -->firma.de</p>`),
    [],
    ['info@firma.de'],
  ),
  row(
    'spamspan',
    'https://www.firma.org/',
    doc(
      'en',
      en +
        '<span class="spamspan"><span class="u">office</span> [at] <span class="d">firma [dot] org</span></span>',
    ),
    [],
    ['office@firma.org'],
  ),
  row(
    'number in title attribute only',
    'https://www.firma.no/',
    doc('nb', `${nb}<a href="tel:73805000" title="Ring oss"><svg></svg></a>`),
    ['+4773805000'],
  ),
  row(
    'whatsapp and sms',
    'https://www.firma.no/',
    doc('nb', `${nb}<a href="https://wa.me/4799887766">WhatsApp</a><p>Send KODE til 2440</p>`),
  ),
  row(
    'facebook iframe page plugin',
    'https://www.firma.no/',
    doc(
      'nb',
      nb +
        '<iframe src="https://www.facebook.com/plugins/page.php?href=https%3A%2F%2Fwww.facebook.com%2Ffirma&tabs=timeline%2Cmessages"></iframe><div class="fb-page" data-href="https://www.facebook.com/firma"></div>',
    ),
  ),
  row(
    'contact page linked by image',
    'https://www.firma.de/',
    doc('de', `${de}<a href="/kontakt.html"><img src="k.png" alt="Kontakt"></a>`),
    [],
    [],
    'link',
  ),
  row(
    'press page kontakt link only presse',
    'https://www.firma.no/',
    doc('nb', `${nb}<a href="/presse/kontakt">Pressekontakt</a><a href="/om/ledelse">Ledelse</a>`),
  ),
  row(
    'support phone US w ext',
    'https://www.soft.com/support',
    doc(
      'en',
      en +
        '<p>Phone: +1 (415) 555-0132 ext. 2</p><p>Sales: sales@soft.com</p><p>Support: support@soft.com</p>',
    ),
    ['+14155550132'],
    ['support@soft.com'],
  ),
  row(
    'table data w/o phones',
    'https://stat.no/',
    doc(
      'nb',
      nb +
        '<table><tr><td>12 34 56 78</td><td>22 33 44 55</td></tr><tr><td>98 76 54 32</td><td>45 67 89 01</td></tr></table>',
    ),
  ),
  row(
    'tall i artikkel',
    'https://avis.no/a',
    doc(
      'nb',
      nb +
        '<article><p>Politiet ber folk ringe 02800 hvis de har sett noe. Skaden er på 22 500 000 kroner, ifølge dom 2019-123456.</p></article><footer>Tips oss: tips@avis.no, tlf. 22 86 30 00. Kundeservice: 915 01 234, kundeservice@avis.no. Annonse: annonse@avis.no</footer>',
    ),
    ['+4791501234'],
    ['kundeservice@avis.no'],
  ),
]
