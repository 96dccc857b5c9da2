/** Surnames in use in Norway, from the same kind of knowledge as the given names, and how many others end. */
const listed = (names: string): readonly string[] => names.trim().toLowerCase().split(/\s+/)

/** Nobody means anything else by them. */
export const clearSurnames: ReadonlySet<string> = new Set(
  listed(`
  Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Johnsen Pettersen Eriksen Jacobsen
  Jakobsen Halvorsen Johannessen Andreassen Jørgensen Henriksen Christensen Christiansen Sørensen Gundersen Iversen
  Svendsen Gulbrandsen Martinsen Antonsen Isaksen Danielsen Knutsen Ellingsen Tobiassen Paulsen Simonsen Thomassen
  Mathisen Fredriksen Rasmussen Gabrielsen Mikkelsen Edvardsen Amundsen Evensen Arnesen Sivertsen Birkeland Solberg
  Haugen Bakken Myhre Moen Strand Hagen Nguyen Tran Pham Ahmed Hussain Khan Ali Singh Kaur Hassan Mohamed Abdi Hussein
  Osman Warsame Farah Kowalski Kowalska Nowak Wiśniewski Wójcik Zieliński Zielinska Kumar Sharma Yilmaz Yılmaz Demir
  Kaya Hadzic Hodzic Popovic Petrovic Ivanov Ivanova Shevchenko Kovalenko Tesfay Haile Mahmoud Rahman Iqbal Akhtar Malik
  Butt Chaudhry Sara Somby Utsi Gaup Eira Hætta Buljo Oskal Bongo Sokki Turi Triumf Nystad Varsi`),
)

/** Also a place, a thing or a word: a name only behind a given name. */
export const otherSurnames: ReadonlySet<string> = new Set(
  listed(`
  Berg Dahl Lie Lund Moe Vik Bakke Ness Nygård Nygaard Holm Hauge Aas Aasen Rønning Lien Eide Tveit Sæther Sandvik Brekke
  Lunde Røstad Moldestad Haugsdal Dale Foss Næss Lyng Skog Bø Ruud Berge Solheim Ødegård Kolstad Engen Skoglund Vold
  Nordmann Noor Nordli Løken Tangen Myrvang Sunde Tveiten Skaar Fjeld Nes By Bråten Sletten Hovland Vang Lauritsen Smith
  Jones Brown Taylor Wilson Chen Wang Li Zhang Le`),
)

const ending =
  /(sen|sson|stad|land|vik|berg|dal|dahl|haug|moen|rud|ruud|nes|heim|hus|gård|gaard|seth|set|tveit|vold|bakk|bakken|ski|ska|wicz|ović|ovic|ova|enko|oglu|oğlu|zadeh)$/

/** Whether a word behind a given name looks like a surname. */
export function looksLikeSurname(word: string): boolean {
  const lower = word.toLowerCase()
  return clearSurnames.has(lower) || otherSurnames.has(lower) || (lower.length > 4 && ending.test(lower))
}
