/** Hands a file that was made in the browser to the person. */
export function saveFile(name: string, content: Blob | string, type = 'text/csv;charset=utf-8'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content
  const url = URL.createObjectURL(blob)
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = name
  anchor.click()
  // The browser reads the address after the click has returned.
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** @example fileName('Rangering · klasse Strøm og tele') // 'rangering-klasse-strøm-og-tele' */
export function fileName(title: string): string {
  return title
    .toLocaleLowerCase('nb')
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
}
