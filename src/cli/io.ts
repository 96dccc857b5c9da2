/** What a command may touch of the world around it: three streams and the folder it is called from. */
import type { Readable, Writable } from 'node:stream'

export type CliIo = {
  readonly stdin: Readable
  readonly stdout: Writable
  readonly stderr: Writable & { readonly isTTY?: boolean }
  readonly cwd: string
}

/** A command gets what stands after its name and answers with the exit code. */
export type CliCommand = (args: string[], io: CliIo) => Promise<number>

/** 0 done · 1 refused input · 2 wrong usage. */
export const exitCode = { done: 0, refused: 1, usage: 2 } as const
