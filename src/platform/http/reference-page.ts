/** The reference page: every endpoint on one page that needs nothing but itself and one style sheet. */
import type { OpenAPI } from '@orpc/contract'
import { type Operation, operationsOf } from './openapi.ts'

type Entry = { readonly method: string; readonly path: string; readonly operation: Operation }

export function referencePage(document: OpenAPI.Document): string {
  const entries: readonly Entry[] = operationsOf(document)
  const tags = [...new Set(entries.map(tagOf))]
  const sections = tags.map(
    (tag) =>
      `<section><h2 id="${slug(tag)}">${escapeHtml(tag)}</h2>${entries
        .filter((entry) => tagOf(entry) === tag)
        .map(endpoint)
        .join('')}</section>`,
  )
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lyttepost API</title><link rel="stylesheet" href="/api/reference.css"></head><body>
<header><h1>Lyttepost API <small>${escapeHtml(document.info.version)}</small></h1>
<p>${escapeHtml(document.info.description ?? '')}</p>
<p><a href="/api/openapi.json">OpenAPI 3.1 document</a> · ${entries.length} endpoints under <code>/api</code></p>
<nav aria-label="Groups">${tags.map((tag) => `<a href="#${slug(tag)}">${escapeHtml(tag)}</a>`).join(' ')}</nav></header>
<main>${sections.join('\n')}</main></body></html>`
}

function tagOf({ operation }: Entry): string {
  return operation.tags?.[0] ?? 'Other'
}

function endpoint({ method, path, operation }: Entry): string {
  const verb = method.toUpperCase()
  return `<details id="${escapeHtml(operation.operationId ?? '')}"><summary><b class="${escapeHtml(method)}">${verb}</b> <code>${escapeHtml(path)}</code>
<span>${escapeHtml(operation.summary ?? '')}</span></summary><dl>
<dt>Name</dt><dd><code>${escapeHtml(operation.operationId ?? '')}</code></dd>
<dt>Who</dt><dd>${escapeHtml(operation['x-right'] ?? '')}</dd>${input(operation)}${output(operation)}</dl></details>`
}

function input(operation: Operation): string {
  const parts = operation.parameters?.length ? block('Parameters', operation.parameters) : ''
  const body =
    operation.requestBody && 'content' in operation.requestBody ? operation.requestBody.content : undefined
  return parts + (body ? block('Body', Object.values(body)[0]) : '')
}

function output(operation: Operation): string {
  return Object.entries(operation.responses ?? {})
    .filter(([status]) => status !== 'default')
    .map(([status, response]) => {
      const content = 'content' in response ? Object.values(response.content ?? {})[0] : undefined
      return block(`Answer ${status}`, content ?? 'nothing')
    })
    .join('')
}

function block(title: string, value: unknown): string {
  return `<dt>${escapeHtml(title)}</dt><dd><pre tabindex="0">${escapeHtml(JSON.stringify(value, null, 2))}</pre></dd>`
}

function slug(text: string): string {
  return text.toLowerCase().replace(/\W+/g, '-')
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

export const referenceStyle = `:root{color-scheme:light dark;--accent:light-dark(#0b5c5c,#6fc7c4);--line:light-dark(#d5dadd,#3a4347);--soft:light-dark(#f4f6f7,#1d2427)}
body{font:16px/1.6 system-ui,sans-serif;max-width:62rem;margin:0 auto;padding:1.5rem;color:light-dark(#1b2326,#e6eaec);background:light-dark(#fff,#14191b)}
h1 small{font-weight:400;font-size:1rem}h2{margin-top:2.5rem}a{color:var(--accent)}nav a{margin-right:1rem}
details{border-bottom:1px solid var(--line);padding:.35rem 0}summary{cursor:pointer;padding:.35rem .25rem}summary:focus-visible,pre:focus-visible,a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
summary b{display:inline-block;min-width:4.5rem;color:var(--accent)}summary span{display:block;margin-left:5.8rem}
dl{margin:.5rem 0 1rem 1rem}dt{font-weight:600;margin-top:.6rem}dd{margin:0}pre{background:var(--soft);padding:.75rem;overflow:auto;max-height:28rem;font-size:.85rem}
@media(max-width:40rem){summary span{margin-left:1.2rem}}`
