/** Identifiers for a method from names that people have written: small, plain, and each one once. */
import { isInherited } from '../../../../kernel/inherited.ts'

const letters: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  å: 'a',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  đ: 'd',
}

/**
 * A word of letters and digits that starts with a small letter.
 *
 * @example identifierOf('Hvor lenge måtte du vente?') // 'hvorLengeMatteDuVente'
 */
export function identifierOf(name: string, longest = 40): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[æøåðþßđ]/giu, (letter) => letters[letter.toLowerCase()] ?? '')
    .split(/[^a-zA-Z0-9]+/)
    .filter((word) => word !== '')
  const [first = 'q', ...rest] = words
  const joined = first.charAt(0).toLowerCase() + first.slice(1) + rest.map(capitalised).join('')
  const safe = /^[a-z]/.test(joined) ? joined : `q${joined}`
  return safe.slice(0, longest)
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Gives each name its identifier; a second one that would be the same gets a number. */
export function identifiers(): (name: string) => string {
  const taken = new Set<string>()
  return (name) => {
    const wanted = identifierOf(name)
    let found = wanted
    for (let number = 2; taken.has(found) || isInherited(found); number++) found = `${wanted}${number}`
    taken.add(found)
    return found
  }
}
