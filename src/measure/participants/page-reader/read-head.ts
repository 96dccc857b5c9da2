/** Scripts, style sheets and the head of the page. */
import { attribute, type HtmlNode, textOf } from './html-node.ts'
import type { Reading } from './reading.ts'
import { resolveAddress } from './resolve-address.ts'
import { statedInJson, statedInMicrodata } from './stated-contacts.ts'

const longestScript = 200_000

export function readScript(node: HtmlNode, reading: Reading): void {
  const text = (node.children ?? [])
    .map((child) => child.data ?? '')
    .join('')
    .slice(0, longestScript)
  const src = attribute(node, 'src') || attribute(node, 'data-src')
  if (/json/.test(attribute(node, 'type'))) {
    if (/ld\+json/.test(attribute(node, 'type'))) reading.stated.push(...statedInJson(text))
    return
  }
  const marks = Object.entries(node.attribs ?? {})
    .filter(([key]) => key === 'id' || key.startsWith('data-'))
    .map(([key, value]) => `${key}=${value}`)
    .join(' ')
  reading.scripts.push({
    src: src && resolveAddress(src, reading.base),
    text: `${marks.slice(0, 500)}\n${text}`,
    heading: reading.writer.heading(),
  })
}

export function readStyle(node: HtmlNode, reading: Reading): void {
  const css = (node.children ?? [])
    .map((child) => child.data ?? '')
    .join('')
    .slice(0, longestScript)
  for (const rule of css.split('}')) {
    const [selector = '', body = ''] = rule.split('{')
    const name = /\.([\w-]{1,60})\s*$/.exec(selector.slice(-80))?.[1]
    if (!name || body.length > 500) continue
    if (/display\s*:\s*none/.test(body)) reading.hiddenClasses.add(name)
    if (/direction\s*:\s*rtl/.test(body) && /bidi-override/.test(body)) reading.reversedClasses.add(name)
  }
}

export function readHead(node: HtmlNode, reading: Reading): void {
  reading.stated.push(...statedInMicrodata(node))
  const isCanonical = /canonical/i.test(attribute(node, 'rel')) || attribute(node, 'property') === 'og:url'
  if (!isCanonical || reading.canonical) return
  const address = attribute(node, 'href') || attribute(node, 'content')
  if (/^https?:\/\//i.test(address)) {
    reading.canonical = address
    reading.base ||= address
  }
}

export function readTitle(node: HtmlNode, reading: Reading): void {
  reading.title ||= textOf(node, 300)
}

export function readBase(node: HtmlNode, reading: Reading): void {
  reading.base = resolveAddress(attribute(node, 'href'), reading.base)
}
