/** Each trap and each finder by itself, on the smallest page that shows it. */
import { describe, expect, test } from 'vitest'
import { chatVendors } from '../rules/chat/chat-vendors.ts'
import { readChannels } from '../rules/read-channels.ts'
import { parsePage } from './parse-page.ts'

const read = (body: string, url = 'https://www.firma.no/') =>
  readChannels(parsePage(`<html lang="nb"><body>${body}</body></html>`, { source: 'x', url }))
const numbers = (body: string) => read(body).phone.map((phone) => phone.e164 ?? phone.number)

describe('telephone', () => {
  test('a label on the line before belongs to the number', () => {
    expect(read('<p>Kundesenter:</p><p>22 33 44 55</p>').phone[0]).toMatchObject({
      e164: '+4722334455',
      purpose: 'customer',
      label: 'Kundesenter',
    })
  })
  test('the visible number counts when the link says another', () => {
    expect(numbers('<a href="tel:51371606">51 37 15 13</a>')).toEqual(['+4751371513'])
  })
  test('a link without a visible number gives its own', () => {
    expect(numbers('<a href="tel:+4722334455">Ring oss</a>')).toEqual(['+4722334455'])
  })
  test.each([
    'Tlf: 77 60 50 40 Faks: 77 60 50 41',
    'Telefon 77 60 50 40, telefaks 77 60 50 41',
    'Sentralbord 77 60 50 40, faks 77 60 50 41',
    'Org.nr. 916300484 Telefon 77605040 Faks 77605041',
    'Faks 77 60 50 41 Tlf. 77 60 50 40',
    '77 60 50 40, 77 60 50 41 faks',
    '77 60 50 41 (telefaks) 77 60 50 40 (telefon)',
  ])('telephone and fax are told apart in «%s»', (line) => {
    expect(numbers(`<p>${line}</p>`)).toEqual(['+4777605040'])
  })
  test('a fax label that leads to the next line leaves the telephone its own', () => {
    expect(numbers('<p>Tlf. 77 60 50 40 Faks</p><p>77 60 50 41</p>')).toEqual(['+4777605040'])
  })
  test('the number on call for the water works is for emergencies, not for tax', () => {
    const { phone, evidence } = read(
      '<p>Tlf. 57 63 80 00</p><p>Vakttelefon for vatn og avlaup: 917 00 111</p>',
    )
    expect(phone.map(({ e164 }) => e164)).toEqual(['+4757638000'])
    expect(evidence.find(({ value }) => value === '+4791700111')?.reason).toBe('not-first-choice:emergency')
  })
  test('the MVA behind an organisation number belongs to that number', () => {
    expect(numbers('<p>Org.nr. 974 760 673 MVA 22 33 44 55</p>')).toEqual(['+4722334455'])
  })
  test('a five-digit number is found by its customer group, by its heading and before its hours', () => {
    expect(numbers('<p>Privatkunder: 09575</p>')).toEqual(['09575'])
    expect(numbers('<h2>Telefon</h2><ul><li>Privat: 05700</li><li>Bedrift: 05701</li></ul>')).toEqual([
      '05700',
    ])
    expect(numbers('<p>Ring 05700 (08–16)</p>')).toEqual(['05700'])
    expect(numbers('<p>Kundeservice privat: 05700 Kundeservice bedrift: 05701</p>')).toEqual(['05700'])
    expect(numbers('<h2>Ring oss</h2><p>05700 Helsinki</p><p>Ordrenr. 05700</p><p>05700 kr</p>')).toEqual([])
  })
  test('of a list of offices only the first stands for the company', () => {
    const offices = ['Oslo', 'Bergen', 'Trondheim', 'Bodø'].map(
      (place, index) => `<p>${place}</p><p>Tlf. 22 33 44 5${index}</p>`,
    )
    expect(numbers(offices.join(''))).toEqual(['+4722334450'])
  })
})

