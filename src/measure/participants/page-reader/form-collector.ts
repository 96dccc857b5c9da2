import type { Field, FieldKind, Form, Region } from '../rules/page.ts'
import { attribute, collapse, type HtmlNode, textOf } from './html-node.ts'
import { resolveAddress } from './resolve-address.ts'

type OpenField = { kind: FieldKind; words: string; id: string }
type Open = { -readonly [K in keyof Omit<Form, 'fields'>]: Form[K] } & { fields: OpenField[] }

/** Gathers forms and their fields; fields outside every form are one more form, as pages built by scripts have. */
export type FormCollector = {
  open(
    node: HtmlNode,
    place: { heading: string; region: Region; base: string },
  ): (lines: readonly string[]) => void
  field(node: HtmlNode): void
  label(node: HtmlNode): void
  note(heading: string): void
  /** Remembers an element around; call the answer when it ends. */
  wrap(node: HtmlNode): () => void
  forms(): Form[]
}

const kinds: ReadonlyMap<string, FieldKind> = new Map(
  Object.entries({
    email: 'email',
    tel: 'tel',
    password: 'password',
    search: 'search',
    file: 'file',
    hidden: 'hidden',
    submit: 'submit',
    button: 'submit',
    image: 'submit',
    reset: 'submit',
    checkbox: 'choice',
    radio: 'choice',
    date: 'date',
    range: 'choice',
  }),
)
const marksOf = (node: HtmlNode) =>
  `${attribute(node, 'id')} ${attribute(node, 'class')} ${attribute(node, 'name')}`

function kindOf(node: HtmlNode): FieldKind {
  if (node.name === 'textarea') return 'textarea'
  if (node.name === 'select') return 'select'
  if (node.name === 'button') return 'submit'
  return kinds.get(attribute(node, 'type').toLowerCase()) ?? 'text'
}

function wordsOf(node: HtmlNode, around: string): string {
  const own = ['name', 'id', 'placeholder', 'aria-label', 'title', 'autocomplete'].map((key) =>
    attribute(node, key),
  )
  const says =
    node.name === 'button'
      ? textOf(node, 80)
      : attribute(node, 'type') === 'submit'
        ? attribute(node, 'value')
        : ''
  return collapse(`${own.join(' ')} ${says} ${around}`)
    .toLowerCase()
    .slice(0, 300)
}

export function formCollector(): FormCollector {
  const done: Open[] = []
  const stack: Open[] = []
  const labels = new Map<string, string>()
  const around: string[] = []
  let label = ''
  const loose: Open = {
    action: '',
    method: '',
    marks: 'loose',
    fields: [],
    text: '',
    heading: '',
    region: 'main',
  }
  return {
    open(node, { heading, region, base }) {
      const form: Open = {
        action: resolveAddress(attribute(node, 'action'), base),
        method: attribute(node, 'method').toLowerCase(),
        marks: collapse(`${marksOf(node)} ${around.slice(-2).join(' ')}`).slice(0, 400),
        fields: [],
        text: '',
        heading,
        region,
      }
      stack.push(form)
      done.push(form)
      return (lines) => {
        form.text = lines.join('\n').slice(0, 3_000)
        stack.pop()
      }
    },
    field(node) {
      const form = stack.at(-1) ?? loose
      if (form.fields.length >= 300) return
      form.fields.push({ kind: kindOf(node), words: wordsOf(node, label), id: attribute(node, 'id') })
      label = ''
    },
    label(node) {
      const text = textOf(node, 120)
      if (attribute(node, 'for')) labels.set(attribute(node, 'for'), text)
      else label = text
    },
    note(heading) {
      const form = stack.at(-1)
      if (form) form.heading = `${form.heading} | ${heading}`.slice(0, 400)
      else loose.heading = heading
    },
    wrap(node) {
      around.push(marksOf(node).slice(0, 150))
      return () => {
        around.pop()
      }
    },
    forms() {
      const all = loose.fields.some((field) => field.kind === 'textarea') ? [...done, loose] : done
      return all.map((form) => ({ ...form, fields: form.fields.map((field) => withLabel(field, labels)) }))
    },
  }
}

function withLabel({ kind, words, id }: OpenField, labels: ReadonlyMap<string, string>): Field {
  const text = labels.get(id)
  return { kind, words: text ? `${words} ${text.toLowerCase()}` : words }
}
