/**
 * The texts of one namespace in three languages. Bokmål is the source: nynorsk and English must have exactly
 * its keys, and `t` accepts only its keys and demands the values that the bokmål text names in {{…}}.
 */
import { type Language, languages } from '../../src/kernel/localized.ts'
import { i18n } from './i18n.ts'

export type Tree = { readonly [key: string]: string | Tree }

/** The same keys as the source, with any texts. */
export type Like<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Like<Source[Key]>
}

type Keys<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string ? Key : `${Key}.${Keys<Node[Key]>}`
}[keyof Node & string]

type At<Node, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof Node
    ? At<Node[Head], Rest>
    : never
  : Path extends keyof Node
    ? Node[Path]
    : never

type WithoutPlural<Key> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key

/** Every dotted key; `rows_one` and `rows_other` are one key, `rows`, that wants a `count`. */
export type TextKey<Source> = WithoutPlural<Keys<Source>> & string

type Named<Text> = Text extends `${string}{{${infer Value}}}${infer Rest}`
  ? NameOf<Value> | Named<Rest>
  : never
/** `weeks` of `weeks, plural(# uke|# uker)`. */
type NameOf<Value> = Value extends `${infer Name},${string}` ? Name : Value
type Names<Source, Key extends string> =
  | Named<At<Source, Key> | At<Source, `${Key}_other`>>
  | ([At<Source, `${Key}_other`>] extends [never] ? never : 'count')
type Values<Name extends string> = { readonly [N in Name]: N extends 'count' ? number : string | number }
type Arguments<Name extends string> = [Name] extends [never] ? [] : [values: Values<Name>]

export type Translate<Source> = <Key extends TextKey<Source>>(
  key: Key,
  ...values: Arguments<Names<Source, Key>>
) => string

export type Texts<Source> = {
  readonly namespace: string
  readonly texts: { readonly nb: Source; readonly nn: Like<Source>; readonly en: Like<Source> }
}

/**
 * Registers the texts of a namespace (the file's name) and gives them back with their types.
 *
 *     export const planTexts = defineTexts('plan', { nb: { title: 'Plan for {{name}}' }, nn: {…}, en: {…} })
 *     const t = useTexts(planTexts); t('title', { name: 'Fjordlinja' })
 */
export function defineTexts<const Source extends Tree>(
  namespace: string,
  texts: { readonly nb: Source; readonly nn: Like<NoInfer<Source>>; readonly en: Like<NoInfer<Source>> },
): Texts<Source> {
  for (const language of languages) i18n.addResourceBundle(language, namespace, texts[language], true, true)
  return { namespace, texts }
}

/** `95 %` stays together at the end of a line. */
function withoutLooseUnits(text: string): string {
  return text.replaceAll(/(?<=\d) (?=%)/g, '\u00a0')
}

/** A translator for code outside components; inside them use `useTexts`, which follows the language. */
export function translator<Source>(texts: Texts<Source>, language: Language): Translate<Source> {
  const translate = i18n.getFixedT(language, texts.namespace) as unknown as (k: string, v?: object) => string
  return (key, ...values) => withoutLooseUnits(translate(key, values[0]))
}
