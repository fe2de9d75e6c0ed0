/// Feasts of India and its neighbours, by sun and moon.
enum SouthAsianHolidays {
    static let all: [Holiday] = [
        Holiday(.hindu(month: 7, lunarDay: 30, at: .sunset), "diwali|deepavali|divali|lakshmi puja"),
        Holiday(.hindu(month: 7, lunarDay: 28, at: .sunset), "dhanteras|dhanatrayodashi"),
        Holiday(
            .hindu(month: 7, lunarDay: 30, at: .sunset, plus: -1),
            "naraka chaturdashi|kali chaudas|choti diwali|chhoti diwali"
        ),
        Holiday(.hindu(month: 8, lunarDay: 2, at: .afternoon), "bhai dooj|bhai duj"),
        Holiday(.hindu(month: 8, lunarDay: 6, at: .sunset), "chhath|chhath puja|dala puja|surya shashthi"),
        Holiday(.hindu(month: 7, lunarDay: 7, at: .sunrise), "maha saptami"),
        Holiday(.hindu(month: 7, lunarDay: 10, at: .afternoon), "vijayadashami|dussehra|dasara|dashain"),
        Holiday(
            .hindu(month: 7, lunarDay: 1, at: .noon),
            "navaratri|navratri|durga puja",
            last: .hindu(month: 7, lunarDay: 9, at: .afternoon)
        ),
        Holiday(.hindu(month: 7, lunarDay: 19, at: .sunset), "karva chauth"),
        Holiday(.hindu(month: 4, lunarDay: 2, at: .sunrise), "ratha-yatra|rath yatra"),
        Holiday(.hindu(month: 5, lunarDay: 15, at: .noon), "raksha bandhan|rakhi"),
        Holiday(
            .hindu(month: 1, lunarDay: 13, at: .sunrise),
            "mahavir jayanti|mahaveer jayanti|mahaveer janma kalyanak"
        ),
        Holiday(.hindu(month: 11, lunarDay: 29, at: .midnight), "maha shivaratri|mahashivratri|maha shivratri"),
        Holiday(.hindu(month: 11, lunarDay: 25, at: .sunrise), "dayananda saraswati jayanti|saraswati jayanti"),
        Holiday(.sunEnters(9), "thai pongal|pongal|makar sankranti|makara sankranthi|makara sankranti|maghi"),
        Holiday(.sunEnters(9, plus: -1), "bhogi|boghi|bogi pandigai|bhogi pandigai"),
        Holiday(.sunEnters(9, plus: 1), "mattu pongal|maattu pongal"),
        Holiday(.sunEnters(9, plus: 2), "kaanum pongal|kanni pongal"),
        Holiday(.sunEnters(0), "vaisakhi|baisakhi|vasakhi|vaishakhi"),
        Holiday(.sunEnters(0, plus: 25), "rabindra jayanti|rabindranath jayanti"),
        Holiday(.star(21, sign: 4), "onam|thiru onam|thiruvonam"),
        Holiday(.hindu(month: 11, lunarDay: 5, at: .noon), "vasant panchami|basant panchami"),
        Holiday(.hindu(month: 12, lunarDay: 15, at: .sunset), "holika dahan|chhoti holi|choti holi|kamudu pyre"),
        Holiday(.hindu(month: 12, lunarDay: 15, at: .sunset, plus: 1), "holi|dhulandi|phagwah"),
        Holiday(.hindu(month: 5, lunarDay: 23, at: .midnight), "krishna janmashtami|janmashtami|gokulashtami"),
        Holiday(.hindu(month: 2, lunarDay: 15, at: .sunset), "vesak|vesak day|vaisakha|buddha day|buddha purnima"),
        Holiday(
            .hindu(month: 10, lunarDay: 7, at: .sunrise),
            "guru gobind singh jayanti|guru govind singh jayanti|guru gobind singh birthday"
        ),
        Holiday(
            .hindu(month: 11, lunarDay: 15, at: .sunrise),
            "guru ravidass jayanti|guru ravidas jayanti|guru ravidass birthday|guru ravidas birthday"
        ),
        Holiday(.hindu(month: 7, lunarDay: 15, at: .sunrise), "valmiki jayanti|maharishi valmiki jayanti|pargat diwas"),
        Holiday(.hindu(month: 6, lunarDay: 4, at: .noon), "ganesh chaturthi|vinayaka chaturthi"),
        Holiday(.hindu(month: 1, lunarDay: 9, at: .noon), "rama navami|ram navami"),
        Holiday(
            .hindu(month: 1, lunarDay: 1, at: .sunrise),
            "ugadi|yugadi|samvatsaradi|chaitra sukladi|chaitra sukhladi|gudi padwa"
        ),
    ]
}