describe('e-mail', () => {
  test('press, jobs and privacy never stand for the company', () => {
    const { email, evidence } = read('<p>presse@firma.no jobb@firma.no personvern@firma.no</p>')
    expect(email).toEqual([])
    expect(evidence.filter((item) => item.kind === 'email').map((item) => item.reason)).toEqual([
      'press',
      'jobs',
      'privacy',
    ])
  })
  test('a link that shares a page by e-mail holds no address', () => {
    expect(read('<a href="mailto:?subject=Se+her">Del</a>').email).toEqual([])
  })
  test('a percent-encoded address is read', () => {
    expect(
      read('<a href="mailto:%70%6f%73%74@firma.no">Skriv</a>').email.map((email) => email.address),
    ).toEqual(['post@firma.no'])
  })
  test('how addresses are made is no address', () => {
    expect(
      read('<p>fornavn.etternavn@firma.no</p><p>navn@firma.no</p><p>ditt.navn@firma.no</p>').email,
    ).toEqual([])
  })
  test('a hidden piece against robots is left out', () => {
    expect(
      read('<p>post<span style="display:none">nospam</span>@firma.no</p>').email.map(
        (email) => email.address,
      ),
    ).toEqual(['post@firma.no'])
  })
})

describe('contact form', () => {
  test.each([
    ['newsletter', '<form><label>Meld deg på nyhetsbrev</label><input type="email" name="email"></form>'],
    ['search', '<form action="/sok"><input type="search" name="q"></form>'],
    ['login', '<form><input name="bruker"><input type="password"></form>'],
    [
      'comment',
      '<h3>Legg igjen en kommentar</h3><form id="commentform"><textarea name="comment"></textarea><input name="email"></form>',
    ],
    ['booking', '<form action="/bestill"><input type="date" name="dato"><input name="navn"></form>'],
    ['poll', '<h3>Hvordan var din opplevelse i dag?</h3><form><textarea name="svar"></textarea></form>'],
  ])('a %s form is none', (reason, body) => {
    const { contactForm, evidence } = read(body)
    expect(contactForm).toBe(false)
    expect(evidence.find((item) => item.kind === 'form')?.reason).toBe(reason)
  })
  test('a form that asks for a message is one', () => {
    expect(
      read(
        '<h1>Kontakt oss</h1><form><input name="navn"><input name="epost"><textarea name="melding"></textarea></form>',
      ).contactForm,
    ).toBe(true)
  })
  const message = '<input name="navn"><input name="epost"><textarea name="melding"></textarea>'
  test.each([
    ['report', `<h2>Meld strømbrudd</h2><form>${message}<button>Send</button></form>`],
    ['complaint', `<form><h2>Retur og reklamasjon</h2>${message}<button>Send</button></form>`],
    ['enrolment', `<form>${message}<button>Meld meg på kurset</button></form>`],
    ['moving', `<h2>Flyttemelding</h2><form>${message}<button>Send</button></form>`],
    ['report', `<form><h3>Varsle om strømbrudd</h3>${message}<button>Send</button></form>`],
    ['meter', `<form><h3>Les av måleren</h3>${message}<button>Send</button></form>`],
    ['meter', `<form><label>Målerstand <input name="stand"></label>${message}<button>Send</button></form>`],
    ['application', `<form>${message}<input type="file" name="cv"><button>Send</button></form>`],
    ['booking', `<h2>Reserver bord</h2><form>${message}<button>Send</button></form>`],
    ['business', `<h2>Få tilbud til bedriften</h2><form>${message}<button>Send</button></form>`],
  ])('a form for one errand (%s) is none, on a page about contact too', (reason, body) => {
    const { contactForm, evidence } = read(`<title>Kontakt oss</title><h1>Kontakt oss</h1>${body}`)
    expect(contactForm).toBe(false)
    expect(evidence.find((item) => item.kind === 'form')?.reason).toBe(reason)
  })
  test.each([
    `<h2>Spørsmål om flytting?</h2><form>${message}<button>Send</button></form>`,
    `<form><select name="gjelder"><option>Reklamasjon</option></select>${message}<button>Send</button></form>`,
    `<h2>Reklamasjon</h2><p>Ring oss.</p><form><input name="emne">${message}<button>Send</button></form>`,
    `<h2>Flytteservice i Oslo</h2><form>${message}<button>Send</button></form>`,
  ])('a form that is open to any errand is one: %s', (body) => {
    expect(read(body).contactForm).toBe(true)
  })
  test('a form that a script draws is what the heading before it says', () => {
    const drawn =
      '<script src="//js.hsforms.net/forms/v2.js"></script><script>hbspt.forms.create({})</script>'
    const onPage = (heading: string) =>
      read(`<title>Kontakt oss</title><h1>Kontakt oss</h1><h2>${heading}</h2>${drawn}`).contactForm
    expect(onPage('Skriv til oss')).toBe(true)
    expect(onPage('Nyhetsbrev')).toBe(false)
    expect(onPage('Meld flytting')).toBe(false)
  })
  test('a form in a frame on a contact page is one', () => {
    expect(
      read('<h1>Kontakt oss</h1><iframe src="https://docs.google.com/forms/d/e/abc/viewform"></iframe>')
        .contactForm,
    ).toBe(true)
  })
  test('a link to the contact page gives its address; the page itself is no link', () => {
    expect(read('<a href="/kontakt-oss">Kontakt oss</a>').contactForm).toBe(
      'https://www.firma.no/kontakt-oss',
    )
    expect(read('<a href="/">Kontakt oss</a>').contactForm).toBe(false)
  })
})

