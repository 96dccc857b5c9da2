/** How a built-in page is dressed: each dress says the same facts in another way, with traps of its own. */
import type { Language } from '../../kernel/localized.ts'
import type { ContactDetails } from '../contact-details.ts'

export type PageFacts = ContactDetails & {
  readonly name: string
  readonly class: string
  /** Short name, the first part of the domain: 'fjordlinja'. */
  readonly page: string
  readonly domain: string
}

export type Dress = {
  readonly name: string
  readonly language: Language
  /** Path → HTML; '/' is the home page. */
  readonly pages: (facts: PageFacts) => Readonly<Record<string, string>>
}

const notices: Readonly<Record<Language, string>> = {
  nb: 'Fiktiv demoside. Selskapet finnes ikke.',
  nn: 'Fiktiv demoside. Selskapet finst ikkje.',
  en: 'Fictional demo page. The company does not exist.',
}

/** A whole page around `body`, which says that it is fictional. */
export function document(
  language: Language,
  { name }: PageFacts,
  { head = '', body }: { readonly head?: string; readonly body: string },
): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${name}</title>${head}<style>body{font:16px/1.5 sans-serif;max-width:60rem;margin:0 auto;padding:1rem}nav a{margin-right:1rem}footer{border-top:1px solid #ccc;margin-top:2rem}.demo{background:#fff3d6;padding:.5rem}</style></head><body><p class="demo">${notices[language]}</p>${body}</body></html>`
}

/** `html` when the fact is there, else nothing. */
export function when(fact: string | null, html: (fact: string) => string): string {
  return fact === null ? '' : html(fact)
}

export const newsletter =
  '<form action="/nyhetsbrev"><label>Meld deg på nyhetsbrevet <input type="email" name="epost"></label><button>Meld på</button></form>'
export const search =
  '<form role="search" action="/sok"><input type="search" name="q" placeholder="Søk"><button>Søk</button></form>'
export const contactForm =
  '<form action="/kontakt/send" method="post"><label>Navn <input name="navn"></label><label>E-post <input type="email" name="epost"></label><label>Melding <textarea name="melding"></textarea></label><button>Send</button></form>'
