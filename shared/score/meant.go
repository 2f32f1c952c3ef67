package score

// intended lists by language how people say which answer they meant, once they
// are asked back or have pressed another, and how they beg pardon for that. It
// changes nothing, as fluff does, and is no cue: "I meant to buy 2" is no score.
var intended = map[string]string{
	"en": "meant,i meant,what i meant,number i meant,i meant to say,i meant to press,i meant to click,i meant to type,i meant to write,meant to say,meant to press,mine,mine is,mine was,sorry,so sorry,oops",
	"de": "ich meinte,meinte ich,ich meine,meine ich,gemeint,gemeint war,ich wollte sagen,was ich meinte,die ich meinte,meins ist,entschuldigung,verzeihung,sorry,ups",
	"fr": "je voulais dire,je veux dire,que je voulais dire,jentendais,je pensais à,le mien,la mienne,pardon,désolé,désolée,excusez-moi",
	"es": "quería decir,queria decir,quise decir,quiero decir,que quería decir,que quise decir,lo que quería decir,lo que quise decir,me refería a,me refería al,me referia a,me referia al,el mío,la mía,perdón,perdon,disculpe,disculpen",
	"it": "intendevo,intendevo dire,volevo dire,intendo,quello che intendevo,che intendevo,scusa,scusi,scusate",
	"pt": "quis dizer,queria dizer,quero dizer,que quis dizer,que queria dizer,o que quis dizer,desculpe,desculpa,desculpem",
	"nl": "ik bedoelde,bedoelde ik,ik bedoel,bedoel ik,wat ik bedoelde,die ik bedoelde,wat ik bedoel,de mijne,sorry",
	"sv": "jag menade,menade jag,jag menar,som jag menade,det jag menade,förlåt,ursäkta",
	"da": "jeg mente,mente jeg,jeg mener,som jeg mente,det jeg mente,undskyld,beklager",
	"nb": "jeg mente,mente jeg,jeg mener,som jeg mente,det jeg mente,beklager,unnskyld",
	"fi": "tarkoitin,tarkoitan,minä tarkoitin,mitä tarkoitin,anteeksi",
	"pl": "miałem na myśli,miałam na myśli,mam na myśli,chodziło mi o,chodzi mi o,chciałem powiedzieć,chciałam powiedzieć,przepraszam",
	"cs": "myslel jsem,myslela jsem,měl jsem na mysli,měla jsem na mysli,chtěl jsem říct,chtěla jsem říct,omlouvám se,pardon,promiňte",
	"hu": "gondoltam,re gondoltam,ra gondoltam,esre gondoltam,asra gondoltam,osra gondoltam,ösre gondoltam,úgy értettem,azt akartam mondani,bocsánat,bocs,elnézést",
	"ro": "am vrut să spun,am vrut sa spun,voiam să spun,voiam sa spun,vroiam să spun,vroiam sa spun,mă refeream la,ma refeream la,scuze,îmi pare rău",
	"el": "εννοούσα,εννοουσα,εννοώ,ήθελα να πω,συγγνώμη,συγνώμη",
	"tr": "demek istedim,demek istiyordum,demek istediğim,kastettim,kastettiğim,pardon,özür dilerim,kusura bakmayın",
	"ru": "имел в виду,имела в виду,я имел в виду,я имела в виду,имелось в виду,хотел сказать,хотела сказать,я хотел сказать,я хотела сказать,извините,простите",
	"uk": "мав на увазі,мала на увазі,я мав на увазі,я мала на увазі,хотів сказати,хотіла сказати,я хотів сказати,я хотіла сказати,вибачте,перепрошую",
	"ar": "قصدت,أقصد,كنت أقصد,قصدي,أعني,كنت أعني,آسف,آسفة,عذرا,عفوا",
	"he": "התכוונתי,התכוונתי ל,מתכוון ל,מתכוונת ל,הכוונה שלי,סליחה",
	"ja": "のつもりでした,のつもりです,のつもり,つもりでした,と言いたかったです,と言うつもりでした,のことです,すみません,ごめんなさい,失礼しました",
	"zh": "我是说,我是說,是说,是說,我的意思,我的意思是,意思是,我说的是,我說的是,我想说的是,我想說的是,我指的是,抱歉,不好意思,对不起,對不起",
	"ko": "말한,말한 건,말한 것은,거예요,겁니다,거였어요,것입니다,뜻이었어요,의미했어요,를,을,죄송합니다,죄송해요,미안합니다",
	"th": "หมายถึง,ผมหมายถึง,ฉันหมายถึง,หมายความว่า,ขอโทษ,ขอโทษครับ,ขอโทษค่ะ",
	"hi": "मेरा मतलब,मेरा मतलब था,मतलब,था,थी,माफ़ कीजिए,माफ कीजिए,क्षमा करें",
	"id": "maksud saya,maksudku,maksud saya adalah,yang saya maksud,saya maksud,saya maksudkan,maaf",
	"vi": "ý tôi là,ý mình là,ý em là,ý tôi,ý mình,ý của tôi là,xin lỗi",
}
