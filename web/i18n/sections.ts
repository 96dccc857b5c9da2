import { defineTexts } from './define-texts.ts'

/** The ways into the sections. */
export const sectionTexts = defineTexts('sections', {
  nb: {
    measure: {
      title: 'Mål hvordan kundene blir møtt',
      subtitle:
        'Undersøkelsen kontakter alle deltakerne på samme måte, like mange ganger, og viser hvor sikre resultatene er.',
    },
  },
  nn: {
    measure: {
      title: 'Mål korleis kundane blir møtte',
      subtitle:
        'Undersøkinga kontaktar alle deltakarane på same måten, like mange gonger, og viser kor sikre resultata er.',
    },
  },
  en: {
    measure: {
      title: 'Measure how customers are met',
      subtitle:
        'The programme contacts every participant in the same way, the same number of times, and shows how certain the results are.',
    },
  },
})
