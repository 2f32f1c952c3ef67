package replies

// A tongue is how its speakers ask for no more mails. Phrases have commas
// between them. What may mean something else to a question is none of them: baja
// is low as well, and cancel may be the order.
type tongue struct {
	lang     string
	polite   string // what changes nothing before and behind a phrase, or on a line beside it
	farewell string
}

var farewells = []tongue{
	{
		"en", "please,pls,hi,hello,dear sir or madam,now,immediately,thanks,thank you,many thanks,regards,kind regards,best regards,best,cheers,sincerely,sent from my iphone",
		"unsubscribe,unsubscribe me,unsubscribe all,unsubscribe from all,unsubscribe from this list,unsubscribe me from this list,unsubscribe me from these mails,unsubscribe me from these emails,un subscribe,unsub,i want to unsubscribe,i would like to unsubscribe,id like to unsubscribe,i wish to unsubscribe,stop,stop all,stop it,stop this,stop emailing,stop emailing me,stop mailing me,stop sending me mails,stop sending me emails,stop sending me these mails,stop sending me these emails,stop sending me surveys,stop sending emails,stop sending these emails,stop sending surveys,stop these mails,stop these emails,stop these surveys,stop the mails,stop the emails,stop the surveys,stop asking,stop asking me,stop writing to me,stop contacting me,opt-out,opt out,opt me out,i want to opt out,remove me,remove me from this list,remove me from the list,remove me from your list,remove me from your mailing list,take me off this list,take me off the list,take me off your list,take me off your mailing list,no more mails,no more emails,no more surveys,do not email me,do not email me again,dont email me,dont email me again,do not mail me,do not mail me again,dont mail me,dont mail me again,do not contact me,do not contact me again,dont contact me,dont contact me again,do not write to me again,dont write to me again,do not send me any more emails,dont send me any more emails,do not send me any more surveys,dont send me any more surveys,leave me alone",
	},
	{
		"de", "bitte,hallo,guten tag,sofort,danke,vielen dank,danke schön,mit freundlichen grüßen,mit freundlichen gruessen,freundliche grüße,viele grüße,liebe grüße,beste grüße,gruß,lg,vg,mfg,von meinem iphone gesendet",
		"abmelden,mich abmelden,abmeldung,abbestellen,abbestellung,austragen,mich austragen,melden sie mich ab,tragen sie mich aus,ich möchte mich abmelden,ich moechte mich abmelden,ich will mich abmelden,stopp,keine mails mehr,keine e-mails mehr,keine umfragen mehr,keine weiteren mails,keine weiteren e-mails,keine weiteren umfragen,ich möchte keine mails mehr,ich möchte keine e-mails mehr,ich möchte keine umfragen mehr,ich will keine mails mehr,ich will keine e-mails mehr,ich will keine umfragen mehr,schicken sie mir keine mails mehr,schicken sie mir keine e-mails mehr,senden sie mir keine mails mehr,senden sie mir keine e-mails mehr,schreiben sie mir nicht mehr,aus dem verteiler nehmen,aus dem verteiler löschen,nehmen sie mich aus dem verteiler,löschen sie mich aus dem verteiler",
	},
	{
		"fr", "s'il vous plaît,s'il te plaît,svp,veuillez,bonjour,immédiatement,merci,merci beaucoup,merci d'avance,cordialement,bien cordialement,envoyé de mon iphone",
		"désabonner,désabonnement,me désabonner,se désabonner,désabonnez-moi,désabonnez moi,désabonne-moi,désinscrire,désinscription,me désinscrire,se désinscrire,désinscrivez-moi,désinscrivez moi,je veux me désabonner,je souhaite me désabonner,je voudrais me désabonner,je veux me désinscrire,je souhaite me désinscrire,arrêtez,arrêtez ces mails,arrêtez ces e-mails,arrêtez de m'écrire,arrêtez de m'envoyer des mails,arrêtez de m'envoyer des e-mails,ne m'écrivez plus,ne me contactez plus,ne m'envoyez plus de mails,ne m'envoyez plus d'e-mails,ne m'envoyez plus d'enquêtes,ne plus recevoir d'enquêtes,ne plus recevoir de mails,je ne veux plus recevoir de mails,je ne veux plus recevoir d'e-mails,je ne souhaite plus recevoir de mails,je ne souhaite plus recevoir d'e-mails,retirez-moi de la liste,retirez-moi de votre liste,supprimez-moi de votre liste,enlevez-moi de votre liste",
	},
	{
		"es", "por favor,hola,buenos días,buenas tardes,gracias,muchas gracias,saludos,un saludo,cordialmente",
		"dar de baja,darme de baja,darse de baja,dame de baja,deme de baja,denme de baja,quiero darme de baja,deseo darme de baja,me quiero dar de baja,cancelar suscripción,cancelar la suscripción,anular suscripción,desuscribir,desuscribirme,desuscribirse,no más correos,no más emails,no más encuestas,no quiero más correos,no quiero más emails,no quiero más encuestas,no quiero recibir más correos,no quiero recibir más encuestas,no deseo recibir más correos,no recibir más encuestas,no me envíen más correos,no me envíen más encuestas,no me escriban más,no me contacten más,dejen de escribirme,dejen de enviarme correos",
	},
	{
		"it", "per favore,per cortesia,ciao,buongiorno,grazie,grazie mille,saluti,cordiali saluti,distinti saluti",
		"disiscrivi,disiscrivimi,disiscrivetemi,disiscrivermi,disiscrizione,voglio disiscrivermi,vorrei disiscrivermi,desidero disiscrivermi,annulla iscrizione,annullare l'iscrizione,annulla l'iscrizione,cancellami,cancellatemi,cancellami dalla lista,cancellatemi dalla lista,rimuovetemi,rimuovetemi dalla lista,non scrivetemi più,non inviatemi più e-mail,non mandatemi più e-mail,non voglio più e-mail,non voglio più ricevere e-mail,non voglio più ricevere sondaggi,niente più e-mail,niente più sondaggi,basta e-mail,basta mail,basta sondaggi",
	},
	{
		"pt", "por favor,olá,oi,bom dia,boa tarde,obrigado,obrigada,muito obrigado,muito obrigada,atenciosamente,cumprimentos",
		"descadastrar,descadastro,descadastre-me,descadastrar-me,me descadastre,quero me descadastrar,desinscrever,desinscrever-me,cancelar inscrição,cancelar a inscrição,cancelar minha inscrição,remova-me da lista,me remova da lista,retire-me da lista,remover da lista,sair da lista,não me envie mais e-mails,não me enviem mais e-mails,não quero mais e-mails,não quero mais receber e-mails,não quero receber mais e-mails,não quero mais pesquisas,não receber mais pesquisas,parem de me enviar e-mails,pare de me enviar e-mails,pare,parem,parar,chega de e-mails",
	},
	{
		"nl", "alstublieft,alsjeblieft,aub,graag,hallo,goedemorgen,bedankt,dank u,dank u wel,groet,groeten,met vriendelijke groet,mvg",
		"afmelden,afmelding,mij afmelden,me afmelden,meld mij af,meld me af,uitschrijven,uitschrijving,mij uitschrijven,schrijf mij uit,schrijf me uit,ik wil me afmelden,ik wil mij afmelden,ik wil me uitschrijven,ik wil mij uitschrijven,geen mails meer,geen e-mails meer,geen enquêtes meer,ik wil geen mails meer,ik wil geen e-mails meer,ik wil geen enquêtes meer,stuur mij geen mails meer,stuur me geen mails meer,stuur mij geen e-mails meer,stop met mailen,stop met deze mails,verwijder mij van de lijst,haal mij van de lijst,haal me van de lijst",
	},
	{
		"sv", "snälla,vänligen,hej,tack,tack så mycket,hälsningar,vänliga hälsningar,med vänliga hälsningar,mvh",
		"avregistrera,avregistrera mig,avregistrering,avprenumerera,avsluta prenumeration,avanmäl,avanmäl mig,avanmälan,ta bort mig,ta bort mig från listan,stoppa,stopp,sluta,sluta maila mig,sluta mejla mig,sluta skicka mail,sluta skicka mejl,inga fler mail,inga fler mejl,inga fler enkäter,skicka inga fler mail,skicka inga fler mejl,jag vill inte ha fler mail,jag vill inte ha fler mejl,jag vill inte ha fler enkäter",
	},
	{
		"da", "venligst,hej,tak,mange tak,hilsen,venlig hilsen,med venlig hilsen,mvh",
		"afmeld,afmeld mig,afmelding,frameld,frameld mig,framelding,jeg vil gerne afmeldes,jeg vil afmeldes,ikke flere mails,ikke flere undersøgelser,ingen flere mails,fjern mig,fjern mig fra listen,slet mig fra listen,send mig ikke flere mails,jeg vil ikke have flere mails,jeg vil ikke have flere undersøgelser,stop med at skrive til mig,stop med at sende mig mails",
	},
	{
		"nb", "vennligst,hei,takk,tusen takk,hilsen,vennlig hilsen,med vennlig hilsen",
		"meld av,meld meg av,avmeld,avmeld meg,avmelding,jeg vil melde meg av,jeg ønsker å melde meg av,ikke flere e-poster,ikke flere undersøkelser,ingen flere e-poster,fjern meg,fjern meg fra listen,fjern meg fra lista,ikke send meg flere e-poster,jeg vil ikke ha flere e-poster,jeg vil ikke ha flere undersøkelser,slutt å sende meg e-post",
	},
	{
		"fi", "hei,kiitos,kiitos paljon,terveisin,ystävällisin terveisin",
		"lopeta,lopettakaa,poista minut listalta,poistakaa minut listalta,poista minut postituslistalta,poistakaa minut postituslistalta,en halua enää viestejä,en halua enempää viestejä,en halua enää sähköposteja,en halua enää kyselyitä,ei enää viestejä,ei enää sähköposteja,ei enää kyselyitä,ei enempää kyselyitä,älkää lähettäkö enää viestejä,älä lähetä enää viestejä",
	},
	{
		"ca", "si us plau,hola,bon dia,gràcies,moltes gràcies,salutacions",
		"donar de baixa,donar-me de baixa,doneu-me de baixa,dona'm de baixa,vull donar-me de baixa,cancel·lar la subscripció,no vull més correus,no vull més enquestes,no vull rebre més correus,no vull rebre més enquestes,no rebre més enquestes,no m'envieu més correus,no m'escriviu més",
	},
	{
		"pl", "proszę,dzień dobry,dziękuję,dzięki,pozdrawiam,z poważaniem",
		"wypisz,wypisz mnie,wypiszcie mnie,mnie wypisać,chcę się wypisać,o wypisanie,o wypisanie z listy,usuń mnie z listy,usuńcie mnie z listy,usunąć mnie z listy,mnie usunąć z listy,nie chcę więcej maili,nie chcę więcej ankiet,nie chcę więcej wiadomości,nie chcę otrzymywać maili,nie chcę otrzymywać ankiet,nie chcę otrzymywać wiadomości,nie przysyłać więcej maili,nie wysyłać więcej maili,nie wysyłać więcej ankiet,więcej nie pisać,nie piszcie więcej,żadnych więcej maili,żadnych więcej ankiet",
	},
	{
		"cs", "prosím,dobrý den,děkuji,díky,s pozdravem",
		"odhlásit,odhlásit se,odhlaste mě,odhlášení,odhlásit odběr,odhlásit z odběru,chci se odhlásit,chtěl bych se odhlásit,chtěla bych se odhlásit,žádné další maily,žádné další e-maily,žádné další dotazníky,už žádné maily,už žádné e-maily,už žádné dotazníky,nechci další maily,nechci další e-maily,nechci další dotazníky,nechci dostávat e-maily,nepište mi,už mi nepište,neposílejte mi e-maily,neposílejte mi další e-maily,neposílejte mi dotazníky,vyřaďte mě ze seznamu,přestaňte",
	},
	{
		"sk", "prosím,dobrý deň,ďakujem,vďaka,s pozdravom",
		"odhlásiť,odhlásiť sa,odhláste ma,odhlásenie,odhlásiť odber,odhlásiť z odberu,chcem sa odhlásiť,chcel by som sa odhlásiť,chcela by som sa odhlásiť,žiadne ďalšie maily,žiadne ďalšie e-maily,žiadne ďalšie dotazníky,už žiadne e-maily,už žiadne dotazníky,nechcem ďalšie e-maily,nechcem ďalšie dotazníky,nepíšte mi,už mi nepíšte,neposielajte mi e-maily,neposielajte mi ďalšie e-maily,vyraďte ma zo zoznamu,prestaňte",
	},
	{
		"hr", "molim,molim vas,dobar dan,hvala,lijep pozdrav,pozdrav,srdačan pozdrav",
		"odjava,odjavi me,odjavite me,odjaviti se,želim se odjaviti,želim odjavu,ne želim više primati mailove,ne želim više primati e-mailove,ne želim više primati ankete,ne želim više mailova,ne želim više anketa,ne šaljite mi više mailove,ne šaljite mi više e-mailove,ne šaljite mi više ankete,bez daljnjih anketa,uklonite me s popisa,maknite me s popisa,prestanite",
	},
	{
		"ro", "vă rog,te rog,bună ziua,mulțumesc,cu respect,o zi bună",
		"dezabonare,dezabonați-mă,dezabonează-mă,mă dezabonez,vreau să mă dezabonez,doresc să mă dezabonez,fără alte chestionare,nu mai vreau e-mailuri,nu mai vreau chestionare,nu mai vreau să primesc e-mailuri,nu mai doresc să primesc e-mailuri,nu-mi mai trimiteți e-mailuri,nu îmi mai trimiteți e-mailuri,nu-mi mai scrieți,scoateți-mă din listă,ștergeți-mă din listă",
	},
	{
		"hu", "kérem,légyszi,jó napot,köszönöm,köszönettel,üdvözlettel",
		"leiratkozás,leiratkozom,leiratkozni,le akarok iratkozni,le szeretnék iratkozni,szeretnék leiratkozni,iratkoztasson le,iratkoztassanak le,nem kérek több levelet,nem kérek több e-mailt,nem kérek több felmérést,nem kérek több kérdőívet,ne írjanak többet,ne küldjenek több levelet,ne küldjenek több e-mailt,vegyenek le a listáról,töröljenek a listáról",
	},
	{
		"bg", "моля,здравейте,благодаря,поздрави",
		"отписване,отпиши ме,отпишете ме,искам да се отпиша,желая да се отпиша,не искам повече имейли,не искам повече анкети,не искам повече писма,без повече имейли,без повече анкети,не ми пишете повече,не ми изпращайте повече имейли,не ми пращайте повече имейли,премахнете ме от списъка,махнете ме от списъка,стоп,спрете",
	},
	{
		"ru", "пожалуйста,прошу,здравствуйте,спасибо,с уважением",
		"отписаться,отписка,отпишите,отпишите меня,отпиши меня,отписать меня,хочу отписаться,я хочу отписаться,отписаться от рассылки,отказаться от рассылки,уберите меня из рассылки,удалите меня из рассылки,удалите меня из списка,больше не пишите,не пишите мне,не пишите мне больше,больше не пишите мне,больше не присылайте,не присылайте больше писем,не присылайте мне больше писем,не присылайте мне больше опросы,больше никаких писем,больше никаких опросов,не хочу получать письма,не хочу больше получать письма,больше не получать опросы,прекратите,прекратите рассылку,стоп",
	},
	{
		"uk", "будь ласка,прошу,добрий день,дякую,з повагою",
		"відписатися,відписатись,відпишіть,відпишіть мене,хочу відписатися,хочу відписатись,я хочу відписатися,відписатися від розсилки,приберіть мене з розсилки,видаліть мене з розсилки,видаліть мене зі списку,більше не пишіть,не пишіть мені,не пишіть мені більше,більше не пишіть мені,більше не надсилайте,не надсилайте більше листів,не надсилайте мені листів,більше жодних листів,більше жодних опитувань,не хочу отримувати листи,більше не отримувати опитувань,припиніть,припиніть розсилку,стоп",
	},
	{
		"el", "παρακαλώ,καλημέρα,γεια σας,ευχαριστώ,με εκτίμηση",
		"απεγγραφή,διαγραφή,διαγράψτε με,κατάργηση εγγραφής,θέλω να διαγραφώ,επιθυμώ να διαγραφώ,θέλω διαγραφή,δεν θέλω άλλα email,δεν θέλω άλλα μηνύματα,δεν θέλω άλλες έρευνες,όχι άλλα email,όχι άλλες έρευνες,μη μου στέλνετε άλλα email,μην μου στέλνετε άλλα email,διαγράψτε με από τη λίστα,σταματήστε,στοπ",
	},
	{
		"tr", "lütfen,merhaba,teşekkürler,teşekkür ederim,saygılarımla",
		"abonelikten çık,abonelikten çıkmak istiyorum,abonelikten ayrıl,üyelikten çık,listeden çıkar,listeden çıkarın,beni listeden çıkar,beni listeden çıkarın,artık e-posta istemiyorum,artık mail istemiyorum,artık anket istemiyorum,artık e-posta almak istemiyorum,artık mail almak istemiyorum,artık anket almak istemiyorum,bana e-posta göndermeyin,bana mail göndermeyin,bana mail atmayın,bana yazmayın,e-posta göndermeyin,mail göndermeyin,anket göndermeyin,durdurun",
	},
	{
		"ar", "من فضلك,من فضلكم,رجاء,مرحبا,شكرا",
		"إلغاء الاشتراك,إلغاء اشتراكي,أريد إلغاء الاشتراك,أريد إلغاء اشتراكي,ألغوا اشتراكي,أوقفوا الرسائل,توقف,توقفوا,لا ترسلوا لي رسائل,لا ترسلوا لي المزيد من الرسائل,لا أريد المزيد من الرسائل,لا أريد رسائل أخرى,إيقاف الاستبيانات",
	},
	{
		"he", "בבקשה,נא,שלום,תודה,בברכה",
		"הסר,הסרה,להסיר,להסיר אותי,הסר אותי,הסירו אותי,תסירו אותי,הסירו אותי מהרשימה,להסיר אותי מהרשימה,תסירו אותי מהרשימה,ביטול הרשמה,אל תשלחו לי יותר,אל תשלחו לי יותר מיילים,לא רוצה יותר מיילים,לא לקבל עוד סקרים,תפסיקו,תפסיקו לשלוח לי מיילים",
	},
	{
		"hi", "कृपया,नमस्ते,धन्यवाद",
		"सदस्यता समाप्त करें,सदस्यता रद्द करें,अनसब्सक्राइब,अनसब्सक्राइब करें,मुझे सूची से हटाएं,मुझे सूची से हटाएँ,मुझे सूची से हटा दें,ईमेल भेजना बंद करें,मुझे ईमेल न भेजें,मुझे ईमेल मत भेजें,मुझे और ईमेल न भेजें,सर्वे अब न भेजें",
	},
	{
		"id", "tolong,mohon,halo,terima kasih,makasih,salam,hormat saya",
		"berhenti,berhenti berlangganan,batal berlangganan,berhenti langganan,saya ingin berhenti berlangganan,saya mau berhenti berlangganan,hentikan,hapus saya dari daftar,keluarkan saya dari daftar,jangan kirim email lagi,jangan kirim saya email lagi,jangan kirimi saya email lagi,jangan kirim survei lagi,saya tidak mau menerima email lagi,saya tidak ingin menerima email lagi,berhenti menerima survei,jangan hubungi saya lagi",
	},
	{
		"vi", "vui lòng,làm ơn,xin chào,cảm ơn,xin cảm ơn,trân trọng",
		"hủy đăng ký,huỷ đăng ký,tôi muốn hủy đăng ký,ngừng nhận email,ngừng gửi email,dừng gửi email,đừng gửi nữa,đừng gửi email nữa,đừng gửi email cho tôi nữa,không nhận khảo sát nữa,tôi không muốn nhận email nữa,xóa tôi khỏi danh sách",
	},
	{
		"th", "กรุณา,สวัสดี,ขอบคุณ,ขอบคุณครับ,ขอบคุณค่ะ,ครับ,ค่ะ",
		"ยกเลิกการสมัคร,ยกเลิกการรับข่าวสาร,ยกเลิกการรับอีเมล,ยกเลิกรับอีเมล,เลิกรับอีเมล,ไม่รับอีเมลอีก,ไม่ต้องการรับอีเมล,ไม่ต้องการรับอีเมลอีก,หยุดส่งอีเมล,ไม่ต้องส่งมาอีก,ไม่รับแบบสำรวจอีก",
	},
	{
		"ja", "お願いします,よろしくお願いします,こんにちは,ありがとうございます",
		"配信停止,配信停止希望,配信停止をお願いします,配信停止お願いします,配信停止してください,配信を停止してください,配信解除,登録解除,購読解除,送信停止,メールを送らないでください,もうメールを送らないでください,もう送らないでください,メールは不要です,アンケートは不要です,アンケートを停止する",
	},
	{
		"ko", "부탁드립니다,안녕하세요,감사합니다",
		"수신거부,수신 거부,수신거부합니다,수신 거부합니다,수신거부 해주세요,수신 거부해 주세요,구독취소,구독 취소,구독해지,구독 해지,그만 보내세요,그만 보내주세요,그만 보내 주세요,메일 그만 보내세요,메일 그만 보내주세요,메일 보내지 마세요,더 이상 보내지 마세요,더 이상 메일 보내지 마세요,설문 그만 받기",
	},
	{
		"zh", "请,你好,您好,谢谢",
		"退订,请退订,我要退订,退订邮件,取消订阅,请取消订阅,停止发送,请停止发送,停止发送邮件,请停止发送邮件,不要再发,不要再发了,别再发了,请不要再发,请不要再发了,请不要再发邮件,不要再给我发邮件,请不要再给我发邮件,不再接收调查",
	},
	{
		"zh-Hant", "請,你好,您好,謝謝",
		"退訂,請退訂,我要退訂,取消訂閱,請取消訂閱,停止寄送,請停止寄送,停止發送,請停止發送,不要再寄,不要再寄了,別再寄了,請不要再寄,請不要再寄了,請不要再寄信,不要再寄信給我,請不要再寄信給我,不再接收問卷",
	},
}
