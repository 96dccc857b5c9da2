/** Rich plain text on the screen: facts stand out, and a link leads where it says. */
import type { AnswerDetail } from '../../../src/understand/answers/contract.ts'
import { toShared } from '../../../src/understand/answers/rules/shared-facts.ts'
import type { Fact, SharedFacts } from '../../../src/understand/answers/rules/text/fact-mark.ts'
import { hrefOf } from '../../../src/understand/answers/rules/text/rich-html.ts'
import { type Block, type Line, readRich } from '../../../src/understand/answers/rules/text/rich-text.ts'
import { answerTexts } from '../../i18n/answers.ts'
import { useTexts } from '../../i18n/use-texts.ts'

type Props = { readonly text: string; readonly facts: AnswerDetail['facts'] }

export function RichText({ text, facts }: Props) {
  const blocks = readRich(text, toShared(facts))
  return (
    <div className="lp-rich">
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a text have no names, and it is drawn whole
        <BlockView key={at} block={block} />
      ))}
    </div>
  )
}

function BlockView({ block }: { readonly block: Block }) {
  if (!('items' in block)) {
    const line = <LineView line={block.line} />
    return block.is === 'heading' ? <p className="lp-rich__heading">{line}</p> : <p>{line}</p>
  }
  const items = block.items.map((item, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the items of a text have no names, and it is drawn whole
    <li key={at}>
      <LineView line={item} />
    </li>
  ))
  return block.is === 'list' ? <ul>{items}</ul> : <ol>{items}</ol>
}

function LineView({ line }: { readonly line: Line }) {
  return line.map((piece, at) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line have no names, and it is drawn whole
    if (piece.is === 'fact') return <FactView key={at} fact={piece.fact} />
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    if (piece.is === 'broken') return <mark key={at}>{piece.text}</mark>
    return piece.text
  })
}

function FactView({ fact }: { readonly fact: Fact }) {
  const t = useTexts(answerTexts)
  const { kind, name, value, shared } = fact
  const kindName = t(`fact.kinds.${kind}`)
  const about = [kindName, name, shared ? t('fact.sharedMark') : null].filter(Boolean).join(', ')
  const href = hrefOf(kind, value)
  const text = kind === 'link' ? (name ?? value) : value
  return (
    <span className="lp-fact" data-shared={shared || undefined} title={about}>
      {href === undefined ? text : <a href={href}>{text}</a>}
    </span>
  )
}

export function sharedOf(facts: AnswerDetail['facts']): SharedFacts {
  return toShared(facts)
}
