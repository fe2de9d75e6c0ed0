/// Currencies by code, sign and name.
///
/// Codes are the active ones of ISO 4217, names and signs those of the Unicode CLDR in English.
enum CurrencyCatalog {
    /// The codes; written in capitals in texts.
    static let codes =
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF "
        + "CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD "
        + "HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL "
        + "LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR "
        + "PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP "
        + "TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL BTC XBT ETH"

    /// Signs and letters that stand for money beside digits, as they are written.
    static let signs: [(String, Currency)] = [
        ("$", Currency("USD", family: .dollar)), ("US$", Currency("USD")), ("U.S.$", Currency("USD")),
        ("USD$", Currency("USD")), ("$US", Currency("USD")), ("A$", Currency("AUD")), ("AU$", Currency("AUD")),
        ("C$", Currency("CAD")), ("CA$", Currency("CAD")), ("CAN$", Currency("CAD")), ("CDN$", Currency("CAD")),
        ("Can$", Currency("CAD")), ("NZ$", Currency("NZD")),
        ("HK$", Currency("HKD")), ("S$", Currency("SGD")), ("SG$", Currency("SGD")), ("R$", Currency("BRL")),
        ("NT$", Currency("TWD")), ("MX$", Currency("MXN")), ("Mex$", Currency("MXN")), ("J$", Currency("JMD")),
        ("TT$", Currency("TTD")), ("Bds$", Currency("BBD")), ("£", Currency("GBP", family: .pound)), ("£E", Currency("EGP")), ("€", Currency("EUR")),
        ("€ur", Currency("EUR")), ("¥", Currency("JPY", family: .yen)), ("￥", Currency("JPY", family: .yen)), ("元", Currency("CNY")), ("ரூ", Currency("INR")), ("円", Currency("JPY")), ("₭", Currency("LAK")), ("₮", Currency("MNT")), ("LE", Currency("EGP")), ("L.E.", Currency("EGP")), ("L.E", Currency("EGP")),
        ("＄", Currency("USD", family: .dollar)), ("￡", Currency("GBP", family: .pound)),
        ("₹", Currency("INR")), ("₩", Currency("KRW")), ("₽", Currency("RUB")), ("₺", Currency("TRY")),
        ("฿", Currency("THB")), ("₫", Currency("VND")), ("₦", Currency("NGN")), ("₱", Currency("PHP")),
        ("₪", Currency("ILS")), ("₴", Currency("UAH")), ("₵", Currency("GHS")), ("₡", Currency("CRC")),
        ("₲", Currency("PYG")), ("₸", Currency("KZT")), ("₼", Currency("AZN")), ("₾", Currency("GEL")),
        ("₿", Currency("BTC")), ("¢", Currency("USD", minor: "cent", family: .cent)), ("Rs", Currency("INR", family: .rupee)),
        ("Rs.", Currency("INR", family: .rupee)), ("Re", Currency("INR", family: .rupee)), ("Re.", Currency("INR", family: .rupee)), ("rs", Currency("INR", family: .rupee)), ("rs.", Currency("INR", family: .rupee)), ("RS", Currency("INR", family: .rupee)),
        ("RM", Currency("MYR")), ("kr", Currency("SEK", family: .crown)), ("Kr", Currency("SEK", family: .crown)), ("kr.", Currency("SEK", family: .crown)),
        ("Fr", Currency("CHF")), ("Fr.", Currency("CHF")), ("SFr", Currency("CHF")), ("SFr.", Currency("CHF")), ("zł", Currency("PLN")), ("Kč", Currency("CZK")),
        ("Ft", Currency("HUF")), ("R", Currency("ZAR")), ("RMB", Currency("CNY")), ("CNH", Currency("CNY")),
        ("Dhs", Currency("AED")), ("Dh", Currency("AED")), ("Rp", Currency("IDR")), ("Rp.", Currency("IDR")),
        ("Ksh", Currency("KES")), ("KSh", Currency("KES")), ("Tsh", Currency("TZS")), ("Ush", Currency("UGX")),
        ("NTD", Currency("TWD")), ("NIS", Currency("ILS")), ("QR", Currency("QAR")), ("SR", Currency("SAR")),
        ("BD", Currency("BHD")), ("GH₵", Currency("GHS")), ("B/.", Currency("PAB")), ("S/.", Currency("PEN")), ("DM", Currency("DEM")),
    ]

