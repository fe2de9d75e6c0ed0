/// The word lists of the tokeniser.
///
/// Hyphen affixes follow the treebank guidelines of English-EWT ("words with the following affixes are
/// not split"), with further combining forms of the same sort.
enum WordLists {
    /// Words written as one that the standard cuts; `|` marks the cut.
    static let fused = """
        can|not gon|na wan|na got|ta gim|me lem|me out|ta lot|ta ought|a whad|d|ya what|cha du|n|no do|nt did|nt does|nt
        ca|nt wo|nt is|nt was|nt were|nt are|nt have|nt has|nt had|nt would|nt could|nt should|nt ai|nt must|nt need|nt
        i|m i|ve you|re they|re you|ve they|ve we|ve you|ll they|ll it|ll that|s what|s there|s here|s where|s
        he|s she|s who|s how|s that|ll who|ll a|lot would|ve could|ve should|ve might|ve must|ve got|cha
        wan|ta might|nt
        """

    static let lists: [(WordTraits, String)] = [
        (
            .prefix,
            """
            e agro ante anti arch be bi bio co counter cross cyber de ex extra hyper infra inter intra macro mega micro mid
            mini mis multi neo non over para peri post pre pro pseudo psycho re semi socio sub super supra sur trans
            tri ultra un uni
            """
        ),
        (.suffix, "esque ette fest fold gate itis less rama wise torium ness ish"),
        (
            .hyphenated,
            """
            o-kay vis-a-vis
            """
        ),
        (
            .interjection,
            """
            m mm mmm mmmm h hm hmm hmmm um uh uhh uhm oh ooh o ho huh hunh unh un nun nuh na nah ha hah ah aah aha eh ew whoo
            hoo woo yoo woah heh
            """
        ),
        (
            .currencyCode,
            """
            usd eur gbp jpy inr chf cad aud nzd hkd sgd cny rmb krw irr rm rs thb php myr idr zar sek nok dkk pln czk huf
            rub try brl mxn ils aed sar egp ngn kes pkr bdt lkr vnd twd ntd bhd qar kwd omr jod ars clp cop pen uah ron bgn
            """
        ),
        (
            .unit,
            """
            k m mm cm km kg kgs g mg mcg lb lbs oz ft yd yds hz khz mhz ghz w kw mw gw kwh mwh gwh kb mb gb tb pb kbps mbps gbps
            mph kph kmh rpm am pm min mins hr hrs sec secs yr yrs bn mn mln bln hh ml cl dl cc kcal cal px dpi psi bps ppm
            db mah watt watts volt volts persons people miles mile years hours days feet inch inches percent sqft bbl mmbtu btu
            """
        ),
        (.magnitude, "b t mil million billion"),
        (
            .domain,
            """
            com net org edu gov mil int info biz name museum uk ca au nz de fr es nl ch se fi pl ru jp cn kr br mx ar cl za ie
            gr pt cz hu ro ua tr il ae sg hk tw th my vn ph pk lk ng ke eu tv cc io ai ly fm gl gg app dev xyz online site
            blog shop club wiki edu co kz ir eg ma bd hr rs sk bg lt lv ee lu
            """
        ),
        (
            .weakDomain,
            "us in it is to at no so me my am be do as by id la ph ma pa th ch name site online club app int mil shop blog info"
        ),
        (
            .fileExtension,
            """
            doc docx xls xlsx ppt pptx pdf txt rtf csv tsv xml html htm xhtml php asp aspx jsp cgi css js ts json yaml yml toml
            jpg jpeg png gif bmp tif tiff svg ico mp3 mp4 m4a m4v wav avi mov mpg mpeg mkv wmv flv ogg flac zip tar gz tgz bz2
            rar 7z exe dll bat sh py rb pl java cpp hpp swift rs go kt sql db dbf mdb dat log ini cfg conf bak tmp iso dmg
            pst msg eml wpd wps odt ods odp psd ai eps tex bib md epub mobi url lnk jar war apk ipa torrent vcf ics jsonl
            """
        ),
        (.newsgroup, "alt comp misc rec sci soc talk ba humanities"),
        (
            .elision,
            """
            em til till cause cuz coz bout round n nother neath gainst fraid nuff ere kay scuse tude bama cept course
            copter hood gator burbs
            """
        ),
        (.clipped, "ol an o th ta wi mo fo lil yo goin doin nothin somethin anythin comin gettin talkin lookin"),
        (
            .slashed,
            "b/c w/o w/e w/in w/out b/t l/c i/c i/s s/he n/a a/c c/c d/c r/c y/o m/f w/i a/k/a u/s h/w s/w i/o tcp/ip"
        ),
        (
            .followsIts,
            """
            a an the not been so just very really too all like still also always never only no hard great good easy ok okay
            going gonna pretty quite that this what how why because about in on at for to worth time nice called getting
            probably definitely simply necessary nothing important less illegal between from anyone everyone possible me you now almost my your it easier better me fine gone cool bad there i and but
            """
        ),
        (.followsYour, "not gonna going welcome the a an so really too being"),
        (.clippedIt, "tis twas twere twill twould"),
        (.month, "january february march april may june july august september october november december"),
        (.exclaimed, "yahoo jeopardy"),
        (
            .scheme,
            "http https ftp ftps mailto file news irc ymsgr gopher telnet ssh git svn doi tel sip ldap feed nntp"
        ),
        (.dollarPrefix, "us u a au aud c ca cad nz hk s sg r ec tt nt usd"),
    ]
}
