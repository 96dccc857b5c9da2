/** Commands as tests run them: with streams that are read to their end, in a folder that goes with the tests. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll } from 'vitest'
import type { CliCommand } from '../io.ts'

export type CommandRun = { readonly code: number; readonly out: string; readonly err: string }

type Given = {
  /** Where it is called from; no place for files without it. */
  readonly cwd?: string
  /** Standard input, whole or in pieces. */
  readonly stdin?: string | Buffer | readonly (string | Buffer)[]
}

export async function runCommand(
  command: CliCommand,
  args: readonly string[],
  { cwd = '/', stdin = '' }: Given = {},
): Promise<CommandRun> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const reading = Promise.all([text(stdout), text(stderr)])
  const pieces = typeof stdin === 'string' || Buffer.isBuffer(stdin) ? [stdin] : stdin
  const code = await command([...args], { stdin: Readable.from(pieces.map(bytes)), stdout, stderr, cwd })
  stdout.end()
  stderr.end()
  const [out, err] = await reading
  return { code, out, err }
}

/** As standard input gives them: never as text. */
function bytes(piece: string | Buffer): Buffer {
  return typeof piece === 'string' ? Buffer.from(piece) : piece
}

/** An empty folder that is removed after the tests of the file that asks for it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lyttepost-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  return folder
}
