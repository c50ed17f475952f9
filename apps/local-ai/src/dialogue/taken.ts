import { call, say, type Scene, type Step } from './steps';
import { chosenAppointment, openWishes } from './wishes';

/** The same times read out once more. */
export function searchAgain(scene: Scene): Step {
  const last = scene.turns.at(-2)?.rounds.findLast(({ tool }) => tool === 'find_slots');
  const search = last?.args ?? scene.memory.search;
  return search ? call('find_slots', search) : say('askOption');
}

/** An offered time is kept for a booking; for a move it is where the appointment goes. */
export function take(chosen: number, scene: Scene): Step {
  const wish = openWishes(scene.memory)[0];
  const moving = wish?.kind === 'move' ? chosenAppointment(wish, scene.memory, scene.state) : null;
  if (moving) return call('reschedule_appointment', { appointment: moving.number, option: chosen });
  return call('hold_slot', { option: chosen });
}
