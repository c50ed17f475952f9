import type { SentenceKey } from './vocabulary';

export const englishSentences: Readonly<Record<SentenceKey, string>> = {
  greeting:
    'Hello, thank you for contacting us. I can book, move or cancel an appointment, or take a message. How can I help you?',
  noState:
    'Hello. I can help with appointments: booking, moving or cancelling one, or taking a message. What would you like to do?',
  askTarget: 'Which specialty or doctor would you like to see?',
  askWhen: 'What day and time would suit you?',
  askOtherTime: 'What other day or time would suit you?',
  askNewTime: 'What day and time would you like instead?',
  askOption: 'Which of those times would you like?',
  askYes: 'Shall I go ahead? Please say yes or no.',
  askIdentity: 'Could you tell me your full name and date of birth, please?',
  askPatient: "Could you tell me the patient's full name and date of birth, please?",
  askName: 'Could you tell me your full name, please?',
  askDob: 'Could you tell me your date of birth, please?',
  askCode: 'Could you read me the code, please?',
  askWhichCancel: 'Which appointment would you like to cancel?',
  askWhichMove: 'Which appointment would you like to move?',
  askWhichCorrect: 'I am sorry. Please tell me what should be different.',
  askMessage: 'What would you like me to tell the staff?',
  askAnythingElse: 'Is there anything else I can do for you?',
  askNext: 'Shall I go on with the next one?',
  askWish: 'How can I help you?',
  notUnderstood:
    'Sorry, I did not understand that. Would you like to book, move or cancel an appointment, or leave a message?',
  guessBook: 'Would you like to book an appointment? Please say yes or no.',
  guessMove: 'Would you like to move an appointment to another time? Please say yes or no.',
  guessCancel: 'Would you like to cancel an appointment? Please say yes or no.',
  guessList: 'Would you like to hear which appointments you have? Please say yes or no.',
  guessWaitlist: 'Would you like to be put on the waiting list? Please say yes or no.',
  guessMessage: 'Would you like to leave a message for our staff? Please say yes or no.',
  choices:
    'Please choose by a number: number one, a new appointment; number two, another time for one; number three, cancelling one; number four, a message; number five, a person.',
  offerPerson: 'We are not getting any further. Shall I have a person help you? Please say yes or no.',
  otherWays:
    'I can look on another day or with another doctor. There is also a waiting list, and a person could help you. What would you like?',
  takeTime: 'Of course, take your time. Which of those times would you like?',
  waiting: 'Of course, take your time. Shall I go ahead when you are ready?',
  whyAsked: 'It lets me find the right record, and I use it for nothing else.',
  withoutIt: 'Without it I cannot open a record. I can take a message, or a person can help you. Which would you like?',
  personTakesOver: 'A person will help you with that. Is there anything else I can do for you?',
  leftAsItIs: 'All right, I will leave that as it is. Is there anything else I can do for you?',
  sorry: 'Sorry, I did not get that.',
  troubled: 'I am sorry, that did not work. Would you like to try something else, or leave a message?',
  speaks: 'Yes, we can go on in English. How can I help you?',
  noAdvice:
    "I can't give medical advice; a doctor, a nurse or a pharmacist can. I can find you a visit or take a message for our staff. Which would you like?",
  automated: 'I am the automated assistant of the clinic. I can help with appointments. How can I help you?',
};
