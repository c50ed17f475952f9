/**
 * What patients call a field of medicine. `names`: how a clinic may list it. `said`: words for its doctors. What they complain of
 * stands in complaints/.
 */
export interface SpecialtyWords {
  names: string;
  said: string;
}

export const specialtyWords: readonly SpecialtyWords[] = [
  {
    names: 'cardiology|cardiovascular medicine|cardiac care|heart|heart center|cardiologia|corazon',
    said: 'cardiologist|cardiac|cardio|heart doctor|heart specialist|heart doc|doctor for my heart|cardiologo|cardiologa|medico del corazon|doctor del corazon|doctora del corazon|especialista del corazon',
  },
  {
    names: 'dermatology|skin care|skin|dermatologia|piel',
    said: 'dermatologist|skin doctor|skin specialist|skin doc|derm|dermatologo|la derma|el derma|del derma|al derma|con derma|dermatologa|medico de la piel|doctor de la piel|doctora de la piel|especialista de la piel|especialista en piel',
  },
  {
    names: 'pediatrics|paediatrics|children|childrens|childrens health|kids|child health|childrens medicine|pediatria',
    said: 'pediatrician|paediatrician|kids doctor|kid doctor|childrens doctor|child doctor|baby doctor|doctor for my son|doctor for my daughter|doctor for my kid|doctor for my child|doctor for my baby|doctor for kids|doctor for children|pediatra|la pedi|el pedi|del pedi|medico de ninos|doctor de ninos|doctora de ninos|medico infantil|doctor para mi hijo|doctor para mi hija|medico para mi hijo|medico para mi hija|medico para mi bebe|doctor para mi bebe|doctora para mi hija|doctora para mi hijo|doctor para ninos|well child',
  },
  {
    names:
      'family medicine|family practice|family doctor|gp|gp surgery|gp practice|doctors surgery|medical practice|medico de familia|medico general|medico de cabecera|cabecera|medicina familiar y comunitaria|general practice|primary care|general medicine|family health|medicina familiar|medicina general|medicina de familia|atencion primaria',
    said: 'family med|fam med|family medicine|family dr|primary doctor|primary doc|general checkup|general check up|yearly physical|annual physical|family doctor|family physician|gp|g p|general practitioner|general doctor|primary care doctor|primary care physician|primary care|pcp|regular doctor|family doc|medico de familia|el de cabecera|la de cabecera|mi de cabecera|medico de cabecera|doctor de cabecera|doctora de cabecera|medico familiar|medica de familia|medico general|doctor general|doctora general|generalista|medica de cabecera|medico de atencion primaria',
  },
  {
    names: 'internal medicine|medicina interna',
    said: 'internist|internal medicine doctor|internista|doctor de medicina interna|medico internista',
  },
  {
    names:
      'gynecology|gynaecology|womens health|obstetrics and gynecology|ob gyn|obgyn|obs and gynae|gynae|ginecologia|ginecologia y obstetricia|salud de la mujer|tocoginecologia',
    said: 'gynecologist|gynaecologist|gyno|gyn|obgyn|ob gyn|womens doctor|womans doctor|womens health|lady doctor|ginecologo|la gine|el gine|del gine|con gine|ginecologa|medico de mujeres|doctora de mujeres|doctor de mujeres|medico de la mujer|salud femenina',
  },
  {
    names:
      'obstetrics|maternity|prenatal care|obstetrics and gynecology|ob gyn|obgyn|obs and gynae|obstetricia|maternidad|ginecologia y obstetricia',
    said: 'obstetrician|ob|obgyn|ob gyn|maternity doctor|pregnancy doctor|prenatal|antenatal|womens health|obstetra|tocologo|tocologa|medico del embarazo|doctora del embarazo|control prenatal',
  },
  {
    names:
      'orthopedics|orthopaedics|orthopedic surgery|bone and joint|sports medicine and orthopedics|ortopedia|traumatologia|ortopedia y traumatologia',
    said: 'orthopedist|orthopaedist|orthopedic|orthopaedic|orthopod|ortho|bone doctor|bones doctor|bone specialist|joint doctor|knee doctor|hip doctor|shoulder doctor|back doctor|orthopedic surgeon|ortopedista|ortopeda|traumatologo|traumatologa|el trauma|del trauma|al trauma|con trauma|la trauma|traumatologist|medico de los huesos|doctor de los huesos|doctor de huesos|medico de huesos|huesero|especialista en huesos|especialista de rodilla',
  },
  {
    names: 'ophthalmology|eye care|eye clinic|eyes|oftalmologia|vista',
    said: 'ophthalmologist|opthalmologist|eye doctor|eyes doctor|eye specialist|eye doc|eye surgeon|oftalmologo|oftalmologa|oculista|medico de los ojos|doctor de los ojos|doctora de los ojos|doctor de ojos|medico de la vista|doctor de la vista',
  },
  {
    names: 'optometry|optometria',
    said: 'optometrist|optician|glasses doctor|optometrista|optico|eye doctor|oculista',
  },
  {
    names:
      'otolaryngology|ent|ear nose and throat|ear nose throat|otorhinolaryngology|otorrinolaringologia|otorrino|oido nariz y garganta',
    said: 'otolaryngologist|ent doctor|e n t|ear doctor|throat doctor|nose doctor|sinus doctor|ear nose and throat doctor|ent specialist|otorrinolaringologo|otorrinolaringologa|otorrino|medico del oido|doctor de los oidos|doctor de la garganta|medico de la garganta|medico de los oidos|doctor del oido',
  },
  {
    names: 'neurology|neurologia',
    said: 'neurologist|neuro|brain doctor|nerve doctor|headache doctor|brain specialist|neurologo|neurologa|medico del cerebro|doctor del cerebro|medico de los nervios|doctor de la cabeza',
  },
  { names: 'neurosurgery|neurocirugia', said: 'neurosurgeon|brain surgeon|spine surgeon|neurocirujano|neurocirujana' },
  {
    names: 'psychiatry|mental health|behavioral health|psiquiatria|salud mental',
    said: 'psychiatrist|shrink|mental health doctor|mental health|psiquiatra|medico de salud mental|salud mental',
  },
  {
    names: 'psychology|counseling|counselling|therapy|behavioral health|psicologia|terapia|mental health|salud mental',
    said: 'psychologist|therapist|counselor|counsellor|talk therapy|psicologo|la psico|el psico|con psico|psicologa|terapeuta|terapista|consejero|mental health',
  },
  {
    names: 'endocrinology|endocrine|endocrino|diabetes care|endocrinologia',
    said: 'endocrinologist|hormone doctor|diabetes doctor|thyroid doctor|sugar doctor|diabetologist|endocrinologo|endocrinologa|endocrino|medico de la diabetes|doctor de la diabetes|doctor de la tiroides|medico de las hormonas|doctor del azucar',
  },
  {
    names: 'gastroenterology|digestive health|gi|gastroenterologia|digestivo|aparato digestivo',
    said: 'gastroenterologist|gi doctor|stomach doctor|gut doctor|digestive doctor|tummy doctor|liver doctor|gastro|gastroenterologo|gastroenterologa|medico del estomago|doctor del estomago|medico del digestivo|doctor de la panza',
  },
  {
    names: 'urology|urologia',
    said: 'urologist|bladder doctor|prostate doctor|mens doctor|mens health|urologo|urologa|medico de la prostata|doctor de la prostata|medico de la vejiga',
  },
  {
    names: 'nephrology|kidney care|nefrologia',
    said: 'nephrologist|kidney doctor|kidney specialist|nefrologo|nefrologa|medico del rinon|doctor de los rinones|medico de los rinones|doctor del rinon',
  },
  {
    names:
      'pulmonology|pulmonary medicine|respiratory medicine|respiratory|lung health|neumologia|neumonologia|pneumology',
    said: 'pulmonologist|lung doctor|lung specialist|respiratory doctor|asthma doctor|breathing doctor|chest doctor|neumologo|neumologa|neumonologo|medico de los pulmones|doctor de los pulmones|doctor del pulmon|medico del pulmon',
  },
  {
    names: 'rheumatology|reumatologia',
    said: 'rheumatologist|arthritis doctor|lupus doctor|reumatologo|reumatologa|medico de la artritis|doctor de la artritis',
  },
  {
    names: 'oncology|cancer care|medical oncology|oncologia',
    said: 'oncologist|cancer doctor|cancer specialist|tumor doctor|oncologo|oncologa|medico del cancer|doctor del cancer',
  },
  {
    names: 'hematology|haematology|hematologia',
    said: 'hematologist|haematologist|blood doctor|hematologo|hematologa|medico de la sangre|doctor de la sangre',
  },
  {
    names:
      'allergy|allergy and immunology|immunology|allergology|alergologia|alergia|inmunologia|alergia e inmunologia|alergias',
    said: 'allergist|allergy doctor|allergy specialist|immunologist|alergologo|alergologa|alergista|medico de alergias|doctor de alergias|medico de las alergias',
  },
  {
    names: 'general surgery|surgery|cirugia|cirugia general',
    said: 'surgeon|general surgeon|cirujano|cirujana|cirujano general',
  },
  {
    names: 'dentistry|dental|orthodontics|ortodoncia|oral surgery|dental care|odontologia|dental clinic',
    said: 'dentist|tooth doctor|teeth doctor|dentista|odontologo|odontologa|doctor de los dientes|medico de los dientes',
  },
  {
    names: 'physical therapy|physiotherapy|rehabilitation|physical medicine|fisioterapia|rehabilitacion|terapia fisica',
    said: 'physical therapist|physiotherapist|physio|pt|fisioterapeuta|fisio|terapeuta fisico|kinesiologo|rehab',
  },
  {
    names: 'podiatry|podologia',
    said: 'podiatrist|foot doctor|feet doctor|foot specialist|podologo|podologa|podiatra|medico de los pies|doctor de los pies|doctor de pies|chiropodist',
  },
  {
    names: 'geriatrics|geriatric medicine|geriatria',
    said: 'geriatrician|doctor for the elderly|doctor for old people|doctor for my grandmother|geriatra|medico de ancianos|doctor de ancianos|medico de mayores',
  },
  {
    names: 'infectious disease|infectious diseases|infectologia|enfermedades infecciosas',
    said: 'infectious disease doctor|infection doctor|infectologist|infectologo|infectologa',
  },
  {
    names: 'radiology|imaging|radiologia|diagnostic imaging',
    said: 'radiologist|radiologo|radiologa',
  },
  {
    names: 'nutrition|dietetics|nutricion|dietetica',
    said: 'nutritionist|dietitian|dietician|diet doctor|nutricionista|nutriologo|nutriologa|dietista',
  },
  {
    names: 'sports medicine|medicina deportiva|medicina del deporte',
    said: 'sports doctor|sports medicine doctor|medico deportivo|doctor deportivo',
  },
  {
    names: 'pain management|pain medicine|clinica del dolor|manejo del dolor',
    said: 'pain doctor|pain specialist|pain clinic|medico del dolor|doctor del dolor|especialista en dolor',
  },
  {
    names: 'plastic surgery|cosmetic surgery|cirugia plastica|cirugia estetica',
    said: 'plastic surgeon|cosmetic surgeon|cirujano plastico|cirujana plastica|cirujano estetico',
  },
  {
    names:
      'vascular surgery|vascular medicine|vascular|cirugia vascular|angiologia|angiologia y cirugia vascular|flebologia',
    said: 'vascular surgeon|vascular doctor|vein doctor|cirujano vascular|angiologo|medico de las venas|doctor de las varices',
  },
  { names: 'chiropractic|quiropractica', said: 'chiropractor|quiropractico|quiropractica' },
  {
    names: 'audiology|audiologia',
    said: 'audiologist|hearing doctor|audiologo|audiologa',
  },
  {
    names: 'speech therapy|logopedia|fonoaudiologia',
    said: 'speech therapist|speech pathologist|logopeda|fonoaudiologo|fonoaudiologa',
  },
  { names: 'midwifery|matronas', said: 'midwife|matrona|partera|comadrona' },
  { names: 'urgent care|walk in|urgencias|atencion urgente', said: 'urgent care|walk in' },
  {
    names: 'vaccination|vaccines|immunizations|travel medicine|vacunacion|vacunas',
    said: 'travel clinic|travel vaccines|vacunas para viajar',
  },
];
