package said

// sentPrefixes begin a line that tells from what a mail was sent, whatever it
// names.
const sentPrefixes = `sent from my|sent via my|sent on my|gesendet von meinem|gesendet von meiner|envoyé de mon|envoyé depuis mon|enviado desde mi|enviado do meu|enviado de meu|enviat des del meu|inviato dal mio|inviata dal mio|verzonden vanaf mijn|verstuurd vanaf mijn|skickat från min|sendt fra min|lähetetty minun|wysłane z mojego|odesláno z mého|odoslané z môjho|trimis de pe|στάλθηκε από το|εστάλη από το
отправлено с моего|надіслано з мого|изпратено от моя|poslano s mog|poslano iz mojega|išsiųsta iš mano|nosūtīts no mana|saadetud minu|gửi từ|أرسلت من|أرسل من|نشر من|נשלח מה|发自我的|發自我的|寄自我的`

// productNames are devices and mail programs.
const productNames = `iphon|ipad|ipod|android|samsung|galaxy|huawei|xiaomi|redmi|oneplus|oppo|vivo|realme|pixel|nokia|blackberry|windows phone|windows|outlook|yahoo|gmx|web.de|proton|mail.ru|яндекс|yandex|aol|icloud|thunderbird|k-9|bluemail|blue mail|aqua|spark|edison|typeapp|mobile|mobil|handy|smartphone|telefon|móvil|movil|celular|cellulare|cell phone|tablet|htc|sony|xperia|lg mobile|motorola|lenovo|zoho|gmail|mailbird|naver|네이버|daum|qq邮箱|qq mail|foxmail|网易|163|手机|手機|行動|スマート|携帯|puhelime|телефон|мобильн|мобільн|мобилн|phone|телефона|почты|почти|ios|mailspring|tutanota|tuta|telekom|unibox|superhuman|新浪|邮箱|客户端|郵件|fairphone|t-online|smart phone|mojeho|orange|sfr|laposte|free mobile|libero|virgilio|seznam|onet|wp.pl|my desk phone|apple watch|מכשיר|הטלפון|الهاتف|هاتفي|جوال|جهاز|מובייל|מהנייד|मोबाइल|มือถือ|điện thoại|ponsel|hp saya|스마트폰|모바일|휴대`

// sendBegins begin words of sending.
const sendBegins = `sent|αποστολή|provenance|gesendet|geschickt|versendet|envoy|enviad|enviat|inviat|verzond|verstuur|skickat|skickad|sendt|lähete|wysła|odesl|odoslan|küld|elküld|trimis|στάλ|εστάλ|απεστ|σταλ|gönder|отправ|надісл|відправ|изпрат|poslan|poslat|послат|išsiųs|nosūt|saade|gửi|dikirim|dihantar|terkirim|أرسل|نشر|ارسال|مرسل|نُشر|الإرسال|נשלח|भेज`

// getBegins begin words of getting a mail program.
const getBegins = `get|holen|obtenir|obtener|obter|obtenha|scarica|ottieni|download|downloaden|hämta|hent|skaff|hanki|pobierz|stáhnout|získa|beszerz|obține|λήψη|edinin|скача|получ|отрим|завантаж|изтегл|télécharg|descarg|baixar|baixe|dapatkan|tải|احصل|الحصول|קבל|הורד|descarreg`

// selfBegins begin lines that speak of the mail itself, or of whence it comes.
const selfBegins = `this|email|e-mail|mail|message|diese|dieses|von|vom|nachricht|ce|cet|este|esta|questo|questa|dit|deze|detta|dette|denne|ta|tato|táto|ez|az|acest|bu|данное|это|це|aquest|تم|đã|được`

// printParts are words of printing a mail, earthParts of sparing the woods.
const (
	printParts = `printing|print this|print it|drucken|imprimer|imprimir|stampare|printen|afdrukken|utskrift|skriver ut|udskriv|tulosta|drukuj|wydruk|vytišt|vytlač|tisk|nyomtat|imprima|εκτυπώσετε|εκτύπωση|yazdır|печат|распечат|друк|طباعة|הדפסה|להדפיס|印刷|打印|列印|인쇄|พิมพ์|प्रिंट|in email|khi in|mencetak`
	earthParts = `environment|umwelt|environnement|medio ambiente|meio ambiente|all'ambiente|milieu|miljø|miljö|ympäristö|środowisk|prostřed|prostredi|környezet|mediul|περιβάλλον|çevre|doğa|окружающ|экологи|природ|довкілля|البيئة|סביבה|環境|环境|환경|สิ่งแวดล้อม|पर्यावरण|môi trường|lingkungan|before print`
)

