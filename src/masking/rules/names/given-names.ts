/**
 * Given names in use in Norway, written down by hand from general knowledge of what the public name statistics show
 * to be common: Norwegian of all ages, Sami, and names that came with people from elsewhere. Not a copy of any
 * register and far from all names there are; the patterns find those that are not here.
 */
const listed = (names: string): readonly string[] => names.trim().toLowerCase().split(/\s+/)

const norwegianWomen = `
  Agnes Agnete Aina Alida Alma Amalie Amanda Andrea Andrine Ane Anette Anine Anita Anja Ann Anna Anne Anneli Anniken
  Annika Ariel Arnhild Astri Astrid Asta Audhild Aslaug Beate Bente Benedicte Benedikte Bergljot Berit Betty Birgit
  Birgitte Birthe Bjørg Bjørnhild Bodil Borghild Brit Brita Britt Brynhild Camilla Carina Caroline Cathrine Cecilie
  Celine Charlotte Christin Christina Christine Dagmar Dagny Dagrun Dina Dorthe Dorthea Ebba Edel Edith Eileen Eldbjørg
  Eldrid Eli Elin Eline Elisa Elisabeth Elise Ella Ellen Ellinor Elsa Else Elsie Emilie Emily Emma Erika Erle Ester
  Eva Evelyn Evy Fredrikke Frida Frøydis Gerd Gjertrud Grete Grethe Gunhild Gunn Gunnhild Gunnlaug Gunnvor Guri Guro
  Gyda Hanna Hanne Harriet Hedda Hedvig Hege Heidi Helen Helena Helene Helga Henny Henriette Herdis Hermine Hilda
  Hilde Hildegunn Hildur Hjørdis Hulda Ida Idun Ina Ine Inga Ingebjørg Ingeborg Inger Ingerid Ingjerd Ingrid Ingrunn
  Ingunn Ingvild Irene Iren Iselin Iris Isabella Jane Janne Jannicke Jannike Jeanette Jenny Johanna Johanne Jorun
  Jorunn Josefine Judith Julia Julie Juni Kaia Kaja Kamilla Karen Kari Karianne Karin Karina Karine Karoline Katarina
  Kate Kathrine Katrine Kine Kirsten Kirsti Kitty Kjersti Klara Konstanse Kristi Kristin Kristina Kristine Lajla Laila
  Lea Leah Lena Leni Lillian Lilly Lina Linda Linea Linn Linnea Lisa Lisbeth Lise Liss Lone Lotte Louise Lucy Lydia
  Lykke Madelen Madeleine Magda Magdalena Magnhild Magni Maia Maja Malene Malin Margaret Margaretha Margareth Margit
  Margot Margrete Margrethe Maria Mariann Marianne Marie Marion Marit Marita Marja Marta Marte Martha Marthe Martine
  Mary Mathea Mathilde Matilde Maud Maya Merete Merethe Mette Mia Mikkeline Milla Mille Mimi Mina Mira Miriam Molly
  Mona Monica Monika Nanna Natalie Nathalie Nelly Nina Nora Norunn Oda Oddbjørg Oddny Oddrun Odny Olaug Olea Olga Oline
  Olivia Othilie Pernille Petra Pia Ragna Ragne Ragnhild Rakel Randi Ranveig Rebecca Rebekka Reidun Rigmor Rikke Rita
  Rønnaug Ruth Sandra Sanna Sara Sarah Selma Serine Sidsel Signe Sigrid Sigrun Silje Simone Sina Sissel Siv Siri Siw Sofia
  Sofie Solbjørg Solfrid Solrun Solveig Sonja Sophie Stella Stina Stine Sunniva Susann Susanne Svanhild Sylvi Sylvia
  Synne Synnøve Tale Tanja Terese Therese Thea Theodora Thora Tilde Tina Tiril Tomine Tonje Tora Torbjørg Tordis Torhild
  Torill Toril Torunn Torveig Tove Trine Trude Tuva Tuva Turi Turid Tyra Ulla Ulrikke Une Unni Valborg Vanja Vera
  Veronica Veronika Veslemøy Vibeke Vigdis Viktoria Vilja Vilma Vivian Wenche Wibeke Wilma Ylva Yngvild Yvonne Ågot
  Ågot Åsa Åse Åshild Åslaug Åsne Ørjanne`
