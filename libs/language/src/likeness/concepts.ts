/**
 * Words of both languages that do the same work in a wish, whatever they mean elsewhere: a sentence is compared by these as well
 * as by its words (features.ts), so that "bin my ten o'clock" is like "scrap my ten o'clock". A star stands for any ending.
 * Folded.
 */
export const concepts: Readonly<Record<string, string>> = {
  drop: `cancel*|cancle*|scrap*|drop|dropping|bin|binned|binning|axe|ax|ditch*|lose|losing|nix*|kill*|nuke*|scratch*|strike|striking|cross|wipe*|erase*|
    remov*|delet*|withdraw*|pull|pulled|pulling|bail*|void*|annul*|undo|forgo|skip|skipping|releas*|free|surrender|relinquish|dump*|toss*|scrub*|chuck*|
    zap|trash|rid|forfeit|abandon|retract|revoke|rescind|abort|renounce|opt|quit|knock|unbook*|uncheck|clear|vacate|shed|terminate|ax|lift|blow|
    anul*|borr*|elimin*|quit*|quiten*|suprim*|tach*|tumb*|deshag*|deshac*|renunci*|liber*|descart*|sac*|suelt*|solt*|dese*|baja|bajeme|bajenme|tir*|cancele*|
    olvid*|rescind*|revoc*|desagend*|desapunt*|desist*|prescind*`,
  shift: `mov*|chang*|switch*|shift*|push*|bump*|slid*|shunt*|swap*|trad*|resched*|rearrang*|alter|altering|amend*|postpon*|delay|delaying|defer*|rebook*|
    adjust*|tweak*|juggl*|shuffl*|nudg*|budg*|relocat*|modif*|revis*|exchang*|kick|bring|put|alternat*|reorgani*|flip|transfer|
    cambi*|muev*|mov*|recorr*|reprogram*|reagend*|aplaz*|posp*|adelanta*|adelanteme|adelantenme|adelantela|adelanten|retras*|atras*|pas*|corr*|traslad*|pospon*|modific*|trasp*|permut*|desplaz*`,
  otherwise: `another|different|other|alternative|instead|rather|later|earlier|sooner|else|otro|otra|otros|otras|distint*|diferent*|mejor|despues|temprano|
    tarde|antes|prefiero|preferiria|preferible|better|easier|suit*|conven*`,
  hindered: `can't|cant|cannot|won't|wont|shan't|unable|couldn't|conflict*|clash*|busy|away|travel*|jury|meeting|shift|called|stuck|impossible|overlap*|
    imposible|puedo|podre|podemos|alcanzo|compromiso|viaj*|ocupad*|trabaj*|complic*|surgi*|turno|viaje|reunion|llego|coincid*|sal*o`,
  nolonger: `longer|anymore|after-all|needn't|necessary|needless|better|resolved|cured|cleared|fixed|sorted|healed|already|unnecessary|unneeded|surplus|use|
    ya|falta|necesit*|necesari*|cur*|pas*|sobra|alivi*|mejor*|resuelt*|al-final|solucion*`,
  keep: `keep*|stay*|stays|leave|hang|hold|retain*|still|remain*|conserv*|mant*|dej*|qued*|sigue|guard*`,
  tell: `tell*|relay*|pass|message*|note|word|inform|mention|report|advise|warn|heads-up|forward|notify|dig*|decir*|decidle|avis*|recado|mensaje|inform*|
    comunic*|comentar*|comente*|transmit*|hagale|hacerle|saber|dejarle|dejar`,
  callme: `call-me|ring-me|phone-me|callback|ring-back|call-back|ringing|llamarme|llameme|llamenme|llame|llamen|hable|hablen|hableme|llamada|devuelv*|marqu*|regres*`,
  late: `late|behind|delayed|traffic|running|stuck|tardar*|tardito|tardecito|trafico|atasco|retraso|retras*|demor*|tarde|camino|embotell*|trancon`,
  human: `person|human|receptionist*|operator|agent|representative|rep|staff|desk|somebody|someone|lady|girl|girls|fella|bloke|lad|live|real|actual|flesh|breathing|
    secretary|reception|colleague|body|manager|supervisor|persona|recepcion*|operador*|agente|alguien|humano|humana|senorita|secretari*|muchach*|chica|
    carne|hueso|compañer*|encargad*|empleado|empleada|asesor*|ejecutiv*|verdad|supervisor*`,
  machine: `robot*|machine*|computer*|recording|bot|bots|ai|automated|automatic|menu|maquina*|contestador*|grabacion|computador*|ordenador|automatic*|aparato`,
  talk: `talk*|speak*|chat|conversation|connect|transfer|put-through|through|hablar|hable|platicar|charlar|comunique*|comunica*|pasarme|paseme|pongame|ponme|
    ponga|atienda|atiendan|conversar|transfier*|derive*`,
  recall: `remind*|forgot*|forget|remember|recall|lost|misplaced|confirm*|check|checking|verify|know|double-check|recuerd*|recorda*|olvid*|acuerd*|perdi|
    confirm*|checar|comprobar|verific*|saber|mirar|mire|consult*`,
  whenis: `when|what-time|what-day|which-day|due|supposed|meant|scheduled|expected|down|cuando|hora|toca|tocaba|tengo|tenia|habia*|apuntad*|agendad*|registrad*|anotad*`,
  opens: `opens|opening-up|frees|cancels|cancellation*|cancelation*|drops|no-show*|shows|gap|list|reserve|standby|queue|waitlist*|waiting|pops|spare|becomes|
    libere|libera|desocup*|cancelacion*|anulacion*|espera|falla|falle|cae|caiga|abra|abre|surja|quede|lista|reserva|anula|cancela|renuncia|hueco`,
  iffy: `if|should|in-case|case|whenever|as-soon|si|caso|por-si|cuando|apenas|encuanto`,
  see: `see|seen|seeing|look|looked|check|checked|examined|visit|treated|ver|vea|vean|veia|mire|miren|mirasen|revis*|atend*|atiend*|examin*|mirar|viera|viese`,
  want: `want|need|like|love|hoping|looking|after|wish*|wanna|gotta|fancy|required|requir*|quiero|quisiera|querria|queria|necesit*|ocupo|deseo|desearia|gustaria|busco|hace-falta|ando`,
  book: `book*|schedul*|reserv*|arrange*|fit|squeeze*|pencil*|get-in|slot*|opening*|availab*|pop|agend*|apunt*|coger|coja|dar|dame|deme|den|hueco*|disponib*|
    sacar|saco|pedir|pido|programar|cita-con|encajar`,
  cost: `cost*|price*|charge*|fee|fees|much|pay|paying|payment|expensive|bill|afford|cuest*|precio*|cobr*|pag*|vale|costar|saldria|tarifa*|cuanto`,
  clinicq: `park*|insurance|open|close*|shut*|hours|bring|address|directions|located|fast*|eat|drink|wheelchair|ramp|lift|elevator|language|interpret*|accept|take|bus|
    train|station|form*|paper*|results|prescription*|referral|note|certificate|wifi|aparc*|estacion*|seguro*|aseguran*|abier*|abr*|cierr*|traer|llevar|direccion|ayun*|
    comer|desayun*|silla|rampa|ascensor|elevador|idioma|interprete|acept*|metro|autobus|receta*|resultado*|papel*|justificante|horario*`,
};
