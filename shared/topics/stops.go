package topics

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A weight is how much a word says.
type weight uint8

const (
	empty weight = iota // nothing, as and, the or I
	no                  // that something is not: it counts in pairs alone
	full
)

// emptyWords are short lists of each stemmed language's words that say nothing
// by themselves. They keep pages short, no more: a word that is missing here is
// found where it sets low scores apart, and is of no use there.
var emptyWords = map[string]string{
	"ar": `في من على إلى الى عن مع هذا هذه ذلك تلك التي الذي أن ان إن أو او و ثم قد كان كانت كل هو هي هم أنا انا نحن أنت انت
		لكم لنا لي له لها كما حتى إذا اذا بعد قبل عند عندما لكن بل ما ماذا هل يا جدا أيضا ايضا`,
	"da": `og i jeg det at en et den til er som på de med han af for var mig sig men har om vi min havde hun nu over da fra du ud
		dem os op man hans hvor eller hvad skal selv her alle vil blev kunne ind når være dog noget ville jo deres efter ned skulle
		denne end dette mit også under have dig anden hende mine alt meget sit sine vor mod disse hvis din nogle hos blive mange ad
		bliver hendes været så jer sådan`,
	"de": `aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bin bis bist da damit dann das
		dass daß dein deine dem den der des dessen deshalb dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein
		eine einem einen einer eines er es etwas euch euer eure für hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen
		ihr ihre ihrem ihren ihrer im in ist ja jede jedem jeden jeder jedes jetzt kann können konnte konnten man mein meine meinem
		meinen meiner mich mir mit muss musste nach noch nun nur ob oder sehr sein seine seinem seinen seiner seit sich sie sind so
		solche sollte sollten sondern sonst um und uns unser unsere unserem unseren unter viel vom von vor war waren warum was weil
		welche wenn werde werden wie wieder will wir wird wo wollen wollte worden würde würden wurde wurden zu zum zur zwar über`,
	"en": `a about after again all also am an and any are as at be because been before being but by can could did do does doing during
		each few for from further get got had has have having he her here hers him his how i i'd i'll i'm i've if in into is it it's
		its itself just let's like may me might more most much must my myself of off on once only or other our ours out over own
		really same shall she should so some such than that that's the their theirs them then there there's these they they'd they'll
		they're they've this those through to too under until up us very was we we'd we'll we're we've were what when where which
		while who whom why will with would yes yet you you'd you'll you're you've your yours`,
	"es": `de la que el en y a los del se las por un para con una su al lo como más pero sus le ya o este sí porque esta entre cuando
		muy sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos e esto mí
		antes algunos qué unos yo otro otras otra él tanto esa estos mucho muchos cual poco ella estar estas algo nosotros mi mis tú
		te ti tu tus ellas nuestro nuestra es soy son era fue ser he ha han había está están estoy si`,
	"fi": `ja on ei olla oli olen olemme ovat se sen sitä siitä siihen ne niiden niitä hän hänen he heidän minä minun minua minulle me
		meidän meille te teidän sinä sinun että kun kuin jos mutta tai vai niin nyt vain myös sekä tämä tämän tätä tässä nämä tuo joka
		jonka jota joita jotka mikä mitä miksi miten missä mukaan kanssa vielä sitten hyvin kaikki kaiken ole ollut olisi jo`,
	"fr": `au aux avec ce ces cet cette ça dans de des du elle elles en et eux il ils je la le les leur leurs lui ma mais me même mes
		moi mon nos notre nous on ou où par pour qu que qui quoi sa se ses si son sur ta te tes toi ton tu un une vos votre vous c d j
		l à m n s t y été être suis es est sont était étaient ai as a avons avez ont avait eu fait comme plus très tout tous toute
		toutes aussi bien donc car alors quand cela aujourd hui`,
	"hu": `a az és hogy is egy ez ezt azt ha de meg mert vagy volt van vannak voltak lesz lett mint már még csak úgy így ki be le fel
		el én te ő mi ti ők engem nekem nekünk ami amely aki mely ezek azok itt ott majd pedig után nagyon kell lehet minden más`,
	"it": `ad al allo ai agli all alla alle con col da dal dallo dai dagli dall dalla dalle di del dello dei degli dell della delle in
		nel nello nei negli nell nella nelle su sul sullo sui sugli sull sulla sulle per tra fra io tu lui lei noi voi loro mio mia
		miei mie tuo tua suo sua suoi sue nostro nostra vostro vostra mi ti ci vi lo la li le gli ne il un uno una ma ed se perché
		anche come dove che chi cui quale quanto questo questa questi queste quello quella quelli quelle si tutto tutti a c e i l o ho
		hai ha abbiamo avete hanno sono sei è siamo siete era stato stata essere più molto`,
	"nb": `og i jeg det at en et den til er som på de med han av ikkje for var meg seg men har om vi min hadde hun nå over da fra du
		ut dem oss opp man hans hvor eller hva skal selv her alle vil ble kunne inn når være kom noe ville deres etter ned skulle denne
		enn dette mitt også under ha deg andre henne mine alt meget sitt sine vår mot disse hvis din noen hos bli mange blir hennes
		vært så dere sånn veldig bare`,
	"nl": `de en van ik te dat die in een hij het is was op aan met als voor had er maar om hem dan zou of wat mijn men dit zo door
		over ze zich bij ook tot je mij uit der daar haar naar heb hoe heeft hebben deze u want nog zal me zij nu ge omdat iets
		worden toch al waren veel meer doen moet ben zonder kan hun dus alles onder ja werd wezen zelf tegen na reeds wil kon uw iemand
		we wij ons onze zijn jullie wordt heel`,
	"pt": `de a o que e do da em um para é com uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando
		muito há nos já está eu também só pelo pela até isso ela entre era depois mesmo aos ter seus quem nas me esse eles estão você
		tinha foram essa num suas meu às minha têm numa pelos elas havia seja qual será nós tenho lhe deles essas esses pelas este
		dele tu te vocês vos meus minhas teu tua nosso nossa esta estes estas aquele isto`,
	"ro": `și şi de la în a cu pe un o ce care este e sunt era au am ai ați aţi fi fost din pentru mai că să nu se el ea ei ele eu tu
		noi voi lui lor mi ne te vă va vor le îl îi dar sau dacă când cum unde acest această acestea acesta aceasta tot toate toți
		foarte doar după până prin fără între al ale`,
	"ru": `и в во что он на я с со как а то все она так его но да ты к у же вы за бы по только ее её мне было вот от меня еще ещё о из
		ему теперь когда даже ну вдруг ли если уже или быть был него до вас опять уж вам ведь там потом себя ничто ей может они тут
		где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под будет ж кто этот того потому этого какой
		им здесь этом мой тем чтобы нее были куда зачем всех при два об другой после над больше тот через эти нас про них какая много
		моя свою этой перед очень это`,
	"sv": `och det att i en jag hon som han på den med var sig för så till är men ett om hade de av icke mig du henne då sin nu har
		inom hur vid vi ut från ni man kan er ska vara skulle över här där upp även bli blev under också efter vad dem deras min mitt
		mina oss än denna detta dessa ha eller när alla mycket bara`,
	"tr": `ve bir bu da de için ile o çok ama gibi daha ne ki mi mı mu mü ben sen biz siz onlar bana beni benim bize bizim size sizin
		ona onu şu her en kadar sonra önce olan olarak oldu olduğu var idi ise ya veya hem diye şey bile`,
}

