/**
 * What is wrong with a field, in the page's own words and language. Browsers check fields themselves and tell it in
 * the browser's language, which knows no nynorsk and need not be the page's.
 */
import type { Language } from '../../src/kernel/localized.ts'
import { type Translate, translator } from '../i18n/define-texts.ts'
import { designTexts } from '../i18n/design.ts'
import { formatsFor } from '../i18n/format.ts'
import { currentLanguage } from '../i18n/i18n.ts'

/** What a text follows from: a field of a form, or as much of one. */
export type CheckedField = Pick<HTMLInputElement, 'type' | 'min' | 'max' | 'step' | 'minLength' | 'title'> & {
  readonly pattern?: string
  readonly validity: Pick<
    ValidityState,
    | 'valueMissing'
    | 'badInput'
    | 'typeMismatch'
    | 'rangeUnderflow'
    | 'rangeOverflow'
    | 'stepMismatch'
    | 'tooShort'
  >
}

/** For a field that must say something: spaces alone are nothing, as when it is saved. */
export const notBlank = { required: true, pattern: '.*\\S.*' } as const

type Words = Translate<(typeof designTexts)['texts']['nb']>

/** @param bound writes the least or the most that a field takes as the page writes it */
export function textOfFault(field: CheckedField, t: Words, bound: (value: string) => string): string {
  const { validity, type } = field
  if (validity.badInput || validity.valueMissing) return t(`field.${kindOf(type)}`)
  if (validity.typeMismatch) return t(type === 'email' ? 'field.email' : 'field.url')
  const isTime = /^(?:date|time)/.test(type)
  if (validity.rangeUnderflow)
    return t(isTime ? 'field.notBefore' : 'field.atLeast', { least: bound(field.min) })
  if (validity.rangeOverflow) return t(isTime ? 'field.notAfter' : 'field.atMost', { most: bound(field.max) })
  if (validity.stepMismatch && isTime)
    return t('field.minutes', { minutes: bound(String(Number(field.step) / 60)) })
  if (validity.stepMismatch && ['', '1'].includes(field.step)) return t('field.whole')
  if (validity.stepMismatch) return t('field.step', { step: bound(field.step) })
  if (validity.tooShort) return t('field.tooShort', { count: field.minLength })
  if (field.pattern === notBlank.pattern) return t('field.empty')
  return field.title || t('field.pattern')
}

function kindOf(type: string) {
  switch (type) {
    case 'number':
      return 'number'
    case 'date':
    case 'datetime-local':
      return 'date'
    case 'time':
      return 'time'
    case 'checkbox':
      return 'tick'
    case 'radio':
    case 'select-one':
      return 'choose'
    default:
      return 'empty'
  }
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** Gives every field of the page its text when the browser finds it wrong, and takes it away when anything changes. */
export function tellFaultsInOwnWords(page: Document): void {
  const told = new Set<Field>()
  const forget = () => {
    for (const field of told) field.setCustomValidity('')
    told.clear()
  }
  const tell = ({ target }: Event) => {
    if (!isField(target)) return
    // What was said before is a fault of its own; without it the browser looks at the value again.
    target.setCustomValidity('')
    const language = currentLanguage()
    target.setCustomValidity(
      textOfFault(target as CheckedField, translator(designTexts, language), boundIn(language)),
    )
    told.add(target)
  }
  page.addEventListener('invalid', tell, true)
  // A click comes before every check, that of the Enter key too.
  for (const change of ['click', 'input', 'change']) page.addEventListener(change, forget, true)
}

/** A date, a time of day or a number, as fields have them. */
function boundIn(language: Language): (value: string) => string {
  const { date, time, number } = formatsFor(language)
  return (value) => {
    if (/^\d{4}-/.test(value)) return date(value)
    return value.includes(':') ? time(value) : number(Number(value))
  }
}

function isField(target: EventTarget | null): target is Field {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement
  )
}