// sendPieces are words of sending that nothing parts from their neighbours.
const sendPieces = `寄自|来自我的|來自我的|送信|から送信|より送信|发自|發自|发送|寄出|寄件|傳送|傳自|传自|自我的|보냄|보낸|전송|발송|에서 보냈|ส่งจาก|ส่งด้วย|ส่งโดย|を入手|获取|獲取|取得|下载|下載|다운로드|ดาวน์โหลด|प्राप्त करें|भेजा गया`

// footerParts are parts of lines at the foot of a mail that lists, scanners and
// helpdesks put there.
const footerParts = `think before you print|consider the environment|virus-free|checked for viruses|scanned for viruses|avast.com|avast antivirus|to unsubscribe from this|you received this message because|you are receiving this because|reply to this email directly|view it on github|mailman/listinfo|please excuse typos|excuse any typos|excuse my brevity|please excuse brevity|please excuse my brevity
virenfrei|auf viren geprüft|auf viren untersucht|garanti sans virus|sans virus|libre de virus|livre de vírus|privo di virus|virusvrij|virusfri|wolna od wirusów|bez virů|neobsahuje žádné viry|без вирусов|проверено на вирусы|meine kürze|entschuldigen sie meine kürze|excusez la brièveté|excusez ma brièveté|disculpa mi brevedad|perdona la brevedad|beknopte bericht|mijn beknoptheid|min fåordighet|min korthet|proszę wybaczyć zwięzłość|omluvte prosím stručnost|извините за краткость|sitz der gesellschaft|amtsgericht|handelsregister|geschäftsführer:|registered in england|company registration|registered office|email originated from outside|unsubscribe@|unsubscribe:|abmelden:`

// phoneNames stand beside a telephone number.
const phoneNames = `tel|phone|mob|cell|fax|gsm|handy|t:|m:|p:|t.|m.|t |m |puh|тел|моб|τηλ|κιν|هاتف|جوال|טל|נייד|電話|电话|手机|手機|携帯|전화|휴대|โทร|फ़ोन|फोन|मोबाइल|đt|sđt|điện thoại|telp|hp:|whatsapp|skype`

// secretParts are parts of words of secrecy in legal notices.
const secretParts = `confidential|privileged|legally protected|vertraulich|rechtlich geschützt|confidentiel|confidencial|riservat|confidenzial|vertrouwelijk|konfidenti|fortrolig|luottamuksel|poufn|důvěrn|dôvern|bizalmas|confidențial|εμπιστευτικ|gizli|конфиденциальн|конфіденційн|поверителн|povjerljiv|zaupn|konfidencial|konfidenciāl|konfidentsiaal|سرية|سري |سريه|חסוי|סודי|機密|机密|保密|기밀|비밀|เป็นความลับ|ความลับ|गोपनीय|bảo mật|rahasia|sulit|unauthori|nicht gestattet|秘密|trúnaðar`

// meantParts are parts of words for the mail itself and for whom it is meant.
const meantParts = `this e-mail|this email|this message|the intended|recipient|addressee|attachments|this communication|diese e-mail|diese nachricht|dieser e-mail|empfänger|ce message|cet e-mail|ce courriel|destinatai|destinatar|este mensaje|este correo|esta mensagem|este e-mail|este email|questo messaggio|questa e-mail|la presente e-mail|dit bericht|deze e-mail|dit e-mail|geadresseerde|detta meddelande|detta e-post|mottagare|denne e-mail|denne mail|denne e-post|modtager|mottaker|tämä viesti|tämä sähköposti|vastaanottaj|ta wiadomość|niniejsza wiadomość|adresat|tato zpráva|tento e-mail|příjemc|táto správa|príjemc|ez az üzenet|ez az e-mail|címzett|acest mesaj|acest e-mail|παραλήπτ|το παρόν|αυτό το μήνυμα|bu e-posta|bu mesaj|alıcı|данное сообщение|это сообщение|получател|адресат|це повідомлення|одержувач|отримувач|това съобщение|ova poruka|primatelj|to sporočilo|prejemnik|šis laiškas|gavėj|šis ziņojums|saņēmēj|adresāt|see e-kiri|adressaat|saaja|هذه الرسالة|الرسالة|المستلم|المرسل إليه|هذا البريد|הודעה זו|נמען|דוא"ל זה|受信者|宛先|本メール|このメール|本邮件|此邮件|收件人|本郵件|此郵件|이 메일|이 이메일|본 메일|수신|ผู้รับ|อีเมลนี้|ข้อความนี้|यह ईमेल|इस ईमेल|प्राप्तकर्ता|thư này|email này|người nhận|email ini|pesan ini|surel ini|penerima|mesej ini|aquest missatge|aquest correu`
