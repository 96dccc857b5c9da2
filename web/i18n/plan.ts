import { defineTexts } from './define-texts.ts'

/** The section's own words: its parts. */
export const planTexts = defineTexts('plan', {
  nb: {
    section: 'Planlegg',
    parts: 'Delene av Planlegg',
    queues: 'Køer',
    before: 'Uka før',
    after: 'Uka etter',
    noQueues: {
      title: 'Ingen køer ennå',
      text: 'En kø er henvendelsene i en kanal som de samme menneskene svarer på. Lag den første under Trafikk, og hent inn tall for den.',
      open: 'Til Trafikk',
    },
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
    queues: 'Køar',
    before: 'Veka før',
    after: 'Veka etter',
    noQueues: {
      title: 'Ingen køar enno',
      text: 'Ein kø er førespurnadene i ein kanal som dei same menneska svarar på. Lag den første under Trafikk, og hent inn tal for han.',
      open: 'Til Trafikk',
    },
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
    queues: 'Queues',
    before: 'The week before',
    after: 'The week after',
    noQueues: {
      title: 'No queues yet',
      text: 'A queue is the contacts of a channel that the same people answer. Make the first one under Traffic, and bring in counts for it.',
      open: 'To Traffic',
    },
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
