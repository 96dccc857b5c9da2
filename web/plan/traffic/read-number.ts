/** A number as people write it: with a comma, a true minus or spaces; NaN when it is none. */
export const readNumber = (text: string): number =>
  text.trim() === '' ? Number.NaN : Number(text.replaceAll(/\s/g, '').replace('−', '-').replace(',', '.'))