describe('a link to a contact form', () => {
  const linked = (href: string, text: string) => read(`<a href="${href}">${text}</a>`).contactForm !== false

  test.each([
    ['/minside/kontakt', 'Kontakt oss'],
    ['https://minside.firma.no/kontakt', 'Kontakt oss'],
    ['/logginn?returnUrl=/kontaktskjema', 'Kontaktskjema'],
    ['/kontakt', 'Logg inn for å kontakte oss'],
    ['/kontakt', 'Send melding i nettbanken (krever innlogging)'],
  ])('is none behind a sign-in: %s «%s»', (href, text) => {
    expect(linked(href, text)).toBe(false)
  })
  test.each([
    ['/kontakt/telefon', 'Se nummer'],
    ['/kundeservice/vilkar', 'Vilkår'],
    ['/kontakt', 'Ring oss'],
    ['/kontakt', 'Besøk oss'],
    ['/kontakt', 'Åpningstider'],
    ['/kundeservice', 'Chat med oss'],
    ['/kontakt-legevakt', 'Kontakt legevakta'],
    ['/bedrift/kontakt', 'Kontakt oss'],
    ['/skjema/1', 'Send melding om flytting'],
    ['/kontakt', 'Kontakt bedrift'],
  ])('is none when the address or the words are about another errand: %s «%s»', (href, text) => {
    expect(linked(href, text)).toBe(false)
  })
  test.each([
    ['/om-oss/kontakt.html', 'Hjelp'],
    ['/kontakt/index.html', 'Hjelp'],
    ['/side?p=kontakt', 'Hjelp'],
    ['/om/18', 'Kontakt oss og åpningstider'],
    ['/kontakt?returnUrl=/minside', 'Kontakt oss'],
    ['/kontakt', 'Kontakt oss. Ring, chat eller skriv'],
    ['/kontakt', 'Kontakt oss (privat og bedrift)'],
  ])('is one: %s «%s»', (href, text) => {
    expect(linked(href, text)).toBe(true)
  })
})

