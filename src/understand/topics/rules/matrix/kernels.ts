/**
 * The two inner loops in which nearly all time of learning topics is spent, as WebAssembly over vectors of four
 * floats: about ten times as fast as the same loops over Float32Array. The sums are made in a fixed order, so the
 * same numbers give the same bytes on every machine.
 */
import {
  add,
  addVector,
  type Code,
  get,
  load,
  loadSplat,
  loadVector,
  loopWhileBelow,
  multiply,
  multiplyVector,
  number,
  set,
  storeFloat,
  storeVector,
  sumOfVector,
  vectorZero,
  type WasmFunction,
  wasmModule,
  whenBelow,
} from './wasm-code.ts'

/** out[i, j] = a[i] · b[j] for rows of `bytes` bytes (a multiple of 32); four rows of a and two of b at a time. */
function dots(): WasmFunction {
  const [a, b, out, endA, endB, bytes, outBytes] = [0, 1, 2, 3, 4, 5, 6]
  const [rowB, to, end, first] = [7, 8, 9, 10]
  const pointers = [11, 12, 13, 14]
  const others = [15, 16]
  const [vectorB, sums, product] = [[17, 18], 19, 27]
  const step = (offset: number): Code => [
    ...others.flatMap((pointer, j) => set(vectorB[j]!, loadVector(get(pointer), offset))),
    ...pointers.flatMap((pointer, i) => [
      ...set(product, loadVector(get(pointer), offset)),
      ...others.flatMap((_, j) => {
        const sum = sums + 2 * i + j
        return set(sum, addVector(get(sum), multiplyVector(get(product), get(vectorB[j]!))))
      }),
    ]),
  ]
  const advance = [...pointers, ...others].flatMap((pointer) => set(pointer, add(get(pointer), number(32))))
  const body: Code = loopWhileBelow(
    get(a),
    get(endA),
    set(rowB, get(b)),
    set(to, get(out)),
    set(first, add(get(a), get(bytes))),
    loopWhileBelow(
      get(rowB),
      get(endB),
      ...Array.from({ length: 8 }, (_, at) => set(sums + at, vectorZero)),
      set(pointers[0]!, get(a)),
      ...[1, 2, 3].map((i) => set(pointers[i]!, add(get(pointers[i - 1]!), get(bytes)))),
      set(others[0]!, get(rowB)),
      set(others[1]!, add(get(rowB), get(bytes))),
      loopWhileBelow(get(pointers[0]!), get(first), step(0), step(16), advance),
      set(end, get(to)),
      ...[0, 1, 2, 3].flatMap((i) => [
        storeFloat(get(end), sumOfVector(get(sums + 2 * i))),
        storeFloat(get(end), sumOfVector(get(sums + 2 * i + 1)), 4),
        set(end, add(get(end), get(outBytes))),
      ]),
      set(rowB, add(get(rowB), multiply(get(bytes), number(2)))),
      set(to, add(get(to), number(8))),
    ),
    set(a, add(get(a), multiply(get(bytes), number(4)))),
    set(out, add(get(out), multiply(get(outBytes), number(4)))),
  )
  return { name: 'dots', parameters: 7, numbers: 10, vectors: 11, body }
}

/**
 * out[r] = Σ value · x[index] over the entries of row r, which lie between two places of `start`. Rows of x and out
 * have `bytes` bytes (a multiple of 16); `out` is set to zero before.
 */
function sparse(): WasmFunction {
  const [start, endStart, index, value, x, out, bytes] = [0, 1, 2, 3, 4, 5, 6]
  const [place, end, from, to, until, amount] = [7, 8, 9, 10, 11, 12]
  const at = (base: number): Code => add(get(base), multiply(get(place), number(4)))
  const body: Code = loopWhileBelow(
    get(start),
    get(endStart),
    set(place, load(get(start))),
    set(end, load(add(get(start), number(4)))),
    whenBelow(
      get(place),
      get(end),
      loopWhileBelow(
        get(place),
        get(end),
        set(from, add(get(x), multiply(load(at(index)), get(bytes)))),
        set(to, get(out)),
        set(until, add(get(out), get(bytes))),
        set(amount, loadSplat(at(value))),
        loopWhileBelow(
          get(to),
          get(until),
          storeVector(
            get(to),
            addVector(loadVector(get(to)), multiplyVector(get(amount), loadVector(get(from)))),
          ),
          set(from, add(get(from), number(16))),
          set(to, add(get(to), number(16))),
        ),
        set(place, add(get(place), number(1))),
      ),
    ),
    set(out, add(get(out), get(bytes))),
    set(start, add(get(start), number(4))),
  )
  return { name: 'sparse', parameters: 7, numbers: 5, vectors: 1, body }
}

type Kernels = {
  dots(a: number, b: number, out: number, endA: number, endB: number, bytes: number, outBytes: number): void
  sparse(
    start: number,
    endStart: number,
    index: number,
    value: number,
    x: number,
    out: number,
    bytes: number,
  ): void
}

const page = 65536
let memory: WebAssembly.Memory | undefined
let kernels: Kernels | undefined

/** The memory of the kernels, grown to hold at least so many bytes; its content is whatever was left there. */
export function kernelMemory(bytes: number): { readonly kernels: Kernels; readonly buffer: ArrayBuffer } {
  memory ??= new WebAssembly.Memory({ initial: 1 })
  const missing = Math.ceil(bytes / page) - memory.buffer.byteLength / page
  if (missing > 0) memory.grow(missing)
  kernels ??= new WebAssembly.Instance(new WebAssembly.Module(wasmModule([dots(), sparse()])), {
    env: { memory },
  }).exports as unknown as Kernels
  return { kernels, buffer: memory.buffer as ArrayBuffer }
}
