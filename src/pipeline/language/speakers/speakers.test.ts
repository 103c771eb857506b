import { describe, expect, test } from 'vitest';
import { annotateTexts } from '../read-lists.fixture.ts';
import { SPEAKER_RULES } from './rules.ts';

/** Paragraphs (a heading starts with `# `), the quotation in ⟦ ⟧, and who says it; undefined: nobody by name. */
const CONSTRUCTIONS: readonly (readonly [readonly string[], string | undefined])[] = [
  [
    [
      'Norwegian Deputy Foreign Minister Torvald Brekk called such claims ⟦“baseless and, frankly, dangerous”⟧.',
    ],
    'Torvald Brekk',
  ],
  [
    [
      'The head of the fund, Olena Brandt, said in Oslo that her staff was ⟦“in touch with the town every day”⟧.',
    ],
    'Olena Brandt',
  ],
  [
    [
      'The commissioner for the economy, Torvald Brekk, sees no other way. – ⟦The alternative is that we pay for all of it⟧ – he noted.',
    ],
    'Torvald Brekk',
  ],
  [
    ['NATO’s top commander, General Philip Breedlove, called it ⟦“a truce in name and nothing else”⟧.'],
    'Philip Breedlove',
  ],
  [
    [
      'The armed forces minister, Torvald Brekk, told a radio station that it could come ⟦“with no further warning at all”⟧.',
    ],
    'Torvald Brekk',
  ],
  [
    [
      'Norway’s permanent representative TK Brekk said Oslo wanted ⟦“a calm that takes in everybody’s worries”⟧.',
    ],
    'TK Brekk',
  ],
  [
    [
      'Olena Brandt at the Norwegian Institute of Rivers (NIR) thinks that Peter Falk wants ⟦“a quiet life for himself”⟧.',
    ],
    'Olena Brandt',
  ],
  [
    ['The vote came after Norway’s envoy to Sweden, Torvald Brekk, said the ferry was ⟦“too slow for us”⟧.'],
    'Torvald Brekk',
  ],
  [['A day after Olena Brandt said it was ⟦“not good enough for us”⟧, she left.'], 'Olena Brandt'],
  [['# Ferry strike live: Moscow urges calm as Norway warns of ⟦‘a long winter’⟧'], 'Norway'],
  [
    [
      'Press secretary Olena Brandt spoke on Friday. ⟦“This is the time to pull the ferries back,”⟧ the secretary told the town.',
    ],
    'secretary',
  ],
  [['Norway said that Peter Falk’s remarks were ⟦“not worthy of an old ally”⟧.'], 'Norway'],
  [
    [
      'Kees ’t Brekk, the chief executive, called the strike ⟦“a sad day for the ferries”⟧.',
      'Chief executive Olena Brandt left.',
    ],
    undefined,
  ],
  [
    [
      'The alliance’s top commander in Europe, US Gen Torvald Brekk, said ships were ⟦“not far from the coast”⟧.',
    ],
    'Torvald Brekk',
  ],
  [
    ['⟦“Nobody here wants to sail,”⟧ said a senior administration official.'],
    'senior administration official',
  ],
  [['⟦“This is a new kind of ferry,”⟧ Mr Falk’s spokesman, Torvald Brekk, told them.'], 'Torvald Brekk'],
  [['Olena Brandt tweeted: ⟦“#Ferries: we shall sail at noon.”⟧'], 'Olena Brandt'],
  // Whoever was named before need be no company, bank, newspaper or bloc.
  [
    ['The European Union fined Norvega Line. The company said the step was ⟦“the wrong thing to do”⟧.'],
    'company',
  ],
  [['Reuters reported the sale. The company said it was ⟦“the right thing to do”⟧.'], 'company'],
  [['The Kremlin declined to speak. The newspaper said that was ⟦“no way to run ferries”⟧.'], 'newspaper'],
  [['The United Nations appealed for ferries. The bank said it was ⟦“ready to pay for them”⟧.'], 'bank'],
  [
    [
      'The Eurasian Economic Union met after the European Union had written. ⟦“Nobody here will pay for such ferries,”⟧ the bloc said.',
    ],
    'bloc',
  ],
  [['US Congress members said ⟦“this is a step that comes too late”⟧.'], 'US Congress members'],
  [
    [
      'Deputy Foreign Minister Sergey Ryabkov gave an interview.',
      'According to the senior diplomat, the other side was ⟦“not ready to meet the key demands”⟧.',
    ],
    'Sergei Ryabkov',
  ],
  [
    [
      'Foreign Minister Torvald Brekk met Ambassador Olena Brandt.',
      'According to the senior diplomat, the other side was ⟦“not ready to meet the key demands”⟧.',
    ],
    'senior diplomat',
  ],
  [
    [
      'Security adviser Joe Biden spoke on forms of aid. Torvald Brekk came too.',
      'The adviser was asked what would follow. ⟦“It can be any of a number of things,”⟧ he said.',
    ],
    'adviser',
  ],
  [
    [
      'Peter Brandt said “the town will have its bridge by spring”. Work has been put off twice.',
      '⟦“We will build it out of stone, and it will stand for three hundred years or more.”⟧ Olena Stone looked at the river.',
    ],
    undefined,
  ],
  [['The ferry was ⟦“leaking from every seam it has”⟧, according to Peter Brandt.'], 'Peter Brandt'],
  [['According to Peter Brandt, the ferry was ⟦“leaking from every seam it has”⟧.'], 'Peter Brandt'],
  [['The dam broke twice, which Peter Brandt described as ⟦“a warning to every engineer”⟧.'], 'Peter Brandt'],
  [['The plan, which Moscow described as ⟦“a step towards open conflict”⟧, was dropped.'], 'Moscow'],
  [
    [
      'Sergei Lavrov, however, disputed the report, warning that any search would be ⟦“a breach of all our agreements”⟧.',
    ],
    'Sergei Lavrov',
  ],
  [
    [
      '⟦“We are ready for any turn of events,”⟧ she told CNN. “It is a matter of days.”',
      'Helen Brandt spoke in Oslo.',
    ],
    undefined,
  ],
  [
    [
      'Minister Helen Brandt spoke in Oslo.',
      '“We are ready for any turn of events,” she told CNN. ⟦“It is a matter of days.”⟧',
    ],
    'Helen Brandt',
  ],
  // Machine-translated dashes: office, body and name before the verb, or the verb first.
  [['– ⟦We expect them back at the table⟧ – Foreign Minister Peter Brandt said on Tuesday.'], 'Peter Brandt'],
  [
    ['– ⟦We shall not give in to threats⟧ – emphasized the Minister of Harbour Safety Peter Brandt.'],
    'Peter Brandt',
  ],
  [
    ['– We shall not give in – emphasized Minister Peter Brandt. – ⟦The fleet will have ten ships.⟧'],
    'Peter Brandt',
  ],
  [
    ['– ⟦The old order will be changed by force⟧ – told us Dr. Peter Brandt from the Harbour think tank.'],
    'Peter Brandt',
  ],
  [
    ['According to the leader of the Harbour Union Peter Brandt, the mayor ⟦“woke up five minutes late”⟧.'],
    'Peter Brandt',
  ],
  [
    ['Norway’s deputy minister, Peter Brandt, called the remarks ⟦“regrettable and rather dangerous”⟧.'],
    'Peter Brandt',
  ],
  // Two presidents are named, and “the President” is neither for certain.
  [
    [
      'President Joe Biden spoke to President Klaus Brandt of Norway.',
      'An adviser to President Emmanuel Macron listened in.',
      '⟦“It could all go wrong very quickly,”⟧ the president told reporters.',
    ],
    'president',
  ],
  // The outlet passes on what somebody said.
  [
    [
      'Minister Peter Brandt noted that he expected a reply ⟦“within days, not within weeks”⟧, Interfax reported.',
    ],
    'Peter Brandt',
  ],
  [
    ['⟦“The drills are over and the crews go home,”⟧ ministry spokesman Major General Igor Brandt said.'],
    'Igor Brandt',
  ],
  [
    [
      'President Peter Brandt spoke in Oslo.',
      '⟦“The flight time would be ten minutes,”⟧ the head of state said.',
    ],
    'Peter Brandt',
  ],
  // A foreign minister named last is taken up, not the one of paragraphs before.
  [
    [
      'Hungary’s foreign minister, Peter Szijjarto, was in Belgrade.',
      'Germany’s Annalena Baerbock was more cautious. The foreign minister warned that ⟦“whoever fires first loses all arguments”⟧.',
    ],
    'Annalena Baerbock',
  ],
  [
    [
      'President Joe Biden met the crews.',
      '⟦“It will be a long winter for all of them,”⟧ the U.S. president said.',
    ],
    'Joe Biden',
  ],
  [
    [
      'Russian Foreign Minister Sergei Lavrov was in Oslo.',
      '⟦“Where are the guarantees that we were promised?”⟧ the Russian FM asked.',
    ],
    'Sergei Lavrov',
  ],
  [
    [
      'The Russian defence ministry denied it.',
      '⟦“No such flight took place on that day,”⟧ the ministry said.',
    ],
    'Russian Defence Ministry',
  ],
  [
    [
      'A senior EU official spoke in Brussels.',
      'The official was adamant: ⟦“There will be no second chance for them.”⟧',
    ],
    'senior EU official',
  ],
  [['# Talks are ⟦‘a waste of everybody’s time’⟧, says Lavrov'], 'Sergei Lavrov'],
  [['# Lavrov says talks are ⟦‘a waste of everybody’s time’⟧'], 'Sergei Lavrov'],
  [
    [
      'Johnson said Putin has broken his word and said it was ⟦“the first barrage of a long war”⟧.',
      'Prime Minister Boris Johnson left.',
    ],
    'Boris Johnson',
  ],
  [
    [
      'While Lavrov called the letter “a poor piece of theatre”, Blinken said it was ⟦“a serious offer of talks”⟧.',
    ],
    'Antony Blinken',
  ],
  [
    [
      'While Lavrov called the letter ⟦“a poor piece of theatre”⟧, Blinken said it was “a serious offer of talks”.',
    ],
    'Sergei Lavrov',
  ],
  [
    [
      'Welcoming Macron, Putin thanked him for coming, saying that Paris was ⟦“a capital that knows how to listen”⟧.',
    ],
    'Vladimir Putin',
  ],
  [
    [
      'Speaking alongside Putin in the Kremlin, Macron said the night had been long.',
      '⟦“We looked for common ground and found some,”⟧ he said.',
    ],
    'Emmanuel Macron',
  ],
  [
    [
      'Speaking alongside Putin, Macron said the two had met halfway. ⟦“We looked for common ground and found some,”⟧ he said.',
    ],
    'Emmanuel Macron',
  ],
  [['⟦"The roof is gone and the walls will follow,”⟧ said Peter Brandt.'], 'Peter Brandt'],
  [['⟦– The roof is gone and the walls will follow –⟧ said Peter Brandt.'], 'Peter Brandt'],
  [
    ['Peter Brandt was there.', '⟦- The roof is gone and the walls will follow -⟧ he explained.'],
    'Peter Brandt',
  ],
  [
    [
      'Kremlin spokesman Dmitry Peskov told reporters the Kremlin was ⟦“concerned by the build-up on our doorstep”⟧.',
    ],
    'Dmitry Peskov',
  ],
  [
    [
      '⟦“There is no such plan and there never was,”⟧ Kremlin spokesman Dmitry Peskov told reporters in Moscow.',
    ],
    'Dmitry Peskov',
  ],
  [
    ['⟦“There is no such plan and there never was,”⟧ Peskov, the Kremlin spokesman, told reporters.'],
    'Dmitry Peskov',
  ],
  [['In a tweet, Kuleba called the move ⟦“a brazen attempt to redraw the map”⟧.'], 'Dmytro Kuleba'],
  [['Kuleba tweeted: ⟦“This is a brazen attempt to redraw the map.”⟧'], 'Dmytro Kuleba'],
  [['Asked about the letter, Scholz replied: ⟦“We have read it with great care.”⟧'], 'Olaf Scholz'],
  [
    ['Blinken, who met Lavrov in Geneva, said the talks were ⟦“frank and without polemics of any kind”⟧.'],
    'Antony Blinken',
  ],
  [
    [
      'The US would respond “swiftly”, Blinken said, adding that allies were ⟦“united in purpose and in resolve”⟧.',
    ],
    'Antony Blinken',
  ],
  [
    [
      'Stoltenberg and Zelensky met in Brussels. ⟦“We stand with you for as long as it takes,”⟧ Stoltenberg said.',
    ],
    'Jens Stoltenberg',
  ],
  [
    ['Ukraine’s defence minister, Oleksii Reznikov, said there was ⟦“no reason to panic at this point”⟧.'],
    'Oleksii Reznikov',
  ],
  [
    ['⟦“It is now up to Moscow to choose its path,”⟧ said Ukraine’s defence minister, Oleksii Reznikov.'],
    'Oleksii Reznikov',
  ],
  [
    ['⟦“It is now up to Moscow to choose its path,”⟧ a senior US official said on condition of anonymity.'],
    'senior US official',
  ],
  [['The White House said the call was ⟦“professional and rather long”⟧.'], 'White House'],
  [
    [
      'The White House said Biden had been clear. ⟦“The president was direct about the costs,”⟧ it said in a statement.',
    ],
    'White House',
  ],
  [['Putin accused the West of ⟦“using Ukraine as a tool to hinder Russia”⟧.'], 'Vladimir Putin'],
  [
    [
      'Local resident Olena Brandt, 34, watched the smoke. ⟦“I have packed one bag for the children,”⟧ she said.',
    ],
    'Olena Brandt',
  ],
  [
    ['⟦“I have packed one bag for the children,”⟧ said Olena Brandt, a 34-year-old teacher from Kharkiv.'],
    'Olena Brandt',
  ],
  [['⟦“I have packed one bag for the children,”⟧ says Olena, who has two of them.'], undefined],
  [
    [
      'The EU’s foreign policy chief Josep Borrell said the bloc was ⟦“living through the most dangerous moment in years”⟧.',
    ],
    'Josep Borrell',
  ],
  [
    [
      'German Chancellor Olaf Scholz, speaking in Kyiv, said it was ⟦“hard to understand what the troops are for”⟧.',
    ],
    'Olaf Scholz',
  ],
  [
    ['Peter Brandt was quoted by Interfax as saying the region was ⟦“calm and fully under control”⟧.'],
    'Peter Brandt',
  ],
  [
    ['Interfax quoted Peter Brandt as saying the region was ⟦“calm and fully under control”⟧.'],
    'Peter Brandt',
  ],
  [['The step was described by Moscow as ⟦“a grave mistake with consequences”⟧.'], 'Moscow'],
  [['The step has been described as ⟦“a grave mistake with consequences”⟧.'], undefined],
  [['Protesters carried banners reading ⟦“no more fathers sent to war”⟧.'], undefined],
  [['⟦“If they come, we will be here,”⟧ read a banner on the square.'], undefined],
  [['“If they come,” Kuleba said, ⟦“they will find us all in one place.”⟧'], 'Dmytro Kuleba'],
  [['Biden warned Putin that the West would respond ⟦“decisively and at once to any attack”⟧.'], 'Joe Biden'],
  [['Putin told Macron that Kyiv was ⟦“to blame for the stalled peace talks”⟧.'], 'Vladimir Putin'],
  [
    [
      'Poroshenko’s spokesman Pavlo Horbach wrote on Facebook that the truce was ⟦“holding along the whole of the line”⟧.',
    ],
    'Pavlo Horbach',
  ],
  [
    [
      'The mayor of Kharkiv, Gennady Kernes, said the building had been ⟦“freed without a single shot fired”⟧.',
    ],
    'Gennady Kernes',
  ],
  [
    ['Germany’s Steinmeier said Europe had ⟦“no interest in a new spiral of violence”⟧.'],
    'Frank-Walter Steinmeier',
  ],
  [['Mr Hammond, the UK foreign secretary, said it was ⟦“too early to speak of any success”⟧.'], 'Hammond'],
  [
    [
      'In a joint statement, the leaders of France and Germany said they were ⟦“deeply concerned by the new fighting”⟧.',
    ],
    'leaders of France and Germany',
  ],
  [['A statement from the Kremlin said the leaders had ⟦“exchanged views on the steps ahead”⟧.'], 'Kremlin'],
  [
    ['The Kremlin said in a statement that the leaders had ⟦“exchanged views on the steps ahead”⟧.'],
    'Kremlin',
  ],
  [
    [
      'Ukrainian military spokesman Andriy Lysenko told a briefing in Kyiv that rebels had used the lull ⟦“to bring up guns and fuel”⟧.',
    ],
    'Andriy Lysenko',
  ],
  [
    ['Rebel leader Alexander Zakharchenko was quoted as saying: ⟦“We will take back what is ours.”⟧'],
    'Alexander Zakharchenko',
  ],
  [
    [
      'The prime minister, Arseniy Yatsenyuk, told his cabinet to prepare. ⟦“The state is going to defend itself,”⟧ he said.',
    ],
    'Arseniy Yatsenyuk',
  ],
  [
    ['Asked whether he trusted Putin, Obama paused. ⟦“We will judge him by what he does,”⟧ he said.'],
    'Barack Obama',
  ],
  [
    ['Merkel spoke to Putin by phone. ⟦“We agreed that the guns must fall silent,”⟧ she said.'],
    'Angela Merkel',
  ],
  [
    ['Putin spoke to Merkel by phone. ⟦“We agreed that the guns must fall silent,”⟧ she said.'],
    'Angela Merkel',
  ],
  [['Truss said: ⟦“We will not stand by.⟧ ', 'She then left.'], 'Liz Truss'],
  [['The deal is ⟦“dead and buried for good”⟧, Bild reported, citing officials.'], 'Bild'],
  [['Sanctions are ⟦“a path to nowhere for all”⟧, says Peskov'], 'Dmitry Peskov'],
  [
    ['But Lavrov insisted that Russia was ⟦“not threatening anyone at all”⟧ and that the West was to blame.'],
    'Sergei Lavrov',
  ],
  [
    ['Lavrov’s deputy, Sergei Ryabkov, said the two sides were ⟦“on different tracks from the start”⟧.'],
    'Sergei Ryabkov',
  ],
  [
    [
      'NATO’s chief said the alliance would ⟦“defend every inch of its soil”⟧.',
      'NATO Secretary General Jens Stoltenberg flew home.',
    ],
    'Jens Stoltenberg',
  ],
  [
    [
      'NATO Secretary General Jens Stoltenberg flew in.',
      'NATO’s chief said the alliance would ⟦“defend every inch of its soil”⟧.',
    ],
    'Jens Stoltenberg',
  ],
  [
    ['⟦“It is not about one country,”⟧ Zelensky said in an address late on Thursday. “It is about Europe.”'],
    'Volodymyr Zelenskiy',
  ],
  [
    [
      'The US ambassador to the UN, Samantha Power, told the council that Russia was ⟦“training, arming and joining the fighters”⟧.',
    ],
    'Samantha Power',
  ],
  [
    ['State Department spokeswoman Jen Psaki said the convoy was ⟦“a blatant breach of the border”⟧.'],
    'Jen Psaki',
  ],
  [
    ['Sen. John McCain, R-Ariz., said the answer was ⟦“the weapons that they are begging for”⟧.'],
    'John McCain',
  ],
  [['The Pentagon’s John Kirby said he had seen ⟦“no sign of any pull-back so far”⟧.'], 'John Kirby'],
  [
    ['Poland’s prime minister urged the EU to act. ⟦“Words will not stop a tank,”⟧ Donald Tusk said.'],
    'Donald Tusk',
  ],
  [['«Мы» is a word. Peskov said it was ⟦«not a matter for the press»⟧.'], 'Dmitry Peskov'],
  [['Peskov called it „⟦a matter for the courts alone⟧“.'], 'Dmitry Peskov'],
  [
    [
      'MOSCOW (Reuters) - Russia will respond to any new sanctions, Foreign Minister Sergei Lavrov said on Monday, calling them ⟦“a road that leads nowhere at all”⟧.',
    ],
    'Sergei Lavrov',
  ],
  [
    [
      '“This is a dangerous moment,” said Samuel Charap, a senior political scientist at the RAND Corporation. ⟦“Nobody knows where it ends.”⟧',
    ],
    'Samuel Charap',
  ],
  [
    [
      '⟦“We do not want a war,”⟧ President Vladimir V. Putin said at a news conference with the German chancellor, Olaf Scholz.',
    ],
    'Vladimir Putin',
  ],
  [
    ['In Kyiv, Mr. Zelensky struck a calmer tone, saying that panic was ⟦“the best friend of the enemy”⟧.'],
    'Volodymyr Zelenskiy',
  ],
  [
    [
      'The White House press secretary, Jen Psaki, told reporters that an invasion could come ⟦“at any time from now on”⟧.',
    ],
    'Jen Psaki',
  ],
  [
    [
      'A Pentagon spokesman, Rear Adm. John Kirby, said the move was ⟦“defensive in nature and nothing else”⟧.',
    ],
    'John Kirby',
  ],
  [
    [
      'Speaking to the BBC, the defence secretary said there was ⟦“a whiff of Munich in the air”⟧.',
      'Defence Secretary Ben Wallace had cut short a holiday.',
    ],
    'Ben Wallace',
  ],
  [
    ['Mr Wallace told the Sunday Times there was ⟦“a whiff of Munich in the air”⟧. Ben Wallace then left.'],
    'Ben Wallace',
  ],
  [
    ['“It may be that he just switches off his tanks,” Ben Wallace said, ⟦“and we all go home in peace.”⟧'],
    'Ben Wallace',
  ],
  [
    [
      'Ukraine’s ambassador to the UK, Vadym Prystaiko, told BBC Radio 5 Live the country could be ⟦“flexible about its goal of joining”⟧.',
    ],
    'Vadym Prystaiko',
  ],
  [
    [
      'Asked by reporters about the claim, Peskov denied it as ⟦“empty and unfounded hysteria from overseas”⟧.',
    ],
    'Dmitry Peskov',
  ],
  [
    [
      'Russia’s foreign ministry spokeswoman Maria Zakharova wrote on Telegram: ⟦“Give us the dates of your wars.”⟧',
    ],
    'Maria Zakharova',
  ],
  [
    [
      '⟦“Any step that raises tension is unwelcome,”⟧ China’s foreign ministry spokesman Wang Wenbin said at a daily briefing.',
    ],
    'Wang Wenbin',
  ],
  [
    [
      '“They are at the border”, US officials warned, while Biden himself spoke of ⟦“a distinct and growing possibility”⟧.',
    ],
    'Joe Biden',
  ],
  [['Former US president Donald Trump called the move ⟦“genius, and very savvy too”⟧.'], 'Donald Trump'],
  [['Zelensky’s office said the two had agreed ⟦“to stay in constant contact”⟧.'], undefined],
  [['A NATO official said ⟦“we are watching this very closely”⟧.'], 'NATO official'],
  [['⟦“We are watching this very closely,”⟧ one Western diplomat said.'], 'Western diplomat'],
  [
    ['The separatist leader, Denis Pushilin, urged people ⟦“to take up arms and defend themselves”⟧.'],
    'Denis Pushilin',
  ],
  [['Lavrov, Kerry and Steinmeier met in Vienna. ⟦“There was progress,”⟧ Kerry said.'], 'John Kerry'],
  [
    [
      'French Foreign Minister Laurent Fabius told Europe 1 radio: ⟦“The threat of sanctions has had its effect.”⟧',
    ],
    'Laurent Fabius',
  ],
  [
    ['⟦“The ceasefire is holding for the most part,”⟧ OSCE chief monitor Ertugrul Apakan said.'],
    'Ertugrul Apakan',
  ],
  [['Rasmussen said Russia was ⟦“now directly involved in the fighting”⟧.'], 'Anders Fogh Rasmussen'],
  [
    [
      'Putin said that the West had ⟦“ignored our main concerns”⟧, adding that “time is running out for a reply”.',
    ],
    'Vladimir Putin',
  ],
  [
    [
      'Putin said that the West had “ignored our main concerns”, adding that ⟦“time is running out for a reply”⟧.',
    ],
    'Vladimir Putin',
  ],
  [
    [
      'In a phone call with Biden, Zelensky stressed that Ukraine was ⟦“ready for any scenario whatsoever”⟧, his office said.',
    ],
    'Volodymyr Zelenskiy',
  ],
  [
    ['Biden promised Zelensky ⟦“the full support of the United States”⟧ in a phone call on Sunday.'],
    'Joe Biden',
  ],
  [
    [
      'The Russian leader said he was ready ⟦“to go down the negotiating track”⟧.',
      'Vladimir Putin met his ministers.',
    ],
    'Vladimir Putin',
  ],
  [
    [
      'Vladimir Putin met his ministers.',
      'The Russian leader said he was ready ⟦“to go down the negotiating track”⟧.',
    ],
    'Vladimir Putin',
  ],
  [['Local media quoted Kadyrov as saying his men were ⟦“ready to take any town”⟧.'], 'Ramzan Kadyrov'],
  [
    [
      '“We are done,” he told the crowd. The crowd, which had waited for hours, chanted ⟦“Glory to the heroes of the square”⟧.',
    ],
    undefined,
  ],
  [['Merkel and Putin agreed that ⟦“the ceasefire must be kept by all”⟧.'], undefined],
  [
    ['Kerry said: "The US stands by Ukraine." He added that Moscow must ⟦"stop the flow of arms and men"⟧.'],
    'John Kerry',
  ],
  [
    [
      'Interior Minister Arsen Avakov posted on Facebook that the town was ⟦“fully under our control again”⟧.',
    ],
    'Arsen Avakov',
  ],
  [['⟦“I heard three loud blasts,”⟧ Svitlana, a 45-year-old shop worker, told AFP.'], undefined],
  [['Resident Natalia Vitenko, 62, said: ⟦“We sleep in our coats.”⟧'], 'Natalia Vitenko'],
  [
    ['Truss insisted that the UK was ⟦“ready for all eventualities”⟧ but said diplomacy came first.'],
    'Liz Truss',
  ],
  [
    [
      'British Prime Minister Boris Johnson warned the situation was ⟦“as dangerous as it could be”⟧ after talks in Brussels with Stoltenberg.',
    ],
    'Boris Johnson',
  ],
  [
    [
      '“Our people are here”, the governor of Luhansk, Serhiy Haidai, said on television. ⟦“We will not leave them.”⟧',
    ],
    'Serhiy Haidai',
  ],
  [
    [
      'Ukrainian presidential adviser Mykhailo Podolyak said Moscow was ⟦“playing for time and nothing more”⟧.',
    ],
    'Mykhailo Podolyak',
  ],
  // Somebody nearer speaks or acts whom no name tells: the pronoun may mean them.
  [
    [
      'Peter Brandt opened the bridge. Kazimir admitted the work was late. ⟦“We lost a whole summer to the rain,”⟧ he said.',
    ],
    undefined,
  ],
  [
    [
      'Olena Brandt won the race. Mirela Dolny came third. Dolny was far from content. ⟦“I do not know where my legs were today,”⟧ she said.',
    ],
    undefined,
  ],
  [
    [
      'Peter Brandt opened the bridge. Kovalchuk, who sells bread there, was glad. ⟦“It saves me an hour every morning,”⟧ he said.',
    ],
    undefined,
  ],
  [['Peter Brandt left. A diver at the pier wept. ⟦“We found the boat upside down,”⟧ he said.'], undefined],
  [
    [
      'Peter Brandt left. One seller in the harbour market noted that prices had dropped. ⟦“Nobody buys fish in this weather,”⟧ he said.',
    ],
    undefined,
  ],
  [
    [
      'Peter Brandt left early. The vote prompted the prime minister to promise a review. ⟦“We shall look at every single bridge,”⟧ he said.',
    ],
    undefined,
  ],
  [
    [
      'It was no good Mr Blair calling the ferry safe, argued Mr Brandt on Friday. Pointing to the rust, he added: ⟦“Everybody knows that it will sink one day.”⟧',
    ],
    'Brandt',
  ],
  // What is capitalised may be no subject: the person stays.
  [
    [
      'Kirkhaven harbour boss Peter Brandt opened the bridge. ⟦“It is a good day for all of us here,”⟧ he said.',
    ],
    'Peter Brandt',
  ],
  [
    [
      'Peter Brandt opened the bridge. Repeal of the Ferry Act would come next. ⟦“It is a good day for all of us here,”⟧ he said.',
    ],
    'Peter Brandt',
  ],
  [
    [
      'The crew liked Peter Brandt. I asked Peter Brandt about the bridge. He told me: ⟦“It is a good day for all of us here.”⟧',
    ],
    'Peter Brandt',
  ],
  // Speech that was printed in paragraphs, opened anew in each.
  [
    [
      'Peter Brandt said: "The roof is gone. "⟦The walls will be next to fall.⟧" Mayor Olena Stone called it "a pity".',
    ],
    'Peter Brandt',
  ],
  // A verb of saying with words of its own is no tail of a question before it.
  [['The town met.', '⟦“Who will pay for the bridge?”⟧ Mr Brandt said the plan was dead.'], undefined],
  [['The town met.', '⟦“Who will pay for the bridge?”⟧ Peter Brandt asked the council.'], 'Peter Brandt'],
  [['The town met.', '⟦“Who will pay for the bridge?”⟧ Peter Brandt said on Monday.'], 'Peter Brandt'],
  // A name near by is not the speaker where the speaker is not read.
  [['Norway star Kazimirinho admitted: ⟦“It will be a hard match for us.”⟧'], undefined],
  [['Norway star Kazimirinho: ⟦“It will be a hard match for us.”⟧'], undefined],
  [['I told Jens Stoltenberg in January: ⟦“Jens, you need to say it now.”⟧'], undefined],
  [
    [
      'When Peter Brandt told her class of it, the guidance counselor warned that he set his ⟦“sights too high”⟧.',
    ],
    undefined,
  ],
  [
    ['The lawyer who had defended Peter Brandt had said the terms were ⟦“written in plain words”⟧.'],
    undefined,
  ],
  [
    [
      'The lawyer who had defended Peter Brandt said the terms were ⟦“written in plain words”⟧ for the town, noted Olena Stone.',
    ],
    undefined,
  ],
  [
    [
      'The letter came from Princess Mirela of Romania, who said life there was ⟦“politics and nothing else”⟧.',
    ],
    undefined,
  ],
  [
    ['Peter Brandt called Norway’s announced plan to close the pier ⟦“a very important step for us”⟧.'],
    'Peter Brandt',
  ],
];

