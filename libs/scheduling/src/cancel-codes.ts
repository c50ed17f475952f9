/**
 * Why a visit was cancelled: HL7's appointment-cancellation-reason
 * (http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason, version 2.1.1), which IHE Scheduling points to.
 */
export const CANCEL_CODES = {
  pat: 'Patient',
  'pat-crs': 'Patient: cancelled through an automated reminder',
  'pat-cpp': 'Patient: cancelled through a portal',
  'pat-dec': 'Patient: deceased',
  'pat-fb': 'Patient: feeling better',
  'pat-lt': 'Patient: no transport',
  'pat-mt': 'Patient: not a member any more',
  'pat-mv': 'Patient: moved away',
  'pat-preg': 'Patient: pregnant',
  'pat-swl': 'Patient: got a time from the waitlist',
  'pat-ucp': 'Patient: unhappy, or changed provider',
  prov: 'Provider',
  'prov-pers': 'Provider: personal',
  'prov-dch': 'Provider: patient was discharged',
  'prov-edu': 'Provider: teaching or meeting',
  'prov-hosp': 'Provider: patient is in hospital',
  'prov-labs': 'Provider: laboratory values out of range',
  'prov-mri': 'Provider: MRI screening says do not proceed',
  'prov-onc': 'Provider: treatment plan changed',
  maint: 'Equipment maintenance or repair',
  'meds-inc': 'Preparation or medication incomplete',
  other: 'Other',
  'oth-cms': 'Other: service not authorised',
  'oth-err': 'Other: error',
  'oth-fin': 'Other: financial',
  'oth-iv': 'Other: improper IV access',
  'oth-int': 'Other: no interpreter available',
  'oth-mu': 'Other: preparation, medication or results unavailable',
  'oth-room': 'Other: room or resource maintenance',
  'oth-oerr': 'Other: schedule order error',
  'oth-swie': 'Other: silent walk-in error',
  'oth-weath': 'Other: weather',
} as const;

export type CancelCode = keyof typeof CANCEL_CODES;
export const CANCEL_CODE_LIST = Object.keys(CANCEL_CODES) as CancelCode[];

/** Not a matter of the patient's punctuality: death, being with child, moving on the clinic's own waitlist. */
const NEVER_LATE: readonly CancelCode[] = ['pat-dec', 'pat-preg', 'pat-swl'];

/** Only what the patient decides, or nobody gave a reason for, can be a late cancellation. */
export function countsAsLate(code: CancelCode | null): boolean {
  return code === null || (code.startsWith('pat') && !NEVER_LATE.includes(code));
}
