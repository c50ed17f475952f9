// The clinic's time: doctors, specialties, visit types, schedules, slots, holds, appointments, patients, waitlist.
// It may use identity, platform and language.
// conversation and every room above it may use it.
export { schedulingEntities } from './scheduling-entities';
