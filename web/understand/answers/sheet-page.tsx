/** The core sheet for a workshop: one page on the wall, printed from here or as a PDF. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { AnswerDetail } from '../../../src/understand/answers/contract.ts'
import {
  type SheetBlock,
  type SheetPiece,
  sheetDocument,
} from '../../../src/understand/answers/rules/sheet-document.ts'
import { api, client } from '../../api.ts'
import { Awaited, ErrorState } from '../../design/states.tsx'
import { saveFile } from '../../design/table/save-file.ts'
import { answerTexts } from '../../i18n/answers.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { UnderstandFrame } from '../understand-frame.tsx'
import { toCore } from './edit/to-core.ts'
import { sharedOf } from './rich-view.tsx'
import './sheet.css'

export function SheetPage() {
  const t = useTexts(answerTexts)
  const language = useLanguage()
  const { answerId } = useParams({ strict: false }) as { answerId: string }
  const query = useQuery(api.answers.get.queryOptions({ input: { answerId } }))
  const answer = query.data as AnswerDetail | undefined
  const pdf = useMutation({
    mutationFn: () => client.answers.sheet({ answerId, language }),
    onSuccess: (file) => saveFile(file.name, file),
  })
  return (
    <UnderstandFrame
      part="answers"
      trail={[
        { to: '/understand/answers', label: t('name') },
        {
          to: '/understand/answers/$answerId',
          params: { answerId },
          label: answer?.title ?? t('core.title'),
        },
      ]}
      title={answer?.title ?? t('core.sheet')}
      actions={
        <>
          <Button variant="secondary" loading={pdf.isPending} onClick={() => pdf.mutate()}>
            {t('core.pdf')}
          </Button>
          <Button onClick={() => window.print()}>{t('core.print')}</Button>
        </>
      }
    >
      {pdf.error ? <ErrorState error={pdf.error} /> : null}
      <Awaited query={{ data: answer, error: query.error, refetch: query.refetch }}>
        {(loaded) => <Sheet answer={loaded} />}
      </Awaited>
    </UnderstandFrame>
  )
}

function Sheet({ answer }: { readonly answer: AnswerDetail }) {
  const language = useLanguage()
  const { content, facts, topic, state, revision } = answer
  const sheet = sheetDocument(toCore(content), { language, shared: sharedOf(facts), topic, state, revision })
  return (
    <div className="lp-sheet">
      <p className="lp-row lp-small lp-quiet">
        {sheet.topic} · {sheet.status}
      </p>
      <div className="lp-sheet__boxes">
        {sheet.boxes.map(({ id, heading, hint, blocks }) => (
          <Box key={id} heading={heading} hint={hint} blocks={blocks} />
        ))}
      </div>
      <div className="lp-sheet__core">
        <Box {...sheet.core} />
      </div>
      <div className="lp-sheet__boxes">
        <section>
          <h2>{sheet.facts.heading}</h2>
          <ul>
            {sheet.facts.items.map(({ name, value }) => (
              <li key={name + value}>
                {name !== '' && `${name}: `}
                <strong>{value}</strong>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{sheet.questions.heading}</h2>
          <ul>
            {sheet.questions.items.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </section>
      </div>
      <section className="lp-sheet__notes">
        <h2>{sheet.notes}</h2>
      </section>
    </div>
  )
}

type BoxProps = { readonly heading: string; readonly hint: string; readonly blocks: readonly SheetBlock[] }

function Box({ heading, hint, blocks }: BoxProps) {
  return (
    <section>
      <h2>{heading}</h2>
      {blocks.length === 0 && <p className="lp-quiet lp-small lp-sheet__empty">{hint}</p>}
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a text have no names, and it is drawn whole
        <Lines key={at} block={block} />
      ))}
    </section>
  )
}

function Lines({ block }: { readonly block: SheetBlock }) {
  const lines = block.lines.map((line, at) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line have no names, and it is drawn whole
    const pieces = line.map((piece, place) => <Piece key={place} piece={piece} />)
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text have no names, and it is drawn whole
    return block.is === 'list' || block.is === 'steps' ? <li key={at}>{pieces}</li> : <p key={at}>{pieces}</p>
  })
  if (block.is === 'list') return <ul>{lines}</ul>
  return block.is === 'steps' ? <ol>{lines}</ol> : lines
}

function Piece({ piece }: { readonly piece: SheetPiece }) {
  return piece.fact ? <strong>{piece.text}</strong> : piece.text
}
