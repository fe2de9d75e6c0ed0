/// The units that this module knows.
///
/// Codes are those of the Unified Code for Units of Measure (UCUM 2.1); factors are the exact ones of the
/// SI brochure (9th edition), of the international yard and pound (1959), and of the United States
/// customary measures of capacity.
enum UnitCatalog {
    static var all: [UnitDefinition] {
        lengths + areas + volumes + masses + times + speeds + mechanics + electricity + heat + chemistry + information
            + angles
    }

    private static let lengths: [UnitDefinition] = [
        UnitDefinition("m", "m", "metre,meter,mtr", "1", .length, prefixes: .metric),
        UnitDefinition("um", "μm µm um", "micron", "0.000001", .length),
        UnitDefinition("Ao", "Å", "angstrom,ångström", "0.0000000001", .length),
        UnitDefinition("[in_i]", "in in. ″", "inch,inches", "0.0254", .length, isWord: true),
        UnitDefinition("[ft_i]", "ft ft. ′", "foot,feet", "0.3048", .length, isWord: true),
        UnitDefinition("[yd_i]", "yd yd. yds yds.", "yard", "0.9144", .length),
        UnitDefinition("[mi_i]", "mi mi.", "mile", "1609.344", .length),
        UnitDefinition("[nmi_i]", "nmi NM", "nautical mile,sea mile", "1852", .length),
        UnitDefinition("[fth_i]", "ftm", "fathom", "1.8288", .length),
        UnitDefinition("[fur_us]", "fur", "furlong", "201.168", .length),
        UnitDefinition("[lyr]", "ly", "light year,light-year,lightyear", "9460730472580800", .length),
        UnitDefinition("AU", "AU au", "astronomical unit", "149597870700", .length),
        UnitDefinition("pc", "pc", "parsec", "30856775814913673", .length, prefixes: .metric),
        UnitDefinition("[hand_i]", "", "hand high", "0.1016", .length),
        UnitDefinition("[pnt]", "pt", "pica point", "0.0003527777777777778", .length),
    ]

    private static let areas: [UnitDefinition] = [
        UnitDefinition("m2", "sqm", "", "1", .area),
        UnitDefinition("[sft_i]", "sqft", "", "0.09290304", .area),
        UnitDefinition("[acr_us]", "ac", "acre", "4046.8564224", .area),
        UnitDefinition("har", "ha", "hectare", "10000", .area),
    ]

    private static let volumes: [UnitDefinition] = [
        UnitDefinition("L", "L l ℓ", "litre,liter,ltr", "0.001", .volume, prefixes: .metric),
        UnitDefinition("cm3", "cc", "", "0.000001", .volume),
        UnitDefinition("[gal_us]", "gal gal. gals", "gallon,us gallon,u.s. gallon", "0.003785411784", .volume),
        UnitDefinition("[gal_br]", "", "imperial gallon,uk gallon,british gallon", "0.00454609", .volume),
        UnitDefinition("[qt_us]", "qt qt. qts", "quart", "0.000946352946", .volume),
        UnitDefinition("[pt_us]", "pt. pts", "pint", "0.000473176473", .volume),
        UnitDefinition("[cup_us]", "", "cup,cupful", "0.0002365882365", .volume),
        UnitDefinition(
            "[foz_us]",
            "floz fl.oz.",
            "fluid ounce,fl oz,fl. oz.,fl ounce,fluid oz",
            "0.0000295735295625",
            .volume
        ),
        UnitDefinition("[tbs_us]", "tbsp tbsp. Tbsp tbs", "tablespoon,tablespoonful", "0.00001478676478125", .volume),
        UnitDefinition("[tsp_us]", "tsp tsp.", "teaspoon,teaspoonful", "0.00000492892159375", .volume),
        UnitDefinition("[bbl_us]", "bbl bbl. bbls", "barrel", "0.158987294928", .volume),
        UnitDefinition("[bu_us]", "", "bushel", "0.03523907016688", .volume),
        UnitDefinition("[acr_us].[ft_i]", "", "acre foot,acre feet,acre-foot,acre-feet", "1233.48183754752", .volume),
    ]

    private static let masses: [UnitDefinition] = [
        UnitDefinition("g", "g gm gms", "gram,gramme", "0.001", .mass, prefixes: .metric),
        UnitDefinition("kg", "kgs kilos KG Kg", "kilo", "1", .mass),
        UnitDefinition("t", "t", "tonne,metric ton,metric tonne", "1000", .mass, prefixes: .metric),
        UnitDefinition("[ston_av]", "", "ton,short ton,us ton", "907.18474", .mass),
        UnitDefinition("[lton_av]", "", "long ton,imperial ton", "1016.0469088", .mass),
        UnitDefinition("[lb_av]", "lb lb. lbs lbs. LB LBS", "pound,pound weight", "0.45359237", .mass),
        UnitDefinition("[oz_av]", "oz oz. ozs OZ", "ounce", "0.028349523125", .mass),
        UnitDefinition("[oz_tr]", "", "troy ounce", "0.0311034768", .mass),
        UnitDefinition("[stone_av]", "st", "stone", "6.35029318", .mass, isWord: true),
        UnitDefinition("[gr]", "", "grain", "0.00006479891", .mass, isWord: true),
        UnitDefinition("[car_m]", "ct", "carat,karat", "0.0002", .mass),
        UnitDefinition(
            "u",
            "Da",
            "dalton,atomic mass unit",
            "0.0000000000000000000000000016605390666",
            .mass,
            prefixes: .metric
        ),
        UnitDefinition("cwt", "cwt", "hundredweight", "50.80234544", .mass),
    ]

