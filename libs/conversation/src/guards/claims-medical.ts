import type { ClaimPattern } from './claim-pattern';

const REMEDY =
  '(?:ibuprofen|paracetamol|acetaminophen|tylenol|advil|aspirins?|antibiotics?|antihistamines?|amoxicillin|penicillin|insulin|hydrocortisone|cortisone|cetirizine|melatonin|laxatives?|antacids?|steroids?|medicines?|medications?|painkillers?|pills?|tablets?|drops|creams?|ointments?|lotions?|ibuprofeno|aspirinas?|antibioticos?|amoxicilina|penicilina|insulina|cortisona|medicamentos?|medicinas?|pastillas?|pomadas?|cremas?|gotas|jarabe|analgesicos?)';
const DISEASE =
  '(?:migraines?|(?:an? )?infection|the flu|flu|covid|pneumonia|eczema|psoriasis|hypertension|diabetes|anemia|asthma|strep(?: throat)?|a virus|an ulcer|a fracture|a sprain|cancer|melanoma|anxiety|depression|reflux|shingles|gout|vertigo|[a-z]{3,}itis|[a-z]{4,}osis|migranas?|infeccion|gripe|neumonia|hipertension|anemia|asma|ulcera|fractura|esguince|melanoma|ansiedad|reflujo|gota)';

/** Advice and diagnosis in either language: never ours to give, whatever else is so (design.md 7, promise 6). */
export const medicalClaims: readonly ClaimPattern[] = [
  { kind: 'advice', words: /\b\d+ ?(?:mg|mcg|milligrams?|micrograms?|miligramos?|microgramos?|mililitros?)\b/ },
  {
    kind: 'advice',
    words: new RegExp(
      `\\b(?:take|taking|apply|applying|use|using|stop|skip|increase|reduce|double|tome|tomar|toma|tomese|aplique|aplicar|use|usar|deje de|suspenda|aumente|reduzca)(?: \\w+){0,4} ${REMEDY}\\b`,
    ),
    mayBeAsked: true,
  },
  {
    kind: 'advice',
    words: new RegExp(
      `\\b(?:sounds like|looks like|seems like|seems to be|probably|likely|could be|might be|you have|you may have|you might have|that is|thats|it is|its|this is|suena a|parece|parece ser|probablemente|puede ser|podria ser|usted tiene|tiene|eso es|se trata de)(?: \\w+){0,2} ${DISEASE}\\b`,
    ),
    mayBeAsked: true,
  },
];
