/** EDITION on the command line: the name of a built-in method, a file, or `-` for standard input. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { type EditionMethod, editionMethod } from '../measure/edition/contract.ts'
import { checkMethod } from '../measure/edition/rules/check-method.ts'
import { describeIssue } from '../measure/edition/rules/invariants/texts.ts'
import { jsonProblem } from '../measure/edition/rules/json-problem.ts'
import { referenceMethod } from '../measure/edition/rules/reference/reference-method.ts'
import type { CliIo } from './io.ts'

export const builtInMethods: Readonly<Record<string, EditionMethod>> = { reference: referenceMethod }

/** The reference method has some 80,000. */
const mostCharacters = 5_000_000

/**
 * The checked method, or undefined after having said on standard error what is wrong and where: then the
 * command ends with `exitCode.refused`.
 */
export async function readEdition(edition: string, io: CliIo): Promise<EditionMethod | undefined> {
  const builtIn = Object.hasOwn(builtInMethods, edition) ? builtInMethods[edition] : undefined
  if (builtIn) return editionMethod.parse(builtIn)
  const content = await readContent(edition, io)
  if (content === undefined) return undefined
  if (content.length > mostCharacters) {
    io.stderr.write(
      `${edition}: larger than ${mostCharacters / 1e6} million characters, which no method is\n`,
    )
    return undefined
  }
  const problem = jsonProblem(content)
  if (!problem) return checked(edition, JSON.parse(content), io)
  const { line, column, found } = problem
  io.stderr.write(`${edition}: line ${line}, column ${column}: not valid JSON at “${found}”\n`)
  return undefined
}

async function readContent(edition: string, io: CliIo): Promise<string | undefined> {
  try {
    const content = edition === '-' ? await text(io.stdin) : await readFile(resolve(io.cwd, edition), 'utf8')
    return content.replace(/^\uFEFF/, '')
  } catch (error) {
    const names = Object.keys(builtInMethods).join(', ')
    const reason =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file' : (error as Error).message
    io.stderr.write(`${edition}: ${reason}. Give a file or a built-in edition (${names}).\n`)
    return undefined
  }
}

function checked(edition: string, document: unknown, io: CliIo): EditionMethod | undefined {
  const result = checkMethod(document)
  if (result.ok) {
    for (const path of result.ignored)
      io.stderr.write(`${edition}: ${path} is not part of a method and was not read\n`)
    return result.method
  }
  for (const issue of result.issues)
    io.stderr.write(`${edition}: ${issue.path}: ${describeIssue(issue, 'en')} [${issue.code}]\n`)
  io.stderr.write(`${edition}: refused, ${result.issues.length} broken\n`)
  return undefined
}
