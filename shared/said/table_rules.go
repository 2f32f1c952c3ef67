package said

// messageParts are parts of words for a mail, as rules with dashes name it.
const messageParts = `message|nachricht|messaggio|mensaje|mensagem|missatge|bericht|meddelande|meddelelse|melding|besked|brev|viesti|wiadomo|zpráv|správ|üzenet|levél|mesaj|μήνυμα|ileti|e-posta|eposta|e-mail|email
сообщени|письм|повідомл|лист|съобщени|poruk|sporočil|laišk|žinut|ziņojum|vēstul|kiri|sõnum|original|reply|antwort|réponse|skeyti|mail
رسالة|الرسالة|پیام|הודעה|メッセージ|メール|邮件|郵件|訊息|消息|메시지|메일|ข้อความ|อีเมล|संदेश|मेल|tin nhắn|thư|pesan|surel|mesej|fwd|forwarded`

// forwardPhrases announce a mail that is passed on or answered, with a colon
// or between dashes.
const forwardPhrases = `begin forwarded message|forwarded message|original message|anfang der weitergeleiteten|weitergeleitete nachricht|ursprüngliche nachricht|original-nachricht|début du message|message transféré|message d'origine|message original|inicio del mensaje|mensaje original|mensaje reenviado
início da mensagem|mensagem original|mensagem encaminhada|inizio messaggio|messaggio originale|messaggio inoltrato|inizio del messaggio|begin doorgestuurd|oorspronkelijk bericht|doorgestuurd bericht|vidarebefordrat|ursprungligt meddelande|start på videresendt|videresendt|oprindelig meddelelse|opprinnelig melding
välitetty viesti|alkuperäinen viesti|początek przekazywanej|wiadomość oryginalna|oryginalna wiadomość|przekazana wiadomość|treść przekazanej|začátek přeposílané|původní zpráva|původní e-mail|přeposlaná zpráva|začiatok preposlanej|pôvodná správa|preposlaná správa|továbbított|eredeti üzenet|továbbított levél kezdete
început mesaj|începutul mesajului|mesaj original|mesajul original|mesaj redirecționat|αρχή προωθημένου|προωθημένο μήνυμα|αρχικό μήνυμα|iletilen mesaj|iletilmiş mesaj|iletilen ileti|orijinal mesaj|orijinal ileti|yönlendirilen|начало переадресованного|пересылаемое сообщение|исходное сообщение|пересланное сообщение|переслане повідомлення|початок листа|оригінальне повідомлення
препратено съобщение|оригинално съобщение|proslijeđena poruka|izvorna poruka|originalna poruka|posredovano sporočilo|izvirno sporočilo|persiųstas|pradinis laiškas|pārsūtīt|sākotnēj|edastatud|algne sõnum|missatge reenviat|missatge original|inici del missatge
بداية الرسالة|رسالة معاد توجيهها|الرسالة الأصلية|תחילת ההודעה|הודעה שהועברה|הודעה מקורית|転送されたメッセージ|元のメッセージ|下面是被转发的邮件|转发的邮件|原始邮件|開始轉寄郵件|轉寄郵件|原始訊息|전달된 메시지|원본 메시지|원본 메일|ข้อความที่ส่งต่อ|เริ่มต้นข้อความ|ข้อความต้นฉบับ|अग्रेषित संदेश|मूल संदेश|bắt đầu thư|tin nhắn gốc|thư gốc|awal pesan|pesan asli|pesan terusan|pesan yang diteruskan`

// delimiterPhrases ask to answer above a line.
const delimiterPhrases = `reply above this line|above this line|reply above the line|write your reply above|type your reply above|über dieser linie|oberhalb dieser linie|über dieser zeile|oberhalb dieser zeile|au-dessus de cette ligne|por encima de esta línea|encima de esta línea|sobre esta línea|acima desta linha|sopra questa riga|sopra questa linea|sopra a questa riga|boven deze lijn|boven deze regel|ovanför den här raden|ovanför denna rad|over denne linje|over denne linjen|tämän rivin yläpuolelle|powyżej tej linii|nad tą linią
nad tento řádek|nad tímto řádkem|nad touto čárou|nad tento riadok|nad týmto riadkom|a sor fölé|e sor fölé|a vonal fölé|deasupra acestei linii|πάνω από αυτή τη γραμμή|bu satırın üstüne|bu çizginin üstüne|bu satırın üzerine|выше этой строки|выше этой линии|над этой строкой|вище цього рядка|над цим рядком|над този ред|iznad ove linije|iznad ovog retka|nad to vrstico|virš šios eilutės|virs šīs rindas|selle rea kohale|per sobre d'aquesta línia
فوق هذا السطر|أعلى هذا السطر|فوق هذا الخط|מעל שורה זו|מעל השורה הזו|この行より上|この線より上|この行の上|在此行上方|请在此行以上|在此線上方|在這行上方|이 줄 위에|이 선 위에|เหนือบรรทัดนี้|इस पंक्ति के ऊपर|इस लाइन के ऊपर|phía trên dòng này|trên dòng này|di atas baris ini`
