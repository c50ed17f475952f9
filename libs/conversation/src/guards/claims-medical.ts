import type { ClaimPattern } from './claim-pattern';

const REMEDY =
  '(?:ibuprofen|paracetamol|acetaminophen|tylenol|advil|aspirins?|antibiotics?|antihistamines?|amoxicillin|penicillin|insulin|hydrocortisone|cortisone|cetirizine|melatonin|laxatives?|antacids?|steroids?|medicines?|medications?|painkillers?|pills?|tablets?|drops|creams?|ointments?|lotions?|ibuprofeno|aspirinas?|antibioticos?|amoxicilina|penicilina|insulina|cortisona|medicamentos?|medicinas?|pastillas?|pomadas?|cremas?|gotas|jarabe|analgesicos?)';
const DISEASE =
  '(?:migraines?|(?:an? )?infection|the flu|flu|covid|pneumonia|eczema|psoriasis|hypertension|diabetes|anemia|asthma|strep(?: throat)?|a virus|an ulcer|a fracture|a sprain|cancer|melanoma|anxiety|depression|reflux|shingles|gout|vertigo|(?:pinched|trapped) nerve|(?:pulled|strained|torn) (?:muscle|ligament)|hernia|(?:an? )?(?:allergy|allergic reaction|strain|sprain|bruise|cramp|clot|cyst|tumou?r|abscess|concussion|bug)|contractura|ciatica|lumbago|hernia|alergia|quiste|tumor|catarro|resfriado|virus|tiron|esguince|[a-z]{3,}itis|[a-z]{4,}osis|migranas?|infeccion|gripe|neumonia|hipertension|anemia|asma|ulcera|fractura|esguince|melanoma|ansiedad|reflujo|gota)';

const BODY =
  'ankle|knee|foot|feet|leg|arm|wrist|back|neck|shoulder|hip|hand|elbow|head|eye|eyes|tobillo|rodilla|pie|pierna|brazo|muneca|espalda|cuello|hombro|cadera|mano|codo|cabeza|ojo|ojos';

/** Advice and diagnosis in either language: never ours to give, whatever else is so. */
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
  {
    kind: 'advice',
    words:
      /\b(?:tests?|results?|labs?|scans?|x ?rays?|blood ?work|biopsy|analisis|pruebas?|resultados?|radiografias?|biopsia)(?: \w+){0,2} (?:came|come|comes|are|is|were|was|look|looks|han|ha|salieron|salio|salen|estan|esta|son)(?: \w+){0,2} (?:normal|normales|fine|good|clear|negative|positive|bad|abnormal|bien|mal|perfect[oa]s?|negativ[oa]s?|positiv[oa]s?)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'advice',
    words:
      /\b(?:(?:its|it is|thats|that is|probably|is|seems|sounds) (?:probably |likely )?(?:nothing (?:serious|to worry)|not serious|harmless)|no es nada|nada grave|no es grave)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'advice',
    words: new RegExp(
      `\\b(?:stay off|rest|ice|elevate|put (?:ice|heat)|keep|massage|bandage|wrap|repose|descanse|ponga|pongase|mantenga|eleve|vende|masajee)(?: \\w+){0,3} (?:${BODY})\\b`,
    ),
    mayBeAsked: true,
  },
  {
    kind: 'advice',
    words: /\b(?:pongase|ponga|aplique|aplicar|put|apply) (?:\w+ )?(?:hielo|calor|ice|heat|compress\w*)\b/,
    mayBeAsked: true,
  },
];
