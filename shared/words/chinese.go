package words

var chinese = Words{
	Lang: "zh",
	Dir:  "ltr",

	NPS: Question{
		Text:    "您向朋友或同事推荐{brand}的可能性有多大？",
		Subject: "您推荐{brand}的可能性有多大？",
		Low:     "完全不可能",
		High:    "非常可能",
	},
	CSAT: Question{
		Text:    "您对最近在{brand}的体验满意吗？",
		Subject: "您在{brand}的体验如何？",
		Agent:   "您对{brand}的{agent}所提供的帮助满意吗？",
		Low:     "非常不满意",
		High:    "非常满意",
	},
	CES: Question{
		Text:    "您在{brand}办理所需事项有多容易？",
		Subject: "在{brand}办事容易吗？",
		Agent:   "在{brand}的{agent}协助下，您办理所需事项有多容易？",
		Low:     "非常困难",
		High:    "非常容易",
	},
	Faces:      [5]string{"非常不满意", "不满意", "一般", "满意", "非常满意"},
	Thumbs:     [2]string{"不好", "好"},
	OwnSubject: "{brand}想问您一个问题",
	End:        "{score}：{label}",
	Score:      "{score}分",

	Months: [12]string{"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"},
	Date:   "{month}{day}日",

	Mail: Mail{
		Hello:      "您好！",
		HelloName:  "{name}，您好！",
		Preview:    "只有一个问题，几秒钟即可完成。",
		Press:      "点击一个数字即可作答，只需几秒钟。",
		PressReply: "请点击一个数字，或直接回复此邮件，用您自己的话告诉我们，并写上一个数字。您写的内容会作为意见转达给{brand}。",
		Reply:      "直接回复此邮件，写上{low}到{high}之间的一个数字即可。您写的其他内容会作为意见转达给{brand}。",
		ReplyFaces: "直接回复此邮件，写上{low}到{high}之间的一个数字或下面的一个表情即可。您写的其他内容会作为意见转达给{brand}。",
		Or:         "或者打开与您所选答案对应的链接：",
		Links:      "请打开与您所选答案对应的链接：",
		Until:      "您可以在{date}前（含当日）作答。",
		Why:        "您收到此邮件，是因为您最近与{brand}有过联系。",
		Stop:       "不再接收{brand}的调查",
		Settings:   "设置接收调查的频率",

		RemindSubject: "提醒：{subject}",
		Remind:        "前不久我们曾问过您这个问题。如果您愿意，{brand}仍然很期待您的回答。我们不会再次提醒。",
		Left: Plural{
			Other: "距离作答截止还有{n}天。",
		},

		BackSubject: "Re: {subject}",
		Back:        "感谢您的回复。{brand}已收到您的意见，但我们无法确定您指的是哪个数字。",
		BackPress:   "请点击您想选的数字。我们不会再为此打扰您。",

		DoorSubject: "您向{brand}索取的链接",
		Door:        "有人在{brand}调查的设置页面上请求查看与此邮箱地址相关的信息。您可以由此进入。",
		DoorExport:  "查看我的信息",
		DoorForget:  "删除我的信息",
		DoorHour:    "此链接一小时内有效。",
		DoorNotYou:  "如果不是您本人操作，无需理会：只要链接未被使用，就不会发生任何变化。",
	},

	Page: Page{
		Send:     "提交",
		Choose:   "请选择一个答案，然后点击“提交”。",
		Confirm:  "请点击“提交”确认，也可以先改选其他答案。",
		Failed:   "提交未成功。请检查网络连接，然后再点一次。",
		Trap:     "请将此栏留空",
		Thanks:   "谢谢您！",
		Answer:   "您的回答：",
		Better:   "{brand}希望做得更好，您的回答很有帮助。",
		Noted:    "您的回答有助于{brand}不断改进。",
		Glad:     "{brand}很高兴得到您的认可。",
		WhyLow:   "哪里让您不满意？{brand}应该如何改进？",
		WhyMid:   "怎样做会让您更满意？",
		WhyHigh:  "您最喜欢哪一点？",
		Optional: "选填。您写的内容会原样转达给{brand}。",
		Quote:    "我同意{brand}公开这条意见，并显示我的名字（不含姓氏）。",
		SendWhy:  "提交意见",
		Heard:    "{brand}已收到您的意见。",
		Review:   "公开评价{brand}，与他人分享",
		Change:   "修改我的回答",
		SendNew:  "改为",
		Again: Notice{
			Title: "请再点一次。",
			Text:  "检查邮件的程序有时也会点击按钮。请再点一次您的答案，好让{brand}知道这是您本人的回答。",
		},
		AgainWhy: "也可以写几句话告诉我们，同样有效：",
		Which: Notice{
			Title: "您指的是哪一个？",
			Text:  "这里发来了两个不同的答案。请写几句话告诉{brand}哪一个是您的，该答案即可生效。",
		},
		Answered: Notice{
			Title: "您已经回答过了。",
			Text:  "谢谢您！{brand}已收到您的回答，无需再做任何操作。",
		},
		Elsewhere: Notice{
			Title: "这份调查此前已有回答。",
			Text:  "以第一次的回答为准，如需修改，请使用当时作答的浏览器。您刚才提交的内容会作为备注转达给{brand}。",
		},
		Expired: Notice{
			Title: "这份调查已结束。",
			Text:  "现已停止接收回答。感谢您愿意向{brand}分享您的看法。",
		},
		NotFound: Notice{
			Title: "此链接无法使用。",
			Text:  "链接可能不完整。请从邮件中重新打开，或复制完整的链接。",
		},
		Trouble: Notice{
			Title: "我们这边出了点问题。",
			Text:  "这与您的操作无关。请过几分钟再试：邮件中的链接依然有效。",
		},
		Ask: Notice{
			Title: "不再接收{brand}的调查？",
			Text:  "我们不会再向此邮箱地址发送调查。{brand}的其他邮件不受影响。",
		},
		StopIt: "停止接收调查",
		Stopped: Notice{
			Title: "设置完成。",
			Text:  "此邮箱地址不会再收到{brand}的调查。",
		},
	},

	Peace: Peace{
		Title:  "您希望{brand}多久问您一次？",
		Usual:  "和以前一样",
		Less:   "少一些：约为原来的四分之一",
		Never:  "不再询问",
		Save:   "保存",
		Saved:  "您的选择已保存。",
		Known:  "{brand}在此保存的您的信息",
		What:   "您与{brand}之间的往来（例如已解决的工单）、我们问过的问题以及您的回答。为避免他人看到，我们会将链接发送到您的邮箱。",
		Export: "把查看链接发给我",
		Forget: "把删除链接发给我",
		Sent: Notice{
			Title: "链接已发出。",
			Text:  "链接会发送到接收调查的邮箱地址，一小时内有效。如果没有收到，请查看垃圾邮件文件夹。",
		},
		Over: Notice{
			Title: "此链接已过期。",
			Text:  "链接的有效期为一小时。您可以在调查的设置页面重新索取，每封调查邮件的末尾都有该页面的链接。",
		},
		Yours: Notice{
			Title: "已保存的您的信息",
			Text:  "这是{brand}在此保存的与此邮箱地址相关的全部信息。",
		},
		Download: "下载文件",
		Sure: Notice{
			Title: "要删除已保存的您的信息吗？",
			Text:  "您的邮箱地址、姓名、回答和意见将被永久删除。我们只会保留一个不指向任何人的标记，以免过于频繁地打扰您或违背您的意愿。",
		},
		Delete: "删除",
		Forgotten: Notice{
			Title: "已删除。",
			Text:  "{brand}在此不再保存任何能识别您身份的信息，也不再保存您写过的内容。备份中的副本会在35天内清除。",
		},
	},
}
