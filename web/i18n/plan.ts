import { defineTexts } from './define-texts.ts'

/** The section's own words: its parts. */
export const planTexts = defineTexts('plan', {
  nb: {
    section: 'Planlegg',
    parts: 'Delene av Planlegg',
    part: {
      overview: 'Neste uke',
      traffic: 'Trafikk',
      staffing: 'Bemanning',
      shifts: 'Vakter',
      today: 'I dag',
      whatIf: 'Hva om',
      people: 'Folk',
      waiting: 'Venting',
      own: 'Mine vakter',
    },
  },
  nn: {
    section: 'Planlegg',
    parts: 'Delane av Planlegg',
    part: {
      overview: 'Neste veke',
      traffic: 'Trafikk',
      staffing: 'Bemanning',
      shifts: 'Vakter',
      today: 'I dag',
      whatIf: 'Kva om',
      people: 'Folk',
      waiting: 'Venting',
      own: 'Vaktene mine',
    },
  },
  en: {
    section: 'Plan',
    parts: 'The parts of Plan',
    part: {
      overview: 'Next week',
      traffic: 'Traffic',
      staffing: 'Staffing',
      shifts: 'Shifts',
      today: 'Today',
      whatIf: 'What if',
      people: 'People',
      waiting: 'Waiting',
      own: 'My shifts',
    },
  },
})
