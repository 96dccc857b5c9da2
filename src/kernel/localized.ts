export const languages = ['nb', 'nn', 'en'] as const
export type Language = (typeof languages)[number]

/** One text in the three languages of the product. */
export type Localized = Readonly<Record<Language, string>>

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language)
}
