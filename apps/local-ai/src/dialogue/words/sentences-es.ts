import type { SentenceKey } from './vocabulary';

export const spanishSentences: Readonly<Record<SentenceKey, string>> = {
  greeting:
    'Hola, gracias por comunicarse con nosotros. Puedo reservar, cambiar o cancelar una cita, o tomar un mensaje. ¿En qué puedo ayudarle?',
  noState:
    'Hola. Puedo ayudarle con las citas: reservar, cambiar o cancelar una, o tomar un mensaje. ¿Qué desea hacer?',
  askTarget: '¿Qué especialidad desea, o con qué doctor?',
  askWhen: '¿Qué día y a qué hora le conviene?',
  askOtherTime: '¿Qué otro día u hora le conviene?',
  askNewTime: '¿Qué día y a qué hora la prefiere?',
  askOption: '¿Cuál de esas horas prefiere?',
  askYes: '¿Sigo adelante? Diga sí o no, por favor.',
  askIdentity: '¿Me dice su nombre completo y su fecha de nacimiento, por favor?',
  askPatient: '¿Me dice el nombre completo y la fecha de nacimiento del paciente, por favor?',
  askName: '¿Me dice su nombre completo, por favor?',
  askDob: '¿Me dice su fecha de nacimiento, por favor?',
  askCode: '¿Me lee el código, por favor?',
  askWhichCancel: '¿Qué cita desea cancelar?',
  askWhichMove: '¿Qué cita desea cambiar?',
  askWhichCorrect: 'Lo siento. Dígame, por favor, qué debe ser distinto.',
  askMessage: '¿Qué mensaje desea dejar para el personal?',
  askAnythingElse: '¿Puedo ayudarle en algo más?',
  askNext: '¿Sigo adelante con la siguiente?',
  askWish: '¿En qué puedo ayudarle?',
  notUnderstood: 'Disculpe, no le he entendido. ¿Desea reservar, cambiar o cancelar una cita, o dejar un mensaje?',
  guessBook: '¿Desea reservar una cita? Diga sí o no, por favor.',
  guessMove: '¿Desea cambiar una cita a otra hora? Diga sí o no, por favor.',
  guessCancel: '¿Desea cancelar una cita? Diga sí o no, por favor.',
  guessList: '¿Desea saber qué citas tiene? Diga sí o no, por favor.',
  guessWaitlist: '¿Desea estar en la lista de espera? Diga sí o no, por favor.',
  guessMessage: '¿Desea dejar un mensaje para el personal? Diga sí o no, por favor.',
  choices:
    'Elija un número, por favor: número uno, una cita nueva; número dos, otra hora para una cita; número tres, cancelar una; número cuatro, un mensaje; número cinco, una persona.',
  offerPerson: 'Así no avanzamos. ¿Desea que le ayude una persona? Diga sí o no, por favor.',
  otherWays:
    'Puedo mirar otro día o con otro médico. También hay una lista de espera, y puede ayudarle una persona. ¿Qué prefiere?',
  takeTime: 'Claro, tómese su tiempo. ¿Cuál de esas horas prefiere?',
  personTakesOver: 'Una persona le ayudará con eso. ¿Puedo ayudarle en algo más?',
  leftAsItIs: 'De acuerdo, lo dejo como está. ¿Puedo ayudarle en algo más?',
  sorry: 'Disculpe, no le he entendido.',
  troubled: 'Lo siento, no ha funcionado. ¿Desea intentar otra cosa o dejar un mensaje?',
  speaks: 'Sí, podemos seguir en español. ¿En qué puedo ayudarle?',
  noAdvice:
    'No puedo dar consejos médicos; eso le corresponde a un médico, una enfermera o un farmacéutico. Puedo buscarle una visita o tomar un mensaje para nuestro personal. ¿Qué prefiere?',
  automated: 'Soy el asistente automático de la clínica. Puedo ayudarle con las citas. ¿En qué puedo ayudarle?',
};
