package said

// Words of the line that says who wrote when, a language a line. They are
// folded when they are read: written as people write them.

const months = `
january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
januar februar märz mai juni juli oktober dezember jän jänner feber mrz okt dez
janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr avr juil déc
enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene abr ago dic
janeiro fevereiro março maio junho julho setembro outubro novembro dezembro fev mai set out dez
gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug ott
januari februari maart mei augustus mrt
januari februari maj juni juli augusti oktober desember
tammikuu tammikuuta helmikuu helmikuuta maaliskuu maaliskuuta huhtikuu huhtikuuta toukokuu toukokuuta kesäkuu kesäkuuta heinäkuu heinäkuuta elokuu elokuuta syyskuu syyskuuta lokakuu lokakuuta marraskuu marraskuuta joulukuu joulukuuta tammik helmik maalisk huhtik toukok kesäk heinäk elok syysk lokak marrask jouluk tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu
stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia sty lut kwi cze lip sie wrz paź lis gru styczeń luty marzec kwiecień czerwiec lipiec sierpień wrzesień październik listopad grudzień
ledna února března dubna května června července srpna října listopadu prosince led úno bře dub kvě čvn čvc srp zář říj lis pro
januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra máj jún júl
január február március április május június július augusztus szeptember október jan febr márc ápr máj jún júl szept
ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie ian iun iul noi
ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου ιαν φεβ μαρ μαρτ απρ μαΐ μαι ιουν ιουλ αυγ σεπ σεπτ οκτ νοε δεκ
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık oca şub nis haz tem ağu eyl eki kas ara
января февраля марта апреля мая июня июля августа сентября октября ноября декабря янв фев февр мар апр июн июл авг сен сент окт ноя нояб дек
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня січ лют бер квіт кві трав тра черв чер лип серп сер вер жовт жов лист лис груд гру
януари февруари март април май юни юли август септември октомври ноември декември яну фев апр авг сеп окт ное дек
siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga studenog prosinca sij velj ožu tra svi srp kol ruj stu pro
januarja februarja marca aprila junija julija avgusta septembra oktobra novembra decembra avg
sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio saus vas bal geg birž liep rugp rugs spal lapkr gruod
janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris janv febr jūn jūl
jaanuar jaanuari veebruar veebruari märts märtsi aprill aprilli juuni juuli septembri oktoobri novembri detsembri jaan veebr dets oktoober detsember
gener febrer març abril maig juny juliol agost setembre octubre novembre desembre des juny
janúar febrúar maí júní júlí ágúst október nóvember desember
јануар фебруар март април мај јун јул август септембар октобар новембар децембар
يناير فبراير مارس أبريل إبريل ابريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين
ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند
ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר בינו ינו בפבר פבר במרס מרס באפר אפר באוג אוג בספט ספט באוק אוק בנוב נוב בדצמ דצמ ביונ ביול במאי
जनवरी फ़रवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर सितम्बर अक्टूबर अक्तूबर नवंबर नवम्बर दिसंबर दिसम्बर जन॰ जन फ़र॰ फर अग॰ सित॰ अक्टू॰ अक्टू नव॰ नव दिस॰ दिस
thg tháng
maret agustus oktober desember agu agt ags mei juni juli januari februari okt des
julai ogos disember mac ogo dis
`

const weekdays = `
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim
lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom
segunda terça quarta quinta sexta feira seg ter qua qui sex
lunedì martedì mercoledì giovedì venerdì gio
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo
måndag tisdag onsdag torsdag fredag lördag söndag mån tis ons tors tor fre lör sön
mandag tirsdag lørdag søndag man tir lør søn
maanantai maanantaina tiistai tiistaina keskiviikko keskiviikkona torstai torstaina perjantai perjantaina lauantai lauantaina sunnuntai sunnuntaina ke to pe su
poniedziałek wtorek środa czwartek piątek sobota niedziela pon pn wt śr śro czw czwa pt pią sob nd ndz niedz
pondělí úterý středa čtvrtek pátek neděle po út st čt pá ne
pondelok utorok streda štvrtok piatok nedeľa ut št pi
hétfő kedd szerda csütörtök péntek szombat vasárnap szo sze csüt
luni marți miercuri joi vineri sâmbătă duminică mie vin sâm
δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή δευ τρι τετ πεμ παρ σαβ κυρ
pazartesi salı çarşamba perşembe cuma cumartesi pazar pzt sal çar per cum cmt paz
понедельник вторник среда четверг пятница суббота воскресенье среду пятницу субботу пн вт ср чт пт сб вс
понеділок вівторок середа четвер пʼятниця п'ятниця субота неділя нд
понеделник вторник сряда четвъртък петък събота неделя
ponedjeljak utorak srijeda četvrtak petak subota nedjelja sri čet pet sub ned uto
ponedeljek torek sreda četrtek petek nedelja sre
pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis pirmad antrad trečiad ketvirtad penktad šeštad sekmad
pirmdiena otrdiena trešdiena ceturtdiena piektdiena sestdiena svētdiena pirmd otrd trešd ceturtd piektd sestd svētd
esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev
dilluns dimarts dimecres dijous divendres dissabte diumenge dl dt dc dj dv ds dg
الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
ראשון שני שלישי רביעי חמישי שישי שבת יום
सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार सोम मंगल बुध गुरु शुक्र शनि रवि
thứ th cn
senin selasa rabu kamis jumat sabtu minggu sen sel rab kam jum sab min
`

// verbs are words of writing, in the form that stands beside a name.
const verbs = `
wrote writes said quoting
schrieb geschrieben schreibt zitat
écrit écrivait
escribió escribio
escreveu escribiu
scritto scrive
schreef geschreven geskryf
skrev skriver skreiv skrevet
kirjoitti
napisał napisała pisze
napsal napsala píše
napísal napísala
írta
scris
έγραψε γράφει
yazdı yazdi
написал написала пишет писал писала
написав написала пише
написа
napisao napisala piše
napisal napisala
rašė parašė
rakstīja raksta
kirjutas
escrit escriure
skrifaði
написао
idatzi
كتب كتبت كتابة نوشت
כתב כתבה נכתב
लिखा
viết
menulis
sumulat
aliandika
geschr missatge citando citát
yazıldı napisane skrifað
`

// verbParts are verbs where words are not parted by spaces, or hang together
// with the name.
const verbParts = "写道|寫道|写到|写了|寫了|書きました|書いた|のメール|のメッセージ|からのメール|작성|님이|쓴 글|썼습니다|썼다|เขียนว่า|เขียน"

// monthParts are months likewise.
const monthParts = "ม.ค.|ก.พ.|มี.ค.|เม.ย.|พ.ค.|มิ.ย.|ก.ค.|ส.ค.|ก.ย.|ต.ค.|พ.ย.|ธ.ค.|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"

// openers are words that such a line may begin with.
const openers = "on at in le el em no am il op den på  dne dnia w v у в на vào lúc pada tanggal في בתאריך στις la pe în il dia a kuupäev em missatge pri dana u ob ב เมื่อ ในวันที่ 在 於 于"
