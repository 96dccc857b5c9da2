/** The closed lists of core answers, in the order in which they are shown. */

/** Where an answer is used; an enquiry's channels less those that are answered as another one is. */
export const answerChannels = ['phone', 'chat', 'chatbot', 'email', 'social', 'web', 'inPerson'] as const
export type AnswerChannel = (typeof answerChannels)[number]

export const answerStates = ['draft', 'inReview', 'agreed', 'retired'] as const
export type AnswerState = (typeof answerStates)[number]

export const factKinds = ['price', 'percent', 'date', 'number', 'link', 'phone'] as const
export type FactKind = (typeof factKinds)[number]

export const findPlaces = ['find', 'widget', 'api'] as const
export type FindPlace = (typeof findPlaces)[number]

/** What somebody did with an answer that was found; the two last are a customer's own word. */
export const useActs = ['opened', 'copied', 'linked', 'helped', 'notHelped'] as const
export type UseAct = (typeof useActs)[number]
