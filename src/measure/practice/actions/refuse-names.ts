/** A training plan is for a team: it names no person, as far as the rules that find names can tell (M6.7). */
import { AppError, type InputIssue } from '../../../kernel/errors.ts'
import { findNames } from '../../../masking/rules/find-names.ts'
import { nameKey } from '../../participants/rules/import/read-import.ts'
import type { Centre } from './centre.ts'

/** @throws AppError names-a-person with each field and the word that looks like a name */
export function refuseNames({ name }: Centre, fields: Readonly<Record<string, string>>): void {
  const knowledge = { keep: new Set(nameKey(name).split(' ')), known: new Set<string>() }
  const issues = Object.entries(fields).flatMap(([path, text]) =>
    findNames(text, knowledge).map(
      ({ from, to }): InputIssue => ({ code: 'looks-like-a-name', path, value: text.slice(from, to) }),
    ),
  )
  if (issues.length > 0) throw new AppError('names-a-person', { name: issues[0]!.value ?? '' }, issues)
}
