/**
 * A plain file name: small letters, digits and hyphens, Norwegian letters spelt out.
 * Example: `Rapport Åsane & Sønn 2026` → `rapport-aasane-soenn-2026`.
 */
export function plainFileName(text: string): string {
  const spelt = text
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
  return spelt.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'fil'
}
