import { wordsOf } from './words';

/**
 * Names that are not written as they sound, each with how recognisers and callers write them instead. Both spellings are then
 * compared; a name alone never identifies anybody.
 */
const WRITTEN_OTHERWISE = `
  siobhan: shivon shavon shavonne shevaun chevonne shivawn|niamh: neev neve neave nieve|aoife: eefa efa ifa|saoirse: sersha seersha
  sinead: shinade shanaid shanade|caoimhe: keeva kweeva quiva|eoghan: owen|eoin: owen|oisin: osheen usheen|tadhg: tige tyg
  padraig: porig pawdrig|grainne: gronya granya|roisin: rosheen rowsheen|maeve: mave|ciara: kira keera|cian: keen kian
  aisling: ashling|eilidh: ayley aylee|seamus: shamus|sean: shawn shaun|deirdre: deedra deardra|caitlin: kaitlyn katelyn
  wojciech: wojtek voytek voyteck voycheck voichek|krzysztof: kristof christoff kshishtof|agnieszka: agneska agnieshka
  malgorzata: margojata gosha|katarzyna: katajina katarjina|grzegorz: grezgosh gjegosh|jerzy: yezhi yerzy|lukasz: lukash
  tomasz: tomash|mateusz: mateush|szymon: shimon|janusz: yanush|joanna: yoanna|zbigniew: zbignev|gyorgy: george
  beauchamp: beecham|thibodeaux: tibodo tibbadoe tibado thibodo|thibodeau: tibodo tibbadoe tibado thibodo|thibault: tebow tibo teebow
  vaughan: von vawn vaughn vorn|vaughn: von vawn vorn|cholmondeley: chumley|featherstonehaugh: fanshaw|mainwaring: mannering
  marjoribanks: marchbanks|menzies: mingis|dalziel: deeell|colquhoun: cahoon|mcleod: mcloud macleod|mackay: mckai|urquhart: urkert
  leicester: lester|worcester: wooster|gloucester: gloster|gough: goff|waugh: waw war|hough: huff|pugh: pew pyoo|keogh: keyo kyo
  mcgrath: mcgraw magraw|kavanagh: cavana cavanaugh|gallagher: galliger gallaher galager|maher: mar marr|meagher: mar marr
  dubois: dubwa dewboys doobwah|boudreaux: boodro budro|boudreau: boodro budro|arceneaux: arsino arseno|guidry: gidry|hebert: abear aybear
  leblanc: leblonk lablonk|benoit: benwah benwa|robichaux: robisho|gautreaux: gotro|fontenot: fontno fontenow|desjardins: dayjardan
  beaulieu: bewley bolyu|lefebvre: lefave lefevre|rousseau: russo rooso|moreau: moro|theroux: theroo|giroux: jeroo|michaud: misho
  nguyen: win wen newyen nooyen|ng: ing|hsu: shoe shu|xu: shoe shu|xiao: shao shaw|zhang: jang|zhao: jao|zhou: joe jo|qian: chen
  huang: wong hwang|cao: tsao|pham: fam|phan: fan|phuong: fong|thuy: twee|duc: duke|huynh: win hwin|hoang: hwang wang|vuong: vong
  siddiqui: sidiki sadeeky|nkechi: inketchy enkechi|xochitl: sochi sochil sochitl|itzel: itsel itsell|jimenez: himenez heemenez
  jorge: horhe horhey horhay|jesus: hesus hayzeus|guillermo: giermo geeyermo guiermo|joaquin: wakeen hwakin juaquin|jaime: hymie himey
  julio: hoolio|juan: wan won hwan|javier: havier haviair|xavier: zavier havier|hector: ector ektor|guerrero: gerrero|villa: via viya
  llorente: yorente|ximena: himena jimena|jimena: himena|jose: hosay hozay|juanita: waneeta|munoz: munyos moonyos munyoz
  nunez: nunyez noonyez|pena: penya|zuniga: sunyiga|castaneda: castanyeda|ibanez: ibanyez|quinones: kinyones|ordonez: ordonyez
  eugene: hughjean yujean hugene|pruitt: proofit pruit prewitt|jacques: jock zhak|rene: renay|chloe: cloey cloe|phoebe: feebee phebe
  isla: eyela ila|graham: gram graeme grayam|leigh: lee|geoffrey: jeffrey|geoff: jeff|rhys: reese reece|ieuan: yayan|sian: sharn
  llewellyn: lewellin|dafydd: davith|angharad: anharad|myfanwy: muvanwy|stephen: steven|philip: phillip|yvonne: evon evonne
  yves: eve eves|giovanni: jovanni|giuseppe: jusepi joosepy|gianna: jana jahna|luca: looka|chiara: kiara keyara|bianca: byanka
  bjorn: byorn|soren: suren|joost: yoast|johan: yohan|johannes: yohannes|jurgen: yurgen|schmidt: shmit|schultz: shults|schaefer: shafer
  weiss: vice wise|wagner: vagner|wojcik: voychik|nowak: novak|kowalczyk: kovalchik|szczepanski: stepanski shepanski|przybylski: pribilski
  dvorak: divorzhak dvorjak|zielinski: jelinski|gyllenhaal: jillenhall|jacqueline: jacklyn jackielynn jackaleen|hyacinth: hiasinth
  marguerite: margarite margaret|anneliese: analise|mathilde: matilda|aurelie: orelly|celeste: selest|cifuentes: sifuentes
  cisneros: sisneros|zepeda: sepeda|zamora: samora|zavala: savala|quezada: quesada|velazquez: velasquez|vazquez: vasquez basques
  baez: bayez|chavez: chaves|gutierrez: gootierez|echeverria: etchaveria|aguirre: agirre|yanez: janez ianez|iglesias: eaglesias`;

const variants: ReadonlyMap<string, readonly string[]> = new Map(
  WRITTEN_OTHERWISE.split(/[|\n]/)
    .map((line) => line.split(':'))
    .filter(([, others]) => others !== undefined)
    .map(([name = '', others = '']) => [name.trim(), wordsOf(others)]),
);

/** Spellings by which a word of a name may have been heard; none for most. */
export function otherSpellings(word: string): readonly string[] {
  return variants.get(word) ?? [];
}

/** In order: what an English ear makes of letters. */
const HEARD: readonly (readonly [RegExp, string])[] = [
  [/(?:eaux|eault|eau|aux|ault)$/, 'o'],
  [/^(?:kn|gn)/, 'n'],
  [/^wr/, 'r'],
  [/ph/g, 'f'],
  [/sch/g, 'sh'],
  [/tch/g, 'ch'],
  [/dg/g, 'j'],
  [/gh/g, ''],
  [/ck|qu|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c(?!h)/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/gu(?=[ei])/g, 'g'],
  [/([a-z])\1/g, '$1'],
  [/a([lmnrtvd])e$/, 'ai$1'],
  [/(?:ay|ei|ey)(?=[a-z])/g, 'ai'],
  [/aw|au/g, 'o'],
  [/oo|ou|ew|ue/g, 'u'],
  [/ea|ee|ie|y/g, 'i'],
  [/sen$/, 'son'],
  [/e$/, ''],
];

/** A word as it is heard: "gale" and "gail", "sorensen" and "sorenson" are one. */
export function heardForm(word: string): string {
  return HEARD.reduce((form, [pattern, sound]) => form.replace(pattern, sound), word.replaceAll(' ', ''));
}
