/** A binary heap of numbers by a key each (lowest first), in typed arrays (Williams 1964; Floyd's heap building). */
export type Heap = { size: number; readonly items: Int32Array; readonly keys: Float64Array }

export function heapOf(items: ArrayLike<number>, keyOf: (item: number) => number): Heap {
  const heap = { size: items.length, items: Int32Array.from(items), keys: new Float64Array(items.length) }
  for (let place = 0; place < heap.size; place++) heap.keys[place] = keyOf(heap.items[place]!)
  for (let place = (heap.size >> 1) - 1; place >= 0; place--) sink(heap, place)
  return heap
}

/** Takes the item with the lowest key out; undefined from an empty heap. */
export function popLowest(heap: Heap): { readonly item: number; readonly key: number } | undefined {
  if (heap.size === 0) return undefined
  const lowest = { item: heap.items[0]!, key: heap.keys[0]! }
  heap.size -= 1
  put(heap, 0, heap.items[heap.size]!, heap.keys[heap.size]!)
  sink(heap, 0)
  return lowest
}

/** Puts an item back; the heap never holds more than it was made with. */
export function push(heap: Heap, item: number, key: number): void {
  let place = heap.size
  heap.size += 1
  while (place > 0) {
    const parent = (place - 1) >> 1
    if (heap.keys[parent]! <= key) break
    put(heap, place, heap.items[parent]!, heap.keys[parent]!)
    place = parent
  }
  put(heap, place, item, key)
}

function sink(heap: Heap, from: number): void {
  const item = heap.items[from]!
  const key = heap.keys[from]!
  let place = from
  for (;;) {
    let child = 2 * place + 1
    if (child >= heap.size) break
    if (child + 1 < heap.size && heap.keys[child + 1]! < heap.keys[child]!) child += 1
    if (heap.keys[child]! >= key) break
    put(heap, place, heap.items[child]!, heap.keys[child]!)
    place = child
  }
  put(heap, place, item, key)
}

function put(heap: Heap, place: number, item: number, key: number): void {
  heap.items[place] = item
  heap.keys[place] = key
}
