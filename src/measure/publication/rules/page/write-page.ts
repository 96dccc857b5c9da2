/** The public page: HTML without any script, the same for everybody, in three languages. */
import { type Language, languages } from '../../../../kernel/localized.ts'
import { hatches } from '../../../reports/rules/html/draw.ts'
import { escapeHtml } from '../../../reports/rules/html/escape.ts'
import { writeSection } from '../../../reports/rules/html/write-blocks.ts'
import { namesOf, publicSections, surenessOf } from '../public-blocks.ts'
import { type PublicWords, publicWords } from '../public-words.ts'
import type { Published } from '../published.ts'

export const stylePath = '/public/style.css'

const languageNames: Readonly<Record<Language, string>> = {
  nb: 'Bokmål',
  nn: 'Nynorsk',
  en: 'English',
}
const locales: Readonly<Record<Language, string>> = { nb: 'nb_NO', nn: 'nn_NO', en: 'en_GB' }

/** `origin` is the house's own address, without a slash at the end. */
export function writePublicPage(published: Published, language: Language, origin: string): string {
  const words = publicWords(language)
  const { t } = words
  const { organisation, edition, path } = published
  const title = t('title', { edition })
  return `<!doctype html>
<html lang="${language}"><head>${headOf(published, words, { title, origin })}</head><body>${hatches}
<header><p class="kicker">${escapeHtml(organisation)}</p><h1>${escapeHtml(title)}</h1><p class="lead">${escapeHtml(leadOf(published, words))}</p></header>
<main>${winnerOf(published, words)}
${publicSections(published, words)
  .map((section) => writeSection(section))
  .join('\n')}
${dataOf(published, words)}</main>
<footer><nav aria-label="${escapeHtml(t('languages'))}"><ul>${languages
    .map(
      (one) =>
        `<li><a href="${escapeHtml(`${path}/${one}`)}" lang="${one}" hreflang="${one}"${one === language ? ' aria-current="page"' : ''}>${languageNames[one]}</a></li>`,
    )
    .join('')}</ul></nav><p>${escapeHtml(organisation)} · ${escapeHtml(edition)}</p></footer></body></html>
`
}

type Head = { readonly title: string; readonly origin: string }

function headOf(published: Published, words: PublicWords, { title, origin }: Head): string {
  const { language } = words
  const address = `${origin}${published.path}`
  const description = descriptionOf(published, words)
  const property = (name: string, content: string) =>
    `<meta property="og:${name}" content="${escapeHtml(content)}">`
  return `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`${title} – ${published.organisation}`)}</title>
<meta name="description" content="${escapeHtml(description)}">
<link rel="canonical" href="${escapeHtml(`${address}/${language}`)}">
${languages.map((one) => `<link rel="alternate" hreflang="${one}" href="${escapeHtml(`${address}/${one}`)}">`).join('')}
<link rel="stylesheet" href="${stylePath}"><link rel="icon" href="/mark.svg">
${property('type', 'website')}${property('title', title)}${property('description', description)}${property('url', `${address}/${language}`)}${property('site_name', published.organisation)}${property('locale', locales[language])}`
}

export function descriptionOf({ edition, shown }: Published, { t, format }: PublicWords): string {
  const { winners, taking, isBehindUnnamed } = shown.overall
  if (winners.length === 0 || isBehindUnnamed) return t('title', { edition })
  return t('description', {
    winner: namesOf(winners),
    participants: format.number(taking),
    edition,
  })
}

function leadOf({ shown, results }: Published, { t, format }: PublicWords): string {
  return t('lead', {
    participants: format.number(shown.overall.taking),
    classes: format.number(shown.classes.length),
    n: format.number(results.all.n),
  })
}

/** The answer first: who is best, by how much, and how sure that is. */
function winnerOf({ shown }: Published, words: PublicWords): string {
  const { t, format, score } = words
  const { winners, isBehindUnnamed } = shown.overall
  const [first] = winners
  if (!first) return ''
  const interval = first.interval ? ` (${format.interval(...first.interval)})` : ''
  return `<section class="meaning winner"><h2>${escapeHtml(t(isBehindUnnamed ? 'bestOfEntered' : 'bestOfAll'))}</h2>
<p class="name">${escapeHtml(namesOf(winners))}</p>
<p class="answer"><b>${escapeHtml(score(first.totalResult))}</b> ${escapeHtml(t('ofHundred') + interval)}</p>
<p>${escapeHtml(surenessOf(shown.overall, words))}</p></section>`
}

function dataOf({ settings, path }: Published, { t }: PublicWords): string {
  if (settings.licence === null) return ''
  return `<section><h2>${escapeHtml(t('data'))}</h2><p>${escapeHtml(t('dataBody', { licence: settings.licence }))}</p>
<p class="screen"><a href="${escapeHtml(`${path}/open-data.zip`)}" download>${escapeHtml(t('dataLink'))}</a></p></section>`
}

/** What is answered where there is nothing, whether or not there is something that is not shown yet. */
export function writeMissingPage(language: Language): string {
  const { t } = publicWords(language)
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(t('missingTitle'))}</title><link rel="stylesheet" href="${stylePath}"></head><body><main><h1>${escapeHtml(t('missingTitle'))}</h1><p>${escapeHtml(t('missingBody'))}</p></main></body></html>
`
}
