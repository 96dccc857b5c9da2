/** The service standards that the demo's participant has written, with the day of the season of each version. */

type Version = {
  readonly good: string
  readonly dos: readonly string[]
  readonly donts: readonly string[]
  readonly day: number
}

export const demoStandards: readonly {
  readonly question: string
  readonly channel: string
  readonly versions: readonly Version[]
}[] = [
  {
    question: 'findNeed',
    channel: 'all',
    versions: [
      {
        good: 'Vi spør før vi svarer.',
        dos: ['Still et åpent spørsmål først'],
        donts: [],
        day: -35,
      },
      {
        good: 'Vi spør til vi vet hva kunden egentlig trenger, og sier det tilbake med egne ord.',
        dos: [
          'Begynn åpent: «Fortell hva som har skjedd»',
          'Oppsummer: «Så du flytter den tiende og vil ta med avtalen?»',
        ],
        donts: [
          'Ikke gjett ut fra kundens første setning',
          'Ikke send kunden til nettsiden før behovet er klart',
        ],
        day: 45,
      },
    ],
  },
  {
    question: 'listened',
    channel: 'phone',
    versions: [
      {
        good: 'Kunden får snakke ferdig. Vi tar notater og slipper å spørre om det samme to ganger.',
        dos: ['Tell til to før du svarer', 'Bruk kundens egne ord'],
        donts: ['Ikke avbryt for å finne kundenummeret'],
        day: 45,
      },
    ],
  },
  {
    question: 'solution',
    channel: 'all',
    versions: [
      {
        good: 'Kunden går fra oss med en løsning som passer, eller vet nøyaktig hva som skjer nå og når.',
        dos: ['Si hva du gjør, og når det er gjort', 'Foreslå neste steg selv'],
        donts: ['Ikke lov noe en annen avdeling må holde'],
        day: -10,
      },
    ],
  },
  {
    question: 'checked',
    channel: 'all',
    versions: [
      {
        good: 'Før vi avslutter, vet vi at kunden har forstått og er fornøyd.',
        dos: ['Spør: «Fikk du det du trengte i dag?»', 'Vent på svaret'],
        donts: ['Ikke avslutt med «da var det vel det»'],
        day: 45,
      },
    ],
  },
  {
    question: 'explained',
    channel: 'email',
    versions: [
      {
        good: 'Svaret står i første setning. Forklaringen kommer etterpå, i vanlige ord.',
        dos: ['Ett tema i hvert avsnitt', 'Skriv datoer og beløp rett ut'],
        donts: ['Ikke lim inn vilkår uten å si hva de betyr for kunden'],
        day: 30,
      },
    ],
  },
]
