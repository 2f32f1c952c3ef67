package score

// others lists by language how people begin to say what somebody else would
// give, or they themselves at other times. What may mean all in all, or so-so, is
// none of it.
var others = map[string]string{
	"en": "my colleague,my colleagues,my coworker,my wife,my husband,my partner,my boss,my manager,my friend,my friends,friend of mine,colleague of mine,he would,she would,they would,hed,theyd,he gives,she gives,they give,he says,she says,they say,other people,most people,normally,usually,ordinarily,typically,otherwise,ideally,used to,you mean,you meant,he meant,she meant,they meant,last time,previously,would have,i would have,id have",
	"de": "mein kollege,meine kollegin,meine kollegen,mein chef,meine chefin,meine frau,mein mann,mein partner,meine partnerin,mein freund,meine freundin,er würde,normalerweise,üblicherweise,gewöhnlich,sonst,eigentlich,früher,letztes mal,das letzte mal,beim letzten mal,hätte,hätte ich,ich hätte",
	"fr": "mon collègue,ma collègue,mes collègues,mon chef,ma femme,mon mari,mon ami,mon amie,il donnerait,elle donnerait,dhabitude,normalement,habituellement,dordinaire,la dernière fois,jaurais",
	"es": "mi colega,mi compañero,mi compañera,mi jefe,mi jefa,mi mujer,mi esposa,mi marido,mi esposo,normalmente,habitualmente,la última vez,habría,hubiera",
	"it": "il mio collega,la mia collega,il mio capo,mia moglie,mio marito,normalmente,di solito,solitamente,lultima volta,avrei",
	"pt": "meu colega,minha colega,meu chefe,minha chefe,minha esposa,minha mulher,meu marido,normalmente,habitualmente,da última vez,teria",
	"nl": "mijn collega,mijn baas,mijn vrouw,mijn man,normaal gesproken,gewoonlijk,meestal,doorgaans,vorige keer,de vorige keer",
	"sv": "min kollega,min chef,min fru,min man,normalt,vanligtvis,oftast,annars,förra gången",
	"da": "min kollega,min chef,min kone,min mand,normalt,sædvanligvis,som regel,ellers,sidste gang",
	"nb": "min kollega,kollegaen min,sjefen min,kona mi,mannen min,normalt,vanligvis,som regel,ellers,forrige gang",
	"fi": "kollegani,työkaverini,pomoni,vaimoni,mieheni,yleensä,tavallisesti,normaalisti,viimeksi",
	"pl": "mój kolega,moja koleżanka,mój szef,moja żona,mój mąż,normalnie,zwykle,zazwyczaj",
	"cs": "můj kolega,moje kolegyně,můj šéf,moje žena,můj manžel,normálně,obvykle,většinou,jindy,minule",
	"hu": "a kollégám,kollégám,a főnököm,a feleségem,a férjem,általában,rendszerint,múltkor",
	"ro": "colegul meu,colega mea,șeful meu,soția mea,soțul meu,de obicei,în mod normal,data trecută",
	"ru": "мой коллега,моя коллега,мои коллеги,мой начальник,моя жена,мой муж,обычно,как правило,в прошлый раз",
	"uk": "мій колега,моя колега,мої колеги,мій начальник,моя дружина,мій чоловік,зазвичай,як правило,минулого разу",
	"el": "ο συνάδελφός μου,η συνάδελφός μου,η γυναίκα μου,ο άντρας μου,συνήθως,κανονικά,την προηγούμενη φορά",
	"tr": "iş arkadaşım,eşim,patronum,normalde,genelde,genellikle,geçen sefer",
	"he": "הקולגה שלי,הבוס שלי,אשתי,בעלי,בדרך כלל,לרוב",
	"ar": "زميلي,زميلتي,مديري,زوجتي,زوجي,عادة,في العادة",
	"hi": "मेरे सहकर्मी,मेरी पत्नी,मेरे पति,आमतौर पर,सामान्यतः",
	"id": "rekan saya,teman saya,bos saya,istri saya,suami saya,biasanya,normalnya",
	"vi": "đồng nghiệp của tôi,đồng nghiệp tôi,sếp tôi,vợ tôi,chồng tôi,thường thì,thông thường",
	"th": "เพื่อนร่วมงาน,โดยปกติ",
	"ja": "同僚,同僚は,普段,普段は,いつもは,通常,通常は",
	"ko": "동료는,제 동료는,보통은,평소,평소에는",
	"zh": "同事,我同事,我的同事,平时,平時,通常",
}

// schooling lists by language what marks at school are called where 1 is the best.
var schooling = map[string]string{
	"de": "note,schulnote,glatte",
}
