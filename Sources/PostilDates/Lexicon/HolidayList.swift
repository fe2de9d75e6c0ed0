/// Feasts and public holidays of the English-speaking countries and the large religions.
///
/// Names are split as the tokeniser splits them: *'s* is a word of its own.
enum HolidayList {
    static let all: [Holiday] = western + lunar + SouthAsianHolidays.all

    /// Feasts by the solar year and by Easter.
    private static let western: [Holiday] = [
        Holiday(.fixed(month: 12, day: 25), "christmas day|christmas|xmas day|xmas|x-mas"),
        Holiday(.fixed(month: 12, day: 24), "christmas eve|xmas eve|christmas 's eve"),
        Holiday(.fixed(month: 12, day: 26), "boxing day|st stephen 's day|st. stephen 's day"),
        Holiday(
            .fixed(month: 12, day: 31),
            "new year 's eve|new years eve|new years 's eve|new year eve|new year ’s eve|nye"
        ),
        Holiday(
            .fixed(month: 1, day: 1),
            "new year 's day|new years day|new year day|new year ’s day|new year 's|new years|new year ’s"
        ),
        Holiday(.fixed(month: 1, day: 6), "epiphany|twelfth night|three kings ' day"),
        Holiday(.fixed(month: 2, day: 2), "groundhog day|groundhogs day|ground hog day|candlemas"),
        Holiday(
            .fixed(month: 2, day: 14),
            "valentine 's day|valentine ’s day|valentines day|valentine day|st valentine 's day|st. valentine 's day|valentine 's"
        ),
        Holiday(
            .fixed(month: 3, day: 17),
            "st patrick 's day|st. patrick 's day|st patricks day|saint patrick 's day|saint patricks day|st paddy 's day|saint paddys day|st paddys day|saint paddy 's day|st. paddy 's day|st. patrick ’s day"
        ),
        Holiday(
            .fixed(month: 4, day: 1),
            "april fools day|april fool 's day|april fools ' day|april fools|april fool day|all fools ' day"
        ),
        Holiday(.fixed(month: 4, day: 22), "earth day"),
        Holiday(
            .fixed(month: 4, day: 23),
            "st george 's day|st. george 's day|saint george 's day|feast of saint george|feast of st george|st georges day"
        ),
        Holiday(.fixed(month: 3, day: 1), "st david 's day|st. david 's day"),
        Holiday(.fixed(month: 11, day: 30), "st andrew 's day|st. andrew 's day"),
        Holiday(.fixed(month: 4, day: 25), "anzac day"),
        Holiday(.fixed(month: 1, day: 26), "australia day"),
        Holiday(.fixed(month: 2, day: 6), "waitangi day"),
        Holiday(.fixed(month: 7, day: 1), "canada day"),
        Holiday(.fixed(month: 5, day: 1), "may day|international workers ' day"),
        Holiday(.fixed(month: 5, day: 4), "star wars day"),
        Holiday(.fixed(month: 5, day: 5), "cinco de mayo"),
        Holiday(.fixed(month: 5, day: 8), "ve day|v-e day"),
        Holiday(.fixed(month: 6, day: 14), "flag day"),
        Holiday(.fixed(month: 6, day: 19), "juneteenth"),
        Holiday(.fixed(month: 6, day: 24), "midsummer day|midsummer 's day|st john 's day"),
        Holiday(.fixed(month: 7, day: 4), "independence day|fourth of july|4th of july|the fourth of july"),
        Holiday(.fixed(month: 7, day: 14), "bastille day"),
        Holiday(.fixed(month: 8, day: 15), "assumption day|feast of the assumption"),
        Holiday(.fixed(month: 10, day: 31), "halloween day|halloween|hallowe'en|all hallows ' eve|all hallows eve"),
        Holiday(.fixed(month: 11, day: 1), "all saints ' day|all saints day|all saint 's day|all hallows"),
        Holiday(.fixed(month: 11, day: 2), "all souls ' day|all souls day|all soul 's day"),
        Holiday(.fixed(month: 11, day: 5), "guy fawkes night|guy fawkes day|bonfire night"),
        Holiday(
            .fixed(month: 11, day: 11),
            "veterans day|veterans ' day|veteran 's day|armistice day|remembrance day|martinmas"
        ),
        Holiday(.fixed(month: 3, day: 8), "international women 's day"),
        Holiday(.fixed(month: 12, day: 10), "human rights day"),
        Holiday(.fixed(month: 2, day: 29), "leap day"),
        Holiday(.fixed(month: 3, day: 14), "pi day"),
        Holiday(.fixed(month: 3, day: 15), "ides of march|the ides of march"),
        Holiday(
            .nth(3, weekday: 1, month: 1),
            "martin luther king 's day|martin luther king day|martin luther king jr. day|mlk day|martin luther king 's birthday|civil rights day|martin luther king jr day|martin luther kings day|mlk jr. day|mlk jr day"
        ),
        Holiday(
            .nth(3, weekday: 1, month: 2),
            "presidents day|president 's day|presidents ' day|washington 's birthday"
        ),
        Holiday(.nth(1, weekday: 7, month: 2), "super bowl sunday"),
        Holiday(.nth(-1, weekday: 1, month: 5), "memorial day|decoration day"),
        Holiday(.nth(2, weekday: 7, month: 5), "mother 's day|mothers day|mothers ' day|mother ’s day"),
        Holiday(.nth(3, weekday: 7, month: 6), "father 's day|fathers day|fathers ' day|father ’s day"),
        Holiday(.nth(1, weekday: 1, month: 9), "labor day|labour day"),
        Holiday(.nth(2, weekday: 1, month: 10), "columbus day|indigenous peoples ' day"),
        Holiday(.nth(4, weekday: 4, month: 11), "thanksgiving day|thanksgiving|thanks giving"),
        Holiday(.nth(4, weekday: 4, month: 11, plus: 1), "black friday"),
        Holiday(.nth(4, weekday: 4, month: 11, plus: 4), "cyber monday"),
        Holiday(.nth(4, weekday: 4, month: 11, plus: 5), "giving tuesday"),
        Holiday(.nth(1, weekday: 1, month: 11, plus: 1), "election day"),
        Holiday(.nth(1, weekday: 7, month: 9), "grandparents day|grandparents ' day"),
        Holiday(.nth(2, weekday: 7, month: 11), "remembrance sunday"),
        Holiday(.nth(2, weekday: 6, month: 6), "trooping the colour"),
        Holiday(.nth(-1, weekday: 5, month: 4), "arbor day"),
        Holiday(.nth(3, weekday: 6, month: 5), "armed forces day"),
        Holiday(.before(weekday: 1, month: 5, day: 24), "victoria day"),
        Holiday(
            .nth(4, weekday: 3, month: 4),
            "administrative professionals ' day|administrative professional day|secretaries day|admins day|secretaries ' day|administrative assistants day"
        ),
        Holiday(.easter(0), "easter sunday|easter day|easter"),
        Holiday(.easter(1), "easter monday|easter mon"),
        Holiday(.easter(-1), "holy saturday|easter saturday"),
        Holiday(.easter(-2), "good friday"),
        Holiday(
            .easter(-3),
            "maundy thursday|holy thursday|covenant thursday|covenant thu|thu of mysteries|thursday of mysteries"
        ),
        Holiday(.easter(-7), "palm sunday|branch sunday"),
        Holiday(.easter(-46), "ash wednesday"),
        Holiday(.easter(-47), "shrove tuesday|pancake day|pancake tuesday|mardi gras|fat tuesday"),
        Holiday(.easter(-48), "shrove monday|rosenmontag"),
        Holiday(.easter(-21), "mothering sunday"),
        Holiday(.easter(39), "ascension day|ascension thursday|ascension"),
        Holiday(.easter(49), "pentecost|whitsunday|whit sunday|white sunday"),
        Holiday(.easter(50), "whit monday|pentecost monday|monday of the holy spirit"),
        Holiday(.easter(56), "trinity sunday"),
        Holiday(.easter(60), "corpus christi|feast of corpus christi"),
        Holiday(.orthodoxEaster(0), "orthodox easter sunday|orthodox easter"),
        Holiday(.orthodoxEaster(1), "orthodox easter monday"),
        Holiday(.orthodoxEaster(-2), "orthodox good friday|orthodox great friday|great friday"),
        Holiday(.orthodoxEaster(-48), "clean monday|orthodox shrove monday|ash monday"),
        Holiday(.orthodoxEaster(-1), "orthodox holy saturday|orthodox great saturday"),
        Holiday(.orthodoxEaster(-7), "orthodox palm sunday|orthodox branch sunday"),
        Holiday(.orthodoxEaster(-8), "lazarus saturday"),
        Holiday(.orthodoxEaster(49), "orthodox pentecost"),
        Holiday(.nearestWorkday(month: 10, day: 16), "boss 's day|boss day|bosses day|bosses ' day|boss 's"),
        Holiday(.fixed(month: 11, day: 1), "world vegan day"),
        Holiday(.unless(weekday: 7, month: 4, day: 27, plus: -1), "king 's day|kings day|koningsdag"),
        Holiday(.easter(-46), "lent", last: .easter(-1)),
        Holiday(.orthodoxEaster(-48), "great lent|great fast", last: .orthodoxEaster(-9)),
    ]

