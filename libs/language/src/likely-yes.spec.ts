import { judgeAnswerAbout } from './answer-about';
import type { PutToCaller } from './answer-about';

const put: PutToCaller = { to: 'book', names: ['Ruth Adler', 'Peter Lang'], startsAt: '2027-05-11T14:00:00-04:00' };
const at = { now: '2027-05-03T09:00:00-04:00', timezone: 'America/New_York', country: 'US' };
const judge = (text: string, language: string, to: PutToCaller = put): string =>
  judgeAnswerAbout(text, { ...at, language }, to);

/** Of nobody's set. */
describe('a yes that no list has whole', () => {
  it.each([
    ['en', 'perfect, thank you so much, he keeps crying'],
    ['en', 'yes lovely, stick that in for us chief'],
    ['en', '👍🏽'],
    ['es', 'sí, anótemela, reina'],
    ['es', 'apártemela pues'],
    ['es', 'perfecto, muchísimas gracias, qué alegría'],
  ])('%s: %s', (language, text) => {
    expect(judge(text, language)).toBe('yes');
  });

  it.each([
    ['en', 'haud on'],
    ['en', 'sounds great but could it be later'],
    ['en', 'perfect, only it is for my mother'],
    ['en', 'lovely, put it under Zara'],
    ['en', 'great, Thursday then'],
    ['en', 'yes, hang on, let me get my diary'],
    ['en', 'thanks, what does it cost'],
    ['en', 'perfect, four is perfect'],
    ['es', 'sí, permítame, me están llamando'],
    ['es', 'ahorita le confirmo'],
    ['es', 'si es con otra, sí'],
    ['es', 'perfecto, ¿y a las cinco?'],
    ['es', 'apúntela a nombre de mi suegra'],
  ])('is none: %s: %s', (language, text) => {
    expect(judge(text, language)).not.toBe('yes');
  });

  it('to a booking is none to a cancelling', () => {
    const cancelling: PutToCaller = { ...put, to: 'cancel' };
    expect(judge('yes lovely, stick that in for us chief', 'en', cancelling)).not.toBe('yes');
  });
});