    /// Names in the singular with the currency of each.
    static var names: [(String, Currency)] {
        var names = plainNames
        for (word, code, adjectives) in nationalNames {
            for adjective in adjectives.split(separator: ",") { names.append(("\(adjective) \(word)", Currency(code))) }
        }
        return names
    }

    private static let plainNames: [(String, Currency)] = [
        ("dollar", Currency("USD", family: .dollar)), ("buck", Currency("USD", family: .dollar)),
        ("greenback", Currency("USD")), ("usd", Currency("USD")), ("pound", Currency("GBP", family: .pound)),
        ("quid", Currency("GBP")), ("pound sterling", Currency("GBP")), ("pounds sterling", Currency("GBP")),
        ("sterling", Currency("GBP")), ("gbp", Currency("GBP")), ("sterling pound", Currency("GBP")), ("euro", Currency("EUR")), ("eur", Currency("EUR")),
        ("yen", Currency("JPY")), ("jpy", Currency("JPY")), ("yuan", Currency("CNY")), ("renminbi", Currency("CNY")),
        ("rmb", Currency("CNY")), ("cny", Currency("CNY")), ("won", Currency("KRW")), ("ruble", Currency("RUB")),
        ("rouble", Currency("RUB")), ("rupee", Currency("INR", family: .rupee)), ("franc", Currency("CHF", family: .franc)),
        ("krona", Currency("SEK", family: .crown)), ("kronor", Currency("SEK", family: .crown)),
        ("krone", Currency("NOK", family: .crown)), ("kroner", Currency("NOK", family: .crown)),
        ("crown", Currency("SEK", family: .crown)), ("koruna", Currency("CZK")), ("peso", Currency("MXN", family: .peso)),
        ("zloty", Currency("PLN")), ("złoty", Currency("PLN")), ("forint", Currency("HUF")), ("lira", Currency("TRY")),
        ("lire", Currency("ITL")), ("shekel", Currency("ILS")), ("rand", Currency("ZAR")), ("baht", Currency("THB")),
        ("ringgit", Currency("MYR")), ("rupiah", Currency("IDR")), ("dong", Currency("VND")), ("naira", Currency("NGN")),
        ("dirham", Currency("AED")), ("dinar", Currency("KWD")), ("riyal", Currency("SAR")), ("rial", Currency("IRR")),
        ("hryvnia", Currency("UAH")), ("bitcoin", Currency("BTC")), ("btc", Currency("BTC")), ("deutsche mark", Currency("DEM")),
        ("deutschmark", Currency("DEM")), ("german mark", Currency("DEM")), ("cedi", Currency("GHS")), ("taka", Currency("BDT")),
        ("tenge", Currency("KZT")), ("lari", Currency("GEL")), ("birr", Currency("ETB")), ("kwacha", Currency("ZMW")),
        ("dram", Currency("AMD")), ("manat", Currency("AZN")), ("quetzal", Currency("GTQ")), ("boliviano", Currency("BOB")),
        ("guarani", Currency("PYG")), ("bolivar", Currency("VES")), ("kuna", Currency("HRK")), ("pataca", Currency("MOP")),
        ("kyat", Currency("MMK")), ("riel", Currency("KHR")), ("tugrik", Currency("MNT")), ("afghani", Currency("AFN")),
        ("cent", Currency("USD", minor: "cent", family: .cent)), ("penny", Currency("USD", minor: "cent", family: .cent)),
        ("pennies", Currency("USD", minor: "cent", family: .cent)), ("pence", Currency("GBP", minor: "penny")),
        ("centime", Currency("EUR", minor: "cent")), ("euro cent", Currency("EUR", minor: "cent")),
        ("eurocent", Currency("EUR", minor: "cent")), ("paise", Currency("INR", minor: "paisa")),
        ("paisa", Currency("INR", minor: "paisa")), ("sen", Currency("MYR", minor: "sen")), ("kopiyka", Currency("UAH", minor: "kopiyka")), ("öre", Currency("SEK", minor: "öre")), ("øre", Currency("NOK", minor: "øre")), ("grosz", Currency("PLN", minor: "grosz")), ("groszy", Currency("PLN", minor: "grosz")), ("satang", Currency("THB", minor: "satang")), ("halala", Currency("SAR", minor: "halala")), ("fils", Currency("AED", minor: "fils")), ("agorot", Currency("ILS", minor: "agora")), ("kuruş", Currency("TRY", minor: "kuruş")), ("kobo", Currency("NGN", minor: "kobo")), ("pesewa", Currency("GHS", minor: "pesewa")), ("euro-cent", Currency("EUR", minor: "cent")), ("peseta", Currency("ESP")), ("escudo", Currency("PTE")), ("guilder", Currency("NLG")), ("drachma", Currency("GRD")), ("schilling", Currency("ATS")), ("mark", Currency("DEM")), ("kuai", Currency("CNY")), ("kwanza", Currency("AOA")), ("kip", Currency("LAK")), ("lempira", Currency("HNL")), ("cordoba", Currency("NIO")), ("dalasi", Currency("GMD")), ("leu", Currency("RON")), ("lei", Currency("RON")), ("leva", Currency("BGN")), ("shilling", Currency("KES")), ("kopeck", Currency("RUB", minor: "kopeck")),
        ("kopek", Currency("RUB", minor: "kopeck")), ("centavo", Currency("MXN", minor: "centavo", family: .cent)),
        ("us cent", Currency("USD", minor: "cent")), ("u.s. cent", Currency("USD", minor: "cent")),
    ]