describe('chat', () => {
  const loaders: readonly (readonly [string, string])[] = [
    ['Boost.ai', '<script src="https://x.boost.ai/chatPanel/chatPanel.js"></script>'],
    ['Kindly', '<script id="kindly-chat" src="https://chat.kindlycdn.com/kindly-chat.js"></script>'],
    ['Puzzel', '<script src="https://chat.puzzel.com/Content/js/app.js"></script>'],
    ['Zendesk', '<script id="ze-snippet" src="https://static.zdassets.com/ekr/snippet.js?key=1"></script>'],
    ['Intercom', '<script>window.intercomSettings={app_id:"x"}</script>'],
    ['LiveChat', '<script>window.__lc=window.__lc||{};window.__lc.license=1</script>'],
    ['Tidio', '<script src="//code.tidio.co/abc.js"></script>'],
    ['Drift', '<script>drift.load("abc")</script>'],
    ['HubSpot', '<script src="https://js.usemessages.com/conversations-embed.js"></script>'],
    ['Crisp', '<script>window.$crisp=[];window.CRISP_WEBSITE_ID="x"</script>'],
    ['tawk.to', '<script>s1.src="https://embed.tawk.to/1/default"</script>'],
    ['Freshchat', '<script src="https://wchat.freshchat.com/js/widget.js"></script>'],
    [
      'Genesys',
      '<script>(function(g,e){})(window,"Genesys","https://apps.mypurecloud.ie/genesys-bootstrap/genesys.min.js")</script>',
    ],
    ['Salesforce', '<script src="https://service.force.com/embeddedservice/5.0/esw.min.js"></script>'],
    ['LivePerson', '<script>window.lpTag=window.lpTag||{}</script>'],
    ['Giosg', '<script>(function(w){w._giosg=1})(window)</script>'],
    ['Trengo', '<script>window.Trengo={key:"x"}</script>'],
    ['Userlike', '<script src="https://userlike-cdn-widgets.s3-eu-west-1.amazonaws.com/x.js"></script>'],
    ['Olark', '<script>olark.identify("1")</script>'],
    ['Dixa', '<script src="https://messenger.dixa.io/bundle.js"></script>'],
    ['ImBox', '<script src="https://files.imbox.io/app/dist/initWidget.js"></script>'],
    ['Ebbot', '<script src="https://v2.ebbot.app/install.js"></script>'],
    ['ACE', '<script src="https://wds.ace.teliacompany.com/wds/instances/x/ACEWebSDK.min.js"></script>'],
    ['Vergic', '<script src="https://account.psplugin.com/x/ps.js"></script>'],
    [
      'SuperOffice',
      '<script src="https://online.superoffice.com/Cust1/CS/scripts/chat.fcgi?superofficechat"></script>',
    ],
    ['Smartsupp', '<script>var _smartsupp=_smartsupp||{}</script>'],
    ['Gorgias', '<script src="https://config.gorgias.chat/bundle-loader/x"></script>'],
    ['Chatwoot', '<script>window.chatwootSDK.run({})</script>'],
    ['Zoho SalesIQ', '<script>$zoho.salesiq={}</script>'],
  ]
  test.each(loaders)('the loader of %s is a chat', (vendor, body) => {
    expect(read(body).chat).toContainEqual({ vendor })
  })
  test('no two vendors have the same name', () => {
    expect(new Set(chatVendors.map(({ vendor }) => vendor)).size).toBe(chatVendors.length)
  })
  test.each([
    '<p>Chat med oss, skriver mange. Intercom og LiveChat er vanlige.</p>',
    '<a href="https://firma.zendesk.com/hc/no">Hjelpesenter</a>',
    '<a href="/blogg/chat">Chat i kundeservice</a>',
    '<a href="https://www.intercom.com/">Intercom</a>',
    '<script src="//js.hs-scripts.com/1.js"></script>',
  ])('%s is no chat', (body) => {
    expect(read(body).chat).toEqual([])
  })
  test.each([
    '<button class="open">Chat med oss</button>',
    '<button class="tile"><b>Chat</b> <span>Åpen nå</span></button>',
    '<button onclick="openChat()">Chat med en kundebehandler</button>',
    '<button aria-label="Åpne chat"></button>',
    '<a href="/chat"><span>Chat</span><span>Svar innen 2 minutter</span></a>',
    '<a href="/kundeservice/chat"><h3>Chat med oss</h3><p>Åpent 08:00–22:00</p></a>',
    '<a href="#">Start ein chat</a>',
    '<a href="#">Opne chat</a>',
    '<button>Chat med Kari, den digitale hjelperen</button>',
    '<div role="button" tabindex="0">Chat med oss</div>',
    '<a href="https://direct.lc.chat/123/">Chat med oss</a>',
    '<a href="https://tawk.to/chat/1/default">Live chat</a>',
    '<a href="https://chat.firma.no/">Start chat med oss</a>',
  ])('%s starts a chat though its service cannot be seen', (body) => {
    expect(read(body).chat).toEqual([{ vendor: 'unknown' }])
  })
  test.each([
    '<button>Chat med oss på Messenger</button>',
    '<a href="https://chat.whatsapp.com/abc">Chat med oss</a>',
    '<a href="https://chat.firma.no/">Slik bruker du chat</a>',
    '<a href="/artikkel">Chat med oss</a>',
    '<button>Chat og e-post i kundeservice</button>',
  ])('%s starts none', (body) => {
    expect(read(body).chat).toEqual([])
  })
})

