import { detectLanguage, isForeign } from '../detect-language';
import { detectEmergency } from '../emergencies/detect-emergency';
import { judgeAnswer } from '../answers';
import { asksForPerson } from '../person-requests';
import { understandDateOfBirth } from '../dates/date-of-birth';
import { understandWhen } from '../dates/understand-when';
import { findSpecialty } from '../specialties';
import { languages } from '../speech-context';
import { sayDay } from '../speech';

const among = ['en', 'es', 'fr'];
/** A Monday. */
const context = { now: '2027-05-03T09:00:00+02:00', timezone: 'Europe/Paris', language: 'fr', country: 'FR' };

describe('French, which files alone add', () => {
  it('is spoken', () => {
    expect(languages).toEqual(['en', 'es', 'fr']);
    expect(sayDay('2027-05-04T15:00:00+02:00', context)).toBe('demain, mardi 4 mai');
  });

  it.each([
    'Bonjour, je voudrais un rendez-vous avec le cardiologue',
    'Vous avez quelque chose demain après-midi ?',
    'Oui, allez-y',
    "J'ai mal au dos depuis une semaine",
    "C'est parfait, merci",
  ])('knows %s', (text) => expect(detectLanguage(text, 'en', among)).toBe('fr'));

  it.each([
    ['I would like an appointment with the dermatologist please', 'en'],
    ['Quiero una cita con el cardiólogo mañana por la tarde', 'es'],
    ['San Jose', 'en'],
    ['ok', 'es'],
  ])('leaves %s as it is', (text, language) => expect(detectLanguage(text, language, among)).toBe(language));

  it('is not looked for where a clinic does not speak it', () =>
    expect(detectLanguage('Bonjour, je voudrais un rendez-vous', 'en')).toBe('en'));

  const yes = [
    'oui',
    'Oui, merci',
    "d'accord",
    'ça marche',
    'Parfait, allez-y',
    'oui oui c’est bon',
    'Ok réservez-le',
    "oui s'il vous plaît",
    'tout à fait',
    'Je le prends',
  ];
  const no = ['non', 'Non merci', 'pas du tout', 'laissez tomber', 'non, ça ne va pas', 'je vais réfléchir'];
  const unclear = [
    'oui mais plutôt jeudi',
    'peut-être',
    'vous avez autre chose ?',
    'oui ?',
    'à quelle heure',
    'je ne sais pas',
    "oui si c'est le matin",
  ];
  it.each(yes)('hears a yes in %s', (text) => expect(judgeAnswer(text, 'fr')).toBe('yes'));
  it.each(no)('hears a no in %s', (text) => expect(judgeAnswer(text, 'fr')).toBe('no'));
  it.each(unclear)('hears neither in %s', (text) => expect(judgeAnswer(text, 'fr')).toBe('unclear'));
  it('takes "annulez-le" for a yes to a cancelling alone', () => {
    expect(judgeAnswer('annulez-le', 'fr', 'cancel')).toBe('yes');
    expect(judgeAnswer('annulez-le', 'fr', 'book')).toBe('unclear');
  });

  it.each([
    ['demain après-midi', { date: '2027-05-04', from: '2027-05-04T12:00', to: '2027-05-04T18:00' }],
    ['jeudi à 15h30', { date: '2027-05-06', time: '15:30' }],
    ['mardi à trois heures et demie', { date: '2027-05-04', time: '15:30' }],
    ['le 12 mai au matin', { date: '2027-05-12', from: '2027-05-12T08:00', to: '2027-05-12T12:00' }],
    ['après-demain vers dix heures', { date: '2027-05-05', time: '10:00' }],
    ['vendredi avant midi', { date: '2027-05-07', to: '2027-05-07T12:00' }],
    ['la semaine prochaine', { from: '2027-05-10T00:00', to: '2027-05-17T00:00' }],
    ['lundi en huit', { date: '2027-05-17' }],
    ['dans quinze jours', { date: '2027-05-17' }],
    ['entre 14h et 16h demain', { date: '2027-05-04', from: '2027-05-04T14:00', to: '2027-05-04T16:00' }],
    ['ce soir', { date: '2027-05-03', from: '2027-05-03T17:00', to: '2027-05-03T21:00' }],
    ['dès que possible', { earliest: true }],
    [
      "je voudrais voir un médecin mardi, un rendez-vous l'après-midi",
      { date: '2027-05-04', from: '2027-05-04T12:00', to: '2027-05-04T18:00' },
    ],
    ['midi et demi mercredi', { date: '2027-05-05', time: '12:30' }],
    ['jeudi, non pardon, vendredi', { date: '2027-05-07' }],
    ['huit heures du matin demain', { date: '2027-05-04', time: '08:00' }],
    ['après 15 heures jeudi', { date: '2027-05-06', from: '2027-05-06T15:00' }],
    ['le premier juin', { date: '2027-06-01' }],
    ['le premier lundi de juin', { date: '2027-06-07' }],
    ['tous les jours sauf le mercredi', { weekdays: [1, 2, 4, 5, 6, 7] }],
    ['le matin, pas le lundi', { dailyFrom: '08:00' }],
    ['quatorze heures quarante-cinq le 6 mai', { date: '2027-05-06', time: '14:45' }],
    ["jusqu'à vendredi", { to: '2027-05-08T00:00' }],
    ['à partir de jeudi', { from: '2027-05-06T00:00' }],
    ['fin mai', { from: '2027-05-25T00:00' }],
    ['le lundi de Pâques', { date: '2028-04-17' }],
  ])('understands %s', (text, expected) => expect(understandWhen(text, context)).toMatchObject(expected));

  it.each(['un rendez-vous avec un médecin', 'bonjour', 'je voudrais un cardiologue'])('finds no time in %s', (text) =>
    expect(understandWhen(text, context)).toBeNull(),
  );

  it('asks back', () => {
    expect(understandWhen('hier', context)).toMatchObject({ why: 'past' });
    expect(understandWhen('le 31 juin', context)).toMatchObject({ why: 'nonexistent' });
    expect(understandWhen('un de ces jours', context)).toMatchObject({ why: 'vague' });
  });

  it.each([
    ['le premier février mille neuf cent soixante-dix', '1970-02-01'],
    ['né le 3 mars 1965', '1965-03-03'],
    ['dix-sept août quatre-vingt-quatre', '1984-08-17'],
    ['01/02/1970', '1970-02-01'],
    ['le vingt et un octobre deux mille cinq', '2005-10-21'],
    ['le douze décembre mille neuf cent quatre-vingt-dix-sept', '1997-12-12'],
    ['zéro un zéro deux soixante-dix', '1970-02-01'],
  ])('reads the birth date in %s', (text, date) =>
    expect(understandDateOfBirth(text, context)).toEqual({ ok: true, date }),
  );

  it.each([
    ['un cardiologue', 'Cardiology'],
    ['pour ma peau', 'Dermatology'],
    ['le médecin généraliste', 'Family Medicine'],
  ])('finds the field in %s', (text, specialty) =>
    expect(findSpecialty(text, ['Cardiology', 'Dermatology', 'Family Medicine'], 'fr').specialty).toBe(specialty),
  );

  it.each([
    'Je voudrais parler à quelqu’un',
    'Passez-moi une personne',
    'un conseiller s’il vous plaît',
    'Je ne veux pas parler à un robot',
    'la secrétaire',
  ])('puts through for %s', (text) => expect(asksForPerson(text)).toBe(true));
  it.each(['Je voudrais un rendez-vous pour une personne âgée', 'Je viens en personne', 'bonjour'])(
    'does not for %s',
    (text) => expect(asksForPerson(text)).toBe(false),
  );

  it('is a foreign language to the guard', () => {
    expect(isForeign('Votre rendez-vous est confirmé.')).toBe(true);
    expect(isForeign('Your appointment is confirmed.')).toBe(false);
  });

  it.each([
    "J'ai très mal à la poitrine",
    'Mon mari a une douleur dans la poitrine et il transpire',
    'Il ne respire plus',
    "Je n'arrive pas à respirer",
    "Elle n'arrive plus à parler, sa bouche est de travers",
    'Mon père fait un AVC',
    'Ma femme saigne beaucoup',
    'Il est inconscient par terre',
    'Mon fils a avalé de la javel',
    'Il a pris trop de médicaments',
    'Elle convulse',
    'Ma langue est gonflée et ma gorge se ferme',
    "C'est une urgence",
    'Appelez une ambulance',
    'Mon bébé a de la fièvre, il a trois semaines',
    'Je suis enceinte et je saigne',
    "J'ai perdu les eaux",
    'Le pire mal de tête de ma vie',
    'Non, mon coeur me fait mal',
    'Il s’est étouffé avec un morceau de viande',
    'Je ne sens plus mon bras gauche, il est engourdi',
    'infarctus',
    'je crache du sang',
    'elle est tombée sur la tête et elle vomit',
    'ça me serre dans la poitrine',
  ])('raises the alarm for %s', (text) => expect(detectEmergency(text)).toEqual({ emergency: true, kind: 'medical' }));

  it.each([
    'Je veux mourir',
    "J'ai envie d'en finir",
    'Mon fils veut se suicider',
    'je pense au suicide',
    'je n’ai plus envie de vivre',
    'elle se mutile',
  ])('raises a crisis for %s', (text) => expect(detectEmergency(text)).toEqual({ emergency: true, kind: 'crisis' }));

  it.each([
    'Je voudrais un rendez-vous en cardiologie',
    'Une radio de la poitrine demain matin',
    "J'ai eu un infarctus en 2019, c'est pour le contrôle",
    "Ce n'est pas une urgence",
    'Je n’ai pas mal à la poitrine',
    'Je meurs de faim',
    'Pour une prise de sang, faut-il être à jeun ?',
    'Je voudrais déplacer mon rendez-vous de jeudi',
    'Le numéro d’urgence, c’est lequel ?',
    'Ma mère est diabétique, elle a besoin d’un contrôle',
    'Est-ce que vous traitez les AVC ?',
    'Je suis enceinte de trois mois et je voudrais voir la gynécologue',
    'J’ai un peu mal au genou',
    'Rien de grave, juste un rhume',
    'Que faire en cas de crise cardiaque ?',
    'Mon bébé a trois semaines, il lui faut un premier rendez-vous',
    'mes gencives saignent quand je me brosse les dents',
    'Il a fait une chute de vélo il y a deux ans',
  ])('stays calm at %s', (text) => expect(detectEmergency(text).emergency).toBe(false));
});
