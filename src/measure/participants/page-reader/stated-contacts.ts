/** Numbers and addresses that a page states for machines: JSON-LD and microdata. */
import type { StatedContact } from '../rules/page.ts'
import { attribute, type HtmlNode, textOf } from './html-node.ts'

type Json = Readonly<Record<string, unknown>>

const kinds: ReadonlyMap<string, StatedContact['kind']> = new Map([
  ['telephone', 'phone'],
  ['faxNumber', 'fax'],
  ['email', 'email'],
])
const notACompany = /person|author|review|comment|article|recipe|event|jobposting/i
const maxNodes = 5_000

/** The contacts in one JSON-LD block. Text that is no JSON states nothing. */
export function statedInJson(text: string): StatedContact[] {
  let document: unknown
  try {
    document = JSON.parse(text.trim().replace(/^<!--|-->$/g, ''))
  } catch {
    return []
  }
  const found: StatedContact[] = []
  const queue: { value: unknown; purpose: string }[] = [{ value: document, purpose: '' }]
  for (let seen = 0; queue.length > 0 && seen < maxNodes; seen++) {
    const { value, purpose } = queue.pop()!
    if (Array.isArray(value)) for (const item of value.slice(0, 500)) queue.push({ value: item, purpose })
    else if (value && typeof value === 'object') readNode(value as Json, purpose, { found, queue })
  }
  return found
}

type Gathering = {
  readonly found: StatedContact[]
  readonly queue: { value: unknown; purpose: string }[]
}

function readNode(node: Json, outer: string, { found, queue }: Gathering): void {
  const type = String(node['@type'] ?? '')
  const ownPurpose = [node.contactType, node.department, node.contactOption].filter(
    (part) => typeof part === 'string',
  )
  const purpose = ownPurpose.join(' ') || (notACompany.test(type) ? `type:${type}` : outer)
  for (const [key, kind] of kinds) {
    for (const value of listOf(node[key])) {
      if (typeof value === 'string' || typeof value === 'number')
        found.push({ kind, value: String(value).slice(0, 200), purpose, origin: 'jsonld' })
    }
  }
  for (const link of listOf(node.sameAs)) {
    if (typeof link === 'string')
      found.push({ kind: 'link', value: link.slice(0, 500), purpose, origin: 'jsonld' })
  }
  for (const value of Object.values(node))
    if (value && typeof value === 'object') queue.push({ value, purpose })
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

/** The contact that one element states by `itemprop`, if any. */
export function statedInMicrodata(node: HtmlNode): StatedContact[] {
  const kind = kinds.get(attribute(node, 'itemprop'))
  if (!kind) return []
  const value =
    attribute(node, 'content') || attribute(node, 'href').replace(/^(?:tel|mailto):/, '') || textOf(node, 120)
  return value ? [{ kind, value, purpose: '', origin: 'microdata' }] : []
}
