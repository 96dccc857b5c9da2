/** The closed lists of an enquiry's record, in the order in which they are shown. */

export const enquiryChannels = [
  'phone',
  'email',
  'chat',
  'chatbot',
  'messenger',
  'social',
  'web',
  'post',
  'inPerson',
] as const
/** Where a customer made contact. */
export type EnquiryChannel = (typeof enquiryChannels)[number]

export const enquiryLanguages = ['nb', 'nn', 'en', 'other'] as const
/** What an enquiry is written in, as far as its text tells. */
export type EnquiryLanguage = (typeof enquiryLanguages)[number]
