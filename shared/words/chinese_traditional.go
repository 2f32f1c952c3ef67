package words

// chineseTraditional is as written in Taiwan.
var chineseTraditional = Words{
	Lang: "zh-Hant",
	Dir:  "ltr",

	NPS: Question{
		Text:    "您向親友或同事推薦{brand}的可能性有多高？",
		Subject: "您推薦{brand}的可能性有多高？",
		Low:     "完全不可能",
		High:    "非常可能",
	},
	CSAT: Question{
		Text:    "您對最近在{brand}的體驗滿意嗎？",
		Subject: "您在{brand}的體驗如何？",
		Agent:   "您對{brand}的{agent}所提供的協助滿意嗎？",
		Low:     "非常不滿意",
		High:    "非常滿意",
	},
	CES: Question{
		Text:    "您在{brand}處理所需事務有多容易？",
		Subject: "在{brand}處理事情容易嗎？",
		Agent:   "在{brand}的{agent}協助下，您處理所需事務有多容易？",
		Low:     "非常困難",
		High:    "非常容易",
	},
	Faces:      [5]string{"非常不滿意", "不滿意", "普通", "滿意", "非常滿意"},
	Thumbs:     [2]string{"不好", "好"},
	OwnSubject: "{brand}想請教您一個問題",
	End:        "{score}：{label}",
	Score:      "{score}分",

	Months: [12]string{"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"},
	Date:   "{month}{day}日",

	Mail: Mail{
		Hello:      "您好：",
		HelloName:  "{name}，您好：",
		Preview:    "只有一個問題，幾秒鐘就能完成。",
		Press:      "點選一個數字即可作答，只需幾秒鐘。",
		PressReply: "請點選一個數字，或直接回覆這封郵件，用您自己的話告訴我們，並附上一個數字。您寫的內容會以意見的形式轉達給{brand}。",
		Reply:      "直接回覆這封郵件，寫上{low}到{high}之間的一個數字即可。您寫的其他內容會以意見的形式轉達給{brand}。",
		ReplyFaces: "直接回覆這封郵件，寫上{low}到{high}之間的一個數字，或下方的一個表情符號即可。您寫的其他內容會以意見的形式轉達給{brand}。",
		Or:         "或開啟與您所選答案對應的連結：",
		Links:      "請開啟與您所選答案對應的連結：",
		Until:      "您可以在{date}前（含當日）作答。",
		Why:        "您會收到這封郵件，是因為您最近曾與{brand}聯繫。",
		Stop:       "不再接收{brand}的問卷",
		Settings:   "設定接收問卷的頻率",

		RemindSubject: "提醒：{subject}",
		Remind:        "前不久我們曾請教您這個問題。如果您願意，{brand}仍然很期待您的回答。我們不會再次提醒。",
		Left: Plural{
			Other: "距離作答截止還有{n}天。",
		},

		BackSubject: "Re: {subject}",
		Back:        "謝謝您的回覆。{brand}已收到您的意見，但我們無法確定您指的是哪個數字。",
		BackPress:   "請點選您想給的數字。我們不會再為此打擾您。",

		DoorSubject: "您向{brand}索取的連結",
		Door:        "有人在{brand}問卷的設定頁面，要求查看與這個電子郵件地址相關的資料。您可以由此進入。",
		DoorExport:  "查看我的資料",
		DoorForget:  "刪除我的資料",
		DoorHour:    "這個連結一小時內有效。",
		DoorNotYou:  "如果不是您本人提出的要求，請不必理會：只要連結沒有被使用，就不會有任何變動。",
	},

	Page: Page{
		Send:     "送出",
		Choose:   "請選擇一個答案，再按「送出」。",
		Confirm:  "請按「送出」確認，也可以先改選其他答案。",
		Failed:   "未能送出。請檢查網路連線，然後再按一次。",
		Trap:     "請將此欄留白",
		Thanks:   "謝謝您！",
		Answer:   "您的回答：",
		Better:   "{brand}希望做得更好，您的回答很有幫助。",
		Noted:    "您的回答能幫助{brand}持續進步。",
		Glad:     "{brand}很高興得到您的肯定。",
		WhyLow:   "哪裡讓您不滿意？{brand}可以如何改進？",
		WhyMid:   "怎麼做會讓您更滿意？",
		WhyHigh:  "您最喜歡哪一點？",
		Optional: "可不填。您寫的內容會原封不動轉達給{brand}。",
		Quote:    "我同意{brand}公開這則意見，並顯示我的名字（不含姓氏）。",
		SendWhy:  "送出意見",
		Heard:    "{brand}已收到您的意見。",
		Review:   "公開評論{brand}，與大家分享",
		Change:   "修改我的回答",
		SendNew:  "改為",
		Again: Notice{
			Title: "請再按一次。",
			Text:  "檢查郵件的程式有時也會按下按鈕。請再按一次您的答案，讓{brand}知道這是您本人的回答。",
		},
		AgainWhy: "也可以寫幾句話告訴我們，同樣有效：",
		Which: Notice{
			Title: "您指的是哪一個？",
			Text:  "這裡送出了兩個不同的答案。請寫幾句話告訴{brand}哪一個是您的，該答案就會算數。",
		},
		Answered: Notice{
			Title: "您已經回答過了。",
			Text:  "謝謝您！{brand}已收到您的回答，您不需要再做任何動作。",
		},
		Elsewhere: Notice{
			Title: "這份問卷先前已有人作答。",
			Text:  "以第一次的回答為準；如需修改，請使用當時作答的瀏覽器。您剛才送出的內容會以備註的形式轉達給{brand}。",
		},
		Expired: Notice{
			Title: "這份問卷已結束。",
			Text:  "目前已停止收集回答。謝謝您願意與{brand}分享您的看法。",
		},
		NotFound: Notice{
			Title: "這個連結無法使用。",
			Text:  "連結可能不完整。請從郵件重新開啟，或複製完整的連結。",
		},
		Trouble: Notice{
			Title: "我們這邊出了點問題。",
			Text:  "這與您的操作無關。請過幾分鐘再試：郵件中的連結依然有效。",
		},
		Ask: Notice{
			Title: "不再接收{brand}的問卷？",
			Text:  "我們不會再寄問卷到這個電子郵件地址。{brand}的其他郵件不受影響。",
		},
		StopIt: "停止接收問卷",
		Stopped: Notice{
			Title: "設定完成。",
			Text:  "這個電子郵件地址不會再收到{brand}的問卷。",
		},
	},

	Peace: Peace{
		Title:  "您希望{brand}多久請教您一次？",
		Usual:  "和以前一樣",
		Less:   "少一點：大約是原本的四分之一",
		Never:  "不要再問",
		Save:   "儲存",
		Saved:  "已儲存您的選擇。",
		Known:  "{brand}在此保存的您的資料",
		What:   "您與{brand}之間的往來（例如已解決的客服案件）、我們請教過的問題，以及您的回答。為避免他人看到，我們會將連結寄到您的電子郵件信箱。",
		Export: "將查看連結寄給我",
		Forget: "將刪除連結寄給我",
		Sent: Notice{
			Title: "連結已寄出。",
			Text:  "連結會寄到您收到問卷的電子郵件地址，一小時內有效。如果沒有收到，請查看垃圾郵件匣。",
		},
		Over: Notice{
			Title: "這個連結已過期。",
			Text:  "連結的有效時間為一小時。您可以在問卷的設定頁面重新索取，每封問卷郵件的最後都有該頁面的連結。",
		},
		Yours: Notice{
			Title: "已保存的您的資料",
			Text:  "這是{brand}在此保存的、與這個電子郵件地址相關的所有資料。",
		},
		Download: "下載檔案",
		Sure: Notice{
			Title: "要刪除已保存的您的資料嗎？",
			Text:  "您的電子郵件地址、姓名、回答和意見將永久刪除。我們只會留下一個無法辨識身分的標記，以免太常打擾您，或違背您的意願。",
		},
		Delete: "刪除",
		Forgotten: Notice{
			Title: "已刪除。",
			Text:  "{brand}在此不再保存任何能辨識您身分的資料，也不再保存您寫過的內容。備份中的副本會在35天內清除。",
		},
	},
}
