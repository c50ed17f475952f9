// What people say and how we say it: dates, names, answers and emergencies in words, and every sentence that code speaks.
// May use nothing of ours; pure, no Nest, no database, no input or output beyond reading its own catalogues.
// Used by every room and by local-ai.
export {
  isJudged,
  judgedLanguages,
  languageOf,
  languages,
  type JudgedLanguage,
  type Language,
  type SpeechContext,
} from './speech-context';
export { addedLanguages } from './added/added-languages';
export { addedDigits, addedOptions, sayings, type Saying } from './added/sayings';
export type { When } from './dates/when';
export { understandWhen } from './dates/understand-when';
export { searchWindows } from './dates/search-windows';
export { understandDateOfBirth } from './dates/date-of-birth';
export { judgeAnswer, leansYes } from './answers';
export { judgeAnswerAbout, type PutToCaller } from './answer-about';
export { meantFor } from './whose-visit';
export { detectEmergency } from './emergencies/detect-emergency';
export { emergencyOver } from './emergencies/emergency-over';
export { emergencyIn } from './emergencies/own-words';
export { alarmMayLapse } from './emergencies/unfinished-alarm';
export { asksForPerson } from './person-requests';
export { editRatio } from './edit-distance';
export { findNames, foldName, nameDistance, wordDistance } from './names';
export { findSpecialty } from './specialties';
export { detectLanguage, isForeign } from './detect-language';
export { sayDate, sayDay, sayList, sayTime } from './speech';
export { localTime } from './local-time';
export { phrase } from './catalogue';
export { probeDate, probeEmergency, probeSpeech, probeSpecialty } from './probes';
export { mendHaste } from './haste';
export { likelyAct, type LikelyAct, type Place } from './likeness/likely-act';
export { namedOffer, offeredWords } from './likeness/offered-words';
export { namesPriced, samePrice } from './priced-things';
export { remembered } from './remembered';
export { digitRuns } from './spoken-digits';
export { namesElsewhere, topicsIn } from './clinic-topics';
export { fold, wordsOf } from './words';
export { learnSoftmax } from './likeness/learn-softmax';
export { chancesOf } from './likeness/softmax';
