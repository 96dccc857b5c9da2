/** Links, pictures and frames. */
import { uncloakCloudflare } from '../rules/email/uncloak.ts'
import { attribute, collapse, type HtmlNode, textOf } from './html-node.ts'
import type { Reading } from './reading.ts'
import { resolveAddress } from './resolve-address.ts'

/** Notes a link; call the answer when its content has been read. */
export function openLink(node: HtmlNode, reading: Reading): () => void {
  const rawHref = attribute(node, 'href').trim()
  const cloaked = uncloakCloudflare(rawHref)
  const href = cloaked ? `mailto:${cloaked}` : resolveAddress(rawHref, reading.base)
  const leadsNowhere = /^(?:$|#|javascript:)/i.test(rawHref)
  return noteLink(node, reading, (leadsNowhere && scriptedTarget(node)) || href)
}

/** Notes a button or box that a script makes a link, if it leads to a way to reach the company. */
export function openScriptedLink(node: HtmlNode, reading: Reading): (() => void) | undefined {
  const target = scriptedTarget(node)
  return target === undefined ? undefined : noteLink(node, reading, target)
}

const goesTo =
  /(?:location(?:\.href)?\s*=|location\.(?:assign|replace)\(|window\.open\()\s*["']([^"']{5,300})["']/i
const reaches = /^(?:mailto:|tel:|callto:|(?:https?:)?\/\/(?:www\.)?(?:m\.me|messenger\.com\/t)\/)/i

/** Where a click leads: `onclick="location.href='mailto:…'"`, `data-href="tel:…"`. */
function scriptedTarget(node: HtmlNode): string | undefined {
  const onclick = goesTo.exec(attribute(node, 'onclick').slice(0, 2_000))?.[1]
  return [onclick, attribute(node, 'data-href')].find((target) => target && reaches.test(target))
}

function noteLink(node: HtmlNode, reading: Reading, href: string): () => void {
  const close = reading.writer.openLink(reading.links.length)
  reading.links.push({
    href,
    text: textOf(node, 300),
    hint: collapse(`${attribute(node, 'title')} ${attribute(node, 'aria-label')} ${imageText(node)}`),
    marks: collapse(
      `${attribute(node, 'id')} ${attribute(node, 'class')} ${attribute(node, 'onclick')}`,
    ).slice(0, 500),
    region: reading.writer.region(),
  })
  return close
}

function imageText(node: HtmlNode): string {
  const image = node.children?.find((child) => child.name === 'img')
  return image ? `${attribute(image, 'alt')} ${attribute(image, 'title')}` : ''
}

export function readImage(node: HtmlNode, reading: Reading): void {
  const alt = attribute(node, 'alt')
  if (alt === '@' || /@|(?:\d\s?){5}/.test(alt.slice(0, 120))) reading.writer.write(alt.slice(0, 120))
}

export function readFrame(node: HtmlNode, reading: Reading): void {
  const src = attribute(node, 'src') || attribute(node, 'data-src') || attribute(node, 'data')
  if (src === '') return
  reading.frames.push({
    src: resolveAddress(src, reading.base),
    marks: collapse(
      `${attribute(node, 'id')} ${attribute(node, 'class')} ${attribute(node, 'title')} ${attribute(node, 'name')}`,
    ),
    heading: reading.writer.heading(),
  })
}
