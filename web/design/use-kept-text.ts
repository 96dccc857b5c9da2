import { useState } from 'react'
import { useMe } from '../session.ts'

/**
 * Text that somebody is writing, kept in the tab until it is sent: it is there again after a reload and after another
 * page, and gone with the tab. Each person has their own.
 *
 * @param name tells it from every other text of the pages
 * @returns the text, and a function that changes it; the empty text is not kept
 */
export function useKeptText(name: string): readonly [string, (text: string) => void] {
  const key = `lyttepost-text ${useMe().person.personId} ${name}`
  const [text, setText] = useState(() => window.sessionStorage.getItem(key) ?? '')
  const change = (next: string): void => {
    if (next === '') window.sessionStorage.removeItem(key)
    else window.sessionStorage.setItem(key, next)
    setText(next)
  }
  return [text, change]
}
