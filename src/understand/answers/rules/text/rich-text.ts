/**
 * Rich plain text: paragraphs (a line of its own stays one), `## ` headings, `- ` lists and `1. ` steps, with facts marked. One reading of it for
 * the screen, for exports and for copying.
 */
import { type Fact, factBehind, readMarks, type SharedFacts } from './fact-mark.ts'

export type Piece =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'fact'; readonly fact: Fact }
  /** A mark that says nothing: a reference to no fact, or an unknown kind. Shown as it is written. */
  | { readonly is: 'broken'; readonly text: string }

export type Line = readonly Piece[]

export type Block =
  | { readonly is: 'paragraph' | 'heading'; readonly line: Line }
  | { readonly is: 'list' | 'steps'; readonly items: readonly Line[] }

const bullet = /^\s*[-*•]\s+(.*)$/
const step = /^\s*\d{1,2}[.)]\s+(.*)$/
const heading = /^##?\s+(.*)$/

/** @example readRich('Hei\n\n- a\n- b', new Map()) // a paragraph and a list of two */
export function readRich(text: string, shared: SharedFacts): readonly Block[] {
  const blocks: Block[] = []
  let open: { is: 'paragraph' | 'list' | 'steps'; lines: string[] } | undefined
  const close = () => {
    if (open) blocks.push(toBlock(open.is, open.lines, shared))
    open = undefined
  }
  const add = (is: 'paragraph' | 'list' | 'steps', line: string) => {
    if (open?.is !== is) close()
    open ??= { is, lines: [] }
    open.lines.push(line)
  }
  for (const raw of text.replaceAll('\r', '').split('\n')) {
    const line = raw.trimEnd()
    const [title, item, numbered] = [heading.exec(line)?.[1], bullet.exec(line)?.[1], step.exec(line)?.[1]]
    if (line.trim() === '') close()
    else if (title !== undefined) {
      close()
      blocks.push({ is: 'heading', line: readLine(title, shared) })
    } else if (item !== undefined) add('list', item)
    else if (numbered !== undefined) add('steps', numbered)
    else add('paragraph', line.trim())
  }
  close()
  return blocks
}

function toBlock(is: 'paragraph' | 'list' | 'steps', lines: readonly string[], shared: SharedFacts): Block {
  if (is === 'paragraph') return { is, line: readLine(lines.join('\n'), shared) }
  return { is, items: lines.map((line) => readLine(line, shared)) }
}

/** One line with its facts. */
export function readLine(text: string, shared: SharedFacts): Line {
  const pieces: Piece[] = []
  let at = 0
  for (const mark of readMarks(text)) {
    if (mark.from > at) pieces.push({ is: 'text', text: text.slice(at, mark.from) })
    const fact = factBehind(mark, shared)
    pieces.push(fact ? { is: 'fact', fact } : { is: 'broken', text: text.slice(mark.from, mark.to) })
    at = mark.to
  }
  if (at < text.length) pieces.push({ is: 'text', text: text.slice(at) })
  return pieces
}

/** What a fact looks like in a sentence. A link with a name is read by its name, and written out in plain text. */
export function factInPlain({ kind, name, value }: Fact): string {
  return kind === 'link' && name !== null ? `${name} (${value})` : value
}

export function lineInPlain(line: Line): string {
  return line.map((piece) => (piece.is === 'fact' ? factInPlain(piece.fact) : piece.text)).join('')
}

/** Without any marks, as it is copied into a reply. */
export function richInPlain(blocks: readonly Block[]): string {
  return blocks.map(blockInPlain).join('\n\n')
}

function blockInPlain(block: Block): string {
  if (!('items' in block)) return lineInPlain(block.line)
  const isSteps = block.is === 'steps'
  return block.items.map((item, at) => `${isSteps ? `${at + 1}.` : '-'} ${lineInPlain(item)}`).join('\n')
}

/** A text with its marks resolved, without marks. */
export function plainOf(text: string, shared: SharedFacts): string {
  return richInPlain(readRich(text, shared))
}
