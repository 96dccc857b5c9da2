/** What an element's attributes tell besides its content: hidden, reversed, cloaked, a widget. */
import { uncloakAttributes } from '../rules/email/uncloak.ts'
import { attribute, collapse, type HtmlNode, textOf } from './html-node.ts'
import type { Reading } from './reading.ts'
import { statedInMicrodata } from './stated-contacts.ts'

const widgetWords =
  /chat|messenger|intercom|livep|lpbutton|olark|tawk|tidio|crisp|zopim|support-widget|giosg|puzzel|kindly|boost|hjelp/i

export function readHiddenAddress(node: HtmlNode, reading: Reading): void {
  if (!node.attribs) return
  reading.stated.push(...statedInMicrodata(node))
  const found = uncloakAttributes(node.attribs)
  if (!found) return
  reading.uncloaked.push({ ...found, around: textOf(node, 120) })
  if (found.trick === 'cloudflare') reading.writer.write(found.address)
}

function classesOf(node: HtmlNode): readonly string[] {
  return attribute(node, 'class').split(/\s+/)
}

export function isHidden(node: HtmlNode, reading: Reading): boolean {
  const style = attribute(node, 'style')
  if (/display\s*:\s*none/i.test(style)) return true
  return (
    reading.hiddenClasses.size > 0 &&
    node.name === 'span' &&
    classesOf(node).some((name) => reading.hiddenClasses.has(name))
  )
}

export function isReversed(node: HtmlNode, reading: Reading): boolean {
  const style = attribute(node, 'style')
  if (/direction\s*:\s*rtl/i.test(style) && /bidi-override/i.test(style)) return true
  return reading.reversedClasses.size > 0 && classesOf(node).some((name) => reading.reversedClasses.has(name))
}

export function noteWidget(node: HtmlNode, reading: Reading): void {
  const attribs = node.attribs
  if (!attribs || reading.widgets.length >= 500) return
  const marks = collapse(`${attribs.id ?? ''} ${attribs.class ?? ''} ${attribs.onclick ?? ''}`).slice(0, 300)
  const isComponent = (node.name ?? '').includes('-')
  const isButton = node.name === 'button' || (!isComponent && attribs.role === 'button')
  if (isComponent || widgetWords.test(marks)) {
    const says = isButton || node.name === 'a' ? saysOf(node) : ''
    reading.widgets.push(`<${isButton ? 'button' : node.name}> ${marks} «${says}»`)
  } else if (isButton) {
    const says = saysOf(node)
    if (/chat/i.test(says)) reading.widgets.push(`<button> ${marks} «${says}»`)
  }
}

/** What a button says: its text, or what it is called for those who cannot see its picture. */
function saysOf(node: HtmlNode): string {
  return textOf(node, 80) || collapse(attribute(node, 'aria-label') || attribute(node, 'title')).slice(0, 80)
}
