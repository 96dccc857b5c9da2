/**
 * The answers on a page of somebody else's: one small script without dependencies, in a shadow tree of its own. No
 * cookies, no inline style or script: what it needs of the page's content policy is our origin in script-src and
 * connect-src.
 *
 *     <div id="lyttepost-answers"></div>
 *     <script src="https://…/answer-widget.js" data-organisation="…" async></script>
 *
 * `data-language` (nb, nn, en; else the page's own), `data-target` (a selector; else #lyttepost-answers).
 */

type Language = 'nb' | 'nn' | 'en'
type Found = { readonly answerId: string; readonly title: string; readonly html: string }

const words = {
  nb: {
    label: 'Hva lurer du på?',
    none: 'Vi fant ikke noe svar. Prøv andre ord.',
    failed: 'Svarene kan ikke vises akkurat nå.',
    helped: 'Hjalp dette?',
    yes: 'Ja',
    no: 'Nei',
    thanks: 'Takk for svaret.',
    one: 'Ett svar',
    many: 'svar',
  },
  nn: {
    label: 'Kva lurer du på?',
    none: 'Vi fann ikkje noko svar. Prøv andre ord.',
    failed: 'Svara kan ikkje visast akkurat no.',
    helped: 'Hjelpte dette?',
    yes: 'Ja',
    no: 'Nei',
    thanks: 'Takk for svaret.',
    one: 'Eitt svar',
    many: 'svar',
  },
  en: {
    label: 'What is your question?',
    none: 'We found no answer. Try other words.',
    failed: 'The answers cannot be shown right now.',
    helped: 'Did this help?',
    yes: 'Yes',
    no: 'No',
    thanks: 'Thank you.',
    one: 'One answer',
    many: 'answers',
  },
} as const

const style = `
:host { display: block; color: inherit; font: inherit; }
* { box-sizing: border-box; }
label { display: block; margin-bottom: .4em; font-weight: 600; }
input { width: 100%; padding: .6em .8em; font: inherit; color: inherit; background: Field; border: 1px solid #5b6770; border-radius: .4em; }
:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
details { border-bottom: 1px solid #a9b2b8; }
summary { padding: .8em .2em; font-weight: 600; cursor: pointer; }
.answer { padding: 0 .2em 1em; line-height: 1.55; overflow-wrap: anywhere; }
.answer a { color: inherit; }
.helped { display: flex; flex-wrap: wrap; align-items: center; gap: .6em; margin-top: 1em; }
button { padding: .4em 1em; min-height: 2.5em; font: inherit; color: inherit; background: transparent; border: 1px solid currentColor; border-radius: .4em; cursor: pointer; }
[role=status] { margin: .6em 0; }
`

const waitMs = 150

function start(script: HTMLScriptElement): void {
  const organisation = script.dataset.organisation ?? ''
  const target = document.querySelector(script.dataset.target ?? '#lyttepost-answers')
  if (!target || organisation === '' || target.shadowRoot) return
  const language = languageOf(script.dataset.language ?? document.documentElement.lang)
  const api = `${new URL(script.src).origin}/api/public/answers`
  const root = target.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  root.adoptedStyleSheets = [sheet]
  run(root, { api, organisation, language })
}

function languageOf(tag: string): Language {
  const low = tag.toLowerCase()
  if (low.startsWith('nn')) return 'nn'
  return low.startsWith('en') ? 'en' : 'nb'
}

type Place = { readonly api: string; readonly organisation: string; readonly language: Language }

function run(root: ShadowRoot, place: Place): void {
  const say = words[place.language]
  const label = element('label', { htmlFor: 'q', textContent: say.label })
  const field = element('input', { id: 'q', type: 'search', autocomplete: 'off' })
  const status = element('p')
  status.setAttribute('role', 'status')
  const list = element('div')
  root.host.setAttribute('lang', place.language)
  root.append(label, field, status, list)
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const show = async (query: string): Promise<void> => {
    const number = ++asked
    if (query === '') {
      list.replaceChildren()
      status.textContent = ''
      return
    }
    const found = await search(place, query).catch(() => undefined)
    if (number !== asked) return
    list.replaceChildren(...(found ?? []).map((answer) => draw(place, query, answer)))
    status.textContent = !found
      ? say.failed
      : found.length === 0
        ? say.none
        : found.length === 1
          ? say.one
          : `${found.length} ${say.many}`
    if (found?.length === 0) waitAndTell(place, query, () => number === asked)
  }
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => void show(field.value.trim()), waitMs)
  })
}

async function search({ api, organisation, language }: Place, q: string): Promise<readonly Found[]> {
  const response = await fetch(`${api}/search?${new URLSearchParams({ organisation, language, q })}`, {
    credentials: 'omit',
  })
  if (!response.ok) throw new Error(String(response.status))
  const { items } = (await response.json()) as { items: readonly Found[] }
  return items
}

/** The answer's HTML was made and escaped by the server; it is read without running anything in it. */
function draw(place: Place, query: string, { answerId, title, html }: Found): HTMLElement {
  const say = words[place.language]
  const details = element('details')
  const body = element('div', { className: 'answer' })
  body.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes)
  const helped = element('div', { className: 'helped' })
  const question = element('span', { textContent: say.helped })
  const answer = (act: 'helped' | 'notHelped', textContent: string) => {
    const button = element('button', { type: 'button', textContent })
    button.addEventListener('click', () => {
      tell(place, { answerId, act, q: query })
      helped.replaceChildren(say.thanks)
      helped.setAttribute('role', 'status')
    })
    return button
  }
  helped.append(question, answer('helped', say.yes), answer('notHelped', say.no))
  body.append(helped)
  details.append(element('summary', { textContent: title }), body)
  return details
}

/** A search in vain is told when the typing has rested: half a word is no search. */
function waitAndTell(place: Place, q: string, isLast: () => boolean): void {
  setTimeout(() => {
    if (isLast()) tell(place, { q })
  }, 1500)
}

function tell({ api, organisation }: Place, note: Readonly<Record<string, string>>): void {
  const body = new FormData()
  for (const [name, value] of Object.entries({ organisation, ...note })) body.append(name, value)
  // A form needs no question to the server beforehand. Nothing depends on the answer.
  fetch(`${api}/notes`, { method: 'POST', body, credentials: 'omit', keepalive: true }).catch(() => undefined)
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties)
}

const script = document.currentScript
if (script instanceof HTMLScriptElement) {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => start(script))
  else start(script)
}
