/**
 * Kills a writing process again and again and counts: is every write that it acknowledged there, and none
 * twice? What writes and how its writes are counted is given, so the same trial serves for a store and for
 * an endpoint.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export type Writer = {
  /** Arguments for Node: the file that writes and acknowledges, a line for each write. */
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Every write that is there after the kill, as the writer named it, doubles included. */
  readonly written: () => Promise<readonly string[]>
}

export type KillResult = {
  readonly kills: number
  readonly acknowledged: number
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
}

/** @param random decides how long the writer is left alone, from 0 to 1 */
export async function killTrials(writer: Writer, kills: number, random: () => number): Promise<KillResult> {
  const acknowledged = new Set<string>()
  for (let kill = 0; kill < kills; kill++) {
    for (const name of await writeUntilKilled(writer, 50 + random() * 400)) acknowledged.add(name)
  }
  const written = await writer.written()
  const there = new Set(written)
  return {
    kills,
    acknowledged: acknowledged.size,
    lost: [...acknowledged].filter((name) => !there.has(name)),
    doubled: twice(written),
  }
}

function twice(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.filter((name) => seen.size === seen.add(name).size)
}

async function writeUntilKilled({ args, env }: Writer, ms: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const names: string[] = []
  // Only a line that arrived whole was acknowledged; the one that the kill cut off was not.
  const lines = createInterface({ input: child.stdout! })
  const closed = once(lines, 'close')
  lines.on('line', (line) => {
    if (line !== 'ready') names.push(line)
    if (names.length === 1) setTimeout(() => child.kill('SIGKILL'), ms)
  })
  await Promise.all([exited, closed])
  refuseOtherEnd(child)
  return names
}

function refuseOtherEnd(child: ChildProcess): void {
  if (child.signalCode !== 'SIGKILL')
    throw new Error(`the writer ended by itself (${child.exitCode ?? child.signalCode})`)
}
