import { randomUUID } from 'node:crypto';
import { foldName } from '@clinicall/language';
import { AppError } from '@clinicall/platform';
import type { PatientRecord } from './patients.repository';
import { tidyName } from './patient-fields';
import { instantOf } from './wall-time';
import type { World } from './world';

export interface PlannedDoctor {
  readonly id: string;
  readonly name: string;
  readonly specialty: string;
  readonly languages: readonly string[];
  /** There before the import. */
  readonly known: boolean;
}

export interface PlannedSlot {
  readonly id: string;
  readonly doctorId: string;
  readonly specialty: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Where the world asks for it, to name in a refusal. */
  readonly field: string;
}

export interface PlannedAppointment {
  readonly id: string;
  readonly slotId: string;
  readonly patientId: string;
  readonly status: World['appointments'][number]['status'];
  readonly visitType: string | null;
  readonly reason: string | null;
}

export interface WorldPlan {
  readonly doctors: readonly PlannedDoctor[];
  readonly patients: readonly (PatientRecord & { readonly known: boolean })[];
  readonly slots: readonly PlannedSlot[];
  readonly appointments: readonly PlannedAppointment[];
}

/** What the clinic already has, so that importing twice finds the same doctors and patients. */
export interface Present {
  readonly doctors: readonly { readonly id: string; readonly name: string; readonly specialty: string }[];
  readonly patients: readonly { readonly id: string; readonly nameKey: string; readonly dateOfBirth: string }[];
}

const USUAL_MINUTES = 30;

/** Everything an import will write, with every clash inside the world found before anything is. */
export function planWorld(world: World, timezone: string, present: Present): WorldPlan {
  const doctors = planDoctors(world, present);
  const patients = planPatients(world, present);
  const free = world.doctors.flatMap((doctor, d) => {
    const times = doctor.free.map((text, f) => momentOf(text, timezone, `doctors[${d}].free[${f}]`));
    const length = doctor.slotMinutes ?? world.slotMinutes ?? usualMinutes(times);
    return times.map((startsAt, f) => slotAt(doctors[d], startsAt, length, `doctors[${d}].free[${f}]`));
  });
  const slots = [...free];
  const appointments = world.appointments.map((one, a) => {
    const field = `appointments[${a}]`;
    const startsAt = momentOf(one.startsAt, timezone, `${field}.startsAt`);
    const d = named(world.doctors, one.doctor, `${field}.doctor`, 'is not a doctor of this world');
    const slot = slots.find(
      (made) => made.doctorId === doctors[d]?.id && made.startsAt.getTime() === startsAt.getTime(),
    );
    const length =
      one.minutes ?? world.doctors[d]?.slotMinutes ?? world.slotMinutes ?? lengthBeside(free, doctors[d]?.id);
    const used = slot ?? slotAt(doctors[d], startsAt, length, `${field}.startsAt`);
    if (slot === undefined) slots.push(used);
    return { ...planAppointment(one, used, patientOf(world, one, patients, field)), used, field };
  });
  refuseOverlaps(slots, (slot) => slot.doctorId, 'overlaps another time of this doctor');
  const live = appointments.filter((one) => ['booked', 'arrived', 'fulfilled'].includes(one.status));
  const visits = live.map((one) => ({ ...one.used, patientId: one.patientId, field: one.field }));
  refuseOverlaps(visits, (visit) => visit.id, 'is at a time that another appointment has');
  refuseOverlaps(visits, (visit) => visit.patientId, 'puts the patient in two places at once');
  return { doctors, patients, slots, appointments };
}

function planDoctors(world: World, present: Present): PlannedDoctor[] {
  const seen = new Set<string>();
  return world.doctors.map((doctor, d) => {
    const name = tidyName(doctor.name);
    const key = JSON.stringify([name, doctor.specialty]);
    if (seen.has(key)) throw AppError.field(`doctors[${d}].name`, 'stands twice');
    seen.add(key);
    const known = present.doctors.find((one) => one.name === name && one.specialty === doctor.specialty);
    return {
      id: known?.id ?? randomUUID(),
      name,
      specialty: doctor.specialty,
      languages: doctor.languages ?? [],
      known: known !== undefined,
    };
  });
}

