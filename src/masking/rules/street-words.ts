/** How streets are called. Sources: Norwegian and neighbouring usage; USPS Publication 28, appendix C1; Royal Mail. */
const oneOf = (words: string): string => words.trim().split(/\s+/).join('|')

/** Ends of words that make a street of nearly anything before them. */
export const streetEndings = oneOf(`
  veien vegen vei veg veita gata gaten gate gt vn allé alléen alleen alle`)

/** What so many streets begin with that a single letter and a full stop say the rest. */
export const streetBeginnings = oneOf(`
  Stor Kirke Kyrkje Skole Skule Strand Sjø Torg Torv Tollbod Bane Jernbane Stasjon Fjord Elve Park Rådhus Slott Nygård
  Kong Dronning Bispe Munke Brygge Havne Hamne Fjell Skog Bakke Industri Fabrikk Mølle`)

/** Ends that are places too: only of a word with a capital. */
export const placeEndings = oneOf(`
  plass plassen bakken bakkane bakke svingen stien stigen løkka løkken tunet kroken ringen terrasse terrassen torg torget
  torvet brygge brygga bryggen kaien kaia kai haugen åsen lia lien jordet faret toppen dalen myra grenda tråkket moen
  odden sletta smauet almenning almenningen strøket stredet passasjen parken hagen engen åkeren kleiva rygg ryggen skrenten
  vollen lunden neset viken vika gränd gatan vägen stigen vej gade stræde allé skogen berget hammeren slottet dammen tangen`)

export const englishStreets = oneOf(`
  alley annex arcade avenue ave av beach bend boulevard blvd bridge broadway brook bypass causeway center centre circle cir
  close common concourse corner court ct cove crescent cres crossing drive dr driveway esplanade estate expressway expwy expy
  extension freeway gardens gate glen green grove harbor heights hts highway hwy hill hills junction landing lane ln
  loop mall manor mews motorway oval parade park parkway pkwy path pike place pl plaza plz point promenade quay ramp ridge
  rise road rd row run slip square sq station street st terrace ter trail turnpike tpke viaduct view village walk way wharf
  yard`)

export const americanStates = oneOf(`
  AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA PR RI
  SC SD TN TX UT VT VA WA WV WI WY`)
