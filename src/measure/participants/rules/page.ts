/** What the reader keeps of one web page: plain values, so that every verdict about it is a pure rule. */
export type Region = 'header' | 'nav' | 'main' | 'article' | 'aside' | 'footer'

export type Link = {
  /** Absolute when the page's address is known, otherwise as written. */
  readonly href: string
  readonly text: string
  /** title, aria-label and alt of an image inside, joined: what the link says when it has no text. */
  readonly hint: string
  /** class, id and onclick, joined: what scripts and style sheets call it. */
  readonly marks: string
  readonly region: Region
}

/** A stretch of a line that is inside a link. */
export type LinkSpan = { readonly start: number; readonly end: number; readonly link: number }

/** One visible line: the text between two breaks of the layout. */
export type Line = {
  readonly text: string
  readonly spans: readonly LinkSpan[]
  /** Text of the nearest heading before it. */
  readonly heading: string
  readonly previous: string
  readonly region: Region
}

export type FieldKind =
  | 'text'
  | 'email'
  | 'tel'
  | 'textarea'
  | 'password'
  | 'search'
  | 'file'
  | 'select'
  | 'hidden'
  | 'submit'
  | 'choice'
  | 'date'

export type Field = {
  readonly kind: FieldKind
  /** name, id, placeholder, aria-label and label text, joined, in lower case. */
  readonly words: string
}

export type Form = {
  readonly action: string
  readonly method: string
  /** id, class and name of the form and of the two elements around it. */
  readonly marks: string
  readonly fields: readonly Field[]
  readonly text: string
  readonly heading: string
  readonly region: Region
}

export type Frame = { readonly src: string; readonly marks: string; readonly heading: string }

/** `heading` is the nearest before it: some scripts draw what belongs there. */
export type Script = { readonly src: string; readonly text: string; readonly heading: string }

/** A number or address that the page states for machines (JSON-LD, microdata, meta). */
export type StatedContact = {
  readonly kind: 'phone' | 'fax' | 'email' | 'link'
  readonly value: string
  readonly purpose: string
  readonly origin: 'jsonld' | 'microdata' | 'meta' | 'script'
}

export type Page = {
  readonly source: string
  /** The page's own address, or '' when it is unknown. */
  readonly url: string
  readonly title: string
  /** The lang attribute as written. */
  readonly language: string
  readonly lines: readonly Line[]
  readonly links: readonly Link[]
  readonly forms: readonly Form[]
  readonly frames: readonly Frame[]
  readonly scripts: readonly Script[]
  /** id, class and onclick of elements that scripts commonly hang a widget on. */
  readonly widgets: readonly string[]
  readonly stated: readonly StatedContact[]
  /** Addresses that the page hides from machines and that were made readable again. */
  readonly uncloaked: readonly { readonly address: string; readonly trick: string; readonly around: string }[]
}
