/** Writes `scores.csv` while the contacts come and `results.json` at the end; both appear whole or not at all. */
import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import { AppError } from '../../kernel/errors.ts'
import type { EditionResults } from '../../measure/results/contract.ts'
import type { ScoredOutcome } from '../../measure/results/rules/score-table.ts'
import type { SubmissionRow } from '../../measure/results/rules/submission-row.ts'

const blockSize = 1 << 16

export class ResultFiles {
  readonly #folder: string
  readonly #temporary: string
  readonly #areas: readonly string[]
  readonly #scores: WriteStream
  #block: string

  private constructor(folder: string, temporary: string, areas: readonly string[]) {
    this.#folder = folder
    this.#temporary = temporary
    this.#areas = areas
    this.#scores = createWriteStream(join(temporary, 'scores.csv'))
    // Who writes hears of it by the write itself; without a listener it would end the process as well.
    this.#scores.on('error', () => undefined)
    this.#block = `${['contact', 'participant', 'channel', 'score', ...areas].map(csvCell).join(',')}\n`
  }

  /**
   * Files are first made in a folder beside `folder`, on the same disk, and moved when they are complete.
   *
   * @throws AppError invalid-input with `cannot-write` when the folder cannot be made
   */
  static async create(folder: string, areas: readonly string[]): Promise<ResultFiles> {
    try {
      await mkdir(dirname(folder), { recursive: true })
      const temporary = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`))
      return new ResultFiles(folder, temporary, areas)
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? 'unknown'
      throw new AppError('invalid-input', {}, [{ code: 'cannot-write', value: folder, params: { reason } }])
    }
  }

  /** A promise to wait for when the disk is slower than the reading. */
  writeScore(
    { contact, participant, form }: SubmissionRow,
    outcome: ScoredOutcome,
  ): Promise<void> | undefined {
    const scores =
      outcome.kind === 'scored'
        ? [outcome.score, ...this.#areas.map((id) => outcome.areas[id]?.score ?? '')]
        : ['', ...this.#areas.map(() => '')]
    this.#block += `${csvCell(contact)},${csvCell(participant)},${form.channel},${scores.join(',')}\n`
    return this.#block.length >= blockSize ? this.#flush() : undefined
  }

  async finish(results: EditionResults): Promise<void> {
    await this.#flush()
    this.#scores.end()
    await finished(this.#scores)
    await writeFile(join(this.#temporary, 'results.json'), resultLines(results))
    await mkdir(this.#folder, { recursive: true })
    for (const name of ['scores.csv', 'results.json'])
      await rename(join(this.#temporary, name), join(this.#folder, name))
    await rm(this.#temporary, { recursive: true })
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    // Closed first: a file that is still being opened in a folder that goes away is an error that nobody waits for.
    if (!this.#scores.closed)
      await new Promise<void>((resolve) => this.#scores.once('close', () => resolve()).destroy())
    await rm(this.#temporary, { recursive: true, force: true })
  }

  #flush(): Promise<void> {
    const block = this.#block
    this.#block = ''
    return new Promise((resolve, reject) => {
      this.#scores.write(block, (error) => (error ? reject(error) : resolve()))
    })
  }
}

/** One JSON document with a line for each participant, class, channel and band: to read, and to write as it comes. */
export function* resultLines(results: EditionResults): Generator<string> {
  let before = '{\n'
  for (const [name, value] of Object.entries(results)) {
    yield `${before}${JSON.stringify(name)}:`
    before = ',\n'
    if (!Array.isArray(value)) yield JSON.stringify(value)
    else {
      yield '[\n'
      for (const [index, element] of value.entries()) yield `${index ? ',\n' : ''}${JSON.stringify(element)}`
      yield ']'
    }
  }
  yield '\n}\n'
}

const csvCell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
