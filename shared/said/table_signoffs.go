package said

// strongSignOffs end a letter wherever they stand on a line of their own.
const strongSignOffs = `best regards|kind regards|warm regards|regards|with regards|with best regards|with kind regards|kindest regards|warmest regards|many regards|best wishes|with best wishes|warm wishes|sincerely|yours sincerely|sincerely yours|yours faithfully|faithfully|yours truly|respectfully|with respect|kind wishes|rgds|brgds|br|kr|cordially|warmly
mit freundlichen grüßen|mit freundlichem gruß|freundliche grüße|freundlichen gruß|freundlicher gruß|beste grüße|besten gruß|viele grüße|vielen gruß|liebe grüße|lieben gruß|herzliche grüße|herzlichen gruß|herzlichst|schöne grüße|sonnige grüße|mit besten grüßen|mit lieben grüßen|mit vielen grüßen|mit herzlichen grüßen|hochachtungsvoll|mfg|lg|vg|mit bestem gruß|gruß|grüße|mit gruß|es grüßt|ganz liebe grüße|einen schönen tag noch|schönen gruß|bester gruß|beste grüsse|gruss
cordialement|bien cordialement|très cordialement|cordiales salutations|salutations cordiales|salutations distinguées|sincères salutations|meilleures salutations|salutations|bien à vous|bien à toi|amicalement|bien amicalement|sincèrement|respectueusement|cdlt|cdt|bonne journée à vous|meilleurs sentiments|sentiments distingués|avec mes salutations|sportivement|amitiés
saludos|un saludo|saludos cordiales|un cordial saludo|cordialmente|atentamente|atte|muy atentamente|cordiales saludos|reciba un cordial saludo|reciban un cordial saludo|un fuerte abrazo|un abrazo|abrazos|le saluda atentamente|saluda atentamente|quedo atento|mis mejores deseos|saludos y gracias
atenciosamente|att|cumprimentos|com os melhores cumprimentos|melhores cumprimentos|com cumprimentos|respeitosamente|um abraço|abraços|abraço|saudações|cordiais saudações|saudações cordiais|grato|cordialmente|at.te
cordiali saluti|distinti saluti|cari saluti|un saluto|saluti|tanti saluti|un cordiale saluto|i migliori saluti|migliori saluti|in fede|cordialità|un caro saluto
met vriendelijke groet|met vriendelijke groeten|vriendelijke groet|vriendelijke groeten|hartelijke groet|hartelijke groeten|groeten|groet|groetjes|met hartelijke groet|hoogachtend|mvg|vr gr|gr|vr. gr|met groet|vriendelijk groetend|beste groeten
med vänlig hälsning|med vänliga hälsningar|vänliga hälsningar|vänlig hälsning|hälsningar|bästa hälsningar|hälsning|mvh|med bästa hälsningar|varma hälsningar|högaktningsfullt|vh
med venlig hilsen|venlig hilsen|med venlige hilsner|venlige hilsner|bedste hilsner|hilsen|mange hilsner|kærlig hilsen|kh|de bedste hilsner|hilsner|vh
med vennlig hilsen|vennlig hilsen|med vennlige hilsener|beste hilsen|hilsen|mange hilsener|vennleg helsing|med venleg helsing|helsing
ystävällisin terveisin|ystävällisesti|terveisin|parhain terveisin|terveiset|kunnioittaen|yst. terv|yst.terv|terv|t|lämpimin terveisin|hyvää päivänjatkoa
pozdrawiam|pozdrawiam serdecznie|serdecznie pozdrawiam|z poważaniem|łączę pozdrowienia|z wyrazami szacunku|pozdrowienia|pozdr|serdeczne pozdrowienia|z pozdrowieniami|z serdecznymi pozdrowieniami
s pozdravem|s přátelským pozdravem|s úctou|srdečně|přeji hezký den|s přáním hezkého dne
s pozdravom|s priateľským pozdravom|s úctou|srdečne|prajem pekný deň
üdvözlettel|tisztelettel|üdv|szívélyes üdvözlettel|baráti üdvözlettel|köszönettel|ölel|üdvözlettel és köszönettel
cu stimă|cu respect|cu drag|cele bune|cu prietenie|cu deosebită stimă|cu considerație|cu stima
με εκτίμηση|φιλικά|με φιλικούς χαιρετισμούς|χαιρετισμούς|με εκτιμηση|φιλικους χαιρετισμους|θερμούς χαιρετισμούς|με τιμή
saygılarımla|saygılarımızla|iyi çalışmalar|sevgiler|iyi çalışmalar dilerim|sevgilerimle|saygılar|hürmetler|en iyi dileklerimle
с уважением|с наилучшими пожеланиями|всего доброго|с наилучшими|всего хорошего|с благодарностью|искренне ваш|с почтением|с ув
з повагою|з найкращими побажаннями|всього найкращого|з вдячністю|щиро ваш|на все добре|з пошаною
с уважение|поздрави|с най-добри пожелания|сърдечни поздрави|с поздрав
srdačan pozdrav|lijep pozdrav|s poštovanjem|lp|srdačno|lijepi pozdrav
lep pozdrav|s spoštovanjem|prijazen pozdrav|z lepimi pozdravi|prisrčen pozdrav
pagarbiai|su pagarba|geriausi linkėjimai|linkėjimai|nuoširdžiai|su geriausiais linkėjimais
ar cieņu|ar sveicieniem|visu labu|sveicieni|patiesā cieņā
lugupidamisega|parimate soovidega|tervitades|parimat|kõike head|heade soovidega|tervitustega
salutacions|salutacions cordials|una salutació|cordialment|atentament|ben cordialment|una salutació cordial|records
bestu kveðjur|kær kveðja|kveðja|virðingarfyllst|með kveðju|með bestu kveðju|с поштовањем|срдачан поздрав|me respekt|agurrak|saúdos|dengan hormat|met vriendelijke groete
مع خالص التحية|مع تحياتي|تحياتي|مع أطيب التحيات|أطيب التحيات|مع خالص الشكر والتقدير|وتفضلوا بقبول فائق الاحترام|مع التحية|خالص التحيات|مع الشكر والتقدير|تقبلوا تحياتي|مع فائق الاحترام|والسلام عليكم|دمتم بخير|مع احترامي|با احترام|با تشکر
בברכה|בכבוד רב|בתודה ובברכה|תודה ובברכה|בידידות|בברכה חמה|בהוקרה|ברכות
以上、よろしくお願い|敬具|草々|以上、宜しくお願い|今後ともよろしくお願い|何卒よろしくお願い|宜しくお願い申し上げます|よろしくお願い申し上げます
此致|敬礼|敬禮|祝好|顺颂商祺|順頌商祺|此致敬礼|谨启|敬上|敬上。|商祺|祝商祺|祝工作顺利|祝生活愉快|顺祝商祺|順祝商祺|敬祝|谨上|謹啟|祝您|祝 好|此致 敬礼|顺祝
감사합니다. 드림|배상
ขอแสดงความนับถือ|ด้วยความเคารพ|ขอบคุณและขอแสดงความนับถือ|ด้วยความนับถือ|นับถือ|ด้วยความปรารถนาดี
सादर|भवदीय|भवदीया|धन्यवाद सहित|शुभकामनाओं सहित|आपका|आपकी|सादर धन्यवाद|आपका विश्वासी
trân trọng|trân trọng kính chào|kính thư|thân mến|thân ái|xin chân thành cảm ơn|chúc một ngày tốt lành|trân trọng cảm ơn|thân|kính chào
hormat saya|hormat kami|salam hangat|dengan hormat|terima kasih dan salam|salam hormat|yang benar|`

