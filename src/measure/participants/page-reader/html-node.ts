import { load } from 'cheerio/slim'

/** The part of a parsed node that the reader looks at. */
export type HtmlNode = {
  readonly type: string
  readonly name?: string
  readonly data?: string
  readonly attribs?: Readonly<Record<string, string>>
  readonly children?: readonly HtmlNode[]
}

/** HTML text → tree. Never throws; broken markup gives the tree that can be made of it. */
export function parseHtml(html: string): HtmlNode {
  return load(html).root()[0] as unknown as HtmlNode
}

export function attribute(node: HtmlNode, name: string): string {
  return node.attribs?.[name] ?? ''
}

/** All text inside a node, whitespace collapsed, at most `limit` characters. */
export function textOf(node: HtmlNode, limit = 2_000): string {
  const parts: string[] = []
  let length = 0
  const stack: HtmlNode[] = [node]
  while (stack.length > 0 && length < limit) {
    const next = stack.pop()!
    if (next.type === 'text' && next.data) {
      parts.push(next.data.slice(0, limit))
      length += next.data.length
      continue
    }
    if (next.type === 'script' || next.type === 'style') continue
    if (next.name === 'img' || next.name === 'input') parts.push(` ${attribute(next, 'alt')} `)
    for (let index = (next.children?.length ?? 0) - 1; index >= 0; index--) stack.push(next.children![index]!)
    if (next.children && next.children.length > 0) parts.push(' ')
  }
  return collapse(parts.join('')).slice(0, limit)
}

export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
