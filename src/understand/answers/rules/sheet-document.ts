/**
 * The core sheet for a workshop: one page on the wall or the table, as the core model is drawn. Tasks and goals above,
 * ways in and forward on each side, the core in the middle. The same document is the page that is printed and the PDF.
 */
import type { Language } from '../../../kernel/localized.ts'
import type { AnswerState } from './answer-words.ts'
import { type CoreContent, textIn } from './core-content.ts'
import { factsOf, type SharedFacts } from './text/fact-mark.ts'
import { type Block, factInPlain, type Line, readRich } from './text/rich-text.ts'

export type SheetPiece = { readonly text: string; readonly fact: boolean }
export type SheetBlock = {
  readonly is: 'paragraph' | 'heading' | 'list' | 'steps'
  readonly lines: readonly (readonly SheetPiece[])[]
}

export type SheetDocument = {
  readonly language: Language
  readonly title: string
  readonly topic: string
  readonly status: string
  readonly boxes: readonly {
    readonly id: string
    readonly heading: string
    readonly hint: string
    readonly blocks: readonly SheetBlock[]
  }[]
  readonly core: { readonly heading: string; readonly hint: string; readonly blocks: readonly SheetBlock[] }
  readonly facts: {
    readonly heading: string
    readonly items: readonly { readonly name: string; readonly value: string }[]
  }
  readonly questions: { readonly heading: string; readonly items: readonly string[] }
  readonly notes: string
}

const words: Readonly<
  Record<
    Language,
    {
      readonly tasks: readonly [string, string]
      readonly goals: readonly [string, string]
      readonly waysIn: readonly [string, string]
      readonly waysForward: readonly [string, string]
      readonly core: readonly [string, string]
      readonly facts: string
      readonly questions: string
      readonly notes: string
      readonly noTopic: string
      readonly revision: string
      readonly state: Readonly<Record<AnswerState, string>>
    }
  >
> = {
  nb: {
    tasks: ['Hva kunden skal få gjort', 'Hva er oppgaven, med kundens egne ord?'],
    goals: ['Hva vi vil oppnå', 'Hva skal svaret gjøre for oss?'],
    waysIn: ['Veier inn', 'Hvor kommer spørsmålet fra, og hva søker kunden etter?'],
    waysForward: ['Veier videre', 'Hva er neste skritt for kunden?'],
    core: ['Kjernen: det ene beste svaret', 'Hva må svaret si?'],
    facts: 'Fakta',
    questions: 'Slik spør kundene',
    notes: 'Notater',
    noTopic: 'Uten tema',
    revision: 'versjon',
    state: { draft: 'Utkast', inReview: 'Til gjennomsyn', agreed: 'Avtalt', retired: 'Lagt bort' },
  },
  nn: {
    tasks: ['Kva kunden skal få gjort', 'Kva er oppgåva, med kunden sine eigne ord?'],
    goals: ['Kva vi vil oppnå', 'Kva skal svaret gjere for oss?'],
    waysIn: ['Vegar inn', 'Kvar kjem spørsmålet frå, og kva søkjer kunden etter?'],
    waysForward: ['Vegar vidare', 'Kva er neste steg for kunden?'],
    core: ['Kjernen: det eine beste svaret', 'Kva må svaret seie?'],
    facts: 'Fakta',
    questions: 'Slik spør kundane',
    notes: 'Notat',
    noTopic: 'Utan tema',
    revision: 'versjon',
    state: { draft: 'Utkast', inReview: 'Til gjennomsyn', agreed: 'Avtalt', retired: 'Lagt bort' },
  },
  en: {
    tasks: ['What the customer wants done', 'What is the task, in the customer’s own words?'],
    goals: ['What we want to achieve', 'What should the answer do for us?'],
    waysIn: ['Ways in', 'Where does the question come from, and what is searched for?'],
    waysForward: ['Ways forward', 'What is the customer’s next step?'],
    core: ['The core: the one best answer', 'What must the answer say?'],
    facts: 'Facts',
    questions: 'How customers ask',
    notes: 'Notes',
    noTopic: 'No topic',
    revision: 'version',
    state: { draft: 'Draft', inReview: 'In review', agreed: 'Agreed', retired: 'Retired' },
  },
}

export function sheetDocument(
  content: CoreContent,
  {
    language,
    shared,
    topic,
    state,
    revision,
  }: {
    readonly language: Language
    readonly shared: SharedFacts
    readonly topic: string | null
    readonly state: AnswerState
    readonly revision: number
  },
): SheetDocument {
  const say = words[language]
  const { title, body } = textIn(content, language)
  const none: SharedFacts = new Map()
  const boxes = (['tasks', 'goals', 'waysIn', 'waysForward'] as const).map((id) => {
    const [heading, hint] = say[id]
    return { id, heading, hint, blocks: toBlocks(readRich(content.sheet[id], none)) }
  })
  const facts = factsOf(body, shared).map((fact) => ({
    name: fact.name ?? '',
    value: factInPlain({ ...fact, name: null }),
  }))
  const unique = [...new Map(facts.map((fact) => [`${fact.name} ${fact.value}`, fact])).values()]
  const [heading, hint] = say.core
  return {
    language,
    title,
    topic: topic ?? say.noTopic,
    status: `${say.state[state]}, ${say.revision} ${revision}`,
    boxes,
    core: { heading, hint, blocks: toBlocks(readRich(body, shared)) },
    facts: { heading: say.facts, items: unique },
    questions: { heading: say.questions, items: content.questions },
    notes: say.notes,
  }
}

function toBlocks(blocks: readonly Block[]): readonly SheetBlock[] {
  return blocks.map((block) => ({
    is: block.is,
    lines: ('items' in block ? block.items : [block.line]).map(toPieces),
  }))
}

function toPieces(line: Line): readonly SheetPiece[] {
  return line.map((piece) =>
    piece.is === 'fact' ? { text: factInPlain(piece.fact), fact: true } : { text: piece.text, fact: false },
  )
}
