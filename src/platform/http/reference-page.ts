/** The reference page: every endpoint on one page that needs nothing but itself and one style sheet. */
import type { OpenAPI } from '@orpc/contract'
import type { Schema } from './example-of.ts'
import { type Operation, operationsOf } from './openapi.ts'
import { schemaFields } from './schema-fields.ts'

type Entry = { readonly method: string; readonly path: string; readonly operation: Operation }

export function referencePage(document: OpenAPI.Document): string {
  const entries: readonly Entry[] = operationsOf(document)
  const tags = [...new Set(entries.map(tagOf))]
  const webhooks = webhooksOf(document)
  const sections = tags.map((tag) => {
    const own = entries.filter((entry) => tagOf(entry) === tag)
    return `<section><h2 id="${slug(tag)}">${escapeHtml(tag)}</h2>${own.map(endpoint).join('')}</section>`
  })
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lyttepost API</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/api/reference.css"></head><body>
<header><h1>Lyttepost API <small>${escapeHtml(document.info.version)}</small></h1>
<p>${escapeHtml(document.info.description ?? '')}</p>
<p><a href="/api/openapi.json">OpenAPI 3.1 document</a> · ${entries.length} endpoints under <code>/api</code></p>
<nav aria-label="Groups">${[...tags, 'Webhooks'].map((tag) => `<a href="#${slug(tag)}">${escapeHtml(tag)}</a>`).join(' ')}</nav></header>
<main>${sections.join('\n')}
<section><h2 id="webhooks">Webhooks</h2>${webhooks.map(endpoint).join('')}</section></main></body></html>`
}

/** What is sent to others, on the page like what is asked of us. */
function webhooksOf({ webhooks = {} }: OpenAPI.Document): readonly Entry[] {
  return Object.values(webhooks).flatMap((item) =>
    item && 'post' in item && item.post
      ? [{ method: 'post', path: 'your address', operation: item.post }]
      : [],
  )
}

function tagOf({ operation }: Entry): string {
  return operation.tags?.[0] ?? 'Other'
}

function endpoint({ method, path, operation }: Entry): string {
  const name = escapeHtml(operation.operationId ?? '')
  const notes = [operation['x-right'] ?? '', operation.description ?? '']
    .filter((note) => note !== '')
    .map(escapeHtml)
  return `<details id="${name}"><summary><b>${method.toUpperCase()}</b> <code>${escapeHtml(path)}</code>
<span>${escapeHtml(operation.summary ?? '')}</span></summary><div>
<p>${[`<code>${name}</code>`, ...notes].join(' · ')}</p>${parameters(operation)}${body(operation)}${answers(operation)}</div></details>`
}

function parameters({ parameters: given = [] }: Operation): string {
  const named = given.filter((parameter) => 'name' in parameter)
  if (named.length === 0) return ''
  const properties = Object.fromEntries(named.map(({ name, schema }) => [name, schema as Schema]))
  const required = named.filter((parameter) => parameter.required).map(({ name }) => name)
  const place = named.some((parameter) => parameter.in === 'header') ? 'Headers' : 'In the address'
  return `<h3>${place}</h3>${fieldTable({ properties, required })}`
}

function body({ requestBody }: Operation): string {
  return requestBody && 'content' in requestBody ? content('Body', requestBody.content) : ''
}

function answers({ responses = {} }: Operation): string {
  return Object.entries(responses)
    .filter(([status]) => status !== 'default')
    .map(([status, response]) =>
      'content' in response ? content(`Answer ${status}`, response.content ?? {}) : '',
    )
    .join('')
}

function content(title: string, media: Readonly<Record<string, OpenAPI.MediaTypeObject>>): string {
  const [type, given] = Object.entries(media)[0] ?? []
  if (!type || !given?.schema) return ''
  const kind = type === 'application/json' ? '' : ` <small>${escapeHtml(type)}</small>`
  const example = given.example === undefined ? '' : json(given.example)
  return `<h3>${escapeHtml(title)}${kind}</h3>${fieldTable(given.schema as Schema)}${example}`
}

function fieldTable(schema: Schema): string {
  const rows = schemaFields(schema).map(
    ({ path, type, required, note }) =>
      `<tr><td><code>${escapeHtml(path)}</code>${required ? '' : ' <small>optional</small>'}</td><td>${escapeHtml(type)}</td><td>${escapeHtml(note)}</td></tr>`,
  )
  if (rows.length === 0) return '<p>Nothing.</p>'
  const head =
    '<thead><tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">Note</th></tr></thead>'
  return `<table>${head}<tbody>${rows.join('')}</tbody></table>`
}

function json(value: unknown): string {
  return `<pre tabindex="0" aria-label="Example">${escapeHtml(JSON.stringify(value, null, 2))}</pre>`
}

function slug(text: string): string {
  return text.toLowerCase().replace(/\W+/g, '-')
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