const norwegianMen = `
  Aadne Adrian Aksel Albert Aleksander Alexander Alf Alfred Amund Anders André Andreas Andre Anton Ari Arild Arne Arnfinn
  Arnstein Arnt Arthur Arve Arvid Asbjørn Aslak Asle Atle August Aurel Axel Bendik Benjamin Bent Bernhard Bernt Birger
  Birk Bjarne Bjarte Bjørge Bjørnar Brage Brede Brynjar Bård Børge Carl Casper Christer Christian Christoffer
  Christopher Dagfinn Dan Daniel David Didrik Eilif Einar Eirik Eivind Elias Elling Emil Endre Erik Erlend Erling
  Ernst Espen Eskil Eyvind Ferdinand Filip Finn Fredrik Fridtjof Frode Gaute Gabriel Geir Georg Gisle Gjermund Glenn
  Gorm Gudbrand Gudmund Gunnar Gunnstein Gustav Guttorm Hallgeir Hallvard Halvard Halvor Harald Harry Haakon Håkon
  Hallstein Helge Henning Henrik Henry Herman Hermod Hogne Håvard Idar Ingar Inge Ingmar Ingolf Ingvald Ingvar Isak
  Ivar Iver Jacob Jakob Jan Jarl Jarle Jens Jesper Joachim Joakim Johan Johannes John Johnny Jon Jonas Jonatan Jonathan
  Jone Jorgen Jostein Julian Jørgen Jørn Jøran Kaare Karl Karsten Kasper Kenneth Kent Ketil Kjartan Kjell Kjetil Klaus
  Knut Kolbjørn Konrad Kristen Kristian Kristoffer Kurt Kyrre Kåre Lars Lasse Laurits Leander Leif Leo Leon Levi Linus
  Lorentz Lucas Ludvig Lukas Mads Magnar Magne Magnus Marcus Marius Markus Martin Martinus Mathias Mats Mattias Matteus
  Michael Mikael Mikal Mikkel Morgan Morten Narve Nicolai Nicolay Niklas Nikolai Nils Njål Noah Norvald Odd-Arne
  Oddbjørn Oddgeir Oddmund Oddvar Odin Ola Olaf Olai Olav Ole Oliver Olve Omar Oscar Oskar Osvald Otto Ove Patrick
  Patrik Paul Peder Perry Peter Petter Pål Ragnar Ragnvald Rasmus Reidar Reinert Rikard Robert Robin Roger Rolf Ronald
  Ronny Roy Ruben Rudolf Rune Ruben Sander Sebastian Severin Sigbjørn Sigmund Sigurd Sigve Simen Simon Sindre Sivert
  Sjur Snorre Sondre Stale Steffen Steinar Stefan Stian Stig Sturla Sturle Svein Sven Sverre Syver Tarald Tarjei Teodor
  Terje Theo Theodor Thomas Thor Thorbjørn Thore Thorvald Tim Tobias Tom Tomas Tommy Tor Torbjørn Tord Tore Torfinn
  Torgeir Torgrim Torger Torkel Torkil Torleif Tormod Torstein Torvald Trond Truls Trygve Trym Tore Ulrik Ulf Vebjørn
  Vegar Vegard Vetle Victor Vidar Viggo Viktor Vilhelm Ville Walter Werner Wilhelm William Willy Willy Yngve Øistein
  Ørjan Øystein Øivind Øyvind Aage Åge Åsmund Aasmund Kjell-Arne Kjell-Ove`
const sami = `
  Aile Áile Ailo Áilu Aimo Ánde Ánne Ánte Ánná Aslat Áslat Beaska Biera Biret Birit Elle Ellen-Marit Elen Inga Ingá Iŋgá
  Iŋŋá Ivvár Issát Jovnna Juhán Juffá Jouni Káre Kárin Káren Láilá Láhlá Lásse Máhtte Máhtto Máret Márjá Márjjá Márge
  Mihkkal Mikkal Niillas Nils-Ánte Nilla Niiles Oula Ovllá Per-Ánte Piera Pieti Ráste Risten Rávdná Sámmol Sárá Sunna
  Ristiinna Somby-Anne Ánneristiinna Máijjá Gáren Heaika Heaihka Hánsa Jávrre Lemet Leammuid Aino Aila Anneli Antti
  Eero Eeva Esa Eino Heikki Jari Juha Jukka Kaisa Kari-Pekka Mika Mikko Pekka Päivi Pirjo Riitta Sari Seija Tuula Timo
  Tuomas Veikko Väinö`
