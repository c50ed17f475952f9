import { needsIdentity, numberAppointments, sayAppointments, shownAppointments } from './appointments';
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
    const say = sayAppointments(listed, context);
    if (listed.length === 0) return done({ appointments: [] }, say, ['find_slots']);
    const appointments = shownAppointments(listed, context);
    const shown = appointments.length === listed.length ? { appointments } : { appointments, more: true };
    return done(shown, say, ['cancel_appointment', 'reschedule_appointment', 'find_slots']);
  },
});
