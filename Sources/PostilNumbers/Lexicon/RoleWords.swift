/// The words with a role in expressions of numbers.
enum RoleWords {
    /// Each role with its words in lower case.
    static let roles: [(NumberRole, String)] = [
        (.relative, "last next previous current penultimate antepenultimate"),
        (.percent, "per percent pct percentage percents p.c. pct."),
        (
            .label,
            "fig fig. figs figs. figure figures table tables eq eq. eqs eqs. equation equations ref ref. refs refs. "
                + "section sections sect sect. § §§ pp pp. vol vol. suite apt apt. room ext ext. highway interstate route "
                + "flight p. art. sec sec. box footnote appendix exhibit docket line lines step steps column columns row rows algorithm algorithms theorem lemma definition panel panels boeing iphone ipad xbox playstation windows galaxy pentium porsche peugeot isbn issn ssn omb no. nos. zip model"
        ),
        (
            .romanHead,
            "chapter part book volume vol vol. act scene section article title phase type class stage level war grade "
                + "appendix canto verse schedule division group category annex psalm item superbowl bowl"
        ),
        (
            .pronounHead,
            "which the this that these no any every each some another such only right wrong other what same latter "
                + "former good bad big small new old young little loved different better best not whichever nice great "
                + "particular whole hard easy lucky favorite favourite previous current next last long short is't single "
                + "red blue green black white real tough perfect cheap cheaper bigger smaller larger older newer simple"
        ),
        (
            .pronounTail,
            "another is was had should must can could may might would will 's self ca wo has does never always who"
        ),
        (
            .approximator,
            "least most than over under about around approximately roughly nearly almost circa ca ca. some to above "
                + "below exceeding of many much few little estimated minimum maximum exactly precisely only ~ ≈ < > ≤ ≥ ± "
                + "c. beyond within barely just approaching approx approx. past"
        ),
        (.couple, "couple pair"),
        (
            .change,
            "rose rise rises risen rising fell fall falls fallen falling climbed climb climbs jumped jump jumps dropped drop "
                + "drops slipped slip slips gained gain gains advanced increased increase increases decreased "
                + "decrease declined decline declines grew grow grows surged soared plunged tumbled slid edged cut raised lowered "
                + "reduced boosted widened narrowed slumped eased firmed shrank shrunk expanded improved swelled rallied"
        ),
        (.few, "few several many"), (.several, "tens"),
        (.or, "or"),
        (
            .street,
            "street st st. avenue ave ave. road rd rd. lane ln boulevard blvd blvd. drive dr dr. parkway pkwy square "
                + "terrace court place highway hwy way"
        ),
        (
            .calendar,
            "january february march april may june july august september october november december jan jan. feb feb. "
                + "mar mar. apr apr. jun jun. jul jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec. monday "
                + "tuesday wednesday thursday friday saturday sunday"
        ),
        (.regnal, "ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv"),
        (.in, "in"), (.out, "out"), (.by, "by"), (.to, "to"),
    ]

    /// Words that stand for a multiple, with it.
    static let multiples: [(String, UInt16)] = [
        ("twofold", 2), ("threefold", 3), ("fourfold", 4), ("fivefold", 5), ("sixfold", 6), ("sevenfold", 7),
        ("eightfold", 8), ("ninefold", 9), ("tenfold", 10), ("hundredfold", 100), ("thousandfold", 1000),
    ]
}