    private static let times: [UnitDefinition] = [
        UnitDefinition("s", "s sec sec. secs", "second", "1", .time, prefixes: .metric),
        UnitDefinition("min", "min min. mins", "minute", "60", .time),
        UnitDefinition("h", "h hr hr. hrs hrs.", "hour", "3600", .time),
        UnitDefinition("d", "d", "day", "86400", .time),
        UnitDefinition("wk", "wk wks", "week", "604800", .time),
        UnitDefinition("mo", "mo mos", "month", "2629800", .time),
        UnitDefinition("a", "yr yr. yrs yrs. y", "year", "31557600", .time),
        UnitDefinition("10.a", "", "decade", "315576000", .time),
        UnitDefinition("100.a", "", "century,centuries", "3155760000", .time),
        UnitDefinition("1000.a", "ka kyr", "millennium,millennia", "31557600000", .time),
        UnitDefinition("1000000.a", "Ma Myr", "", "31557600000000", .time),
        UnitDefinition("1000000000.a", "Ga Gyr", "", "31557600000000000", .time),
    ]

    private static let speeds: [UnitDefinition] = [
        UnitDefinition("km/h", "kph kmh kmph Kph KPH", "", "5/18", .speed),
        UnitDefinition("[mi_i]/h", "mph MPH", "", "0.44704", .speed),
        UnitDefinition("[kn_i]", "kt kts kn", "knot", "463/900", .speed),
        UnitDefinition("[c]", "", "speed of light", "299792458", .speed),
        UnitDefinition("{mach}", "", "mach", "1", .none),
        UnitDefinition("[g]", "", "standard gravity", "9.80665", .acceleration),
    ]

    private static let mechanics: [UnitDefinition] = [
        UnitDefinition("N", "N", "newton", "1", .force, prefixes: .metric),
        UnitDefinition("[lbf_av]", "lbf", "pound force,pound-force", "4.4482216152605", .force),
        UnitDefinition("dyn", "dyn", "dyne", "0.00001", .force),
        UnitDefinition("J", "J", "joule", "1", .energy, prefixes: .metric),
        UnitDefinition("cal", "cal cals", "calorie", "4.184", .energy),
        UnitDefinition("kcal", "kcal Cal Cals", "kilocalorie", "4184", .energy),
        UnitDefinition(
            "eV",
            "eV",
            "electron volt,electronvolt",
            "0.0000000000000000001602176634",
            .energy,
            prefixes: .metric
        ),
        UnitDefinition("erg", "", "erg", "0.0000001", .energy),
        UnitDefinition("[Btu_IT]", "BTU Btu", "british thermal unit", "1055.05585262", .energy),
        UnitDefinition("W.h", "Wh", "watt hour,watt-hour,watthour", "3600", .energy, prefixes: .metric),
        UnitDefinition(
            "[lbf_av].[ft_i]",
            "",
            "foot pound,foot-pound,pound foot,pound-foot",
            "1.3558179483314004",
            .energy
        ),
        UnitDefinition("W", "W", "watt", "1", .power, prefixes: .metric),
        UnitDefinition("W", "Wp We", "", "1", .power, prefixes: .metric),
        UnitDefinition("[HP]", "hp HP bhp", "horsepower,horse power", "745.69987158227022", .power),
        UnitDefinition("Pa", "Pa", "pascal", "1", .pressure, prefixes: .metric),
        UnitDefinition("bar", "bar", "bar", "100000", .pressure, prefixes: .metric, isWord: true),
        UnitDefinition("atm", "atm", "atmosphere,standard atmosphere", "101325", .pressure),
        UnitDefinition("[psi]", "psi PSI", "pound per square inch,pounds per square inch", "6894.757293168", .pressure),
        UnitDefinition("mm[Hg]", "mmHg", "", "133.322387415", .pressure),
        UnitDefinition("Torr", "Torr", "torr", "133.322368421", .pressure),
        UnitDefinition(
            "Hz",
            "Hz",
            "hertz,hertzs,cycle per second,cycles per second",
            "1",
            .frequency,
            prefixes: .metric
        ),
        UnitDefinition("{rpm}", "rpm RPM", "revolution per minute,revolutions per minute", "1/60", .frequency),
        UnitDefinition("P", "", "poise", "0.1", UnitDimension(length: -1, mass: 1, time: -1)),
    ]

