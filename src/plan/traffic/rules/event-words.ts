/** What an event is, in the order in which it is shown. */
export const eventCategories = ['invoice', 'renewal', 'campaign', 'outage', 'season', 'own'] as const
export type EventCategory = (typeof eventCategories)[number]
