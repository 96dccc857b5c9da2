/**
 * Which letters the bytes of a text file mean. Norwegian files are UTF-8, or from older programs
 * Windows-1252 (Latin-1 is a part of it), or UTF-16 from a spreadsheet's "Unicode text".
 */
import { analyse } from 'chardet'
import iconv from 'iconv-lite'

export type Decoded = { readonly text: string; readonly encoding: string }

/** @example decodeText(new Uint8Array([0x42, 0xe5, 0x74])) // { text: 'Båt', encoding: 'windows-1252' } */
export function decodeText(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes)
  return { text: iconv.decode(Buffer.from(bytes), encoding), encoding }
}

function encodingOf(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  return utf16WithoutMark(bytes) ?? (isUtf8(bytes) ? 'utf-8' : singleByteEncoding(bytes))
}

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, index) => bytes[index] === byte)

/** Western text as UTF-16 has a zero in every second byte; no other text has zeros at all. */
function utf16WithoutMark(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2]! += 1
  const most = sample.length / 2
  if (zeros[1]! > most * 0.7 && zeros[0]! < most * 0.1) return 'utf-16le'
  if (zeros[0]! > most * 0.7 && zeros[1]! < most * 0.1) return 'utf-16be'
  return undefined
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Alphabets that a statistic cannot confuse with Norwegian; among Latin ones it often guesses wrong. */
const otherAlphabets = new Set(['Shift_JIS', 'EUC-JP', 'EUC-KR', 'GB18030', 'Big5', 'windows-1251', 'KOI8-R'])
const sure = 80

function singleByteEncoding(bytes: Uint8Array): string {
  const [best] = analyse(bytes.subarray(0, 50_000))
  return best && best.confidence >= sure && otherAlphabets.has(best.name) ? best.name : 'windows-1252'
}
