/**
 * Given names that are common in the news. A capitalised sequence that starts with one is a person
 * unless a list says otherwise; the gender rules a pronoun out, never in. Names that are also places,
 * months or plain words (Chad, April, Mark my words…) are listed only where a surname must follow.
 */
const MALE =
  'Alastair Alec Amir Angus Anil Archie Ariel Arvind Barnaby Benedict Cedric Clarence Clement Clive Cyril Darrell Darren ' +
  'Darryl Derrick Desmond Dinesh Dylan Edmund Edwin Ehud Elliot Emile Ernst Fergus Freddy Gael Gene ' +
  'Gerald Gerry Gilbert Hamid Hamish Hector Herbert Hosni Humphrey Ignacio Jaime Jesse Kamal Kieran Kurt Lionel Luigi Mahmoud ' +
  'Marion Marvin Mehmet Melvin Mukesh Narayan Neville Norman Oscar Pat Rajiv Ramon Randall Randy Raul Reginald Roderick Rodney ' +
  'Rodrigo Ronnie Russell Salman Shimon Tariq Terence Theodore Thomas Umberto Vicente Vince Wilfred Wilfried Winston ' +
  'Yasser Yusuf Zachary ' +
  'Gabrielius Krišjānis Artis Egils Kaupo Alar Hanno Paweł Radosław Łukasz Michał Jarosław Stanisław Sławomir Tadeusz Ryszard Bogusław Péter Zoltán Gergely Ivica ' +
  'Florin Traian Nicolae Rumen Boyko Kiril Mevlüt Mevlut Hulusi Hakan Binali Stewart Rishi Kwasi Elbridge Fabien Gérald Édouard Stéphane Sébastien Jérôme Raphaël Clément Benoît ' +
  'Augusto Fumio Shinzo Shigeru Subrahmanyam Ludovic Søren Jørgen Bjørn Mikkel Troels Espen Jørn Håkan Göran Björn Jürgen Günter Günther Jörg Rüdiger ' +
  'Vytautas Arvydas Algirdas Rimantas Laurynas Zuraab Irakly Giorgio Abdel Yousef Benyamin Bezalel Aaron Abdullah Abraham Adam Adrian Ahmed Alan Albert Aleksandar Aleksandr Aleksei Aleksey Aleksandre Alex Alexander ' +
  'Alexandre Alexei Alexey Alfred Ali Alistair Alyaksandr Anatoliy Anatoly Anatol Anders Andre Andreas Andrei Andrej Andrew Andrey ' +
  'Andrii Andriy Andrius Andrzej Andy Anthony Antoine Anton Antonio Antony Archil Arseni Arseniy Arseny Arkady Arkadiy Artem Artur Arthur ' +
  'Artyom Askar Axel Barack Barry Bartosz Bashar Ben Benjamin Benny Bernard Bernd Bernie Bill Bob Bogdan Bohdan Boris Boryslav Brad ' +
  'Brandon Brian Bronislaw Bruce Bruno Carl Carlos Charles Charlie Chris Christian Christoph Christophe ' +
  'Christopher Chuck Claude Colin Constantin Corey Craig Dalibor Damian Damien Dan Daniel Danny Danylo David Dave Davyd Dean Denis Denys ' +
  'Dennis Derek Didier Dick Dieter Dietmar Dimitar Dimitri Dimitry Dmitri Dmitriy Dmitry Dmytro Dominic Dominique Don Donald ' +
  'Doug Douglas Duncan Ed Eddie Edgar Edgars Eduard Edward Egor Elmar Emanuel Emmanuel Eric Erik Ernest Eugene Evgeniy Evgeny ' +
  'Fabrice Fedir Felix Ferdinand Fernando Filip Francis Francois François Frank Franz Frans Fred Frederick Friedrich Fyodor Gabriel ' +
  'Gareth Garry Gary Gavin Geert Gennadiy Gennady Geoff Geoffrey Georg George Georgi Georgiy Georgy Gerard Gerhard ' +
  'Gianni Giles Giorgi Giovanni Gitanas Giuseppe Gleb Glenn Gordon Graham Greg Gregory Grigory Grzegorz Guenter Guido Gunther Guy Hans ' +
  'Harald Harold Harry Hassan Heiko Heinz Helmut Hennadiy Henri Henrik Henry Herman Hermann Horst Howard Hryhoriy Hubert Hugh Hugo ' +
  'Ian Ibrahim Igor Ihar Ihor Ilham Ilja Illia Ilya Imran Ingo Ioan Irakli Isaac Ismail Ivan Ivo Jaap Jack Jacek Jack Jacob Jacques Jake ' +
  'Jakub James Jamie Jan Janez Janis Janusz Jaroslav Jaroslaw Jason Javier Jay Jean Jeff Jeffrey Jens Jeppe Jeremy Jerome Jerry Jim Jimmy Joachim Joao Joe Joel ' +
  'Johan Johann Johannes John Johnny Jon Jonas Jonathan Jorge Jose José Josef Josep Joseph Josh Joshua Juan Juha Julian Julien Jupp ' +
  'Juri Jurgen Jüri Justin Jyrki Kai Kamil Karel Karl Kay Keir Keith Ken Kenneth Kevin Khalid Kirill Kirk Kirsan Klaus Konstantin ' +
  'Kostyantyn Krzysztof Kyriakos Kyrylo Lars Larry Lasse Laszlo Laurent Lawrence Lech Lee Leo Leon Leonard Leonid Leszek Lev Lewis ' +
  'Linas Lindsey Lloyd Lorenzo Louis Luc Luca Lucas Ludwig Luis Luke Maciej Magnus Maksim Maksym Malcolm Manfred Manuel ' +
  'Marat Marc Marcel Marcin Marco Marcus Marek Mariano Mario Marius Mariusz Mark Markian Markus Martin Mateusz Mats Matt Matteo Matthew Matthias ' +
  'Maurice Max Maxim Maxime Michael Michal Michel Mick Miguel Mike Mikael Mikhail Mikheil Miklos Mikk Milan Milos Miloš Miroslav Mitch Mitt ' +
  'Mohamed Mohammad Mohammed Moritz Muhammad Mustafa Mykhailo Mykhaylo Mykola Nathan Narendra Nazar Neil Ned Nick Nicholas Nicolas Nigel Nikita Niko Nikola ' +
  'Nikolai Nikolaos Nikolay Noel Norbert Oleg Oleh Oleksandr Oleksii Oleksiy Oliver Olivier Omar Oren Orest Osama Oskar Ostap Otto Owen ' +
  'Pablo Paolo Pascal Patrick Paul Pauli Pavel Pavlo Pawel Pedro Per Pete Peter Petr Petras Petro Petteri Phil Philip Philippe Phillip Pier Pierre Piers ' +
  'Pieter Piotr Pjotr Platon Pyotr Radek Radoslaw Radosław Rafael Raimonds Ralf Ralph Ramzan Rand Raymond Recep Reinhard Rene René Rex Ricardo ' +
  'Richard Richards Rick Rinat Rob Robert Roberto Robin Rodion Roger Roland Rolf Roman Ron Ronald Rory Rostyslav Roy Rupert Ruslan Rustam Rustem ' +
  'Saad Sam Samuel Sander Sauli Scott Sean Sebastian Semen Serge Sergei Sergej Sergey Sergii Serhii Serhij Serhiy Sergio Seth Shane Shaun ' +
  'Sigmar Silvio Simon Slawomir Stanislav Stanislaw Stanislas Stefan Stefano Steffen Stephane Stephen Steve Steven Stuart Svyatoslav Sviatoslav ' +
  'Szymon Taras Tarik Taavi Ted Terry Tim Timothy Tobias Toby Todd Tom Tomas Tomasz Tommy Toomas Tony Trevor Tristan Udo Ulrich Urmas Uwe ' +
  'Vaclav Vadim Vadym Valdis Valentin Valentyn Valerii Valeriy Valery Vasili Vasily Vasiliy Vasyl Viacheslav Victor Viktor Vincent Vitali Vitalii Vitaliy Vitaly ' +
  'Vitold Vlad Vladimir Vladislav Vladyslav Volker Volodymyr Vyacheslav Walter Warren Wayne Werner Wesley Wilhelm Will William Witold Wlodzimierz Wojciech Wolfgang ' +
  'Wołodymyr Yakov Yann Yaroslav Yegor Yehor Yevgeni Yevgeniy Yevgeny Yevhen Yevhenii Yuri Yuriy Yurii Yury Zbigniew Zoran Zurab';

