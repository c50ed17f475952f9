import { wordsOf } from '../words';

/** Words of the desk, the calendar and small talk: never taken for a misspelt complaint. */
export const everydayWords: ReadonlySet<string> = new Set(
  wordsOf(`
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
  november december morning afternoon evening tonight tomorrow yesterday midday midnight appointment appointments booking booked
  schedule scheduled reschedule cancel cancels canceled cancelled cancelling change changed changing moving doctor doctors please
  thanks thank hello number phone message before after later earlier possible available anything something nothing everything
  someone somebody anyone anybody people person really actually maybe probably already always never because though through would
  should could first second third fourth switch minute minutes hour hours around between office clinic hospital mother father
  brother sister husband wife daughter friend friends address insurance parking question confirm confirmed reminder choose
  chosen prefer rather either neither instead another others little better longer moment return version listen reason season
  person couple simple single double street square school county country family mister missus letter letters
  splitting patches weekend weekends haircut knowing showing nothing
  waiting calling called looking talking speaking working getting coming leaving thinking asking taking making having
  lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre
  noviembre diciembre manana tarde noche ahora despues antes luego siempre nunca tambien gracias favor quiero quisiera necesito
  puedo puede podria tengo tiene hacer hacerme pedir cambiar cambio cancelar anular mover reservar confirmar cita citas doctor
  doctora medico medica hora horas minuto minutos semana semanas primero primera segundo segunda tercero tercera cuarto cuarta
  ultimo ultima nombre telefono numero mensaje direccion seguro clinica hospital consulta persona alguien nadie nada algo mucho
  mucha muchas muchos poquito bueno buena buenas buenos claro hermano hermana esposo esposa marido senora senorita senor
  madre padre amigo amiga familia trabajo escuela colegio ciudad centro calle ventana porque cuando donde quien cual aunque
  factura facturas lovely instrucciones datos paciente pacientes receta problem problems
  entonces todavia apenas mejor peores mismo misma nuestro nuestra ustedes usted estamos estaba estaria llamar llamo llamada
  hablar hablando decir dijeron viene venir vengo quedar quedo queda libre libres puntual temprano pronto rapido disponible
  `),
);
