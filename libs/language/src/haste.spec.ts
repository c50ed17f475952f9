import { mendHaste } from './haste';

describe('texts typed in haste', () => {
  it.each([
    ['can u c dr b 2mor w/ my mom', 'can you see dr b tomorrow with my mom'],
    ['need 2 resched my appt w whitlock 2 fri', 'need to reschedule my appointment with whitlock to fri'],
    ['pls cxl my appt 2mor', 'please cancel my appointment tomorrow'],
    ['whats my nxt appt', "what's my next appointment"],
    ['running 15 min late 4 my appt 2day', 'running 15 min late for my appointment today'],
    ['hey r u guys open sat', 'hey are you guys open sat'],
    ['lmk if theres an opning', 'let me know if theres an opning'],
    ['apointment tomorow aftrnoon', 'appointment tomorrow afternoon'],
    ['kiero canbiar mi sita xfa', 'quiero cambiar mi cita por favor'],
    ['q dia tengo la cita', 'que dia tengo la cita'],
    ['anulen mi cita d mañana', 'anulen mi cita d mañana'],
    ['paso pal lunes', 'paso para el lunes'],
  ])('%s', (written, meant) => {
    expect(mendHaste(written)).toBe(meant);
  });

  it.each([
    'L A N G',
    'r-a-m-a-n',
    'B, E double L, Marcus',
    'Sora Im',
    'Friday at 2 or at 4',
    'option 2',
    'two or 4 works',
    'half 4 today is sound',
    'half past 2 tomorrow, please',
    'make it 4 tomorrow',
    'cancela la cita',
    'Quiero una cita',
    "I can't come",
    'Dr. W. Chen',
  ])('leaves %s as it is', (written) => {
    expect(mendHaste(written)).toBe(written);
  });
});
