/** Who sees it where the right field is absent, best first; each is worth a little less than the field itself. */
const NEAR: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  obstetrics: [
    ['gynecology', 0.95],
    ['midwifery', 0.9],
  ],
  gynecology: [['obstetrics', 0.7]],
  optometry: [['ophthalmology', 0.9]],
  ophthalmology: [['optometry', 0.7]],
  audiology: [['otolaryngology', 0.9]],
  otolaryngology: [['audiology', 0.4]],
  psychiatry: [['psychology', 0.75]],
  psychology: [['psychiatry', 0.75]],
  orthopedics: [
    ['sports medicine', 0.8],
    ['physical therapy', 0.65],
    ['chiropractic', 0.4],
    ['podiatry', 0.3],
  ],
  'sports medicine': [['orthopedics', 0.8]],
  'physical therapy': [
    ['orthopedics', 0.7],
    ['sports medicine', 0.6],
  ],
  chiropractic: [['physical therapy', 0.7]],
  podiatry: [['orthopedics', 0.6]],
  rheumatology: [['orthopedics', 0.65]],
  neurosurgery: [['neurology', 0.8]],
  neurology: [['neurosurgery', 0.3]],
  nephrology: [['urology', 0.6]],
  urology: [['nephrology', 0.5]],
  pulmonology: [['allergy', 0.3]],
  allergy: [['otolaryngology', 0.6]],
  hematology: [['oncology', 0.5]],
  'pain management': [['orthopedics', 0.6]],
  'plastic surgery': [['general surgery', 0.4]],
  'vascular surgery': [
    ['general surgery', 0.5],
    ['cardiology', 0.45],
  ],
  'general surgery': [['gastroenterology', 0.4]],
  nutrition: [['endocrinology', 0.6]],
  geriatrics: [['internal medicine', 0.8]],
  'family medicine': [
    ['internal medicine', 0.95],
    ['urgent care', 0.8],
  ],
  vaccination: [],
};

const GENERAL = 0.6;
/** The general doctor does not do what these do. */
const NOT_GENERAL = new Set([
  'dentistry',
  'optometry',
  'oncology',
  'plastic surgery',
  'chiropractic',
  'speech therapy',
  'audiology',
  'radiology',
]);

/** Share of a field's weight that another field takes over when the clinic lacks the first. */
export function shareOf(from: string, to: string): number {
  const near = (NEAR[from] ?? []).find(([field]) => field === to)?.[1];
  if (near !== undefined) return near;
  if (NOT_GENERAL.has(from) || from === 'family medicine') return 0;
  if (to === 'family medicine') return GENERAL;
  return to === 'internal medicine' ? GENERAL - 0.03 : 0;
}

/** Fields that stand close by name and training: asked for by name, the other may be proposed. */
export function nearestFields(from: string): readonly string[] {
  return (NEAR[from] ?? []).filter(([, share]) => share >= 0.7).map(([field]) => field);
}
