/** Bytes of WebAssembly, just enough of it for `kernels.ts`: functions over whole numbers and vectors of four floats. */

export type Code = readonly number[]

/** A whole number in LEB128, unsigned. */
export function unsigned(value: number): number[] {
  const bytes: number[] = []
  for (let rest = value >>> 0; ; rest >>>= 7) {
    if (rest < 0x80) return [...bytes, rest]
    bytes.push((rest & 0x7f) | 0x80)
  }
}

const text = (letters: string) => [letters.length, ...[...letters].map((letter) => letter.charCodeAt(0))]
const section = (id: number, body: Code) => [id, ...unsigned(body.length), ...body]

export const get = (local: number): Code => [0x20, ...unsigned(local)]
export const set = (local: number, ...value: Code[]): Code => [...value.flat(), 0x21, ...unsigned(local)]
export const add = (a: Code, b: Code): Code => [...a, ...b, 0x6a]
export const multiply = (a: Code, b: Code): Code => [...a, ...b, 0x6c]
/** A whole number below 64, or a small multiple written out by its bytes. */
export const number = (value: number): Code => [0x41, ...signed(value)]
export const load = (address: Code): Code => [...address, 0x28, 2, 0]
export const storeFloat = (address: Code, value: Code, offset = 0): Code => [
  ...address,
  ...value,
  0x38,
  2,
  ...unsigned(offset),
]
export const addFloat = (a: Code, b: Code): Code => [...a, ...b, 0x92]

export const vectorZero: Code = [0xfd, 0x0c, ...new Array<number>(16).fill(0)]
export const loadVector = (address: Code, offset = 0): Code => [
  ...address,
  0xfd,
  0x00,
  4,
  ...unsigned(offset),
]
export const loadSplat = (address: Code): Code => [...address, 0xfd, 0x09, 2, 0]
export const storeVector = (address: Code, value: Code): Code => [...address, ...value, 0xfd, 0x0b, 4, 0]
export const addVector = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0xe4, 0x01]
export const multiplyVector = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0xe6, 0x01]
const lane = (vector: Code, which: number): Code => [...vector, 0xfd, 0x1f, which]
/** The sum of the four floats of a vector, always in the same order. */
export const sumOfVector = (vector: Code): Code =>
  addFloat(addFloat(lane(vector, 0), lane(vector, 1)), addFloat(lane(vector, 2), lane(vector, 3)))

/** Runs the body, and again as long as `first < end`. */
export const loopWhileBelow = (first: Code, end: Code, ...body: Code[]): Code => [
  0x03,
  0x40,
  ...body.flat(),
  ...first,
  ...end,
  0x49,
  0x0d,
  0,
  0x0b,
]
/** Runs the body once when `first < end`. */
export const whenBelow = (first: Code, end: Code, ...body: Code[]): Code => [
  ...first,
  ...end,
  0x49,
  0x04,
  0x40,
  ...body.flat(),
  0x0b,
]

function signed(value: number): number[] {
  const bytes: number[] = []
  for (let rest = value | 0; ; rest >>= 7) {
    const last = (rest < 0x40 && rest >= 0) || (rest >= -0x40 && rest < 0)
    if (last) return [...bytes, rest & 0x7f]
    bytes.push((rest & 0x7f) | 0x80)
  }
}

export type WasmFunction = {
  readonly name: string
  /** All whole numbers (32 bits). Locals are numbered from 0: the parameters, then `numbers`, then `vectors`. */
  readonly parameters: number
  readonly numbers: number
  readonly vectors: number
  readonly body: Code
}

/** A module that takes its memory from `env.memory` and exports the functions; none of them returns anything. */
export function wasmModule(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters }) => [
    0x60,
    ...unsigned(parameters),
    ...new Array<number>(parameters).fill(0x7f),
    0,
  ])
  const bodies = functions.map(({ numbers, vectors, body }) => {
    const code = [2, ...unsigned(numbers), 0x7f, ...unsigned(vectors), 0x7b, ...body, 0x0b]
    return [...unsigned(code.length), ...code]
  })
  const count = unsigned(functions.length)
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [...count, ...types.flat()]),
    ...section(2, [1, ...text('env'), ...text('memory'), 2, 0, 0]),
    ...section(3, [...count, ...functions.map((_, place) => place)]),
    ...section(7, [...count, ...functions.flatMap(({ name }, place) => [...text(name), 0, place])]),
    ...section(10, [...count, ...bodies.flat()]),
  ])
}