    private static let electricity: [UnitDefinition] = [
        UnitDefinition("A", "A", "ampere,amp", "1", .current, prefixes: .metric),
        UnitDefinition("A.h", "Ah", "ampere hour,amp hour,amp-hour", "3600", .charge, prefixes: .metric),
        UnitDefinition("C", "", "coulomb", "1", .charge),
        UnitDefinition("V", "V", "volt", "1", .voltage, prefixes: .metric),
        UnitDefinition("Ohm", "Ω Ω", "ohm", "1", .resistance, prefixes: .metric),
        UnitDefinition("S", "S", "siemens", "1", .conductance, prefixes: .metric),
        UnitDefinition("F", "", "farad", "1", .capacitance, prefixes: .metric),
        UnitDefinition("H", "", "henry,henries", "1", .inductance, prefixes: .metric),
        UnitDefinition("T", "T", "tesla", "1", .fluxDensity, prefixes: .metric),
        UnitDefinition("G", "", "gauss", "0.0001", .fluxDensity),
        UnitDefinition("lm", "lm", "lumen", "1", .light),
        UnitDefinition("lx", "lx", "lux", "1", .illuminance),
        UnitDefinition("cd", "cd", "candela", "1", .light),
    ]

    private static let heat: [UnitDefinition] = [
        UnitDefinition(
            "Cel",
            "°C ºC ℃ ˚C degC",
            "degree celsius,degree centigrade,degree c,celsius,centigrade,deg celsius,deg c,deg. c,celcius,degree celcius,° celsius,° centigrade,°celsius,°centigrade",
            "1",
            .temperature,
            offset: "273.15"
        ),
        UnitDefinition(
            "[degF]",
            "°F ºF ℉ ˚F degF",
            "degree fahrenheit,degree f,fahrenheit,deg fahrenheit,deg f,deg. f,degree farenheit,farenheit,° fahrenheit,°fahrenheit",
            "5/9",
            .temperature,
            offset: "459.67"
        ),
        UnitDefinition("K", "K °K", "kelvin,degree kelvin,deg kelvin,degree k", "1", .temperature, prefixes: .metric),
        UnitDefinition("[degR]", "°R", "degree rankine,rankine", "5/9", .temperature),
    ]

    private static let chemistry: [UnitDefinition] = [
        UnitDefinition("mol", "mol", "mole", "1", .amount, prefixes: .metric),
        UnitDefinition("mol/L", "M", "molar", "1000", .concentration, prefixes: .metric),
        UnitDefinition("[ppm]", "ppm", "part per million,parts per million", "0.000001", .none),
        UnitDefinition("[ppb]", "ppb", "part per billion,parts per billion", "0.000000001", .none),
        UnitDefinition("[ppth]", "‰ ppt", "per mille,per mil", "0.001", .none),
        UnitDefinition("dB", "dB dBA", "decibel", "1", .none),
        UnitDefinition("[iU]", "IU", "international unit", "1", .none, prefixes: .metric),
        UnitDefinition("Gy", "Gy", "gray", "1", .dose, prefixes: .metric),
        UnitDefinition("Sv", "Sv", "sievert", "1", .dose, prefixes: .metric),
        UnitDefinition("Bq", "Bq", "becquerel", "1", .frequency, prefixes: .metric),
        UnitDefinition("Ci", "Ci", "curie", "37000000000", .frequency, prefixes: .metric),
    ]

    private static let information: [UnitDefinition] = [
        UnitDefinition("By", "B", "byte", "1", .information, prefixes: .binary),
        UnitDefinition("bit", "bit b", "bit", "0.125", .information, prefixes: .binary, isWord: true),
        UnitDefinition("kbit/s", "kbps Kbps", "", "125", UnitDimension(time: -1, information: 1)),
        UnitDefinition("Mbit/s", "Mbps mbps", "", "125000", UnitDimension(time: -1, information: 1)),
        UnitDefinition("Gbit/s", "Gbps gbps", "", "125000000", UnitDimension(time: -1, information: 1)),
        UnitDefinition("{pixel}", "px", "pixel", "1", .none),
        UnitDefinition("[dpi]", "dpi ppi", "dot per inch,dots per inch", "5000/127", UnitDimension(length: -1)),
        UnitDefinition("{frame}/s", "fps", "frame per second,frames per second", "1", .frequency),
    ]

    private static let angles: [UnitDefinition] = [
        UnitDefinition("deg", "° º ˚ deg deg.", "degree,degree of arc", "0.017453292519943295", .angle),
        UnitDefinition("'", "", "minute of arc,arc minute,arcminute,arcmin", "0.0002908882086657216", .angle),
        UnitDefinition("''", "", "second of arc,arc second,arcsecond,arcsec", "0.00000484813681109536", .angle),
        UnitDefinition("rad", "rad", "radian", "1", .angle),
        UnitDefinition("sr", "sr", "steradian", "1", .none),
    ]
}