    /// Feasts of the Hebrew, Islamic and Chinese calendars; a Hebrew day begins on the evening before.
    private static let lunar: [Holiday] = [
        Holiday(
            .hebrew(month: 7, day: 1),
            "rosh hashanah|rosh hashana|rosh hashanna|yom teruah|jewish new year",
            last: .hebrew(month: 7, day: 2),
            hasEve: true
        ),
        Holiday(.hebrew(month: 7, day: 10), "yom kippur|day of atonement", hasEve: true),
        Holiday(
            .hebrew(month: 7, day: 15),
            "sukkot|sukkos|succot|feast of the ingathering|feast of booths|feast of tabernacles|succos|sukkoth|succoth",
            last: .hebrew(month: 7, day: 22),
            hasEve: true
        ),
        Holiday(.hebrew(month: 7, day: 22), "shemini atzeret", hasEve: true),
        Holiday(.hebrew(month: 7, day: 23), "simchat torah", hasEve: true),
        Holiday(
            .hebrew(month: 9, day: 25),
            "hanukkah|chanukah|hanukah|hannukah|chanukkah|feast of dedication|hannukkah",
            last: .hebrew(month: 9, day: 25, plus: 7),
            hasEve: true
        ),
        Holiday(.hebrew(month: 11, day: 15), "tu bishvat|tu b'shevat", hasEve: true),
        Holiday(.hebrew(month: 12, day: 14), "purim", hasEve: true),
        Holiday(.hebrew(month: 1, day: 15), "passover|pesach|pesakh", last: .hebrew(month: 1, day: 22), hasEve: true),
        Holiday(.hebrew(month: 2, day: 18), "lag baomer|lag b'omer", hasEve: true),
        Holiday(
            .hebrew(month: 3, day: 6),
            "shavuot|shovuos|feast of weeks",
            last: .hebrew(month: 3, day: 7),
            hasEve: true
        ),
        Holiday(.hebrewMoved(month: 5, day: 9, [6: 1]), "tisha b'av|tisha bav", hasEve: true),
        Holiday(.islamic(month: 1, day: 1), "islamic new year|hijri new year|amun jadid"),
        Holiday(.islamic(month: 1, day: 10), "ashura|day of ashura"),
        Holiday(.islamic(month: 3, day: 12), "mawlid|mawlid al-nabi|mawlid al-nabawi|milad un nabi|eid milad"),
        Holiday(
            .islamic(month: 7, day: 27),
            "isra and mi'raj|the prophet 's ascension|the night journey|ascension to heaven|lailat al miraj"
        ),
        Holiday(
            .islamic(month: 9, day: 1),
            "ramadan|ramadhan|ramzan|ramzaan",
            last: .islamic(month: 10, day: 1, plus: -1)
        ),
        Holiday(.islamic(month: 10, day: 1), "eid al-fitr|eid al fitr|eid ul-fitr|eid ul fitr|eid-ul-fitr"),
        Holiday(.islamic(month: 12, day: 10), "eid al-adha|eid al adha|eid ul-adha|bakr id|id ul-adha|sacrifice feast"),
        Holiday(
            .lunarNewYear(0),
            "chinese new year 's day|chinese new year|lunar new year 's day|lunar new year|chinese lunar new year 's day|chinese lunar new year|chinese new years|chinese new years day"
        ),
        Holiday(.hebrewMoved(month: 2, day: 5, [1: 1, 5: -1, 6: -2]), "yom haatzmaut|yom ha'atzmaut", hasEve: true),
        Holiday(.hebrewMoved(month: 1, day: 27, [5: -1, 7: 1]), "yom hashoah|holocaust day", hasEve: true),
        Holiday(
            .islamic(month: 9, day: 27),
            "laylat al-qadr|laylat al qadr|laylat al kadr|night of power|night of measures|night of destiny"
        ),
        Holiday(.lastFridayOfRamadan, "jamat ul-vida|jumu'atul-wida|jummat-ul-vida"),
        Holiday(.zoroastrianNewYear, "parsi new year|jamshedi navroz"),
    ]
}