describe('Messenger', () => {
  test.each([
    'https://m.me/firma',
    'https://www.messenger.com/t/firma',
    'https://www.facebook.com/messages/t/firma',
    'fb-messenger://user-thread/123',
  ])('%s is a way to write', (href) => {
    expect(read(`<a href="${href}">Skriv</a>`).messenger).toEqual([href])
  })
  test.each([
    'fb-messenger://share?link=x',
    'https://www.facebook.com/dialog/send?app_id=1',
    'https://www.facebook.com/sharer/sharer.php?u=x',
  ])('%s only shares', (href) => {
    expect(read(`<a href="${href}">Messenger</a>`).messenger).toEqual([])
  })
  test('an address that is written as text is read, once', () => {
    expect(read('<p>Messenger: m.me/firma.no. Eller ring.</p>').messenger).toEqual(['https://m.me/firma.no'])
    expect(read('<p><a href="https://m.me/firma">m.me/firma</a></p>').messenger).toEqual([
      'https://m.me/firma',
    ])
    expect(read('<p>Skriv til oss på m.me/share, film.me/firma</p>').messenger).toEqual([])
  })
  test('a Facebook page alone is a hint for a person, not Messenger', () => {
    const { messenger, evidence } = read('<a href="https://www.facebook.com/firma">Facebook</a>')
    expect(messenger).toEqual([])
    expect(evidence.filter((item) => item.kind === 'facebookPage')).toMatchObject([{ verdict: 'hint' }])
  })
})

describe('what a click does', () => {
  test.each([
    `<button onclick="location.href='mailto:post@firma.no'">Send e-post</button>`,
    `<a href="#" onclick="window.location = 'mailto:post@firma.no?subject=Hei'">Send e-post</a>`,
    '<div data-href="mailto:post@firma.no">Send e-post</div>',
  ])('the address in %s is read', (body) => {
    expect(read(body).email.map(({ address }) => address)).toEqual(['post@firma.no'])
  })
  test('a telephone number and a Messenger address are read', () => {
    expect(numbers(`<span onclick="location.assign('tel:+4733112233')">Ring oss</span>`)).toEqual([
      '+4733112233',
    ])
    expect(read(`<button onclick="window.open('https://m.me/firma')">Skriv</button>`).messenger).toEqual([
      'https://m.me/firma',
    ])
  })
  test('a link that leads somewhere leads there', () => {
    const body = `<a href="/personvern" onclick="location.href='mailto:post@firma.no'">Personvern</a>`
    expect(parsePage(body, { source: 'x' }).links.map(({ href }) => href)).toEqual(['/personvern'])
  })
})

test('an empty page has nothing, and says so', () => {
  expect(readChannels(parsePage('', { source: 'tom' }))).toMatchObject({
    phone: [],
    email: [],
    contactForm: false,
    chat: [],
    messenger: [],
    chosen: [],
  })
})
