import { needsIdentity, numberAppointments, shownAppointment } from './appointments';
import { declareTool, done } from './tool';

export const listMyAppointments = declareTool({
  name: 'list_my_appointments',
  description:
    'Tells the identified caller their own upcoming appointments, numbered. Call it before a change or a cancellation.',
  shape: {},
  writes: false,
  books: false,
  run: async (_input, context) => {
    if (context.state.identified === null) return needsIdentity(context);
    const listed = await numberAppointments(context);
    const [only] = listed;
    const shown = listed.map((one) => shownAppointment(one, context));
    if (only === undefined) return done({ appointments: [] }, context.say('appointments.none'), ['find_slots']);
    const say =
      listed.length === 1
        ? context.say('appointments.one', { visit: context.sentences.visit(only) })
        : context.say('appointments.many', { visits: context.sentences.visits(listed) });
    return done({ appointments: shown }, say, ['cancel_appointment', 'reschedule_appointment', 'find_slots']);
  },
});