    private static let nationalNames: [(String, String, String)] = [
        ("dollar", "USD", "us,u.s.,american,united states"), ("dollar", "AUD", "australian,aussie,au"),
        ("dollar", "CAD", "canadian,canada"), ("dollar", "NZD", "new zealand,nz"), ("dollar", "HKD", "hong kong,hk"),
        ("dollar", "SGD", "singapore,singaporean"), ("dollar", "TWD", "taiwan,taiwanese,new taiwan"),
        ("dollar", "JMD", "jamaican"), ("dollar", "BBD", "barbados,barbadian"), ("dollar", "BSD", "bahamian"),
        ("dollar", "FJD", "fiji,fijian"), ("dollar", "TTD", "trinidad"), ("dollar", "ZWL", "zimbabwe,zimbabwean"),
        ("dollar", "BND", "brunei"), ("dollar", "XCD", "east caribbean"), ("dollar", "NAD", "namibian,namibia"), ("dollar", "BZD", "belize"), ("dollar", "BMD", "bermudian,bermuda"), ("dollar", "KYD", "cayman islands,cayman"), ("dollar", "GYD", "guyana,guyanese"), ("dollar", "LRD", "liberian"), ("dollar", "SBD", "solomon islands"), ("dollar", "SRD", "surinamese,suriname"),
        ("pound", "GBP", "british,uk,english"), ("pound", "EGP", "egyptian"), ("pound", "LBP", "lebanese"),
        ("pound", "SYP", "syrian"), ("pound", "SDG", "sudanese"), ("pound", "IEP", "irish"), ("pound", "CYP", "cypriot,cyprus"), ("pound", "FKP", "falkland islands"), ("pound", "GIP", "gibraltar"),
        ("franc", "CHF", "swiss"), ("franc", "FRF", "french"), ("franc", "BEF", "belgian"), ("franc", "XAF", "cfa,central african"),
        ("franc", "CDF", "congolese"), ("franc", "RWF", "rwandan,rwanda"), ("franc", "DJF", "djiboutian,djibouti"), ("franc", "BIF", "burundian,burundi"), ("franc", "GNF", "guinean"),
        ("franc", "LUF", "luxembourg"), ("rupee", "INR", "indian"), ("rupee", "PKR", "pakistani,pakistan"),
        ("rupee", "LKR", "sri lankan,sri lanka"), ("rupee", "NPR", "nepalese,nepali"), ("rupee", "MUR", "mauritian"), ("rupee", "SCR", "seychellois,seychelles"), ("rupiah", "IDR", "indonesian"),
        ("krona", "SEK", "swedish"), ("kronor", "SEK", "swedish"), ("crown", "SEK", "swedish"), ("krone", "NOK", "norwegian"),
        ("kroner", "NOK", "norwegian"), ("crown", "NOK", "norwegian"), ("krone", "DKK", "danish"), ("kroner", "DKK", "danish"),
        ("crown", "DKK", "danish"), ("crown", "CZK", "czech"), ("koruna", "CZK", "czech"), ("krona", "ISK", "icelandic"), ("kronur", "ISK", "icelandic"),
        ("peso", "MXN", "mexican"), ("peso", "ARS", "argentine,argentinian"), ("peso", "CLP", "chilean"),
        ("peso", "COP", "colombian"), ("peso", "PHP", "philippine,filipino"), ("peso", "UYU", "uruguayan"), ("peso", "CUP", "cuban"),
        ("peso", "DOP", "dominican"), ("real", "BRL", "brazilian"), ("reais", "BRL", "brazilian"), ("yen", "JPY", "japanese"),
        ("yuan", "CNY", "chinese"), ("won", "KRW", "korean,south korean"), ("won", "KPW", "north korean"),
        ("ruble", "RUB", "russian"), ("rouble", "RUB", "russian"), ("ruble", "BYN", "belarusian,belarussian"), ("rouble", "BYN", "belarusian,belarussian"), ("lira", "TRY", "turkish"), ("lira", "ITL", "italian"),
        ("rand", "ZAR", "south african"), ("baht", "THB", "thai"), ("zloty", "PLN", "polish"), ("forint", "HUF", "hungarian"), ("shekel", "ILS", "israeli,new israeli"),
        ("dirham", "AED", "uae,emirati,united arab emirates"), ("dirham", "MAD", "moroccan"), ("dinar", "KWD", "kuwaiti"),
        ("dinar", "JOD", "jordanian"), ("dinar", "IQD", "iraqi"), ("dinar", "BHD", "bahraini,bahrain"), ("dinar", "DZD", "algerian"),
        ("dinar", "TND", "tunisian"), ("dinar", "RSD", "serbian,yugoslav"), ("dinar", "LYD", "libyan"), ("dinar", "MKD", "macedonian"), ("denar", "MKD", "macedonian"), ("riyal", "SAR", "saudi,saudi arabian"),
        ("riyal", "QAR", "qatari"), ("rial", "IRR", "iranian"), ("rial", "OMR", "omani"), ("rial", "YER", "yemeni"), ("shilling", "KES", "kenyan"),
        ("shilling", "TZS", "tanzanian"), ("shilling", "UGX", "ugandan"), ("shilling", "SOS", "somali"), ("shilling", "ATS", "austrian"), ("ringgit", "MYR", "malaysian"), ("dong", "VND", "vietnamese"), ("leu", "RON", "romanian"), ("lei", "RON", "romanian"), ("leu", "MDL", "moldovan"), ("lev", "BGN", "bulgarian"), ("leva", "BGN", "bulgarian"), ("som", "UZS", "uzbekistani,uzbek"), ("som", "KGS", "kyrgyzstani,kyrgyz"), ("mark", "DEM", "german,deutsche"), ("mark", "BAM", "bosnian,convertible"), ("mark", "FIM", "finnish"), ("sol", "PEN", "peruvian"), ("kina", "PGK", "papua new guinean"), ("lek", "ALL", "albanian"), ("metical", "MZN", "mozambican"), ("pula", "BWP", "botswana"), ("somoni", "TJS", "tajikistani"), ("colon", "CRC", "costa rican"), ("balboa", "PAB", "panamanian"), ("lempira", "HNL", "honduran"), ("gourde", "HTG", "haitian"), ("ariary", "MGA", "malagasy"), ("dalasi", "GMD", "gambian"), ("leone", "SLL", "sierra leonean"), ("kip", "LAK", "lao,laotian"), ("escudo", "PTE", "portuguese"), ("peseta", "ESP", "spanish"), ("drachma", "GRD", "greek"), ("guilder", "NLG", "dutch"),
    ]
}
