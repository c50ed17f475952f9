import type { FieldComplaints } from './complaint';

/** English, American and British, as patients say it. */
export const englishComplaints: Readonly<Record<string, FieldComplaints>> = {
  cardiology: {
    sure: 'heart goes|heart go crazy|heart going crazy|heart acting up|heart skipping|heart jumps|heart flip|thumping heart|heart thumping|extra beat|heartbeat is|my heart beats|heart is beating|watchman|ablation|cardioversion|heart cath|angiogram|angioplasty|calcium score|tavr|leaky valve|heart flutters|heart go a mile|heart going like the clappers|blood pressure through the roof|blood pressure sky high|heart palps|palps|palpitation|heart palpitation|heart failure|heart attack|heart murmur|murmur|angina|afib|a fib|atrial fibrillation|fibrillation|arrhythmia|irregular heartbeat|skipped beat|skip a beat|miss a beat|heart flutter|heart race|heart pound|racing heart|pounding heart|fast heartbeat|slow heartbeat|tachycardia|bradycardia|pacemaker|defibrillator|heart stent|stent|bypass surgery|heart bypass|heart valve|valve replacement|mitral valve|aortic|echocardiogram|heart echo|ekg|ecg|electrocardiogram|holter|heart monitor|stress test|cardiac rehab|cardiac|coronary|pots syndrome|heart condition|heart problem|heart trouble|heart surgery|ticker|cardiomyopathy',
    likely:
      'chest hurt when|heart go fast|heart going|clogged artery|water tablet|heart|heartbeat|chest discomfort|chest tight|chest pain|tight chest|heart rate|heart beat|pulse|eliquis|warfarin|beta blocker|blood thinner|metoprolol|carotid',
    hint: 'swollen feet|puffy ankle|clammy|family history of heart|high blood pressure|blood pressure|hypertension|cholesterol|statin|chest|swollen ankle|faint|fainting|lightheaded|short of breath|bp',
  },
  dermatology: {
    sure: 'skin rash|heat rash|poison ivy|poison oak|itchy bumps|red blotch|blotchy|sores on my skin|mosquito bite|athlete itch|jock itch|nail psoriasis|toenail looks weird|cracked skin|cracked hands|eyebrow falling out|bald patch|bald spot|receding hair|dark mole|bleeding mole|skin growth|growth on my|weird growth|bump on my face|bumpy skin|chicken skin|razor bump|facial hair|sweaty palm|sweaty armpit|sweaty|lip sore|skin is peeling|peeling skin|oily skin|blackheads|whiteheads|zits|spots on my face|cellulitis|skin infection|infected cut|stinging nettle|tattoo removal|wrinkle|milia|ringworm|pox|eczema|psoriasis|acne|rosacea|dermatitis|vitiligo|melanoma|skin cancer|skin tag|mole|birthmark|freckle|wart|hives|shingles|ringworm|cold sore|impetigo|scabies|dandruff|cradle cap|scalp|hair loss|lose hair|losing hair|hair fall|alopecia|bald|balding|thinning hair|pimple|zit|blackhead|breakout|spotty|rash|boil|blister|cyst on my back|sebaceous|skin check|mole check|skin biopsy|botched tattoo|sun spot|age spot|liver spot|brown spot|dark spot|dark patch|dry skin|itchy skin|flaky skin|skin lesion|keloid|stretch mark|scar|sunburn|sweat too much|excessive sweat|accutane|isotretinoin|keratosis|molluscum|hyperpigmentation|pityriasis|hidradenitis|ingrown hair|lice|bed bug|whitehead|cystic',
    likely:
      'fungal|fungus|skin|itch|itchy|patch|spot|flaky|flake|scaly|lesion|complexion|pigment|welt|redness|lump on my skin|peel|scab|pore',
    hint: 'pus|ooze|hair|dry|face|red|bump|sun|tan|insect bite|bug bite|bite',
  },
  pediatrics: {
    sure: 'sees children|sees kids|for children|his shots|her shots|their shots|his jabs|her jabs|their jabs|his vaccines|her vaccines|my little guy|well child|well baby|chickenpox|chicken pox|nappy rash|diaper rash|colic|colicky|croup|hand foot and mouth|teething|potty training|bedwetting|wet the bed|school physical|camp physical|sports physical for my son|growth chart|newborn screening|growing pain|hib vaccine|mmr|kindergarten shot|childhood vaccine|baby jab|baby shot|immunization for school',
    likely: 'breastfeed my baby|formula|growth spurt',
  },
  'family medicine': {
    sure: 'bunged up|trots|shiver|whole body ache|body aches|blood pressure tablets|blood pressure pills|blood pressure meds|my annual|my yearly|annual physical|yearly physical|bit of a bug|caught something|coming down with something|come down with something|under weather|off color|off colour|feel rough|feeling rough|rough as|feel lousy|feel crummy|feel crappy|feeling crappy|feel awful|feel terrible|feel off|feeling off|not right in myself|achy|aches and pains|the sniffles|sniffles|sniffly|man flu|lurgy|bad chest|head full of cold|full of cold|streaming cold|sinus cold|swollen gland|glands are up|fasting labs|lipid panel|cbc|drug test|tb test|employment physical|school form|camp form|sports form|immunisation|vaccinations|hep b shot|measles shot|second opinion on my meds|new patient visit|see my regular|prior auth|blood pressure check|bp check|weight check|ear syringing|ears syringed|swab|cold for weeks|stung by|splinter|minor cut|burn on my hand|nightsweats|night sweat|dehydration|hangover|establish care|get established|established with|new doctor|my yearly|my pills looked|pills looked at|look over my pills|medication check|general practitioner appointment|my meds|my tablets|my medication|flu|influenza|flu symptom|flu shot|flu jab|flu vaccine|a cold|common cold|bad cold|head cold|cold symptom|check up|checkup|general check up|physical|annual exam|annual physical|yearly exam|yearly physical|wellness visit|wellness exam|wellness check|well visit|well man|well woman check|mot|going over|once over|blood test|blood work|bloodwork|bloods|lab work|lab test|medication review|med check|sick note|fit note|doctors note|note for work|note for school|work note|medical certificate|covid|covid test|strep|strep test|strep throat|sore throat|general health|under the weather|run down|rundown|not feel well|feel unwell|unwell|poorly|feel sick|feel ill|fever|feverish|temperature|chill|body ache|ache all over|tummy bug|stomach bug|stomach flu|food poison|food poisoning|uti|urinary tract infection|water infection|bladder infection|bronchitis|chesty|chest infection|tetanus|tetanus shot|pneumonia shot|shingles shot|travel vaccine|travel jab|immunization|vaccination|ear syringe|stop smoking|quit smoking|everyday stuff|general stuff|new patient exam|pre op clearance|form signed|disability form|dot physical|std test|sti test|mono|glandular fever|lyme|tick bite|upper respiratory|lab slip|not myself|all round check|health check|mot check|health screening|medical for work|physical for work',
    likely:
      'chills|shivery|shiver|shivers|lethargic|sleepy|wiped out|drained|shattered|woozy|faint|light headed|lightheaded|puking|puke|barf|upset tummy|dodgy stomach|poo|meds|medicine|swollen lymph nodes|lymph node|tonsils|snotty|snot|sneezing|postnasal|prescription|repeat prescription|refill|renew my med|test result|labs|booster|antibiotic|cough|cold|sick|feel ill|feeling ill|been ill|so ill|very ill|really ill|nausea|nauseous|vomit|throw up|throwing up|been sick|queasy|stomach ache|stomachache|tummy ache|bellyache|belly ache|stomach pain|belly pain|tummy|tired|tiredness|fatigue|exhausted|exhaustion|no energy|low energy|worn out|knackered|dizzy|dizziness|cholesterol|blood pressure|high blood pressure|hypertension|blood sugar|statin|vaccine|vaccinated|jab|shot|lump|weight gain|lose weight|losing weight|insomnia|cant sleep|trouble sleep|infection|phlegm|mucus|runny nose|stuffy|congestion|congested|swollen gland|gland|diarrhea|diarrhoea|the runs|virus|bug|vitamin|iron level|swollen lymph|insect bite|hiccup|weakness|weak|burping|loss of appetite|no appetite',
    hint: 'headache|chest|ache|pain|dehydrated|stress|sweat|swell|swollen|hurt|sleep|rash|anxiety|anxious|depressed|depression|throat|earache|back pain|backache|breathless|flare|sore|cramp',
  },
  gynecology: {
    sure: 'heavy bleeding|bleeding every month|my cycle|menses|painful sex|dryness down there|vaginal dryness|odor down there|smell down there|itch down there|itchy down there|sore down there|bump down there|hormone patch|hormone therapy|change of life|night sweats and hot|cervical screening|abnormal pap|colpo|lletz|bladder prolapse|pelvic floor prolapse|uterine|polycystic ovaries|period stopped|no period|skipped period|skipped my period|period late|bleeding heavy|flooding|clots with my period|breast pain|sore breast|breast tender|tender breast|nipple discharge|breast check|breast screening|get pregnant|cant get pregnant|fertility test|plan b|nuvaring|birth control refill|the patch for birth control|copper coil|smear results|girl problem|lady doctor stuff|feminine|monthly|my monthlies|time of month|period|missed period|heavy period|late period|irregular period|period pain|menstrual|menstruation|menstruate|pms|pap|pap smear|pap test|smear|smear test|cervical|cervix|hpv|pelvic exam|pelvic pain|vagina|vaginal|vulva|yeast infection|thrush|bv|bacterial vaginosis|discharge|hot flash|hot flush|menopause|menopausal|perimenopause|hrt|hormone replacement|birth control|contraception|contraceptive|the pill|iud|coil|mirena|nexplanon|implant removed|depo|depo shot|morning after|tube tied|hysterectomy|fibroid|endometriosis|endo pain|pcos|ovary|ovarian|ovarian cyst|uterus|womb|prolapse|pessary|mammogram|breast exam|breast lump|lump in my breast|boob|nipple|infertility|infertile|fertility|trying for a baby|try to get pregnant|try to conceive|trying to conceive|ttc|conceive|miscarriage|spotting between period|bleed between period|bleed after sex|sex hurt|intercourse|labia|bartholin|colposcopy|leep|well woman|time of the month|down there|polycystic|egg freezing|ivf',
    likely:
      'breast|spotting|cramp|bleed through|late and|female issue|womens problem|womens problem|lady problem|lady part|lady bit|pelvis|pelvic',
    hint: 'hormone|bleed|mood swing|lump|cyst|uti|burn|itch',
  },
  obstetrics: {
    sure: 'pregnant again|with child|weeks pregnant|months pregnant|month pregnant|peed on a stick|two lines on the test|baby shower|first trimester|second trimester|third trimester|glucose test for pregnancy|nt scan|placenta|epidural plan|vbac|midwife appointment|booking appointment for pregnancy|high risk pregnancy|breast milk|latching|pregnant|pregnancy|pregnancy test|positive test|test positive|test came back positive|expecting|prenatal|antenatal|postnatal|postpartum|due date|trimester|week along|first scan|dating scan|baby scan|20 week scan|anatomy scan|ultrasound for the baby|morning sickness|having a baby|had a baby|have a baby in|just gave birth|gave birth|c section|caesarean|cesarean|birth plan|contraction|baby bump|baby on the way|gestational|preeclampsia|six week check|six week checkup|labor and delivery|breastfeeding pain|mastitis|in the family way|up the duff|a bun in the oven|knocked up|twins on the way',
    likely: 'ultrasound|scan|breastfeed|breastfeeding|nursing',
  },
  orthopedics: {
    sure: 'bum knee|bad knee|bad knees|trick knee|dodgy knee|dodgy hip|bad hip|bad shoulder|dodgy shoulder|knee gave out|knee buckle|knee lock|knee swell|knee click|knee pain|hip pain|shoulder pain|ankle pain|wrist pain|elbow pain|hip click|torn|tore my|tore something|ripped my|bone bruise|hairline|stress reaction|growing bone|bone graft|plate in my|pin removed|pins out|screws in my|hardware removal|arthroscopy|gel injection|steroid injection|steroid shot|de quervain|thumb joint|baker cyst|cant walk on it|put weight on|jammed|jammed finger|snapped|popped out|hunchback|bow leg|pigeon toed|hip dysplasia|funny bone|carpel tunnel|slipped disk|disk|herniated|plaster|in plaster|threw out my knee|throw out my knee|my knee is out|acl|mcl|meniscus|rotator cuff|torn ligament|ligament|tendon|tendonitis|tendinitis|cartilage|fracture|fractured|broken bone|broke my|broken arm|broken leg|broken wrist|broken ankle|broken foot|broken toe|broken finger|cast off|cast removed|cast|splint|hip replacement|knee replacement|joint replacement|replace my hip|replace my knee|osteoarthritis|bone spur|herniated disc|slipped disc|bulging disc|disc|scoliosis|dislocate|dislocated|pop out of place|out of joint|sprain|sprained|twisted ankle|twisted knee|twist my|rolled my ankle|ankle roll|tennis elbow|golfers elbow|golfer elbow|frozen shoulder|trigger finger|carpal tunnel|ganglion|bursitis|shin splint|bone pain|bone density|osteoporosis|collarbone|kneecap|shoulder blade|tailbone|coccyx|spine|spinal|spinal stenosis|sciatica|x ray of my|crutch|knee brace|cortisone shot|shoulder surgery|knee surgery|dupuytren|torn muscle|achilles|stress fracture|hip wear|labrum',
    likely:
      'knee|hip|my back|me back|back go|back gone|back out|shoulder|ankle|wrist|elbow|bone|joint|neck pain|stiff neck|back pain|backache|lower back|bad back|hurt my back|back hurt|thumb|heel pain|limp|femur|tibia|rib|pelvic fracture|jam my finger',
    hint: 'gym|crossfit|tackle|skiing|ski|ladder|bike|bicycle|hiking|gardening|sofa|shovel|pinched nerve|trapped nerve|hamstring|groin pull|pulled muscle|pull a muscle|neck|back|finger|hand|arm|leg|foot|toe|muscle|fall|fell|lift|sport|stair|bend|click|pop|crack|stiff|give out|surgery|walk|swollen|injury|injured|worn out|bunion',
  },
  ophthalmology: {
    sure: 'sty|blackboard|whiteboard|varifocal|eye doctor stuff|blurr|blury|eye twitch|eye pain|sore eye|eye hurt|eye strain|gritty eye|goopy eye|gunky eye|crusty eye|eye crust|swollen eye|puffy eye|bloodshot|red eyes|black eye|scratched my eye|scratch on my eye|eye water|eyes keep watering|eyes wont focus|cant focus my eyes|cloudy vision|foggy vision|fuzzy vision|hazy|everything is fuzzy|fuzzy|blind spot|curtain over|tunnel vision|wavy line|night blindness|color blind|nearsighted|farsighted|shortsighted|longsighted|astigmatism|prescription glasses|broken glasses|wet macular|eye floaters|lens implant|driving at night|go double|seeing two of|lost the sight|lost sight|cataract|glaucoma|floater|macular|retina|retinal|detached retina|eye pressure|pink eye|pinkeye|conjunctivitis|stye|eyelid|eye infection|dry eye|itchy eye|red eye|watery eye|lazy eye|cross eyed|squint|double vision|blurry|blurred|blurry vision|blurred vision|see double|lasik|laser eye|cornea|corneal|diabetic eye|eye exam|eye test|eye check|vision test|vision exam|eyesight|uveitis|keratoconus|black spot in my vision|night vision|lose my sight|losing my sight|flash of light|flashing light at the edge|see halo|halo|something in my eye|eye drop|ptosis|chalazion|go blind|sight',
    likely:
      'eye|eyes|vision|glasses|new glasses|contact lens|contacts|spectacle|specs|cant read|cant see well|cant see far|cant see out of|see out of|cant see straight|cant see up close|cant see at night|cant see the board|cant see the tv|cant see the telly|cant see anything out|see properly|read the sign|road sign|hard to see|see far|see near|see close|see at night|read small print|small print|fine print|captions|subtitle|squinting|read the board|optician|optometrist',
    hint: 'blind|read|flashing light|screen|drive at night|reading',
  },
  optometry: {
    sure: 'varifocal|reading glasses|bifocal|new glasses|contact lens|contact lens fitting|glasses prescription|new lens|eye test|eye exam',
    likely: 'glasses|spectacle|specs|contacts|reading glasses|bifocal|progressive lens',
  },
  otolaryngology: {
    sure: 'no taste|cant taste|voice keep|my voice|voice crack|sinuses|nose is blocked|nose block|nose bleed|bloody nose|broken nose|crooked nose|post nasal|drainage down my throat|loss of smell|lost smell|loss of taste|cant taste|hear ringing|ringing in|whoosh in my ear|whooshing|buzz in my ear|ear buzz|ear feel full|full ear|muffled|ear itch|itchy ear|ear drain|ear discharge|fluid in my ear|fluid behind|perforated|grommet|glue ear|cholesteatoma|raspy|croaky|croaky voice|scratchy voice|voice gone|throat feel tight|something stuck in my throat|stuck in my throat|lump in my neck|tonsil stone|tonsils out|peritonsillar|quinsy|crystals in my ear|bppv|off balance|unsteady|world spin|spinning|the spins|ear pressure|sinus|sinusitis|tonsil|tonsillitis|ear infection|earache|ear wax|earwax|ear ring|ringing in my ear|ringing ear|tinnitus|deaf|hard of hearing|hear out of|lose my hearing|losing my hearing|hearing loss|hearing test|hearing|cant hear|hearing aid|ear drum|eardrum|ear tube|swimmers ear|nosebleed|nose bleed|deviated septum|septum|polyp in my nose|nasal polyp|nasal|stuffy nose for|blocked nose|adenoid|snore|snoring|hoarse|hoarseness|lose my voice|losing my voice|lost my voice|voice is gone|vocal cord|laryngitis|cant smell|sense of smell|lost my smell|vertigo|room spin|spin when i|meniere|trouble swallow|difficulty swallow|lump in my throat|thyroglossal|post nasal drip|throat clearing|ear pop|ear clog|clogged ear|blocked ear|ear pain',
    likely:
      'ear|nose|throat|swallow|sneeze|dizzy spell|balance problem|hay fever|congestion|neck lump|salivary|voice box',
    hint: 'runny nose|stuffy|stuffed up|sore throat|strep|dizzy|spin|sleep apnea|stop breathing|cough|hear',
  },
  neurology: {
    sure: 'zap|electric shock|shock down|hands go numb|go numb|going numb|lose feeling|lost feeling|no feeling in|loss of feeling|cant feel my|jerky|jerks|muscle twitch|eye go dark before headache|headaches every|cluster|ms relapse|ms specialist|brain fog|word finding|losing words|losing my words|confusion|disoriented|wander at night|getting lost|lost driving|repeat himself|repeat herself|repeats the same|absence seizure|staring spell|spaced out|blank out|had a fit|mini strokes|aneurysm in the brain|spina bifida|myasthenia|shingles nerve pain|pain like electricity|shooting pain down|tremors|handwriting|tourette|tics|unsteady walking|drag my foot|drop foot|foot drop|head injury|knocked out|concussed|dropping things|drop thing|lie in the dark|lie down in the dark|awful head|bad heads|go dead|goes dead|migraine|epilepsy|epileptic|seizure|fit last|convulsion|tremor|shaky hand|hand shake|parkinson|multiple sclerosis|stroke follow up|mini stroke|tia|stroke|neuropathy|numbness|tingling|pins and needle|memory loss|losing my memory|memory problem|memory|dementia|alzheimer|cluster headache|headache with|aura|zigzag|zig zag|bells palsy|facial twitch|trigeminal|neuralgia|concussion|brain fog|brain scan|brain mri|brain|nerve pain|nerve damage|nerve test|emg|eeg|restless leg|narcolepsy|blackout|black out|forgetful|forget thing|forget stuff|forget everything|keep forget|brain tumor|nerve conduction|cerebral palsy|guillain',
    likely:
      'fall asleep|falling asleep|keep falling asleep|headache|headake|numb|tingle|tingly|head pounding|my head|bad head|nerve|twitch|twitching|shake|shaking|confused|balance|pinched nerve|trapped nerve|head pain|head injury|dizziness|slur|light sensitivity|sleepwalk|carpal tunnel',
    hint: 'weakness|clumsy|faint|passing out|pass out|spin|vertigo|head|trip over|burning feet|forget',
  },
  psychiatry: {
    sure: 'meds for depression|meds for anxiety|anxiety med|anxiety meds|depression meds|antidepressants|off my meds for|attention deficit|hyperactive|hearing voices|delusion|relapse|sobriety|rehab for alcohol|suboxone|methadone|cut myself in the past|seroquel|abilify|lamictal|effexor|wellbutrin|vyvanse|concerta|klonopin|bipolar|schizophrenia|psychosis|hear voice|adhd|antidepressant|ssri|prozac|zoloft|lexapro|lithium|mania|manic|ocd|ptsd|psych med|psychiatric|depress med|adderall|ritalin|xanax|mental health med|eating disorder|anorexia|bulimia|addiction|alcohol problem|drinking problem|drug problem|detox|substance|nervous breakdown|paranoid|personality disorder|autism assessment',
    likely:
      'panicky|cant calm down|racing thought|on edge|edgy|down in the dumps|the blues|the blahs|blue lately|no joy|nothing matter|cant get out of bed|lost interest|unmotivated|weepy|tearful|irritable|cracking up|losing my mind|my mental|head space|headspace|struggling mentally|mentally|wellbeing|burned out|worried|worries|anxieties|breakdown|rage|postpartum depression|baby blues|flashback|intrusive thought|hoarding|meltdown|fear of|depression|depressed|anxiety|anxious|panic attack|panic|mental health|mental breakdown|down and|really down|feel low|feeling low|low mood|mood swing|mood|hopeless|sad|sadness|cry all the time|cry a lot|crying|worry|worrying|stop worry|overthink|nervous|nerves|burnout|burnt out|burned out|stressed|trauma|nightmare|insomnia|phobia|cant cope|not coping|feel empty|lonely|suicidal thoughts in the past|cant focus|cant concentrate|mentally|emotional|obsessive|self esteem|my head is a mess|angry all the time',
    hint: 'cant sleep|stress|sleep|tired|motivation|focus|lost interest|mind',
  },
  psychology: {
    sure: 'therapist|talk things through|talk it through|someone to listen|coping|my mom died|my dad died|my mum died|dad passed|mom passed|passed away|cheated|toxic|gambling|procrastinate|stage fright|fear of flying|assertive|family therapy|marital|counseling|counselling|couple counseling|couples counseling|marriage counseling|marriage|divorce|relationship|breakup|break up|grief|grieve|grieving|bereavement|lost my mom|lost my husband|lost my wife|talk to somebody|talk to someone|someone to talk to|somebody to talk to|cbt|talking therapy|talk therapy|anger|anger management|anger problem|temper|self harm history|bullying|bullied|parenting|low self esteem|confidence',
    likely:
      'panicky|cant calm down|racing thought|on edge|edgy|down in the dumps|the blues|the blahs|blue lately|no joy|nothing matter|cant get out of bed|lost interest|unmotivated|weepy|tearful|irritable|cracking up|losing my mind|my mental|head space|headspace|struggling mentally|mentally|wellbeing|worried|worries|anxieties|breakdown|rage|baby blues|flashback|intrusive thought|meltdown|fear of|depression|depressed|anxiety|anxious|panic attack|panic|mental health|really down|down and|feel low|feeling low|low mood|mood|hopeless|sad|sadness|cry all the time|cry a lot|crying|worry|worrying|stop worry|overthink|burnout|burnt out|burned out|stressed|trauma|phobia|cant cope|not coping|lonely|feel empty|nervous|nerves|emotional|self esteem|stress at work',
    hint: 'cant sleep|stress|sleep|motivation|focus|fall apart|insomnia|mind',
  },
  endocrinology: {
    sure: 'graves disease|addisons disease|addison disease|cushings|sugars|my sugars|sugar spike|sugar crash|sugar drop|low sugar|high sugar|type two|t1d|t2d|glp|trulicity|jardiance|januvia|lantus|humalog|insulin dose|dexcom|thyroid nodule|thyroid med|lump on my thyroid|pcos hormones|low testosterone|always thirsty|thirsty all the time|metabolic|high calcium|calcium high|sick glands|overactive|thyroid|underactive thyroid|overactive thyroid|hypothyroid|hyperthyroid|goiter|goitre|hashimoto|graves disease|diabetes|diabetic|type 1|type 2|type one|type two|prediabetes|pre diabetic|insulin|insulin pump|a1c|hba1c|blood sugar|sugar is high|sugar high|my sugar|sugar level|blood glucose|glucose|metformin|ozempic|mounjaro|hormone|hormonal|hormone level|testosterone|low t|adrenal|cortisol|pituitary|levothyroxine|synthroid|growth hormone|parathyroid|hypoglycemia|cgm|libre sensor',
    likely: 'sugar|weight gain|metabolism|metabolic',
    hint: 'thirsty|osteoporosis|hot and cold|tired|weight',
  },
  gastroenterology: {
    sure: 'my colon|colon issue|colon problem|the colon|regurgitate|burp up|food come back up|acid back|sour taste|throat burn after|burns after eating|burning in my stomach|burning stomach|stomach burn|gut issue|gut health|leaky gut|go to the bathroom every|cant go to the bathroom|havent gone in|have not gone in|havent been in days|bunged up bowels|irregular bowels|loose stool|loose bowel|runs for weeks|pooping|poos|pooing|bum bleeding|bleeding from my bottom|bleeding from behind|itchy bum|itchy bottom|blood on the toilet paper|blood on the paper|blood in the toilet|toilet paper|black stool|pale stool|mucus in my stool|colon check|colon screening|cologuard|scope done|upper scope|egd|bile|gallbladder attack|abdominal pain|tummy ache after|sibo|dairy|cant keep food down|keep food down|throw up blood in the past|esophagus|oesophagus|hernia hiatal|trapped wind|farting|fart|flatulence|acid reflux|reflux|gerd|heartburn|acid|indigestion|ulcer|stomach ulcer|ibs|irritable bowel|crohn|colitis|ulcerative colitis|celiac|coeliac|gluten|lactose|constipation|constipated|cant poop|cant go number two|hemorrhoid|haemorrhoid|pile|colonoscopy|endoscopy|bowel|bowel movement|bloody stool|blood in my stool|blood in my poop|blood when i wipe|blood when i go|stool|stools|poop|poo|rectal|rectum|anal|fissure|liver|fatty liver|hepatitis|cirrhosis|gallbladder|gallstone|gall stone|pancreas|pancreatitis|diverticulitis|bloat|bloated|bloating|bloating after|gassy|gas|gi issue|digestive|digestion|swallowing food|food get stuck|food stick|h pylori|hiatal hernia|colon cancer screening|jaundice|belch|omeprazole|acid come up|wheat',
    likely:
      'polyp|in knots|stomach|gut|belly|tummy|abdomen|abdominal|diarrhea|diarrhoea|the runs|stomach pain|stomach cramp|upset stomach|vomit after|throw up after|stomach ache|stomachache|belly ache|nausea',
    hint: 'throw up|throwing up|vomit|nauseous|after i eat|after eat|after milk|after meal|eat|food|cramp|swallow',
  },
  urology: {
    sure: 'pee a lot|pee all the time|pee every|peeing at night|pee at night|wake up to pee|get up to pee|up to pee|weeing|weeing all|go for a wee|trouble peeing|cant pee|hard to pee|dribble|dribbling|trickle|wet myself|leaking|leaks|pads|stress incontinence|cloudy urine|smelly urine|urine test positive|passed a stone|pass a stone|bent penis|ejaculation|premature|limp in bed|cant perform|bedroom problem|snipped|the snip|lump on my testicle|one of my balls|testes|nuts hurt|private part|willy|manhood|psa test|digital exam|prostate exam|uro|kidney stone|prostate|psa|enlarged prostate|erectile|erection|ed pill|viagra|get it up|getting it up|performance in bed|vasectomy|testicle|testicular|balls hurt|scrotum|penis|foreskin|circumcision|urinary|urine|blood in my pee|blood in my urine|pee blood|pee|peeing|wee at night|urinate|urination|bladder|incontinence|leak when i|leak pee|leaky|cant hold my pee|bathroom at night|go at night|toilet at night|up all night to go|weak stream|catheter|kidney infection|peyronie|low sperm|sperm|varicocele|hydrocele|undescended|overactive bladder|cystoscopy|passing water|pass water|waterworks|water works',
    likely:
      'burn when|groin|uti|urinary tract infection|water infection|bladder infection|flank|mens issue|mens health|bathroom all night',
    hint: 'kidney|bathroom|toilet|burn|testosterone',
  },
  nephrology: {
    sure: 'kidneys are failing|kidneys failing|kidney numbers|kidney doctor stuff|kidney check|stage 3 kidney|stage three kidney|stage four kidney|foamy urine|fistula|transplant list|one kidney|kidney cyst|kidney damage|kidney disease|kidney failure|kidney function|kidney transplant|kidney biopsy|kidney problem|kidney issue|renal|dialysis|creatinine|gfr|egfr|protein in my urine|nephritis|polycystic kidney|ckd|kidneys are',
    likely: 'kidney|kidneys',
  },
  pulmonology: {
    sure: 'wheezes|chest whistle|whistling chest|whistling when|winded|get winded|cant catch my breath|catch breath|hard to breathe deeply|breathing test|lung function|lung scan|spot on my lung|collapsed lung|pleurisy|smokers lung|coughing at night|cough wont go|cough that wont|cough wont|coughing for|hacking|hacking cough|cough up blood last|mesothelioma|puffer|inhalers|preventer|albuterol|ventolin|symbicort|oxygen|bipap|mask for sleep|stop breathing in|gasping at night|sleep machine|asthma|asthmatic|copd|emphysema|inhaler|wheeze|wheezy|wheezing|sleep apnea|sleep apnoea|cpap|sleep study|lung|lung nodule|pulmonary|pneumonia|fibrosis|oxygen tank|spirometry|breathing test|tuberculosis|tb|sarcoidosis|stop breathing at night|stop breathing|chronic cough|smokers cough|out of puff|out of breath|short of breath|shortness of breath|breathless|catch my breath|nebulizer|nebuliser|bronchiectasis|puffing',
    likely:
      'coughing my|breath|breathe|breathing|chesty|cough up|coughing up|phlegm|cough for|bronchitis|snore|cough at night',
    hint: 'cough|chest|smoker|smoke|chest infection|mucus',
  },
  rheumatology: {
    sure: 'fingers curl|hands hurt in the morning|stiff hands|hands are stiff|stiff fingers|fingers stiff|hands stiff|swollen fingers|fingers are swollen|flare of my ra|psa joints|inflamed joints|achy joints|joint flare|joints hurt|all my joints|joint pain|crp|ana positive|biologic|enbrel|plaquenil|colchicine|allopurinol|gouty|butterfly rash|achy all the time|arthritis|rheumatoid|rheumatism|lupus|fibromyalgia|fibro|gout|ankylosing|sjogren|scleroderma|vasculitis|polymyalgia|autoimmune|psoriatic arthritis|joint stiff|stiff joint|joints are stiff|joints ache|joint ache|achy joint|swollen joint|joint swell|swollen knuckle|knuckle|finger swell|methotrexate|humira|raynaud|all my joint|joint inflammation',
    likely:
      'white finger|finger go white|cold finger|fingers go blue|joint|joints|stiff in the morning|stiff every morning|morning stiffness|pain everywhere|hurt all over|hurt everywhere|uric acid',
    hint: 'stiff|swell|ache|finger|tired',
  },
  oncology: {
    sure: 'oncology|radiation|tamoxifen|herceptin|keytruda|stage two|stage three|stage four|hodgkin|melanoma treatment|cancerous|carcinoma|mastectomy|lumpectomy|port flush|pet scan|tumors|cancer screening result|survivor|lump they found on|cancer|chemo|chemotherapy|radiation therapy|radiotherapy|tumor|tumour|lymphoma|leukemia|leukaemia|in remission|remission|metastasis|malignant|immunotherapy|breast cancer|prostate cancer|lung cancer|colon cancer|lump on the mammogram|found on the mammogram|sarcoma|myeloma|biopsy came back',
    likely: 'a mass|biopsy|oncotype|lump they found',
  },
  hematology: {
    sure: 'anemias|blood count|blood thickness|clotting|bleeding disorder|bleed easily|easy bruising|low red|iron deficiency|low hemoglobin|von willebrand|hemochromatosis|lymph blood|anemia|anaemia|anemic|anaemic|low iron|iron infusion|low platelet|platelet|hemophilia|sickle cell|clotting disorder|blood disorder|white count|white blood cell|bruise easily|thalassemia|hemoglobin|blood transfusion|factor v',
    likely: 'blood clot|clot|bruise|bruising|ferritin',
  },
  allergy: {
    sure: 'hay fever tablets|itchy throat when|itchy mouth|lips swell|tongue itch|break out when i eat|reaction to a|reacted to|react to|reacting to|pollen count|pets make me|around cats|around dogs|around my cat|dander|latex|penicillin|bees|wasp|seasonal|eyes itch every|sneezy|sneezes|dairy allergy|egg allergy|allergy|allergic|allergic reaction|hay fever|hayfever|pollen|epipen|epi pen|peanut|nut allergy|shellfish|food allergy|allergy shot|allergy test|dust mite|cat hair|ragweed|sneeze|sneezing|bee sting|wasp sting|anaphylaxis|antihistamine|immune deficiency|immune system',
    likely:
      'hives|sting|itchy eye|runny nose every|new soap|new detergent|new lotion|lip swell|lip tingle|reaction|every spring|lips swell|swell up after',
    hint: 'rash|spring|itchy|cat|asthma|swell|watery eye|congestion',
  },
  'general surgery': {
    sure: 'hernias|bulge in my groin|bulge in my belly|belly button bulge|bulge|gallbladder taken|wound check|surgical wound|drain removed|incision|remove my gallbladder|thyroid removed|fatty lump|hernia|hernia repair|gallbladder out|gallbladder removed|appendix|appendectomy|lipoma|stitch out|stitches out|stitches removed|remove a lump|abscess|pilonidal|gallstone surgery|cyst removed|surgical consult|post op check|surgery follow up|staple removed',
    likely: 'operation|gallbladder|gallstone|lump removed',
    hint: 'surgery|lump',
  },
  dentistry: {
    sure: 'tooth hurt|toothpain|sensitive teeth|sensitive to cold|cold sensitivity|tooth sensitive|teeth sensitive|tooth broke|broke a tooth|cap came off|cap fell|lost a filling|bit down|hole in my tooth|rotten tooth|knocked out tooth|wobbly tooth|baby tooth|loose tooth|tooth pulled|tooth out|tooth fairy|partial denture|night guard|mouthguard|crooked teeth|straighten my teeth|aligners|wire poking|wisdom teeth|yellow teeth|dry socket|gum disease|receding gum|gingivitis|periodontal|hygienist|clean and check|dental check|clench|jaw click|jaw lock|tooth|teeth|toothache|tooth ache|molar|wisdom tooth|cavity|filling|root canal|crown|crown fell|denture|brace|braces|retainer|gum bleed|bleeding gum|gums bleed|gum|gums|dental|dental cleaning|teeth cleaned|cleaning|scale and polish|hygienist|whitening|veneer|dental implant|bridge came|bad breath|mouth ulcer|canker sore|abscessed tooth|tooth abscess|jaw pain|jaw|tmj|grind my teeth|teeth grind|orthodontist|mouth guard|chipped tooth|cracked tooth|extraction|fluoride|invisalign|plaque|enamel',
    likely: 'mouth|bite|chew|tongue',
  },
  'physical therapy': {
    sure: 'pulled my calf|tight hamstring|loosen up my|loosen my|core strength|desk neck|whiplash from|after my fall|get strong again|get my strength back|strength back|gait|balance class|stroke recovery|recover from surgery|recovery from surgery|after my surgery|post op|after an operation|after my operation|sports massage|cupping|taping|ergonomic|stretching|physical therapy|physio|physiotherapy|rehab|rehabilitation|do exercise|exercises|stretch|stretches|range of motion|post surgery therapy|after surgery therapy|after my hip replacement|after my knee replacement|get moving again|walk again|balance training|gait|pelvic floor|strengthen|massage|dry needling|manual therapy|ultrasound therapy|mobility|relearn to walk|whiplash',
    likely:
      'sports injury|pulled muscle|pull a muscle|pulled a|hamstring|calf strain|strain|strained|sprain|frozen shoulder|tennis elbow|sciatica|back pain|lower back|bad back|stiff back|stiff neck|muscle|spasm|back spasm|trapped nerve|pinched nerve|back hurt|threw out my back|put my back out|done my back|cant bend|seized up',
    hint: 'knee|hip|shoulder|ankle|elbow|back|neck|wrist|bend|stiff|twist|sport|lift|twisted knee|twisted ankle|joint|pulled something',
  },
  podiatry: {
    sure: 'nail digging in|nail growing in|toe nail|thick nail|thick toenail|black toenail|yellow toenail|toenails|nails cut|sore feet|achy feet|burning feet|feet burn|feet ache|foot cramp|arch pain|heel pain|heel hurt|heel cup|insoles|arch support|blister on my foot|wart on my heel|plantar wart|crack in my heel|dry feet|rough feet|stinky feet|pedicure|corn plaster|splinter in my foot|overlapping toe|claw toe|sesamoid|flat arch|pronate|bunyon|ingrown toenail|ingrowing toenail|ingrown nail|ingrowing nail|toenail|toe nail|bunion|bunions|corn|corns|callus|callous|hard skin|verruca|plantar|plantar fasciitis|heel spur|heel|hammer toe|hammertoe|flat feet|flat foot|fallen arch|arch of my foot|athletes foot|athlete foot|fungal nail|nail fungus|toenail fungus|orthotic|insole|foot check|diabetic foot|foot pain|foot ulcer|ball of my foot|foot hurt|feet hurt|sole of my foot|sole|smelly feet|cracked heel|neuroma|cut my nail|nail clipped|wart on my foot',
    likely: 'foot|feet|toe|toes|fungal|fungus|nail',
    hint: 'shoe|walk|ankle',
  },
  geriatrics: {
    sure: 'elderly|old age|frail|senior assessment|fall assessment|geriatric|nursing home|aging parent|ageing parent',
    hint: 'grandmother|grandfather|grandma|grandpa|nan|gran|grandad|nana|my mom is 8|old|forget|forgetful|memory|dementia|alzheimer|keep falling|falls a lot|fall a lot',
  },
  'infectious disease': {
    sure: 'hiv|prep medication|tropical disease|malaria|infectious|staph|mrsa|hepatitis c|std|sti|syphilis|gonorrhea|chlamydia|long covid',
    likely: 'hepatitis|lyme|infection|tuberculosis',
  },
  nutrition: {
    sure: 'dietary|eating right|macro|keto|gain muscle|food plan|nutritional|drop weight|slim down|lose fat|lose belly|diabetic diet|low salt diet|gluten free diet plan|diet|diet plan|meal plan|nutrition|lose weight|weight loss|losing weight|overweight|eat better|eat healthy|healthy eating|calorie|eating habit|what to eat|obese|obesity|lose some weight|lose a few pound|drop some pound|put on weight|vegan',
    likely: 'weight|eat|gain weight|underweight|cholesterol',
  },
  'sports medicine': {
    sure: 'sports injury|sport injury|running injury|runners knee|sports physical|shin splint',
    likely:
      'acl|meniscus|tennis elbow|golfers elbow|hamstring|sprain|concussion|rotator cuff|pulled muscle|marathon|athlete',
    hint: 'knee|shoulder|ankle|sport|soccer|football',
  },
  'pain management': {
    sure: 'chronic pain|pain clinic|epidural|nerve block|pain injection|opioid|pain pump|complex regional|pain medication',
    likely: 'pain everywhere|pain all the time|constant pain|fibromyalgia|sciatica|back pain',
  },
  'plastic surgery': {
    sure: 'botox|filler|nose job|facelift|face lift|breast implant|breast augmentation|breast reduction|tummy tuck|lipo|liposuction|boob job|eyelid surgery|bbl|scar revision|cosmetic',
  },
  'vascular surgery': {
    sure: 'bulging vein|ropey vein|vein removal|vein stripping|leg veins|blood flow|no pulse in my foot|pad in my legs|carotid artery|stent in my leg|legs throb|heavy legs|aaa|clot in my leg|blood clot in my leg|leg clot|purple leg|leg sore that wont heal|varicose|varicose vein|spider vein|vein|veins|dvt|deep vein|poor circulation|circulation|peripheral artery|aneurysm|blocked artery|artery|compression stocking|leg ulcer|lymphedema',
    likely:
      'white finger|finger go white|cold finger|vein like|blood clot|clot|swollen leg|leg swell|heavy leg|cold feet|cold hands|claudication',
    hint: 'leg|swell|swollen|ankle',
  },
  chiropractic: {
    sure: 'back crack|back adjusted|adjustment|spine adjusted|crack my back',
    likely: 'neck pain|back pain|stiff neck',
  },
  audiology: {
    sure: 'hearing aid|hearing test|audiogram|hearing loss|hearing',
    likely: 'deaf|tinnitus|hard of hearing|cant hear',
  },
  'speech therapy': { sure: 'stutter|stammer|lisp|speech delay|not talking yet|late talker|speech problem|pronounce' },
  neurosurgery: {
    sure: 'brain surgery|brain tumor|spine surgery|spinal fusion|laminectomy|hydrocephalus|shunt',
    likely: 'herniated disc',
  },
  radiology: { sure: 'x ray|xray|mri|ct scan|cat scan|mammogram|ultrasound|bone density scan' },
  vaccination: {
    sure: 'vaccine|vaccination|travel vaccine|travel jab|yellow fever|typhoid',
    likely: 'shot|jab|booster',
  },
};
