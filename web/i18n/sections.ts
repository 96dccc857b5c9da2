import { defineTexts } from './define-texts.ts'

/** What each section will be, told honestly: what exists today and what comes. */
export const sectionTexts = defineTexts('sections', {
  nb: {
    today: 'Det som finnes i dag',
    coming: 'Det som kommer',
    measure: {
      title: 'Mål hvordan kundene blir møtt',
      subtitle:
        'Undersøkelsen kontakter alle deltakerne på samme måte, like mange ganger, og viser hvor sikre resultatene er.',
    },
    plan: {
      title: 'Planlegg så noen svarer',
      subtitle: 'Denne delen er ikke laget ennå. Dette skal den svare på.',
      traffic: 'Hvor mange henvendelser kommer, i hver kanal, og hvor sikkert vet vi det?',
      staffing: 'Hvor mange må være på jobb for å nå servicemålet?',
      shifts: 'Hvem arbeider når, innenfor reglene, og når må dere ansette?',
      today: 'Inntil videre viser Mål hvor lenge kundene venter, og hvor mange som aldri får svar.',
    },
    toMeasure: 'Gå til Mål',
  },
  nn: {
    today: 'Det som finst i dag',
    coming: 'Det som kjem',
    measure: {
      title: 'Mål korleis kundane blir møtte',
      subtitle:
        'Undersøkinga kontaktar alle deltakarane på same måten, like mange gonger, og viser kor sikre resultata er.',
    },
    plan: {
      title: 'Planlegg så nokon svarar',
      subtitle: 'Denne delen er ikkje laga enno. Dette skal han svare på.',
      traffic: 'Kor mange førespurnader kjem, i kvar kanal, og kor sikkert veit vi det?',
      staffing: 'Kor mange må vere på jobb for å nå servicemålet?',
      shifts: 'Kven arbeider når, innanfor reglane, og når må de tilsetje?',
      today: 'Inntil vidare viser Mål kor lenge kundane ventar, og kor mange som aldri får svar.',
    },
    toMeasure: 'Gå til Mål',
  },
  en: {
    today: 'What you can do today',
    coming: 'What is coming',
    measure: {
      title: 'Measure how customers are met',
      subtitle:
        'The programme contacts every participant in the same way, the same number of times, and shows how certain the results are.',
    },
    plan: {
      title: 'Plan so that somebody answers',
      subtitle: 'This part has not been built yet. These are the questions it will answer.',
      traffic: 'How many enquiries will come, in each channel, and how sure are we?',
      staffing: 'How many must be at work to reach the service target?',
      shifts: 'Who works when, within the rules, and when must you hire?',
      today: 'For the time being, Measure shows how long customers wait, and how many never get an answer.',
    },
    toMeasure: 'Go to Measure',
  },
})
