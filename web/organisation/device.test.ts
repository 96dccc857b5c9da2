import { expect, test } from 'vitest'
import { deviceOf } from './device.ts'

test('Edge on Windows is not taken for Chrome, which it also calls itself', () => {
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0'
  expect(deviceOf(edge)).toEqual({ browser: 'Edge', system: 'Windows' })
})

test('Safari on a telephone is told from Safari on a Mac', () => {
  const phone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'
  expect(deviceOf(phone)).toEqual({ browser: 'Safari', system: 'iPhone' })
})

test('a program that tells neither is an unknown device', () => {
  expect(deviceOf('curl/8.5.0')).toBeNull()
  expect(deviceOf(null)).toBeNull()
})
