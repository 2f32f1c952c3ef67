package words

var indonesian = Words{
	Lang: "id",
	Dir:  "ltr",

	NPS: Question{
		Text:    "Seberapa besar kemungkinan Anda merekomendasikan {brand} kepada teman atau rekan kerja?",
		Subject: "Seberapa mungkin Anda merekomendasikan {brand}?",
		Low:     "Sangat tidak mungkin",
		High:    "Sangat mungkin",
	},
	CSAT: Question{
		Text:    "Seberapa puas Anda dengan pengalaman terakhir Anda bersama {brand}?",
		Subject: "Bagaimana pengalaman Anda dengan {brand}?",
		Agent:   "Seberapa puas Anda dengan bantuan {agent} dari {brand}?",
		Low:     "Sangat tidak puas",
		High:    "Sangat puas",
	},
	CES: Question{
		Text:    "Seberapa mudah Anda mendapatkan yang Anda butuhkan dari {brand}?",
		Subject: "Seberapa mudah urusan Anda dengan {brand}?",
		Agent:   "Seberapa mudah Anda mendapatkan yang Anda butuhkan dengan bantuan {agent} dari {brand}?",
		Low:     "Sangat sulit",
		High:    "Sangat mudah",
	},
	Faces:      [5]string{"Sangat tidak puas", "Tidak puas", "Biasa saja", "Puas", "Sangat puas"},
	Thumbs:     [2]string{"Kurang baik", "Baik"},
	OwnSubject: "Satu pertanyaan dari {brand}",
	End:        "{score} = {label}",
	Score:      "Nilai {score}",

	Months: [12]string{"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"},
	Date:   "{day} {month}",

	Mail: Mail{
		Hello:      "Halo,",
		HelloName:  "Halo {name},",
		Preview:    "Hanya satu pertanyaan. Cukup beberapa detik.",
		Press:      "Tekan salah satu angka untuk menjawab. Cukup beberapa detik.",
		PressReply: "Tekan salah satu angka, atau balas saja email ini dengan kata-kata Anda sendiri dan sertakan sebuah angka. Tulisan Anda akan sampai ke {brand} sebagai komentar Anda.",
		Reply:      "Cukup balas email ini dengan angka dari {low} sampai {high}. Hal lain yang Anda tulis akan sampai ke {brand} sebagai komentar Anda.",
		ReplyFaces: "Cukup balas email ini dengan angka dari {low} sampai {high} atau salah satu wajah di bawah. Hal lain yang Anda tulis akan sampai ke {brand} sebagai komentar Anda.",
		Or:         "Atau buka tautan yang sesuai dengan jawaban Anda:",
		Links:      "Buka tautan yang sesuai dengan jawaban Anda:",
		Until:      "Anda dapat menjawab sampai tanggal {date}.",
		Why:        "Anda menerima email ini karena Anda baru-baru ini berhubungan dengan {brand}.",
		Stop:       "Berhenti menerima survei dari {brand}",
		Settings:   "Atur seberapa sering kami bertanya",

		RemindSubject: "Pengingat: {subject}",
		Remind:        "Baru-baru ini kami menanyakan hal ini kepada Anda. Jika Anda berkenan, {brand} tetap akan senang menerima jawaban Anda. Ini satu-satunya pengingat.",
		Left: Plural{
			Other: "Anda masih dapat menjawab selama {n} hari lagi.",
		},

		BackSubject: "Re: {subject}",
		Back:        "Terima kasih atas balasan Anda. Komentar Anda sudah diterima {brand}, tetapi kami tidak yakin angka mana yang Anda maksud.",
		BackPress:   "Tekan angka yang Anda maksud. Kami tidak akan menanyakannya lagi.",

		DoorSubject: "Tautan yang Anda minta dari {brand}",
		Door:        "Di halaman pengaturan survei {brand}, seseorang meminta data yang tersimpan tentang alamat ini. Anda dapat membukanya dari sini.",
		DoorExport:  "Lihat data saya",
		DoorForget:  "Hapus data saya",
		DoorHour:    "Tautan ini berlaku selama satu jam.",
		DoorNotYou:  "Jika bukan Anda yang meminta, abaikan saja: tidak akan terjadi apa-apa selama tautan tidak digunakan.",
	},

	Page: Page{
		Send:     "Kirim",
		Choose:   "Pilih jawaban, lalu tekan “Kirim”.",
		Confirm:  "Tekan “Kirim” untuk mengonfirmasi, atau pilih jawaban lain dahulu.",
		Failed:   "Gagal terkirim. Periksa koneksi Anda, lalu tekan sekali lagi.",
		Trap:     "Mohon biarkan kolom ini kosong",
		Thanks:   "Terima kasih.",
		Answer:   "Jawaban Anda:",
		Better:   "{brand} ingin menjadi lebih baik, dan jawaban Anda membantu.",
		Noted:    "Jawaban Anda membantu {brand} menjadi lebih baik.",
		Glad:     "{brand} senang mendengarnya.",
		WhyLow:   "Apa yang kurang baik, dan apa yang perlu diperbaiki {brand}?",
		WhyMid:   "Apa yang bisa membuatnya lebih baik?",
		WhyHigh:  "Apa yang paling Anda sukai?",
		Optional: "Tidak wajib. Tulisan Anda akan sampai ke {brand} apa adanya.",
		Quote:    "{brand} boleh memublikasikan komentar ini dengan nama depan saya.",
		SendWhy:  "Kirim komentar",
		Heard:    "Komentar Anda sudah diterima {brand}.",
		Review:   "Bagikan ulasan publik tentang {brand}",
		Change:   "Ubah jawaban saya",
		SendNew:  "Ubah menjadi",
		Again: Notice{
			Title: "Mohon tekan sekali lagi.",
			Text:  "Program pemeriksa email kadang ikut menekan tombol. Tekan jawaban Anda sekali lagi, agar {brand} tahu bahwa jawaban itu memang dari Anda.",
		},
		AgainWhy: "Atau sampaikan dengan kata-kata, itu juga sah:",
		Which: Notice{
			Title: "Jawaban mana yang Anda maksud?",
			Text:  "Dua jawaban berbeda datang dari sini. Sampaikan kepada {brand} dengan beberapa kata jawaban mana yang milik Anda, maka jawaban itu sah.",
		},
		Answered: Notice{
			Title: "Anda sudah menjawab.",
			Text:  "Terima kasih! Jawaban Anda sudah diterima {brand}, dan tidak ada lagi yang perlu dilakukan.",
		},
		Elsewhere: Notice{
			Title: "Survei ini sudah pernah dijawab.",
			Text:  "Yang berlaku adalah jawaban pertama, dan jawaban itu dapat diubah di peramban yang dipakai untuk menjawab. Yang baru saja Anda kirim akan sampai ke {brand} sebagai catatan.",
		},
		Expired: Notice{
			Title: "Survei ini sudah ditutup.",
			Text:  "Jawaban tidak lagi diterima. Terima kasih atas keinginan Anda memberi masukan kepada {brand}.",
		},
		NotFound: Notice{
			Title: "Tautan ini tidak berfungsi.",
			Text:  "Mungkin ada bagian yang terpotong. Silakan buka lagi dari email, atau salin tautannya secara lengkap.",
		},
		Trouble: Notice{
			Title: "Ada gangguan di pihak kami.",
			Text:  "Ini bukan kesalahan Anda. Silakan coba kembali dalam beberapa menit: tautan di email Anda tetap berlaku.",
		},
		Ask: Notice{
			Title: "Berhenti menerima survei dari {brand}?",
			Text:  "Kami tidak akan mengirim pertanyaan lagi ke alamat ini. Email lain dari {brand} tidak terpengaruh.",
		},
		StopIt: "Hentikan survei",
		Stopped: Notice{
			Title: "Selesai.",
			Text:  "Alamat ini tidak akan lagi menerima survei dari {brand}.",
		},
	},

	Peace: Peace{
		Title:  "Seberapa sering {brand} boleh bertanya kepada Anda?",
		Usual:  "Sesering selama ini",
		Less:   "Lebih jarang: sekitar seperempatnya",
		Never:  "Tidak sama sekali",
		Save:   "Simpan",
		Saved:  "Pilihan Anda sudah disimpan.",
		Known:  "Yang diketahui {brand} tentang Anda di sini",
		What:   "Riwayat Anda dengan {brand} (misalnya tiket yang sudah selesai), pertanyaan yang diajukan, dan jawaban Anda. Agar tidak dilihat orang lain, tautannya dikirim ke alamat email Anda.",
		Export: "Kirimi saya tautan untuk melihatnya",
		Forget: "Kirimi saya tautan untuk menghapusnya",
		Sent: Notice{
			Title: "Tautan sedang dikirim.",
			Text:  "Tautan dikirim ke alamat yang menerima survei dan berlaku selama satu jam. Jika belum masuk, periksa folder spam.",
		},
		Over: Notice{
			Title: "Tautan ini sudah kedaluwarsa.",
			Text:  "Masa berlakunya satu jam. Mintalah tautan baru di halaman pengaturan survei: tautan ke halaman itu ada di akhir setiap email survei.",
		},
		Yours: Notice{
			Title: "Data yang tersimpan tentang Anda",
			Text:  "Inilah semua yang disimpan {brand} di sini untuk alamat ini.",
		},
		Download: "Unduh sebagai berkas",
		Sure: Notice{
			Title: "Hapus data tentang Anda?",
			Text:  "Alamat, nama, jawaban, dan komentar Anda akan dihapus selamanya. Hanya satu penanda tanpa identitas yang tersisa, agar Anda tidak ditanya terlalu sering atau di luar keinginan Anda.",
		},
		Delete: "Hapus",
		Forgotten: Notice{
			Title: "Data sudah dihapus.",
			Text:  "{brand} tidak lagi menyimpan apa pun di sini yang menyebut Anda atau memuat tulisan Anda. Salinan dalam cadangan akan hilang dalam 35 hari.",
		},
	},
}
