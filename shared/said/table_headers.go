package said

// Names of headers as mail programs write them above the mail that is
// answered.

const fromNames = `from|von|de|da|van|från|fra|frå|lähettäjä|keneltä|od|feladó|kitől|de la|expeditor|από|αποστολέας
kimden|gönderen|от|від|от кого|від кого|відправник|отправитель|изпратител|pošiljatelj|pošiljatelj/ica|nuo|siuntėjas|no|sūtītājs|kellelt|saatja|de part de|remitent|remitente|expéditeur|absender|mittente|remetente|afzender|avsändare|afsender|avsender|nadawca|odesílatel|odosielateľ|desde
من|المرسل|از|מאת|שולח|差出人|送信者|送信元|发件人|發件人|寄件者|寄件人|发送人|보낸 사람|보낸사람|보낸이|발신자|발신|จาก|ผู้ส่ง|प्रेषक|से|द्वारा|từ|người gửi|dari|pengirim|daripada|mula kay|message de|frá|шаље`

const sentNames = `sent|date|sent on|sent at|gesendet|gesendet am|datum|envoyé|envoyé le|enviado|enviado el|enviado em|enviado a|fecha|fecha de envío|data|inviato|inviata|inviato il|data invio|verzonden|verzonden op|skickat|skickades|skickad|sendt|dato|lähetetty|päivämäärä|päiväys|pvm
wysłano|wysłane|data wysłania|odesláno|odoslané|dátum|elküldve|küldve|küldés ideje|trimis|trimisă|dată|data|στάλθηκε|εστάλη|ημερομηνία|αποστολή|gönderildi|gönderilme tarihi|gönderme tarihi|tarih|отправлено|дата|дата отправки|отправлен|надіслано|відправлено|изпратено|poslano|poslato|išsiųsta|data|nosūtīts|datums|saadetud|kuupäev|enviat|enviat el|data d'enviament
تاريخ الإرسال|أرسلت|أُرسلت|التاريخ|إرسال|تم الإرسال|تاريخ|ارسال شده|נשלח|נשלח ב|תאריך|送信日時|日付|日時|发送时间|发送日期|日期|時間|时间|寄件日期|傳送日期|傳送時間|發送時間|보낸 날짜|보낸날짜|날짜|보낸 시간|보낸시간|보냄|전송|작성일|วันที่|ส่งเมื่อ|ส่ง|ส่งแล้ว|เวลา|भेजा गया|दिनांक|भेजी गई|तारीख|đã gửi|ngày|gửi|thời gian|dikirim|tanggal|dihantar|tarikh|terkirim|message du|sendt dato|dags|sendt den|petsa`

const toNames = `to|an|à|a|para|per|aan|naar|till|til|vastaanottaja|kenelle|do|komu|címzett|kinek|către|catre|la|προς|kime|alıcı|кому|до|до кого|за|получател|получатель|za|prima|kam|gavėjas|adresāts|kellele|saaja|pour|destinataire|destinatario|destinatário|destinatari|empfänger|odbiorca|příjemce|príjemca
إلى|الى|المستلم|به|אל|לכבוד|宛先|收件人|收件者|받는 사람|받는사람|받는이|수신자|수신|ถึง|ผู้รับ|प्रति|को|प्राप्तकर्ता|đến|tới|người nhận|kepada|untuk|ke|penerima|kay`

const copiedNames = `cc|kopie|copie|copie à|copia|cópia|kopia|kopi|kopio|dw|másolatot kap|másolat|copie la|copie carbon|κοιν|κοινοποίηση|bilgi|копия|копія|копие|копие до|kopija|kopija za|koopia|نسخة|نسخة إلى|עותק|副本|抄送|참조|สำเนา|สำเนาถึง|प्रतिलिपि|salinan|tembusan|bcc|cci|cco|ccn|másolatot kap|blind copy|c.c`

const subjectNames = `subject|betreff|objet|asunto|assunto|oggetto|ogg|onderwerp|ämne|emne|aihe|otsikko|temat|předmět|předmet|predmet|tárgy|subiect|subiectul|θέμα|konu|тема|относно|предмет|zadeva|naslov|tema|temats|teema|assumpte|asunto
الموضوع|موضوع|נושא|הנדון|件名|主题|主題|主旨|제목|เรื่อง|หัวเรื่อง|विषय|chủ đề|tiêu đề|subjek|perihal|subyek|paksa|efni`

const otherNames = `reply-to|reply to|répondre à|responder a|antwort an|rispondi a|svar till|svar til|odpowiedz do|importance|priority|wichtigkeit|priorität|importancia|attachments|attachment|anlagen|anhänge|pièces jointes|allegati|bijlagen|adjuntos|anexos|bilagor|vedhæftede filer|liitteet|załączniki|přílohy|organization|message-id|reply by|resent-from|sender|in-reply-to`