describe('the sieve', () => {
  test.each(CONSTRUCTIONS)('%s', (text, speaker) => {
    expect(speakerIn(text)).toBe(speaker);
  });

  test.each(
    Object.entries(SPEAKER_RULES).flatMap(([id, { examples }]) =>
      examples.map(({ text, speaker }) => [id, text, speaker] as const),
    ),
  )('rule %s: %s', (id, text, speaker) => {
    const quotation = quotationIn(text);
    expect([quotation?.rule, quotation?.speaker?.name]).toEqual([id, speaker]);
  });

  test('follows no endless chain of pronouns', () => {
    const text = Array.from({ length: 3000 }, (_, n) => `“Words number ${n} of ours,” he said.`).join(' ');
    const { quotations } = annotateTexts([text]);
    expect(quotations).toHaveLength(3000);
    expect(quotations.filter(({ speaker }) => speaker)).toEqual([]);
  });

  test('reads a long chain of verbs once', () => {
    const [quotation] = annotateTexts([
      `${'crews and said '.repeat(40)}“the road is closed to us”.`,
    ]).quotations;
    expect(quotation?.speaker).toBeUndefined();
  });

  test('leaves quoted words alone that nobody says', () => {
    const [quotation] = annotateTexts(['The road is known as the “wet mile” to drivers.']).quotations;
    expect([quotation?.kind, quotation?.speaker, quotation?.rule]).toEqual(['scare', undefined, 'none']);
  });
});

function speakerIn(text: readonly string[]) {
  return quotationIn(text)?.speaker?.name;
}

function quotationIn(text: readonly string[]) {
  const words = /⟦[\s"“„«‘–-]*([^⟧]*?)[\s"”“»’,–-]*⟧/.exec(text.join('\n'))?.[1] ?? '';
  const { quotations } = annotateTexts(text.map((line) => line.replace(/[⟦⟧]/g, '')));
  const found = quotations.find((quotation) => quotation.text.includes(words.slice(0, 25)));
  expect(found, words).toBeDefined();
  return found;
}
