import PostilCore

/// The English abbreviations that are written with a point.
///
/// General, titles, months, units and states are those that dictionaries of American and British usage
/// share; law reporters and courts follow the common forms of legal citation in the United States,
/// the United Kingdom and Canada.
public enum Abbreviations {
    /// The class of a token that ends in a point, by the hash of its lower-cased form with the point.
    ///
    /// Single letters with a point and forms that are not in the table give the empty set; whoever has
    /// the text knows those from their shape.
    ///
    /// - Complexity: O(1).
    public static func classification(of hash: LowercaseHash) -> AbbreviationClass {
        AbbreviationClass(rawValue: UInt16(truncatingIfNeeded: table.value(for: hash)))
    }

    static let table = HashTable(entries: entries)

    /// The forms with their last point cut off, for those that have no other.
    static var stems: [Substring] {
        groups.flatMap { $0.1.split(whereSeparator: { $0 == " " || $0 == "\n" }) }
            .filter { $0.last == "." }
            .map { $0.dropLast() }
    }

    private static var entries: [(LowercaseHash, UInt32)] {
        var values: [LowercaseHash: UInt32] = [:]
        for (classes, words) in groups {
            for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                let hash = LowercaseHash(word: word)
                let merged = AbbreviationClass(rawValue: UInt16(truncatingIfNeeded: values[hash] ?? 0)).union(classes)
                values[hash] = UInt32(merged.rawValue)
            }
        }
        return values.map { ($0.key, $0.value) }
    }

    private static let groups: [(AbbreviationClass, String)] = [
        (
            .title,
            """
            cllrs. profs. sens. supts. 
            mr. mrs. ms. messrs. mmes. mx. dr. drs. prof. profs. rev. revd. fr. hon. rt. sr. srta. sra. mlle. mme.
            gen. lt. col. maj. capt. cpt. cmdr. cdr. comdr. sgt. ssgt. msgt. cpl. pvt. pfc. adm. brig. ens. lieut.
            comm. commr. gov. govs. sen. sens. rep. reps. pres. amb. atty. det. insp. supt. sec'y. treas. 
            msgr. mgr. archbp. bp. card. br. bro. bros. st. ste. sts.   bart. esq. ven.  hr. frau.
            ald. cllr. dep. asst. ass't. assoc.  cmdre. wm. geo. chas. jas. jos. thos. robt. benj. edw. 
            """
        ),
        (
            .calendar,
            "jan. feb. febr. apr. aug. sept. sep. oct. nov. dec. mon. tue. tues. wed. weds. thu. thur. thurs. fri."
        ),
        ([.calendar, .needsCapital], "mar. jun. jul. sat. sun."),
        (
            .unit,
            """
            lb. lbs. oz. ozs. ft. yd. yds. mi. qt. qts. pt. pts. gals. tbsp. tbsps. tsp. tsps. hr. hrs. mins. secs.
            yr. yrs. wk. wks. mo. mos. km. cm. mm. kg. kgs. mg. ml. cc. mph. kph. rpm. sq. cu. ac. deg. bbl. bbls.
            doz. cwt. kw. mw. khz. mhz. ghz. mb. gb. bn. mn. mln. bln.
            """
        ),
        ([.unit, .needsNumber], "in. gal. min. sec. g. m. l. h. s. t. ea. bu. mil. am. pm."),
        (
            .latin,
            """
            e.g. eg. i.e. ie. cf. vs. viz. q.v. ca. circ. et. ibid. ib. id. op. cit. loc. seq. seqq. n.b. p.s. p.p.s.
            v. s.v. scil. sc.    a.d. b.c. c.e. b.c.e. a.k.a. aka. n.d. s.a. et. abbr. esp. transl. trans.
            """
        ),
        (.listEnd, "etc. al. &c."),
        (
            .company,
            """
            inc. incl. co. cos. corp. corps. ltd. llc. plc. pty. gmbh. s.p.a. l.l.c. l.p. l.l.p. n.v. b.v. a.g. bros. mfg.
            intl. int'l. nat'l. natl. assn. ass'n. assoc. assocs. dept. depts. div. univ. inst. acad. soc. found. fdn.
            bldg. cent. ctr. coll. comm'n. govt. gov't. ind. indus. mgmt.  svcs. sys. tech. lab. labs. hosp. hldgs.
            """
        ),
        ([.company, .needsCapital], "ind.  comp. found. bus.  cent. tech. sys. lab. cos. corps. soc. coll."),
        (
            .initials,
            """
            u.s. u.s.a. u.k. u.n. u.s.s.r. e.u. d.c. l.a. n.y. n.y.c. n.j. ph.d.  m.d. b.a. m.a. b.s. m.s. b.sc.
            m.sc. m.phil. d.phil. ll.b. ll.m. ll.d. ed.d. ed.m. psy.d. pharm.d. d.d.s. d.v.m. j.d. m.b.a. r.n. c.p.a.
            o.k. o.j. t.v. p.o. i.q. r.i.p. r.s.v.p. a.s.a.p. f.o.b. c.o.d. c.v. h.q. i.d. p.r. v.p. w.h.o.
            """
        ),
        (
            .legal,
            """
            supp. cir. ct. cts. app. crim. civ. evid. proc. const. stat. stats. reg. regs. cong. sess. u.s.c. u.s.c.a.
            c.f.r. f.r.d. f.2d. f.3d. f.supp. s.ct. l.ed. n.e. n.w. s.e. s.w. so. p.2d. p.3d. a.2d. a.3d. n.e.2d. n.w.2d.
            s.e.2d. s.w.2d. s.w.3d. so.2d. cal. rptr. n.y.s. n.y.s.2d. misc. a.d. a.d.2d. aff'd. aff'g. rev'd. rev'g.
            vac'd. cert. den.  reh'g. j. jj. c.j. p.j. dist. bankr. b.r. fed. cl. ch. q.b. k.b. q.b.d. ch.d. w.l.r.
            a.c.  e.r. e.w.c.a. e.w.h.c. u.k.s.c. u.k.h.l. h.l. p.c. o.r. d.l.r. s.c.r. s.c.c. f.c.r. o.a.c.
            q.c. k.c. l.j. l.jj. m.r. ex. rel. pl. plf. def. deft. resp. pet. petr. respt. appt. juris. jurisd.  subd.
            subdiv. subsec. subch. subpt. par. pars. para. paras. ann. gen'l. pub. priv. admin. amend. amends. art. arts.
            cls. hr'g. j.d. jud. l.rev. rev. r. rep. repl. op. ops. ord. dkt. exh. exhs. mem. mot. tr. trib. unpub. 
            u.c.c. u.s.t. u.s.c.c.a.n. wis. s.s. p.a.
            """
        ),
        (
            .legal,
            """
            advert. aff. affs. agric. app'x. args. atl. auth. bd. bhd. bldgs. cath. chron. cmty. comm'r.
            comm'rs. commc'n. commc'ns. condo. cong'l. consol. constr. cont'l. coop. cranch. cust. dall.
            dep't. dep'ts. distrib. distribs. elecs. emps. eng'g. eng'rs. enters. env't. equip. equit.
            exam'r. exch. exec. fed'n. fid. gaz. grp. guar. hous. hum. immigr. indem. indep. ins. inv. invs.
            judg. jur. juv. liab. litig. mach. magis. mem'l. merch. mktg. mortg. nn. p'ship. pharm. pharms.
            probs. proced. publ'g. publ'ns. r.r. recs. reg'l. rehab. reprod. rests. ry. sav. schs. servs.
            soc'y. stds. stud. supps. techs. telecomm. telecomms. transcon. transp. unif. univs. utils.
            """
        ),
        (
            [.legal, .needsCapital],
            """
            wall. wheat. res. coal. broad. mag. fin. disc. emp. sch. rec. vet. auto. exp. cas. bull. pac.
            elec. prods. props. serv. dev. metro. sur. exam. prot. corr. arg. util. vill. mun. mut.
            """
        ),
        (
            .address,
            """
            ave. aves. av. blvd. blvds. rd. rds. ln. hwy. hwys. pkwy. pk. sq. ter. terr. pl. plz. ct. cir. apt. apts. ste.
            rm. bldg. fl. flr. expy. fwy. rte. rt. tpk. tpke. twp. co. cty. mt. mts. mtn. ft. pt. is. isl. no. so. e. w.
            p.o. hts. jct. n. s.
            """
        ),
        (
            .place,
            """
            ala. ariz. ark. calif. colo. conn. fla. ga. ida. kan. kans. ky. md. mich. minn. mo. mont. neb. nebr. nev. n.h.
            n.j. n.m. n.mex. n.y. n.c. n.d. okla. penn. penna. r.i. s.c. s.d. tenn. tex. vt. va. w.va. wis. wisc. wyo.
            ont. que. sask. alta. b.c. n.s. n.b. n.l. p.e.i. n.z. n.s.w. vic. qld. tas. p.r. d.c. eng. scot. ire. u.a.e.
            """
        ),
        (
            [.place, .needsCapital],
            "ill. ind. mass. miss. wash. ore. cal. la. me. pa. del. id. is.  so. ark. tex. penn. mt."
        ),
        (
            .reference,
            """
            nos. figs. eq. eqs. pp. vol. vols. ver. chap. chaps. secs. sect. sects. nr. eqn. tbl. app. ref. refs. ed. eds.
            edn. fn. ff. n.b. ph. tel. ext. ms. mss. bk. bks. pt. pts. suppl. cl. op. lit. ill. illus. pl. fasc. col. ln. ll.
            """
        ),
        (
            [.reference, .needsNumber],
            "no. fig. p. ch. sec. art. arts. app. pl. pt. cl. par. op. ex. ver. ser. ref. n. v. b. d. m. c. bk. sc. ll. fax. fol."
        ),
        (.nameSuffix, "jr. sr. esq. snr. jnr. ret.  m.p. m.p.h. c.b.e. o.b.e. m.b.e."),
        (
            .other,
            """
            approx. appt. appts. attn. avg. c/o. cont. cont'd. def. dept. dim. dist. dom. dup. e.t.a. elev. equiv. est.
            ext. fac. fem. freq. fwd. gd. grad. hist. hq. hwy. ht. incl. info. intro. lat. lit. lon. long. maint. masc. max.
            med. mfr. misc. mkt. mngr. mgr. nat. neg. obj. obs. occ. opp. orig. oz. pkg. pkgs. poss. pref. prelim. prob.
            prod. pron. prop. pseud. qty. ques. rcd. recd. rec'd. repr. rept. req. reqd. rgds. rts. sched. sec. sim. sing.
            spec. specs. sq. subj. syn. temp. tho. thru. tot. w. wkly. wt. xmas. vocab. voc. var. vars.   yday. yo.
            spp. subsp. sp. gen. nov. w.r.t. r.t. lv. arr. arrv. dep. ea. pr. pop. alt. anon. arch. astron.
            biol. bot. chem. econ. educ. eng. engin. geog. geol. geom. gram. ling. math. mus. myth. naut. phil. philos. phys.
            physiol. polit. psych. sci. sociol. stat. surg. theol. zool.  betw. bet. cc. cf. diam. dia. diff. doc. docs.
            doz. tech. tel. mob. fig. lang. lit.   nom. par. perf. pers. pl.  prep. pres. prov. ptg. sth. sb. sbd.
            smb. smth. vb. transf. usu. vulg. refl. pt. pl. p.c. p.o. s.o. st. b.o. h.m. h.m.s. h.r.h. u.s.s. s.s.
            """
        ),
        (
            [.other, .needsCapital],
            """
            spec. specs. info. intro. med. temp. prop. tot. pop. alt. arch. bet. math. mus. sim. nat.   perf. prep.
            prod. spp. doc. docs. var. gram. fem. def. long. dim. max. est. misc. tho. thru. dom. obs. sing. lit. lang. psych.
            sci. grad. pref. poss. prob. chem. econ. bot. dia. yo. mob. dup. xmas.   gd. mkt. yday. doc.
            """
        ),
        (
            [.other, .needsCapital],
            """
            card. ven. bro. rep. reps. pet. resp. mem. par. pub. priv. ord. den. art. arts. op. ops. tr. ann. lab. labs. tech.
            mot. app. const. exh. fed. pl. rep. fac. lat. lit. cent. bart. bus. vac'd. soc. pr. dim. ind. ext. chap.
            ark. hon. det. pk. fl. rm. cos. hist. theol. atty. attys. gen. sen. adm. pres. maj.
            """
        ),
        (.dayHalf, "a.m. p.m."),
    ]
}
