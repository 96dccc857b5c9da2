import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8')

type Scheme = Readonly<Record<string, string>>

function schemeAfter(selector: string): Scheme {
  const start = css.indexOf(selector)
  const block = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start))
  return Object.fromEntries(
    [...block.matchAll(/(--[\w-]+): (#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]),
  )
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** The contrast ratio of WCAG 2.2, 1 to 21. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const schemes = {
  light: schemeAfter('[data-color-scheme="light"]'),
  dark: schemeAfter('[data-color-scheme="dark"]'),
}
const surfaces = ['background-default', 'background-tinted', 'surface-default', 'surface-tinted']

test('the contrast formula gives 21 for black on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
})

test('the dark colours are the same whether the person or the system chose them', () => {
  expect(schemeAfter('[data-color-scheme="auto"]')).toEqual(schemes.dark)
})

describe.each(Object.entries(schemes))('in the %s scheme', (_name, scheme) => {
  const colour = (name: string): string => scheme[name] ?? expect.fail(`no colour ${name}`)
  const ds = (family: string, step: string): string => colour(`--ds-color-${family}-${step}`)

  test.each(['accent', 'neutral'])('%s text reads on every surface', (family) => {
    for (const surface of surfaces) {
      expect(contrast(ds(family, 'text-subtle'), ds(family, surface))).toBeGreaterThanOrEqual(4.5)
      expect(contrast(ds(family, 'text-default'), ds(family, surface))).toBeGreaterThanOrEqual(7)
    }
  })

  test.each(['accent', 'neutral'])('%s text reads on the page behind the cards', (family) => {
    expect(contrast(ds(family, 'text-subtle'), colour('--lp-page'))).toBeGreaterThanOrEqual(4.5)
  })

  test('a button and its hovered and pressed faces carry their text', () => {
    for (const step of ['base-default', 'base-hover', 'base-active']) {
      const text = ds('accent', 'base-contrast-default')
      expect(contrast(text, ds('accent', step))).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('borders of controls stand out from what is behind them', () => {
    expect(
      contrast(ds('neutral', 'border-default'), ds('neutral', 'surface-default')),
    ).toBeGreaterThanOrEqual(3)
    expect(contrast(ds('accent', 'border-default'), ds('accent', 'surface-default'))).toBeGreaterThanOrEqual(
      3,
    )
  })

  test('figures read on each band', () => {
    for (const band of ['perfect', 'good', 'fair', 'low', 'none']) {
      const [ground, text] = [colour(`--lp-band-${band}`), colour(`--lp-band-${band}-text`)]
      expect(contrast(ground, text)).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('figures read on each shade of heat and risk', () => {
    const text = ds('neutral', 'text-default')
    for (const shade of ['heat-0', 'heat-1', 'heat-2', 'risk-1', 'risk-2', 'risk-3'])
      expect(contrast(colour(`--lp-${shade}`), text), shade).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colour('--lp-heat-4'), colour('--lp-heat-4-text'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colour('--lp-risk-4'), colour('--lp-band-none-text'))).toBeGreaterThanOrEqual(4.5)
  })
})
