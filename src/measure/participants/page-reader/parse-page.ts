/** HTML text → the plain page that the rules read. Everything here is about markup; nothing is judged. */

import type { Page, Region } from '../rules/page.ts'
import { isHidden, isReversed, noteWidget, readHiddenAddress } from './element-marks.ts'
import { attribute, type HtmlNode, parseHtml, textOf } from './html-node.ts'
import { limitMarkup } from './limit-markup.ts'
import { readBase, readHead, readScript, readStyle, readTitle } from './read-head.ts'
import { openLink, openScriptedLink, readFrame, readImage } from './read-inline.ts'
import { newReading, type Reading } from './reading.ts'

/** The page behind `html`; `source` names it, `url` is its address when known ('' otherwise). */
export function parsePage(html: string, { source, url = '' }: { source: string; url?: string }): Page {
  const reading = newReading(url)
  visit(parseHtml(limitMarkup(html)), reading)
  reading.writer.breakLine()
  const { writer, forms, base: _base, canonical, hiddenClasses: _h, reversedClasses: _r, ...rest } = reading
  return { ...rest, source, url: url || canonical, lines: writer.lines, forms: forms.forms() }
}

const blocks = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section summary table tbody td tfoot th thead tr ul button label'.split(
    ' ',
  ),
)
const regions: ReadonlyMap<string, Region> = new Map(
  Object.entries({
    header: 'header',
    nav: 'nav',
    main: 'main',
    article: 'article',
    aside: 'aside',
    footer: 'footer',
  }),
)
const silent = new Set([
  'svg',
  'template',
  'select',
  'textarea',
  'canvas',
  'object',
  'video',
  'audio',
  'datalist',
])
const headings = /^(?:h[1-6]|legend)$/

function visitChildren(node: HtmlNode, reading: Reading): void {
  for (const child of node.children ?? []) visit(child, reading)
}

/** Elements nested deeper than this (only tags that close by themselves can be) give their text alone. */
const deepest = 800

type Reader = (node: HtmlNode, reading: Reading) => void

const readers: ReadonlyMap<string, Reader> = new Map(
  Object.entries({
    script: readScript,
    style: readStyle,
    title: readTitle,
    base: readBase,
    link: readHead,
    meta: readHead,
    img: readImage,
    iframe: readFrame,
    frame: readFrame,
    embed: readFrame,
    object: readFrame,
    br: (_, { writer }) => writer.breakLine(),
    input: (node, { forms }) => forms.field(node),
    html: (node, reading) => {
      reading.language = attribute(node, 'lang') || attribute(node, 'xml:lang')
      visitChildren(node, reading)
    },
  }),
)

function visit(node: HtmlNode, reading: Reading): void {
  if (node.type === 'text') reading.writer.write(node.data ?? '')
  else if (node.type === 'root') visitChildren(node, reading)
  else if (reading.depth > deepest) reading.writer.write(textOf(node))
  else if (node.name !== undefined && node.attribs) {
    reading.depth += 1
    noteWidget(node, reading)
    const read = readers.get(node.name) ?? readElement
    read(node, reading)
    reading.depth -= 1
  }
}

function readElement(node: HtmlNode, reading: Reading): void {
  const name = node.name ?? ''
  if (name === 'select' || name === 'textarea' || name === 'button') reading.forms.field(node)
  if (silent.has(name) || (!blocks.has(name) && isHidden(node, reading))) return
  if (isReversed(node, reading)) reading.writer.write([...textOf(node)].reverse().join(''))
  else if (blocks.has(name)) readBlock(node, name, reading)
  else readInline(node, name, reading)
}

function readInline(node: HtmlNode, name: string, reading: Reading): void {
  readHiddenAddress(node, reading)
  reading.writer.seam()
  const close = name === 'a' ? openLink(node, reading) : openScriptedLink(node, reading)
  visitChildren(node, reading)
  close?.()
  reading.writer.seam()
}

function readBlock(node: HtmlNode, name: string, reading: Reading): void {
  const { writer, forms } = reading
  readHiddenAddress(node, reading)
  writer.breakLine()
  const before = writer.region()
  writer.setRegion(regionOf(node, name) ?? before)
  if (headings.test(name)) {
    writer.setHeading(textOf(node, 200))
    forms.note(writer.heading())
  }
  if (name === 'label') forms.label(node)
  if (name === 'form') {
    const leave = forms.open(node, { heading: writer.heading(), region: writer.region(), base: reading.base })
    const from = writer.lines.length
    visitChildren(node, reading)
    writer.breakLine()
    leave(writer.lines.slice(from, from + 200).map((line) => line.text))
  } else {
    const close = forms.wrap(node)
    const closeLink = openScriptedLink(node, reading)
    visitChildren(node, reading)
    closeLink?.()
    close()
    writer.breakLine()
  }
  writer.setRegion(before)
}

function regionOf(node: HtmlNode, name: string): Region | undefined {
  const known = regions.get(name)
  if (known) return known
  if (name === 'body' || name === 'html') return undefined
  const role = attribute(node, 'role')
  if (role === 'contentinfo') return 'footer'
  if (role === 'banner') return 'header'
  if (role === 'navigation') return 'nav'
  const marks = `${attribute(node, 'id')} ${attribute(node, 'class')}`
  return /(?:^|[\s_-])footer(?:$|[\s_-])|(?:^|\s)bunn(?:tekst)?(?:$|[\s_-])/i.test(marks)
    ? 'footer'
    : undefined
}
