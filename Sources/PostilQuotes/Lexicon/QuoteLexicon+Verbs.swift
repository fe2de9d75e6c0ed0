extension QuoteLexicon {
    /// Verbs of reporting in their base form, by what they take.
    static let verbs: [(words: String, classes: WordClass)] = [
        (
            """
            say add note announce state declare claim assert maintain contend insist argue report explain acknowledge admit
            concede confirm deny allege affirm aver avow testify stress emphasize emphasise underscore reiterate repeat
            observe remark comment mention write tweet post blog respond reply answer conclude predict forecast
            foretell prophesy recall reveal disclose divulge confess certify clarify caution complain protest joke quip
            lament hint imply intimate proclaim pronounce attest swear vow pledge promise boast brag gloat marvel muse
            opine object counter retort rejoin interject exclaim recount relate narrate reason reckon
            speculate theorize hypothesize postulate posit submit stipulate venture volunteer rule agree disagree concur
            decree preach profess purport reaffirm reassert rebut restate retell tout trumpet signal project estimate
            calculate warn advise suggest propose recommend demand specify summarize surmise conjecture assess
            determine judge gripe grumble moan whine rant rave fume warble gush crow chide muse
            elaborate expound continue interrupt conclude sum quote cite email text retweet articulate communicate
            underline highlight offer tell rumor rumour blast broadcast publish warrant contest wager bet
            """, .says
        ),
        (
            """
            tell inform assure reassure remind notify warn advise convince persuade instruct teach promise brief caution
            email text alert show
            """, [.tells, .says]
        ),
        ("ask inquire enquire query demand question wonder interrogate quiz", .asks),
        (
            """
            think believe feel know suppose assume presume suspect expect hope fear worry doubt understand realize realise
            recognize recognise consider imagine guess figure hold wish regret anticipate foresee feel conclude deem
            decide perceive remember forget accept envision envisage dream fret sense gather conceive fancy trust
            reckon appreciate care learn see find mind discover notice
            """, .thinks
        ),
        (
            """
            plan want intend hope vow promise pledge threaten refuse decline agree wish aim seek offer expect
            propose resolve decide choose prefer prepare desire swear ask demand claim mean hesitate volunteer consent
            purport profess aspire undertake opt elect commit like love long yearn
            """, [.intends]
        ),
        (
            """
            urge ask order instruct tell advise encourage invite beg beseech implore exhort command direct request warn
            press push persuade convince remind challenge dare want expect forbid require call implore
            counsel entreat admonish lobby pressure compel exhort plead
            """, [.urges]
        ),
        (
            """
            criticize criticise praise condemn denounce support oppose endorse reject deny dismiss defend attack blame
            accuse applaud hail laud slam blast rip decry deplore bemoan lambaste castigate rebuke
            chastise mock ridicule deride disparage belittle insult welcome approve back favor favour question
            dispute contest rebut refute discuss describe mention cite note announce propose demand recommend suggest
            advocate champion promise pledge threaten outline detail explain express voice admit acknowledge concede
            claim allege predict emphasize stress highlight tout promote discount downplay echo reiterate
            repeat confirm disclose reveal unveil report recount recall address reference invoke request seek
            want prefer like love hate dislike despise admire respect value appreciate regret resent enjoy
            expect anticipate foresee fear doubt suspect consider contemplate mull weigh envision endorse
            thank congratulate commend salute credit fault scold admonish assail savage skewer excoriate lampoon
            vilify demonize malign smear label threaten renounce disavow repudiate denigrate knock hammer pan panned
            offer sign list identify order expose prohibit embrace accept ignore reference
            quote liken honor honour share bar ban veto approve publish publicize publicise
            tout hype underline underscore vouch clarify rebuke disown boo toast heckle jeer scorn spurn shun
            laugh trumpet mourn lament protest parrot cite invoke preach predict impugn doubt distrust trust favor
            promise guarantee rule uphold overturn allege denounce assign compare equate tackle debate negotiate
            affirm reaffirm assert declare proclaim justify excuse rationalize bash trash rap berate chide lament
            """, [.judges]
        ),
        (
            "call describe portray characterize characterise label brand dub depict deem consider regard view see cast paint term declare pronounce name compare",
            [.calls]
        ),
        (
            """
            show suggest indicate find reveal demonstrate prove illustrate determine establish conclude document
            """, [.shows]
        ),
        ("refuse decline threaten agree offer consent volunteer ask demand claim undertake", .acts),
        ("seem appear", .seems),
        ("speak talk campaign chat write tweet lobby post", .converses),
        ("go break put strike cut chime burst call come speak pipe cry sing shout blurt", .phrasal),
        ("confide acquiesce conjecture propose puff flash wonder express repeat insinuate falter ejaculate", .utters),
        (
            "deny suggest recommend propose consider admit acknowledge contemplate mention discuss advocate favor favour oppose support regret recall report mull",
            .takesGerund
        ),
        (
            """
            call complain talk speak warn boast brag rail argue ask inquire worry lie joke gripe vouch apologize apologise
            object refer allude push plead press hint lobby vote campaign pray wish long tweet write agree
            disagree think care point respond react comment elaborate testify
            protest appeal focus lash weigh zero rave gush dwell touch expand elaborate expound insist
            hit fire hammer harp muse reflect deliver sound confess vow swear opt hope aim fight sign subscribe
            """, .takesPreposition
        ),
        (
            """
            whisper murmur mutter mumble cry shout yell scream shriek call bellow roar bark growl snarl snap hiss
            croak gasp pant sigh groan moan grunt wail sob weep whimper sniff snort laugh giggle chuckle chortle titter
            grin smile smirk frown nod shrug wink beam pout scowl sneer scoff jeer taunt tease mock
            stammer stutter falter drawl lisp purr coo croon chirp pipe squeak squeal sing chant recite intone read
            exclaim ejaculate interpose interrupt interject put return pursue resume proceed echo repeat
            prompt urge implore entreat beg plead beseech coax persuade soothe console comfort encourage command order
            direct demand inquire enquire query question reply respond rejoin retort answer counter
            apologize apologise confide gossip prattle babble chatter ramble rant rave thunder storm explode blurt
            breathe mouth deadpan observe remark reflect muse ponder wonder think reason conclude decide
            agree assent consent object protest expostulate remonstrate reprove rebuke scold chide lecture correct
            suggest hint venture offer propose advise caution threaten challenge dare correct finish end close
            begin start commence open add append continue conclude insist persist emphasize persist plead
            greet welcome introduce toast hail holler hoot howl bawl bray bleat cackle crow thunder rasp rumble shrill
            splutter sputter grumble grouse gripe whine wheeze yawn yelp warn vociferate quoth pray swear
            fume bluster quaver quip joke banter wheedle cajole volunteer inform assure acknowledge
            allow admit own grant concede confess avow declare state pronounce announce proclaim affirm
            assert maintain claim argue counter mimic translate explain describe report relate narrate recount
            summarize read write spell hum trill gibber jabber jest gush
            """, .utters
        ),
    ]
}
