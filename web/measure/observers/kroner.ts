/** An amount in kroner as a person writes it, in øre; undefined when it is none. `−95,50` → −9550 */
export function oreOf(text: string): number | undefined {
  const plain = text
    .replaceAll(/[\s\u00a0]/g, '')
    .replace('\u2212', '-')
    .replace(',', '.')
  if (!/^-?\d{1,6}(\.\d{1,2})?$/.test(plain)) return undefined
  return Math.round(Number(plain) * 100)
}

/** The reverse, for a field: 9550 → `95,50`, 9500 → `95`. */
export function kronerText(ore: number): string {
  return ore % 100 === 0 ? String(ore / 100) : (ore / 100).toFixed(2).replace('.', ',')
}
