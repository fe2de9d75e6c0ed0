extension QuoteLexicon {
    /// Words that are no verbs of reporting, by class.
    static let words: [(words: String, classes: WordClass)] = [
        ("he", [.subjectPronoun, .male]), ("she", [.subjectPronoun, .female]),
        ("they", [.subjectPronoun, .plural]), ("i", [.subjectPronoun, .firstPerson]),
        ("we", [.subjectPronoun, .firstPerson, .plural]), ("it", .subjectPronoun), ("you", .subjectPronoun),
        ("who", [.subjectPronoun, .interrogative, .relative]), ("him", [.objectPronoun, .male]),
        ("her", [.objectPronoun, .female, .possessive]), ("them", [.objectPronoun, .plural]),
        ("me us", [.objectPronoun, .firstPerson]), ("himself", [.objectPronoun, .male]),
        ("herself", [.objectPronoun, .female]), ("themselves", [.objectPronoun, .plural]),
        ("itself whom myself yourself", .objectPronoun),
        ("his", [.possessive, .male]), ("their", [.possessive, .plural]), ("its my our your", .possessive),
        ("whose", [.possessive, .relative]), ("which", [.relative, .interrogative]),
        (
            "the a an this these those some any no each every both either neither another all many few several most such",
            .determiner
        ),
        ("that", [.that, .relative, .determiner]), ("to", [.to, .preposition]),
        (
            """
            of in on at by for from with about against into over under after before during between among through without
            within toward towards upon across behind beyond near amid amidst despite since until till around along off
            per via including regarding concerning following like unlike as
            """, .preposition
        ),
        ("for about on of against with to at over out up off down back in", .particle),
        ("and or but nor yet", .coordinator),
        (
            """
            because while if although though unless when whenever where whereas after before since until once as whether
            """, .subordinator
        ),
        ("is are was were be been being am 's 're 'm", .be),
        ("have has had having do does did 've 'd", .auxiliary),
        ("will would can could may might must shall should 'll wo ca", .modal),
        ("not n't never hardly no", .negation), ("what how why when where whether", .interrogative),
        (
            """
            also then again later now once still just only even too quickly slowly softly quietly loudly finally suddenly
            gently calmly coldly dryly drily eagerly angrily sadly gravely grimly hastily hotly impatiently
            indignantly politely sharply shortly simply slyly solemnly sternly tartly thoughtfully warmly wearily earnestly
            firmly frankly publicly privately repeatedly previously recently initially always often already ever
            soon afterward afterwards instead thus therefore however reportedly allegedly apparently clearly openly flatly
            cheerfully briskly smilingly presently together meanwhile rather almost nearly really simply
            bitterly bluntly briefly curtly desperately faintly fiercely hoarsely kindly languidly lightly meekly mildly
            nervously proudly roughly severely shrilly stiffly stoutly sweetly tenderly triumphantly vaguely gaily absently
            gloomily gruffly humbly innocently mournfully placidly primly promptly readily ruefully scornfully seriously
            significantly sullenly timidly carelessly confidently doubtfully dreamily
            """, .adverb
        ),
        ("reportedly allegedly supposedly purportedly", .hearsay),
        (
            "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight earlier last this recently",
            .time
        ),
        (
            """
            man father dad daddy papa pa son brother uncle grandfather grandpa husband boy lad gentleman king prince duke
            baron earl lord sir nephew widower bachelor monk priest policeman spokesman chairman congressman fireman
            businessman salesman fisherman clergyman englishman frenchman irishman scotsman footman coachman butler
            waiter actor steward headmaster guy fellow chap youth bloke emperor knight pope bishop parson vicar friar
            squire master groom landlord host postman milkman doorman nobleman stepfather stepson fiancé
            """, [.person, .male]
        ),
        (
            """
            woman mother mom mum mama mamma ma daughter sister aunt auntie grandmother grandma wife girl lass lady queen princess
            duchess baroness countess niece widow nun spokeswoman chairwoman congresswoman policewoman businesswoman
            waitress actress hostess headmistress maid nurse housekeeper governess mistress bride landlady spinster
            madam madame granny matron empress heroine maiden damsel stepmother stepdaughter fiancée midwife
            """, [.person, .female]
        ),
        (
            """
            spokesperson official officer minister president senator governor mayor judge lawyer attorney doctor professor
            teacher student expert analyst scientist researcher economist author writer reporter journalist editor
            director manager chief leader commander general colonel captain sergeant lieutenant secretary ambassador
            diplomat adviser advisor aide candidate nominee lawmaker legislator representative delegate member chairperson
            chair executive owner founder activist critic supporter opponent source witness victim neighbor neighbour
            friend colleague boss worker driver farmer clerk child kid baby person somebody someone
            strategist consultant pollster prosecutor investigator inspector detective agent guard soldier pilot
            coach player singer poet historian speaker partner parent cousin patient customer client resident voter
            stranger visitor guest servant cook gardener sailor mate passenger traveller traveler conductor porter
            shopkeeper baker butcher miller blacksmith carpenter engineer surgeon physician psychologist biologist
            pastor imam rabbi activist organizer organiser coordinator superintendent principal headteacher librarian
            barrister solicitor referee umpire striker goalkeeper midfielder defender captain brewer publican bride
            deputy vice spokesman counsel trustee treasurer commissioner councillor councilor chancellor premier
            other creature animal figure voice one narrator rider hunter scout warden ranger keeper
            old young elder younger
            """, .person
        ),
        (
            """
            officials officers ministers senators lawyers attorneys experts analysts scientists researchers economists
            authors reporters journalists leaders advisers advisors aides candidates lawmakers legislators
            representatives members executives critics supporters opponents sources witnesses victims neighbors neighbours
            friends colleagues workers farmers children people men women boys girls students teachers strategists
            pollsters prosecutors investigators parents residents voters republicans democrats conservatives liberals
            americans others authorities observers insiders operatives allies rivals doctors soldiers commanders diplomats
            activists protesters demonstrators organizers organisers historians some many most few both several
            """, [.person, .plural]
        ),
        (
            """
            police company government administration ministry department agency court committee council commission
            campaign group union party army military bank firm board team association organization organisation
            office university institute network newspaper magazine house parliament congress senate family crowd jury
            chorus band crew coalition panel staff bureau center centre foundation league service navy
            """, .group
        ),
        (
            """
            report study poll survey statement letter document memo email article book website post filing lawsuit
            complaint paper newspaper magazine review analysis press times post tribune journal reuters data figures numbers
            results records transcript indictment affidavit bulletin blog tweet video ad advertisement
            release story account research evidence polls surveys reports studies documents emails analyses headline
            sign note notice label inscription banner poster plaque text message telegram
            """, .text
        ),
        ("mr mr. master sir lord mister messrs m. monsieur signor herr don", [.title, .male]),
        ("mrs mrs. ms ms. miss madam madame mme lady dame mlle mademoiselle signora frau", [.title, .female]),
        (
            """
            dr dr. doctor president professor prof prof. senator sen sen. rep rep. representative governor gov gov. mayor
            general gen gen. colonel col col. captain capt capt. major maj maj. sergeant sgt sgt. lieutenant lt lt. judge
            justice minister secretary chancellor king queen prince princess pope bishop father sister brother uncle aunt
            inspector detective officer chief ambassador commissioner chairman chairwoman director speaker rev rev. reverend
            premier deputy superintendent admiral commander corporal private coach comrade councillor
            """, .title
        ),
        (
            """
            book song novel film movie play poem album essay article story show series episode painting opera musical
            single track hit documentary ballad hymn anthem memoir column headline chapter section sequel thriller
            comedy drama sitcom classic bestseller titled entitled magazine game podcast
            """, .work
        ),
        (
            """
            claim statement allegation accusation announcement assertion contention argument remark comment
            admission acknowledgment acknowledgement confession revelation warning prediction suggestion
            insistence assurance promise pledge vow threat denial report rumor rumour rumors rumours reports claims
            allegations accusations arguments assertions warnings predictions suggestions promises statement declaration
            proposal conclusion finding testimony explanation assessment estimate complaint complaints
            remarks comments message news word proof indication signal
            """, .saying
        ),
        (
            """
            belief view opinion hope hopes fear fears feeling sense thought idea notion doubt doubts suspicion
            expectation expectations desire wish plan plans intention intentions decision refusal willingness unwillingness
            commitment determination conviction impression understanding assumption perception worry worries
            concern concerns wishes goal aim bid vow reluctance eagerness
            """, .thought
        ),
        (
            """
            criticism support opposition praise call calls demand demands attack attacks endorsement endorsements
            condemnation approval disapproval rejection defense defence denunciation question questions request requests
            appeal appeals complaint complaints enthusiasm contempt disdain preference respect admiration
            concern concerns allegation allegations accusation accusations charge charges critique objection objections
            opponent opponents supporter supporters critic critics proponent proponents advocate advocates talk
            warning warnings discussion discussions proposal proposals
            """, .judgement
        ),
        (
            """
            sure certain confident convinced aware worried concerned afraid hopeful optimistic pessimistic skeptical
            sceptical doubtful willing unwilling eager ready reluctant determined surprised glad happy sorry
            proud disappointed angry clear unclear keen anxious adamant thrilled pleased committed prepared
            """, .attitude
        ),
        (
            "answer reply response retort comment question exclamation rejoinder verdict remark warning advice cry query words",
            .answer
        ),
        (
            """
            new old good great big small last first other own little long high different large national early young
            important public bad same able political local major white black red top former current latest recent possible
            free full special strong clear common hard easy late general whole real true final main daily weekly monthly
            elderly friendly only second third next single several certain senior junior chief federal medical military
            legal foreign private social human dark wet cold hot poor rich
            """, .adjective
        ),
        ("according", .according),
        (
            """
            interview interviews speech speeches statement statements tweet tweets post debate debates appearance
            appearances rally rallies conference hearing address briefing email letter op-ed editorial column video ad
            memo message remarks spokesman spokeswoman sermon lecture testimony lawsuit filing podcast broadcast
            announcement twitter facebook floor
            """, .occasion
        ),
        ("poll polls survey surveys study studies census", .finding),
        ("nicknamed dubbed known called so-called alias christened named termed labelled labeled", .naming),
    ]

    /// Frequent first names, from the United States' census of 1990.
    static let maleNames = """
        james john robert michael william david richard charles joseph thomas christopher daniel paul mark donald george
        kenneth steven edward brian ronald anthony kevin jason matthew gary timothy jose larry jeffrey frank scott eric
        stephen andrew raymond gregory joshua jerry dennis walter patrick peter harold douglas henry carl arthur ryan
        roger joe juan jack albert jonathan justin terry gerald keith samuel willie ralph lawrence nicholas roy benjamin
        bruce brandon adam harry fred wayne billy steve louis jeremy aaron randy howard eugene carlos russell bobby victor
        martin ernest phillip todd jesse craig alan shawn clarence sean philip chris johnny earl jimmy antonio danny bryan
        tony luis mike stanley leonard nathan dale manuel rodney curtis norman allen marvin vincent glenn jeffery travis
        jeff chad jacob lee melvin alfred kyle francis bradley jesus herbert frederick ray joel edwin don eddie ricky troy
        randall barry alexander bernard mario leroy francisco marcus theodore clifford miguel oscar jay jim tom calvin alex
        jon ronnie bill lloyd tommy leon derek warren darrell jerome floyd leo alvin tim wesley gordon dean greg jorge
        dustin pedro derrick dan lewis zachary corey herman maurice vernon roberto clyde glen hector shane ricardo sam rick
        lester brent ramon charlie tyler gilbert gene marc reginald ruben brett angel nathaniel rafael leslie edgar milton
        raul ben chester cecil duane franklin andre elmer brad gabriel ron mitchell roland arnold harvey jared adrian karl
        cory claude erik darryl jamie neil jessie christian javier fernando clinton ted mathew tyrone darren lonnie lance
        cody julio kelly kurt allan nelson guy clayton hugh max dwayne dwight armando felix jimmie everett jordan ian
        wallace ken bob jaime casey alfredo alberto dave ivan johnnie sidney byron julian isaac morris clifton willard
        daryl ross virgil andy marshall salvador perry kirk sergio marion tracy seth kent terrance rene eduardo terrence
        ned tobias simon oliver rupert nigel giles hamish angus mohammed muhammad ahmed ali hassan omar ibrahim
        """

    /// Frequent first names, from the United States' census of 1990.
    static let femaleNames = """
        mary patricia linda barbara elizabeth jennifer maria susan margaret dorothy lisa nancy karen betty helen sandra
        donna carol ruth sharon michelle laura sarah kimberly deborah jessica shirley cynthia angela melissa brenda amy
        anna rebecca virginia kathleen pamela martha debra amanda stephanie carolyn christine marie janet catherine
        frances ann joyce diane alice julie heather teresa doris gloria evelyn jean cheryl mildred katherine joan ashley
        judith rose janice kelly nicole judy christina kathy theresa beverly denise tammy irene jane lori rachel marilyn
        andrea kathryn louise sara anne jacqueline wanda bonnie julia ruby lois tina phyllis norma paula diana annie
        lillian emily robin peggy crystal gladys rita dawn connie florence tracy edna tiffany carmen rosa cindy grace
        wendy victoria edith kim sherry sylvia josephine thelma shannon sheila ethel ellen elaine marjorie carrie charlotte
        monica esther pauline emma juanita anita rhonda hazel amber eva debbie april leslie clara lucille jamie joanne
        eleanor valerie danielle megan alicia suzanne michele gail bertha darlene veronica jill erin geraldine lauren cathy
        joann lorraine lynn sally regina erica beatrice dolores bernice audrey yvonne annette june samantha marion dana
        stacy ana renee ida vivian roberta holly brittany melanie loretta yolanda jeanette laurie katie kristen vanessa
        alma sue elsie beth jeanne vicki carla tara rosemary eileen terri gertrude lucy tonya ella stacey wilma gina
        kristin jessie natalie agnes vera willie charlene bessie delores melinda pearl arlene maureen colleen allison
        tamara joy georgia constance lillie claudia jackie marcia tanya nellie minnie marlene heidi glenda lydia viola
        courtney marian stella caroline dora jo vickie mattie hillary ivanka melania fatima aisha harriet fanny polly
        molly daisy phoebe imogen beatrix philippa hester miranda celia tilly
        """
}
