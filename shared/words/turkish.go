package words

var turkish = Words{
	Lang: "tr",
	Dir:  "ltr",

	NPS: Question{
		Text:    "{brand} markasını bir arkadaşınıza veya iş arkadaşınıza tavsiye etme olasılığınız nedir?",
		Subject: "{brand} markasını tavsiye etme olasılığınız nedir?",
		Low:     "Kesinlikle tavsiye etmem",
		High:    "Kesinlikle tavsiye ederim",
	},
	CSAT: Question{
		Text:    "{brand} ile yaşadığınız son deneyimden ne kadar memnunsunuz?",
		Subject: "{brand} ile deneyiminiz nasıldı?",
		Agent:   "{brand} ekibinden {agent} ile görüşmenizde aldığınız destekten ne kadar memnunsunuz?",
		Low:     "Hiç memnun değilim",
		High:    "Çok memnunum",
	},
	CES: Question{
		Text:    "{brand} ile ihtiyacınız olan çözüme ulaşmak ne kadar kolaydı?",
		Subject: "{brand} ile işlemleriniz ne kadar kolaydı?",
		Agent:   "{brand} ekibinden {agent} ile ihtiyacınız olan çözüme ulaşmak ne kadar kolaydı?",
		Low:     "Çok zor",
		High:    "Çok kolay",
	},
	Faces:      [5]string{"Hiç memnun değilim", "Memnun değilim", "Ne memnunum ne değilim", "Memnunum", "Çok memnunum"},
	Thumbs:     [2]string{"İyi değil", "İyi"},
	OwnSubject: "{brand} size bir soru soruyor",
	End:        "{score} = {label}",
	Score:      "Puan: {score}",

	Months: [12]string{"Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"},
	Date:   "{day} {month}",

	Mail: Mail{
		Hello:      "Merhaba,",
		HelloName:  "Merhaba {name},",
		Preview:    "Tek bir soru. Yalnızca birkaç saniyenizi alır.",
		Press:      "Yanıtlamak için bir sayıya tıklayın. Yalnızca birkaç saniyenizi alır.",
		PressReply: "Bir sayıya tıklayın ya da bu e-postayı içinde bir sayı geçecek şekilde kendi sözlerinizle yanıtlayın. Yazdıklarınız, yorumunuz olarak {brand} ekibine ulaşır.",
		Reply:      "Bu e-postayı {low} ile {high} arasında bir sayıyla yanıtlamanız yeterli. Yazdığınız diğer her şey, yorumunuz olarak {brand} ekibine ulaşır.",
		ReplyFaces: "Bu e-postayı {low} ile {high} arasında bir sayıyla veya aşağıdaki yüzlerden biriyle yanıtlamanız yeterli. Yazdığınız diğer her şey, yorumunuz olarak {brand} ekibine ulaşır.",
		Or:         "Ya da yanıtınıza karşılık gelen bağlantıyı açın:",
		Links:      "Yanıtınıza karşılık gelen bağlantıyı açın:",
		Until:      "Son yanıt tarihi: {date}.",
		Why:        "Bu e-postayı, kısa süre önce {brand} ile iletişiminiz olduğu için alıyorsunuz.",
		Stop:       "Artık {brand} anketi almak istemiyorum",
		Settings:   "Size ne sıklıkla soru soracağımızı seçin",

		RemindSubject: "Hatırlatma: {subject}",
		Remind:        "Bunu size kısa süre önce sormuştuk. Dilerseniz hâlâ yanıtlayabilirsiniz; {brand} ekibi buna çok sevinir. Başka hatırlatma göndermeyeceğiz.",
		Left: Plural{
			One:   "Yanıtlamak için bir gününüz daha var.",
			Other: "Yanıtlamak için {n} gününüz daha var.",
		},

		BackSubject: "Re: {subject}",
		Back:        "Yanıtınız için teşekkür ederiz. Yorumunuz {brand} ekibine ulaştı, ancak hangi sayıyı kastettiğinizden emin olamadık.",
		BackPress:   "Kastettiğiniz sayıya tıklayın. Bunu bir daha sormayacağız.",

		DoorSubject: "İstediğiniz bağlantı – {brand}",
		Door:        "{brand} anketlerinden birinin ayarlar sayfasında, bu adresle ilgili kayıtlı bilgiler istendi. Bilgilere buradan ulaşabilirsiniz.",
		DoorExport:  "Kayıtlı bilgilerimi göster",
		DoorForget:  "Bilgilerimi sil",
		DoorHour:    "Bu bağlantı bir saat geçerlidir.",
		DoorNotYou:  "Bu isteği siz yapmadıysanız bir şey yapmanıza gerek yok: bağlantı kullanılmadıkça hiçbir şey değişmez.",
	},

	Page: Page{
		Send:     "Gönder",
		Choose:   "Bir yanıt seçin, ardından “Gönder” düğmesine tıklayın.",
		Confirm:  "Onaylamak için “Gönder” düğmesine tıklayın ya da önce başka bir yanıt seçin.",
		Failed:   "Yanıtınız gönderilemedi. Lütfen bağlantınızı kontrol edip tekrar tıklayın.",
		Trap:     "Lütfen bu alanı boş bırakın",
		Thanks:   "Teşekkür ederiz.",
		Answer:   "Yanıtınız:",
		Better:   "{brand} daha iyisini yapmak istiyor; yanıtınız buna yardımcı oluyor.",
		Noted:    "Yanıtınız {brand} ekibinin gelişmesine yardımcı oluyor.",
		Glad:     "{brand} ekibi bunu duyduğuna çok sevindi.",
		WhyLow:   "Sorun neydi ve {brand} neyi daha iyi yapmalı?",
		WhyMid:   "Daha iyi olması için ne gerekirdi?",
		WhyHigh:  "En çok neyi beğendiniz?",
		Optional: "İsteğe bağlıdır. {brand} ekibine yazdığınız gibi iletilir.",
		Quote:    "{brand} bu yorumu adımla (soyadım olmadan) yayımlayabilir.",
		SendWhy:  "Yorumu gönder",
		Heard:    "Yorumunuz {brand} ekibine ulaştı.",
		Review:   "{brand} hakkında herkese açık bir değerlendirme yazın",
		Change:   "Yanıtımı değiştir",
		SendNew:  "Yeni yanıtı gönder",
		Again: Notice{
			Title: "Lütfen bir kez daha tıklayın.",
			Text:  "E-postaları denetleyen programlar da bazen düğmelere basabiliyor. Yanıtınıza bir kez daha tıklayın ki {brand} ekibi bunun sizden geldiğini bilsin.",
		},
		AgainWhy: "Ya da birkaç sözle anlatın; bu da geçerli sayılır:",
		Which: Notice{
			Title: "Hangisini kastettiniz?",
			Text:  "Buradan iki farklı yanıt geldi. Hangisinin sizin olduğunu {brand} ekibine birkaç sözle yazın; o zaman geçerli sayılır.",
		},
		Answered: Notice{
			Title: "Bu anketi zaten yanıtladınız.",
			Text:  "Teşekkür ederiz! Yanıtınız {brand} ekibine ulaştı, yapmanız gereken başka bir şey yok.",
		},
		Elsewhere: Notice{
			Title: "Bu anket daha önce yanıtlandı.",
			Text:  "İlk yanıt geçerlidir; verildiği tarayıcıdan değiştirilebilir. Az önce gönderdikleriniz {brand} ekibine not olarak iletilir.",
		},
		Expired: Notice{
			Title: "Bu anket sona erdi.",
			Text:  "Artık yanıt alınmıyor. {brand} ile görüşünüzü paylaşmak istediğiniz için teşekkür ederiz.",
		},
		NotFound: Notice{
			Title: "Bu bağlantı çalışmıyor.",
			Text:  "Bir kısmı yolda kaybolmuş olabilir. Lütfen e-postadan yeniden açın veya bağlantının tamamını kopyalayın.",
		},
		Trouble: Notice{
			Title: "Bizden kaynaklanan bir sorun oluştu.",
			Text:  "Sizinle ilgili bir durum değil. Lütfen birkaç dakika sonra yeniden deneyin: e-postanızdaki bağlantı geçerliliğini korur.",
		},
		Ask: Notice{
			Title: "{brand} size artık anket göndermesin mi?",
			Text:  "Bu adrese bir daha soru gönderilmez. Diğer {brand} e-postaları bundan etkilenmez.",
		},
		StopIt: "Anketleri durdur",
		Stopped: Notice{
			Title: "İşleminiz tamamlandı.",
			Text:  "{brand} bu adrese artık anket göndermeyecek.",
		},
	},

	Peace: Peace{
		Title:  "{brand} size ne sıklıkla soru sorsun?",
		Usual:  "Şimdiye kadarki sıklıkta",
		Less:   "Daha seyrek: yaklaşık dörtte bir sıklıkta",
		Never:  "Hiç sormasın",
		Save:   "Kaydet",
		Saved:  "Tercihiniz kaydedildi.",
		Known:  "{brand} burada sizin hakkınızda ne biliyor?",
		What:   "{brand} ile aranızda olup bitenleri (örneğin çözülen bir destek talebini), size sorulanları ve verdiğiniz yanıtları. Bunları başkası görmesin diye bağlantıyı e-posta adresinize gönderiyoruz.",
		Export: "Bilgilerimi görmek için bağlantı gönder",
		Forget: "Bilgilerimi silmek için bağlantı gönder",
		Sent: Notice{
			Title: "Bağlantı yola çıktı.",
			Text:  "Anketin gönderildiği adrese ulaşacak ve bir saat geçerli olacak. Gelmezse spam klasörüne bakın.",
		},
		Over: Notice{
			Title: "Bu bağlantının süresi doldu.",
			Text:  "Bağlantı bir saat geçerliydi. Bir anketin ayarlar sayfasından yenisini isteyebilirsiniz: sayfanın bağlantısı her anket e-postasının sonundadır.",
		},
		Yours: Notice{
			Title: "Hakkınızda kayıtlı bilgiler",
			Text:  "{brand} tarafından bu adresle ilgili burada saklananların tamamı budur.",
		},
		Download: "Dosya olarak indir",
		Sure: Notice{
			Title: "Hakkınızdaki kayıtlar silinsin mi?",
			Text:  "Adresiniz, adınız, yanıtlarınız ve yorumlarınız kalıcı olarak silinir. Size çok sık ya da isteğiniz dışında soru sorulmaması için yalnızca kimliğinizi belirtmeyen bir işaret kalır.",
		},
		Delete: "Sil",
		Forgotten: Notice{
			Title: "Silindi.",
			Text:  "{brand} burada artık adınızı içeren ya da yazdıklarınızı aktaran hiçbir şey saklamıyor. Yedeklerdeki kopyalar 35 gün içinde yok olur.",
		},
	},
}