function planPatients(world: World, present: Present): (PatientRecord & { known: boolean })[] {
  return world.patients.map((patient) => {
    const name = tidyName(patient.name);
    const nameKey = foldName(name);
    const dateOfBirth = patient.dob ?? patient.dateOfBirth ?? '';
    const known = present.patients.find((one) => one.nameKey === nameKey && one.dateOfBirth === dateOfBirth);
    const phones = [...new Set([patient.phone ?? [], patient.phones ?? []].flat())];
    return {
      id: known?.id ?? randomUUID(),
      name,
      nameKey,
      dateOfBirth,
      phones,
      language: patient.language ?? null,
      known: known !== undefined,
    };
  });
}

function planAppointment(one: World['appointments'][number], slot: PlannedSlot, patientId: string): PlannedAppointment {
  const { status, visitType = null, reason = null } = one;
  return { id: randomUUID(), slotId: slot.id, patientId, status, visitType, reason };
}

function patientOf(
  world: World,
  one: World['appointments'][number],
  patients: readonly PatientRecord[],
  field: string,
): string {
  const born =
    one.dob === undefined
      ? undefined
      : patients.findIndex((p) => p.nameKey === foldName(one.patient) && p.dateOfBirth === one.dob);
  const index = born ?? named(world.patients, one.patient, `${field}.patient`, 'is not a patient of this world');
  const patient = patients[index];
  if (patient === undefined) throw AppError.field(`${field}.dob`, 'is not this patient’s');
  return patient.id;
}

function named(among: readonly { name: string }[], name: string, field: string, fault: string): number {
  const index = among.findIndex((one) => foldName(one.name) === foldName(name));
  if (index < 0) throw AppError.field(field, fault);
  return index;
}

function slotAt(doctor: PlannedDoctor | undefined, startsAt: Date, length: number, field: string): PlannedSlot {
  if (doctor === undefined) throw AppError.field(field, 'is of no doctor');
  const endsAt = new Date(startsAt.getTime() + length * 60_000);
  return { id: randomUUID(), doctorId: doctor.id, specialty: doctor.specialty, startsAt, endsAt, field };
}

/** Half an hour, or less where the doctor's own times stand closer. */
function usualMinutes(times: readonly Date[]): number {
  const sorted = times.map((time) => time.getTime()).sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((time, index) => (time - (sorted[index] ?? time)) / 60_000);
  return Math.min(USUAL_MINUTES, ...gaps.filter((gap) => gap > 0));
}

function lengthBeside(free: readonly PlannedSlot[], doctorId: string | undefined): number {
  const beside = free.find((slot) => slot.doctorId === doctorId);
  return beside === undefined ? USUAL_MINUTES : (beside.endsAt.getTime() - beside.startsAt.getTime()) / 60_000;
}

/** @throws AppError `validation_failed` naming the later of two things of one owner that overlap. */
function refuseOverlaps<T extends { startsAt: Date; endsAt: Date; field: string }>(
  things: readonly T[],
  ownerOf: (thing: T) => string,
  fault: string,
): void {
  const byOwner = new Map<string, T>();
  const sorted = [...things].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  for (const thing of sorted) {
    const before = byOwner.get(ownerOf(thing));
    if (before !== undefined && thing.startsAt < before.endsAt) throw AppError.field(thing.field, fault);
    byOwner.set(ownerOf(thing), thing);
  }
}

/** @throws AppError `validation_failed` naming `field` for a day or a wall time that does not exist. */
function momentOf(text: string, timezone: string, field: string): Date {
  if (/(Z|[+-]\d{2}:\d{2})$/.test(text)) {
    const instant = new Date(text);
    if (Number.isNaN(instant.getTime())) throw AppError.field(field, 'is not a moment of the calendar');
    return instant;
  }
  let instant: Date | undefined;
  try {
    instant = instantOf(text, timezone);
  } catch {
    throw AppError.field(field, 'is not a moment of the calendar');
  }
  if (instant === undefined) throw AppError.field(field, `does not exist in ${timezone}: the clocks jump over it`);
  return instant;
}