const fromElsewhere = `
  Abdi Abdirahman Abdul Abdullah Abdullahi Abukar Adam Adina Adnan Agata Agnieszka Ahmad Ahmed Aisha Ajith Ajmal Aleksandra
  Aleksandr Alena Ali Alicja Alina Alireza Aliya Almaz Amal Amar Amin Amina Amine Amir Amira Amna Amra Ana Anastasia
  Anastasiya Andrei Andrzej Andrius Anjali Anil Anwar Arash Arben Arif Arjun Artur Asad Asha Asif Asiya Asma Ayan Ayaan
  Ayan Ayesha Aylin Ayse Ayşe Azad Azra Bahar Barbara Bartosz Beata Bilal Bogdan Bogna Bora Burak Chandra Cheng Daria
  Dariusz Dawid Dawit Deniz Deepa Dmitri Dmitry Dominik Dorota Dragan Duc Edona Ekaterina Elena Elif Elvira Elżbieta
  Emin Emir Emine Emre Enver Ewa Fadumo Farah Fareed Farhan Farid Farida Faisal Faiza Fatemeh Fatima Fatma Fatmir Fatou
  Fatuma Fawzia Filsan Gabriela Genet Girma Goran Grażyna Grzegorz Habib Habiba Hadi Hafsa Hai Halima Hamid Hamza Hana
  Hanad Hanan Hanna Haris Hasan Hassan Hawa Henok Hibo Hodan Hoa Hossein Huda Hung Hussain Hussein Ibrahim Ikram Iman
  Imran Inna Iqbal Irina Irma Ishaq Ismail Iwona Jamal Jamila Jasmin Jasmina Javed Jelena Jessica Jennifer Joanna
  Jolanta Jorge José Jose Juan Kacper Kadir Kamal Kamran Karim Karolina Katarzyna Kavita Kawa Khadija Khadra Khalid
  Khalil Kiran Krishna Krystyna Krzysztof Kumar Lan Latif Laura Layla Leila Leyla Ling Linh Liban Lubna Lucia Luis
  Łukasz Lukasz Maciej Magdalena Mahad Mahdi Mahmoud Mahmud Mai-Linh Malgorzata Małgorzata Malik Manuel Marcin Marek
  Maren Mariam Marija Mariusz Marta Maryam Maryan Mateusz Mehdi Mehmet Mei Meron Michal Michał Milan Milena Minh Mirjana
  Mohamad Mohamed Mohammad Mohammed Muhammad Muhammed Mukhtar Muna Murat Mustafa Nabil Nada Nadia Nadeem Naima Najma
  Nasir Nasra Natalia Nataliya Nazia Neha Nermin Nhung Nima Noor Noura Nur Nura Oksana Oleg Olena Omar Osman Parisa Paulina
  Paweł Pawel Pedro Phuong Piotr Pooja Priya Priyanka Quang Rafał Rafal Rahel Rahma Raja Rajesh Ramin Rana Rania Rashid
  Ravi Reem Reza Rohit Roza Saad Saba Sabah Sabina Sabrin Sabrina Sadia Safia Sahra Said Saida Saif Sajid Salah Saleh
  Salim Salma Samir Samira Samuel Sana Sanja Sandeep Sanjay Sara Sardar Saynab Selam Selma Senait Serkan Shabana Shahid
  Shahin Shamso Shukri Siham Simran Slobodan Sofiya Somchai Stefania Sukhi Suleiman Sumaya Sunil Sunita Svetlana Tahir
  Tariq Tatiana Tatjana Tesfaye Thanh Thi Thuy Tigist Tomasz Trang Tuan Tung Usman Vesna Viet Vijay Viktoriia Vladimir
  Waleed Wei Wioletta Wojciech Xiao Yasin Yasmin Yasmine Yohannes Yonas Yordanos Yousef Youssef Yuliia Yulia Yusra Yusuf
  Zahid Zahra Zainab Zara Zbigniew Zeynep Zoran Zuzanna Żaneta`
const english = `
  Abigail Alice Amy Andrew Angela Anthony Ashley Barbara Brandon Brenda Brian Carol Catherine Charles Cheryl Chloe Chris
  Cynthia Deborah Dennis Diana Donald Donna Dorothy Dylan Edward Elizabeth Ethan Eric Eugene George Gregory Hannah
  Heather Jack Jacqueline James Janet Jason Jeffrey Jeremy Jessie Joan Joseph Joshua Joyce Justin Katherine Keith Kelly
  Kevin Kimberly Kyle Larry Logan Madison Matthew Megan Melissa Michelle Nancy Nicholas Nicole Pamela Patricia Rachel
  Raymond Rebecca Richard Ryan Samantha Scott Sean Sharon Shirley Stephanie Stephen Steven Susan Teresa Theresa Timothy
  Tyler Vincent Virginia Wayne Zachary`

export const givenNames: ReadonlySet<string> = new Set(
  [norwegianWomen, norwegianMen, sami, fromElsewhere, english].flatMap(listed),
)
