package words

var vietnamese = Words{
	Lang: "vi",
	Dir:  "ltr",

	NPS: Question{
		Text:    "Khả năng Quý khách giới thiệu {brand} cho bạn bè hoặc đồng nghiệp là bao nhiêu?",
		Subject: "Khả năng Quý khách giới thiệu {brand} là bao nhiêu?",
		Low:     "Hoàn toàn không có khả năng",
		High:    "Rất có khả năng",
	},
	CSAT: Question{
		Text:    "Quý khách hài lòng đến mức nào với trải nghiệm gần đây tại {brand}?",
		Subject: "Trải nghiệm của Quý khách với {brand} thế nào?",
		Agent:   "Quý khách hài lòng đến mức nào với sự hỗ trợ của {agent} tại {brand}?",
		Low:     "Rất không hài lòng",
		High:    "Rất hài lòng",
	},
	CES: Question{
		Text:    "Quý khách thấy việc giải quyết nhu cầu của mình với {brand} dễ dàng đến mức nào?",
		Subject: "Mọi việc với {brand} có dễ dàng không?",
		Agent:   "Với sự hỗ trợ của {agent} tại {brand}, Quý khách thấy việc giải quyết nhu cầu của mình dễ dàng đến mức nào?",
		Low:     "Rất khó khăn",
		High:    "Rất dễ dàng",
	},
	Faces:      [5]string{"Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"},
	Thumbs:     [2]string{"Chưa tốt", "Tốt"},
	OwnSubject: "Một câu hỏi từ {brand}",
	End:        "{score} = {label}",
	Score:      "Điểm {score}",

	Months: [12]string{"tháng 1", "tháng 2", "tháng 3", "tháng 4", "tháng 5", "tháng 6", "tháng 7", "tháng 8", "tháng 9", "tháng 10", "tháng 11", "tháng 12"},
	Date:   "{day} {month}",

	Mail: Mail{
		Hello:      "Xin chào Quý khách,",
		HelloName:  "Xin chào {name},",
		Preview:    "Chỉ một câu hỏi, chỉ mất vài giây.",
		Press:      "Nhấn vào một con số để trả lời. Chỉ mất vài giây.",
		PressReply: "Nhấn vào một con số, hoặc trả lời email này bằng lời của Quý khách, có kèm một con số. Những gì Quý khách viết sẽ được chuyển đến {brand} dưới dạng ý kiến của Quý khách.",
		Reply:      "Quý khách chỉ cần trả lời email này bằng một con số từ {low} đến {high}. Những gì viết thêm sẽ được chuyển đến {brand} dưới dạng ý kiến của Quý khách.",
		ReplyFaces: "Quý khách chỉ cần trả lời email này bằng một con số từ {low} đến {high} hoặc một trong các khuôn mặt bên dưới. Những gì viết thêm sẽ được chuyển đến {brand} dưới dạng ý kiến của Quý khách.",
		Or:         "Hoặc mở liên kết ứng với câu trả lời của Quý khách:",
		Links:      "Mở liên kết ứng với câu trả lời của Quý khách:",
		Until:      "Quý khách có thể trả lời đến hết ngày {date}.",
		Why:        "Quý khách nhận được email này vì gần đây đã liên hệ với {brand}.",
		Stop:       "Không nhận khảo sát từ {brand} nữa",
		Settings:   "Chọn tần suất nhận khảo sát",

		RemindSubject: "Nhắc lại: {subject}",
		Remind:        "Gần đây, chúng tôi đã gửi câu hỏi này đến Quý khách. Nếu Quý khách có thể dành chút thời gian, {brand} vẫn rất mong nhận được câu trả lời. Chúng tôi chỉ nhắc một lần này.",
		Left: Plural{
			Other: "Quý khách còn {n} ngày để trả lời.",
		},

		BackSubject: "Re: {subject}",
		Back:        "Cảm ơn Quý khách đã hồi âm. {brand} đã nhận được ý kiến, nhưng chúng tôi chưa biết chắc Quý khách muốn chọn con số nào.",
		BackPress:   "Vui lòng nhấn vào con số Quý khách muốn chọn. Chúng tôi sẽ không hỏi lại về việc này.",

		DoorSubject: "Liên kết Quý khách đã yêu cầu từ {brand}",
		Door:        "Trên trang cài đặt của một khảo sát từ {brand}, có người đã yêu cầu thông tin được lưu về địa chỉ này. Quý khách có thể truy cập tại đây.",
		DoorExport:  "Xem thông tin của tôi",
		DoorForget:  "Xóa thông tin của tôi",
		DoorHour:    "Liên kết này có hiệu lực trong một giờ.",
		DoorNotYou:  "Nếu Quý khách không yêu cầu, xin cứ bỏ qua: sẽ không có gì thay đổi khi liên kết chưa được sử dụng.",
	},

	Page: Page{
		Send:     "Gửi",
		Choose:   "Chọn một câu trả lời, rồi nhấn “Gửi”.",
		Confirm:  "Nhấn “Gửi” để xác nhận, hoặc chọn câu trả lời khác trước.",
		Failed:   "Chưa gửi được. Vui lòng kiểm tra kết nối rồi nhấn lại.",
		Trap:     "Vui lòng để trống ô này",
		Thanks:   "Cảm ơn Quý khách.",
		Answer:   "Câu trả lời của Quý khách:",
		Better:   "{brand} mong muốn làm tốt hơn, và câu trả lời của Quý khách rất hữu ích.",
		Noted:    "Câu trả lời của Quý khách giúp {brand} ngày càng tốt hơn.",
		Glad:     "{brand} rất vui khi biết điều này.",
		WhyLow:   "Điều gì chưa ổn, và {brand} nên cải thiện điều gì?",
		WhyMid:   "Điều gì sẽ khiến Quý khách hài lòng hơn?",
		WhyHigh:  "Quý khách thích điều gì nhất?",
		Optional: "Không bắt buộc. Nội dung sẽ được chuyển nguyên văn đến {brand}.",
		Quote:    "{brand} có thể công bố ý kiến này kèm tên của tôi (không kèm họ).",
		SendWhy:  "Gửi ý kiến",
		Heard:    "{brand} đã nhận được ý kiến của Quý khách.",
		Review:   "Viết đánh giá công khai về {brand}",
		Change:   "Đổi câu trả lời",
		SendNew:  "Đổi thành",
		Again: Notice{
			Title: "Vui lòng nhấn thêm một lần nữa.",
			Text:  "Các chương trình kiểm tra email đôi khi cũng tự nhấn nút. Xin nhấn lại câu trả lời để {brand} biết chắc đó là của Quý khách.",
		},
		AgainWhy: "Hoặc viết vài lời cho chúng tôi, như vậy cũng được ghi nhận:",
		Which: Notice{
			Title: "Quý khách muốn nói câu trả lời nào?",
			Text:  "Có hai câu trả lời khác nhau được gửi từ đây. Xin viết vài lời cho {brand} biết câu nào là của Quý khách để câu đó được ghi nhận.",
		},
		Answered: Notice{
			Title: "Quý khách đã trả lời rồi.",
			Text:  "Xin cảm ơn! {brand} đã nhận được câu trả lời, Quý khách không cần làm gì thêm.",
		},
		Elsewhere: Notice{
			Title: "Khảo sát này đã có câu trả lời.",
			Text:  "Câu trả lời đầu tiên được tính; có thể thay đổi trên trình duyệt đã dùng để trả lời. Nội dung Quý khách vừa gửi sẽ được chuyển đến {brand} dưới dạng ghi chú.",
		},
		Expired: Notice{
			Title: "Khảo sát này đã đóng.",
			Text:  "Chúng tôi không còn nhận câu trả lời cho khảo sát này. Cảm ơn Quý khách đã muốn chia sẻ ý kiến với {brand}.",
		},
		NotFound: Notice{
			Title: "Liên kết này không dùng được.",
			Text:  "Có thể liên kết đã bị mất một phần. Vui lòng mở lại từ email, hoặc sao chép toàn bộ liên kết.",
		},
		Trouble: Notice{
			Title: "Hệ thống của chúng tôi gặp trục trặc.",
			Text:  "Đây không phải do Quý khách. Vui lòng thử lại sau vài phút: liên kết trong email vẫn còn hiệu lực.",
		},
		Ask: Notice{
			Title: "Quý khách không muốn nhận khảo sát từ {brand} nữa?",
			Text:  "Chúng tôi sẽ không gửi câu hỏi đến địa chỉ này nữa. Các email khác từ {brand} không bị ảnh hưởng.",
		},
		StopIt: "Ngừng nhận khảo sát",
		Stopped: Notice{
			Title: "Đã xong.",
			Text:  "Địa chỉ này sẽ không nhận khảo sát từ {brand} nữa.",
		},
	},

	Peace: Peace{
		Title:  "Quý khách muốn {brand} hỏi ý kiến bao lâu một lần?",
		Usual:  "Như từ trước đến nay",
		Less:   "Ít hơn: khoảng một phần tư so với trước",
		Never:  "Không hỏi nữa",
		Save:   "Lưu",
		Saved:  "Đã lưu lựa chọn của Quý khách.",
		Known:  "Thông tin {brand} lưu tại đây về Quý khách",
		What:   "Những việc giữa Quý khách và {brand} (ví dụ một yêu cầu đã được giải quyết), các câu hỏi đã gửi và câu trả lời của Quý khách. Để không ai khác xem được, liên kết sẽ được gửi đến địa chỉ email của Quý khách.",
		Export: "Gửi cho tôi liên kết để xem",
		Forget: "Gửi cho tôi liên kết để xóa",
		Sent: Notice{
			Title: "Liên kết đang được gửi đi.",
			Text:  "Liên kết sẽ đến địa chỉ đã nhận khảo sát và có hiệu lực trong một giờ. Nếu chưa thấy, xin kiểm tra thư mục thư rác.",
		},
		Over: Notice{
			Title: "Liên kết này đã hết hạn.",
			Text:  "Liên kết chỉ có hiệu lực trong một giờ. Quý khách có thể yêu cầu liên kết mới trên trang cài đặt của khảo sát: liên kết đến trang này nằm ở cuối mỗi email khảo sát.",
		},
		Yours: Notice{
			Title: "Thông tin được lưu về Quý khách",
			Text:  "Đây là tất cả những gì {brand} lưu tại đây cho địa chỉ này.",
		},
		Download: "Tải xuống dưới dạng tệp",
		Sure: Notice{
			Title: "Xóa thông tin được lưu về Quý khách?",
			Text:  "Địa chỉ, tên, các câu trả lời và ý kiến của Quý khách sẽ bị xóa vĩnh viễn. Chỉ còn lại một dấu hiệu không nêu danh tính, để chúng tôi không hỏi Quý khách quá thường xuyên hoặc trái ý muốn.",
		},
		Delete: "Xóa",
		Forgotten: Notice{
			Title: "Đã xóa.",
			Text:  "{brand} không còn lưu tại đây bất cứ điều gì nêu danh tính Quý khách hoặc nhắc lại những gì Quý khách đã viết. Các bản sao lưu sẽ biến mất trong vòng 35 ngày.",
		},
	},
}