// noWords say that something is not. "Working" and "not working" are two things,
// so they count in pairs.
var noWords = map[string]string{
	"ar": `لا لم لن ليس ليست غير بدون دون`,
	"da": `ikke ingen intet aldrig uden nej`,
	"de": `nicht nichts nie niemals kein keine keinem keinen keiner keines niemand ohne nein weder`,
	"en": `no not nor none never nothing nobody without ain't aren't arent can't cant cannot couldn't couldnt didn't didnt doesn't doesnt
		don't dont hadn't hasn't hasnt haven't havent isn't isnt mustn't shouldn't wasn't wasnt weren't werent won't wont wouldn't wouldnt`,
	"es": `no nunca nada nadie sin ningún ninguna ninguno jamás tampoco`,
	"fi": `ei en emme eivät et ette älä ilman koskaan mitään kukaan eikä`,
	"fr": `ne pas non jamais rien aucun aucune sans personne ni`,
	"hu": `nem ne sem nincs nincsenek soha semmi senki nélkül`,
	"it": `non no mai niente nulla nessuno nessuna senza né`,
	"nb": `ikke ingen intet aldri uten nei`,
	"nl": `niet geen nooit niets niemand zonder nee`,
	"pt": `não nao nunca nada ninguém sem nenhum nenhuma jamais`,
	"ro": `nu niciodată nimic nimeni fără nici`,
	"ru": `не нет ни никогда ничего никто без нельзя`,
	"sv": `inte ingen inget aldrig utan nej`,
	"tr": `değil yok hiç hayır asla`,
}

// known holds the words of weight by language, once they were asked for.
var known sync.Map

// stops are the words of a language that say little, and English ones: who
// writes English in another language's survey writes those.
func stops(lang string) map[string]weight {
	if m, ok := known.Load(lang); ok {
		return m.(map[string]weight)
	}
	m := map[string]weight{}
	for _, l := range []string{fallback, lang} {
		for _, w := range strings.Fields(emptyWords[l]) {
			m[w] = empty
		}
		for _, w := range strings.Fields(noWords[l]) {
			m[w] = no
		}
	}
	known.Store(lang, m)
	return m
}

// slight are Chinese characters that say nothing beside another.
const slight = "的了是我你您他她它们們这這那在也就都很吗嗎吧呢啊和与與"

// telling reports whether two neighbouring characters may be read as one word:
// none of them says nothing, and the first is no syllable of Japanese grammar.
func telling(a, b string) bool {
	first, _ := utf8.DecodeRuneInString(a)
	second, _ := utf8.DecodeRuneInString(b)
	return !unspoken(first) && !unspoken(second) && !unicode.In(first, unicode.Hiragana) &&
		!strings.ContainsRune(slight, first) && !strings.ContainsRune(slight, second)
}