const FEMALE =
  'Abigail Aoife Audrey Beverley Beverly Bridget Chloe Danielle Deirdre Dolores Eileen Erin Estelle Felicity Gail Geraldine ' +
  'Gillian Glenda Gloria Harriet Imogen Irene Jacqui Jeanette Jodie Josephine Joyce Kirsty Lily Lorna Lynn Lynne Marcia ' +
  'Marion Marjorie Maureen Mildred Mirjana Nadine Naomi Noreen Phyllis Rhona Rosalind Shelly Sherry Shirley Sinead Siobhan ' +
  'Stacey Tamsin Tessa Thelma Tracey Trudy Valerie Veronique Vivian Winifred Yvette Yvonne ' +
  'Ingrida Evika Małgorzata Maia Zuzana Suella Nikki Tulsi Karoline Élisabeth Agnès Nathalie Aurore Méabh Ieva Ivonka Jana Alena Ruslana Zhanna Tsai Adriana Agnes Agnieszka Aisha Alana Alessandra Alexandra Alice Alicia Alina Alison Aliona Alla Alona Alyona Amanda Amber Amelia Amy Ana Anastasia Anastasiia ' +
  'Anastasiya Andrea Angela Angelika Ann Anna Annabelle Annalena Anne Annegret Annette Annika Antonina Avril Barbara Beata Beate Beatrice ' +
  'Bernadette Beth Betty Birgit Brigitte Carla Carmen Carol Carole Caroline Carolyn Catherine Caterine Cathy Cecile Cecilia Celine ' +
  'Charlotte Cheryl Christiane Christina Christine Claire Clare Claudia Colleen Condoleezza Cristina Cynthia Dalia Dana Daria Darya Dasha ' +
  'Deborah Debbie Denise Diana Diane Dominika Donna Doris Dorothy Edith Edita Ekaterina Elaine Eleanor Elena Elina Elisabeth Elise Elizabeth Ella ' +
  'Ellen Elvira Emily Emine Emma Erika Erna Esther Eva Evelyn Evgenia Ewa Fatima Federica Fiona Florence Frances Francesca Gabriela Gabriele ' +
  'Galina Gina Giorgia Gisela Grace Gwen Halyna Hanna Hannah Heather Heidi Helen Helena Helene Helga Hilary Hillary Ilona Ina Inga Ingrid Inna ' +
  'Iryna Irina Isabel Isabella Iulia Ivanka Jacqueline Jane Janet Janice Jean Jeanne Jen Jennifer Jenny Jessica Jill Joan Joanna Jo Judith Judy ' +
  'Julia Julie Juliet Kaja Kamala Karen Karin Karine Kate Katarina Katarzyna Katerina Kateryna Katharina Katherina Katherine Kathleen Kathryn Kathy Katie Katja Katrin Katya Kelly ' +
  'Kersti Khrystyna Kim Kimberly Kira Kristalina Kristina Kristin Ksenia Larisa Larysa Laura Lauren Laurence Lena Leonie Lesia Lesya Lidia Lidiya Lilia Liliya Linda Lisa ' +
  'Liudmila Liudmyla Liz Liza Loretta Lorraine Louise Lucia Lucy Ludmila Lydia Lyubov Lyudmila Madeleine Maggie Magda Magdalena Maia Maja Malgorzata ' +
  'Margaret Margarita Margot Maria Mariana Marianna Marianne Marie Marielle Marina Marine Marta Martha Martina Mary Maryna Mariya Maya Megan Melanie ' +
  'Melissa Mette Mia Michelle Mila Milena Miriam Moira Molly Monica Monika Myroslava Nadezhda Nadia Nadiia Nadiya Nancy Natalia Nataliia Nataliya Natalie Nataly Natalya ' +
  'Natasha Nicola Nicole Nicoletta Nina Nino Oksana Oleksandra Olena Olesia Olesya Olga Olha Olivia Olya Orysia Pamela Patricia Paula Pauline ' +
  'Penny Petra Philippa Polina Priti Rachel Raisa Rebecca Regina Renata Rita Roberta Rosa Rose Rosemary Roza Ruth Sabine Sahra Sally Samantha Sandra ' +
  'Sanna Sara Sarah Sharon Sheila Silvia Sofia Sofiia Sonia Sophia Sophie Stella Stephanie Steffi Sue Susan Susanna Susanne Suzanne Svetlana Svitlana Sviatlana Sylvia Sylvie ' +
  'Tamara Tania Tanja Tanya Tara Tatiana Tatyana Tetiana Tetyana Teresa Theresa Tina Tracy Uliana Ulrike Ursula Valentina Valentyna Valeria Vanessa Vera Veronica Veronika Vica ' +
  'Victoria Viktoria Viktoriia Viktoriya Viola Viorica Vira Virginia Vita Wendy Xenia Yana Yaroslava Yekaterina Yelena Yelizaveta Yevgenia Yevgeniya Yevheniia Yulia Yuliia Yuliya Zhanna Zinaida Zoe Zoya Zuzana';

export type Gender = 'he' | 'she';

export const GIVEN_NAMES: ReadonlyMap<string, Gender | undefined> = new Map<string, Gender | undefined>([
  ...MALE.split(' ').map((name) => [name, 'he'] as const),
  ...FEMALE.split(' ').map((name) => [name, MALE.split(' ').includes(name) ? undefined : 'she'] as const),
]);