// weakSignOffs end a letter only if a name follows: alone they may be all that
// a person wants to say.
const weakSignOffs = `all the best|take care|yours|thanks|thank you|many thanks|thanks a lot|thx|thanks in advance|thanks again|thank you very much|cheers|best|love|bye|ta|ty|thanks and bye|thank you so much|cheers and thanks|ciao|xoxo|ttyl|salam sejahtera|гарного дня|хорошего дня|с приветом|χαιρετώ|toate cele bune|szép napot|o zi frumoasă|o zi bună|ugodan dan|kena päeva|geros dienos|jauku dienu|хубав ден|лек ден|приятен ден|numai bine|minden jót|allt gott|salutări|mějte se|lepo pozdravljeni|כל טוב|יום טוב|lep dan|pekný deň|pěkný den|hezký den|kolay gelsin|selamlar|iyi günler dilerim|iyi günler|pozdrav|salam|zdravím
danke|vielen dank|danke schön|dankeschön|vielen dank im voraus|danke im voraus|besten dank|herzlichen dank|tschüss|bis bald|alles gute|bis dann|ciao
merci|merci d'avance|merci beaucoup|merci par avance|bonne journée|bonne soirée|à bientôt|bises|bisous|merci et bonne journée|bien merci
gracias|muchas gracias|mil gracias|gracias de antemano|hasta luego|hasta pronto|gràcies|moltes gràcies|besos|fins aviat
obrigado|obrigada|muito obrigado|muito obrigada|desde já agradeço|agradecido|agradecida|até breve|beijos|grata
grazie|grazie mille|grazie in anticipo|a presto|buona giornata|molte grazie|un abbraccio|baci
bedankt|dank u|dank je|dank je wel|alvast bedankt|dank u wel|hartelijk dank|fijne dag|liefs|tot ziens
tack|tack på förhand|tack så mycket|tusen tack|ha det bra|kram|vi hörs|tak|mange tak|tak på forhånd|på forhånd tak|knus|takk|takk for hjelpen|på forhånd takk|mange takk|tusen takk|ha en fin dag|klem
kiitos|kiitos paljon|kiitos etukäteen|kiittäen|moikka|hei hei|dziękuję|dziękuję z góry|z góry dziękuję|dzięki|do widzenia|miłego dnia|do usłyszenia
děkuji|díky|předem děkuji|děkuji předem|děkujeme|moc děkuji|na shledanou|ahoj|ďakujem|vopred ďakujem|vďaka|dovidenia
köszönöm|előre is köszönöm|köszi|viszlát|mulțumesc|mulțumesc anticipat|mersi|vă mulțumesc|la revedere
ευχαριστώ|σας ευχαριστώ|ευχαριστώ πολύ|ευχαριστώ εκ των προτέρων|teşekkürler|teşekkür ederim|teşekkür ederiz|şimdiden teşekkürler|görüşmek üzere|sağ olun
спасибо|большое спасибо|заранее спасибо|благодарю|до свидания|дякую|щиро дякую|заздалегідь дякую|до побачення|благодаря|благодаря предварително|мерси
hvala|hvala unaprijed|hvala lijepa|hvala vnaprej|najlepša hvala|ačiū|iš anksto dėkoju|dėkoju|paldies|jau iepriekš paldies|liels paldies|tänan|aitäh|tänan ette
شكرا|شكراً|شكرا لكم|شكرا جزيلا|جزاكم الله خيرا|وشكرا|תודה|תודה רבה|תודה מראש|להתראות|متشکرم
ありがとうございます|ありがとうございました|よろしくお願いします|よろしくお願いいたします|宜しくお願いします|宜しくお願いいたします|以上です|以上
谢谢|謝謝|多谢|非常感谢|谢谢！|感謝|再见|감사합니다|고맙습니다|수고하세요
ขอบคุณ|ขอบคุณครับ|ขอบคุณค่ะ|ขอบคุณมากครับ|ขอบคุณมากค่ะ|धन्यवाद|शुक्रिया|बहुत धन्यवाद|cảm ơn|xin cảm ơn|cám ơn|cảm ơn nhiều|terima kasih|makasih|terima kasih banyak|sekian|sekian terima kasih|sekian dan terima kasih|salamat`
