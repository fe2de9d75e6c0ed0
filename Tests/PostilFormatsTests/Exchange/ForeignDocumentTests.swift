import Postil
import Testing

/// Documents as other programs write them.
@Suite struct ForeignDocumentTests {
    @Test(arguments: [
        "Anna I-PER\nWeiss I-PER\nof O\nVienna B-LOC\n", "Anna B-PER\nWeiss I-PER\nof O\nVienna B-LOC\n",
        "Anna B-PER\nWeiss L-PER\nof O\nVienna U-LOC\n",
        "Anna NNP B-NP B-PER\nWeiss NNP I-NP E-PER\nof IN O O\nVienna NNP B-NP S-LOC\n",
        "-DOCSTART- -X- O O\r\n\r\nAnna\tB-PER\r\nWeiss\tI-PER\r\nof\tO\r\nVienna\tB-LOC\r\n",
    ])
    func columnsMayHaveAnyOfTheSchemes(text: String) throws {
        let record = try exchangeFormat("conll2003").read(text).record
        #expect(record.labels == ["PER:Anna Weiss", "LOC:Vienna"])
        #expect(record.text.string == "Anna Weiss of Vienna")
    }

    @Test func adjacentNamesAndSentencesStayApart() throws {
        let record = try exchangeFormat("conll2003").read("A B-X\nB B-X\nC I-X\n\nD I-X\nE I-Y\n").record
        #expect(record.labels == ["X:A", "X:B C", "X:D", "Y:E"])
        #expect(record.sentenceTexts == ["A B C", "D E"])
    }

    @Test func wordsOfUniversalDependencies() throws {
        let (record, omissions) = try exchangeFormat("conllu").read(
            """
            # newdoc id = w-1
            # newpar
            # sent_id = 1
            # text = Don't go to the café.
            1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
            1\tDo\tdo\tAUX\tVBP\t_\t3\taux\t_\t_
            2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
            3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\t_
            3.1\tgone\tgo\tVERB\tVBN\t_\t_\t_\t_\t_
            4-5\tau\t_\t_\t_\t_\t_\t_\t_\t_
            4\tà\tto\tADP\tIN\t_\t6\tcase\t_\t_
            5\tle\tthe\tDET\tDT\t_\t6\tdet\t_\t_
            6\tcafé\tcafé\tNOUN\tNN\t_\t3\tobl\t_\tSpaceAfter=No|NE=U-FAC
            7\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

            # newpar
            # sent_id = 2
            1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\tSpacesAfter=\\n

            """
        )
        #expect(record.identifier == "w-1")
        #expect(record.text.string == "Don't go au café. \n\nYes\n")
        #expect(record.tokenTexts == ["Do", "n't", "go", "au", "café", ".", "Yes"])
        #expect(record.tokens.map(\.lemma) == ["do", "not", "go", "to", "café", ".", "yes"])
        #expect(record.sentenceTexts == ["Don't go au café.", "Yes"])
        #expect(record.layers.first?.annotations.map { record.text[$0.span] } == ["Don't go au café.", "Yes"])
        #expect(record.labels == ["FAC:café"])
        #expect(omissions.counts == [.words: 2])
    }

    @Test func aDocOfSpaCy() throws {
        let record = try exchangeFormat("spacy").read(
            """
            {"text":"Ann left.\\n\\nBob  stayed. ","ents":[{"start":0,"end":3,"label":"PERSON"}],
             "sents":[{"start":0,"end":11},{"start":11,"end":24}],
             "tokens":[{"id":0,"start":0,"end":3,"tag":"NNP","pos":"PROPN","morph":"Number=Sing","lemma":"Ann"},
              {"id":1,"start":4,"end":8,"tag":"VBD","pos":"VERB","morph":"","lemma":"leave"},
              {"id":2,"start":8,"end":9,"tag":".","pos":"PUNCT","morph":"","lemma":"."},
              {"id":3,"start":9,"end":11,"tag":"_SP","pos":"SPACE","morph":"","lemma":"\\n\\n"},
              {"id":4,"start":11,"end":14,"tag":"","pos":"","morph":"","lemma":""}],
             "spans":{"sc":[{"start":11,"end":14,"label":"DOG","kb_id":"Q144"}]},"_":{}}
            """
        ).record
        #expect(record.tokenTexts == ["Ann", "left", ".", "Bob"])
        #expect(record.tokens.map(\.penn) == ["NNP", "VBD", ".", nil])
        #expect(record.sentenceTexts == ["Ann left.", "Bob  stayed."])
        #expect(record.entities.map(\.kind) == ["PERSON"])
        #expect(record.layers.map(\.name) == ["sc"])
        #expect(record.layers.first?.annotations.first?.value.type == "DOG")
    }

    @Test(arguments: [
        #"{"id":7,"text":"😊 Ann left.","label":[[2,5,"PERSON"]],"Comments":[],"topic":"x"}"#,
        #"{"id":7,"data":"😊 Ann left.","labels":[[2,5,"PERSON"]],"Comments":[],"topic":"x"}"#,
        #"{"id":7,"text":"😊 Ann left.","entities":[{"id":3,"label":"PERSON","start_offset":2,"end_offset":5}],"Comments":[],"topic":"x","relations":[]}"#,
    ])
    func theFormsOfDoccano(text: String) throws {
        let record = try exchangeFormat("doccano").read(text).record
        #expect(record.identifier == "7")
        #expect(record.labels == ["PERSON:Ann"])
        #expect(String(decoding: record.meta, as: UTF8.self) == #""Comments":[],"topic":"x""#)
    }

    @Test func relationsOfDoccanoAreCounted() throws {
        let omissions = try exchangeFormat("doccano").read(
            #"{"text":"a","entities":[],"relations":[{"id":0,"from_id":0,"to_id":1,"type":"said"}],"label":["news"]}"#
        ).omissions
        #expect(omissions.counts == [.relations: 1, .unknown: 1])
    }

    @Test(arguments: [(3, 6), (2, 5)])
    func resultsOfLabelStudioInUnitsOrCodePoints(start: Int, end: Int) throws {
        let (record, omissions) = try exchangeFormat("label-studio").read(
            """
            {"id":12,"data":{"title":"t","body":"😊 Ann left."},"annotations":[{"was_cancelled":true,"result":[]},
              {"result":[{"id":"a","from_name":"ner","to_name":"body","type":"hypertextlabels","value":
                {"start":\(start),"end":\(end),"text":"Ann","hypertextlabels":["PERSON"]}},
               {"type":"relation","from_id":"a","to_id":"a"},
               {"type":"choices","from_name":"c","to_name":"body","value":{"choices":["news"]}}]}],
             "predictions":[{"result":[]}]}
            """
        )
        #expect(record.identifier == "12")
        #expect(record.labels == ["PERSON:Ann"])
        #expect(omissions.counts == [.relations: 1, .unknown: 1, .alternatives: 1])
    }

    @Test func aTaskOfProdigy() throws {
        let record = try exchangeFormat("prodigy").read(
            """
            {"text":"Ann left.","meta":{"source":"x"},"spans":[{"start":0,"end":3,"label":"PERSON","token_start":0}],
             "tokens":[{"text":"Ann","start":0,"end":3,"id":0}],"_input_hash":1,"answer":"accept"}
            """
        ).record
        #expect(record.labels == ["PERSON:Ann"])
        #expect(record.tokenTexts == ["Ann"])
        #expect(String(decoding: record.meta, as: UTF8.self) == #""source":"x","_input_hash":1,"answer":"accept""#)
    }

    @Test func aDocumentOfCoreNLPWithoutItsText() throws {
        let record = try exchangeFormat("corenlp").read(
            """
            {"docId":"a.txt","docDate":"2024-05-01","sentences":[{"index":0,"entitymentions":[{"docTokenBegin":0,
             "docTokenEnd":1,"text":"😊x","characterOffsetBegin":1,"characterOffsetEnd":4,"ner":"DATE",
             "normalizedNER":"2024-05-03","timex":{"tid":"t1","type":"TIME","value":"2024-05-03T10:00"}}],
             "tokens":[{"index":1,"word":"😊x","originalText":"😊x","characterOffsetBegin":1,"characterOffsetEnd":4,
              "pos":"NN","ner":"DATE","lemma":"x","before":" ","after":"\\n\\n"},
              {"index":2,"word":".","originalText":".","characterOffsetBegin":6,"characterOffsetEnd":7,"pos":".",
              "ner":"O","before":"\\n\\n","after":" "}]}],
             "quotes":[{"id":0,"text":".","beginIndex":6,"endIndex":7,"mentionBegin":0,"mentionEnd":0,"speaker":"x",
              "canonicalSpeaker":"X"}],"corefs":{"1":[]}}
            """
        ).record
        #expect(record.text.string == " 😊x\n\n. ")
        #expect(record.context.anchor == "2024-05-01")
        #expect(record.dates.first?.kind == "TIME")
        #expect(record.dates.first?.value == "2024-05-03T10:00")
        #expect(record.quotes.first?.speaker?.canonical == "X")
        #expect(record.quotes.first?.speaker.map { record.text[$0.span] } == "😊x")
    }

    @Test func aCASOfOtherTypes() throws {
        let (record, omissions) = try exchangeFormat("uima").read(
            """
            {"%TYPES":{"my.Name":{"%NAME":"my.Name","%SUPER_TYPE":"\(ForeignDocumentTests.dkpro)ner.type.NamedEntity"}},
             "%FEATURE_STRUCTURES":{
              "1":{"%TYPE":"uima.cas.Sofa","sofaNum":1,"sofaID":"_InitialView","sofaString":"😊 Ann left."},
              "2":{"%TYPE":"my.Name","@sofa":1,"begin":3,"end":6,"value":"PER","identifier":"Q1"},
              "3":{"%TYPE":"my.Event","@sofa":1,"begin":7,"end":11,"kind":"LEAVE","tense":"past","sure":true,"@who":2},
              "4":{"%TYPE":"uima.cas.Sofa","sofaNum":2,"sofaID":"other","sofaString":"zzz"},
              "5":{"%TYPE":"my.Event","@sofa":4,"begin":0,"end":3},
              "6":{"%TYPE":"\(ForeignDocumentTests.dkpro)segmentation.type.Token","@sofa":1,"begin":3,"end":6,"@pos":7},
              "7":{"%TYPE":"\(ForeignDocumentTests.dkpro)lexmorph.type.pos.POS","@sofa":1,"begin":3,"end":6,"PosValue":"NNP"},
              "8":{"%TYPE":"\(ForeignDocumentTests.dkpro)metadata.type.DocumentMetaData","@sofa":1,"begin":0,"end":12,
               "documentTitle":"t","documentId":"d"}},
             "%VIEWS":{"_InitialView":{"%SOFA":1,"%MEMBERS":[2,3,6]}}}
            """
        )
        #expect(record.identifier == "d")
        #expect(record.entities.map(\.kind) == ["PER"])
        #expect(record.entities.first?.link == "Q1")
        #expect(record.tokens.map(\.penn) == ["NNP"])
        #expect(record.layers.map(\.name) == ["my.Event"])
        let event = record.layers.first?.annotations.first?.value
        #expect(event == OpenValue(type: "LEAVE", features: [Feature("tense", "past"), Feature("sure", "true")]))
        #expect(omissions.counts == [.relations: 1])
    }

    private static let dkpro = "de.tudarmstadt.ukp.dkpro.core.api."

    @Test func annotationsOfBrat() throws {
        let (record, omissions) = try exchangeFormat("brat").read(
            "Ann and\nBob Lee left.",
            """
            T2\tPerson 8 15\tBob Lee
            T1\tPerson 0 3;8 11\tAnn Bob
            T3\tGroup 4 7;8 11\tand Bob
            T4\tLeave 16 20\tleft
            E1\tLeave:T4 Who:T1
            A1\tNegated T4
            A2\tTense T4 Past
            N1\tReference T2 Wikidata:Q5\tBob Lee
            #1\tAnnotatorNotes T2\tlooks right; to me
            R1\tKnows Arg1:T1 Arg2:T2
            *\tEquiv T1 T2
            """
        )
        #expect(record.labels == ["Person:Ann and\nBob", "Group:and\nBob", "Person:Bob Lee", "Leave:left"])
        #expect(record.entities.map(\.link) == [nil, nil, "Wikidata:Q5", nil])
        #expect(omissions.counts == [.pieces: 1, .events: 1, .relations: 2])
    }

    @Test func timeMLWithEventsAndSections() throws {
        let (record, omissions) = try exchangeFormat("timeml").read(
            """
            <?xml version="1.0" ?>
            <!DOCTYPE TimeML [ <!ENTITY x "y"> ]>
            <TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            <DOCID>wsj_1</DOCID>
            <DCT><TIMEX3 tid="t0" type="DATE" value="1998-03-03" functionInDocument="CREATION_TIME">March 3</TIMEX3></DCT>
            <TITLE>AT&amp;T &#233;</TITLE>
            <TEXT><!-- x > --><s>AT&amp;T <EVENT eid="e1" class="OCCURRENCE">paid</EVENT> <![CDATA[<b>]]> on
            <TIMEX3 tid='t1' type='DATE' value='1998-03-01' mod='START'>Sunday</TIMEX3>.</s><br/></TEXT>
            <MAKEINSTANCE eventID="e1" eiid="ei1"/><TLINK lid="l1"/>
            </TimeML>
            """
        )
        #expect(record.identifier == "wsj_1")
        #expect(record.context.anchor == "1998-03-03")
        #expect(record.text.string == "AT&T paid <b> on\nSunday.")
        #expect(record.dates.map { [$0.kind, $0.value, $0.modifier] } == [["DATE", "1998-03-01", "START"]])
        #expect(record.labels == ["s:AT&T paid <b> on\nSunday.", "EVENT:paid", "DATE:Sunday"])
        #expect(omissions.counts == [.relations: 2, .empty: 1])
    }

    @Test func aFileOfINCEpTION() throws {
        let (record, omissions) = try exchangeFormat("webanno").read(
            """
            #FORMAT=WebAnno TSV 3.3
            #T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value
            #T_SP=webanno.custom.Flag|
            #T_RL=webanno.custom.Knows|kind|BT_webanno.custom.Flag


            #Text=😊 Ann\\tLee-Roy left.
            1-1\t0-2\t😊\t_\t_\t*\t_\t_\t
            1-2\t3-6\tAnn\thttp://x/Q1[1]|*[2]\tPER[1]|A\\_B[2]\t_\tfriend\t1-1\t
            1-3\t7-14\tLee-Roy\thttp://x/Q1[1]\tPER[1]\t_\t_\t_\t
            1-3.1\t11-14\tRoy\t*\tDOG\t_\t_\t_\t
            1-4\t15-19\tleft\t_\t_\t_\t_\t_\t
            1-5\t19-20\t.\t_\t_\t_\t_\t_\t

            #Text=Yes
            2-1\t22-25\tYes\t_\t_\t_\t_\t_\t
            """
        )
        #expect(record.text.string == "😊 Ann\tLee-Roy left.  Yes")
        #expect(
            record.entities.map { "\($0.kind):\(record.text[$0.span])" } == ["PER:Ann\tLee-Roy", "A_B:Ann", "DOG:Roy"]
        )
        #expect(record.entities.map(\.link) == ["http://x/Q1", nil, nil])
        #expect(record.sentenceTexts == ["😊 Ann\tLee-Roy left.", "Yes"])
        #expect(record.layers.map(\.name) == ["Flag"])
        #expect(omissions.counts == [.relations: 2])
    }

    private static let faults: [(format: String, parts: [String], line: Int, problem: String)] = [
        ("postil", [#"{"schema":"postil/1.0"}"#], 1, "id: is missing"),
        ("spacy", ["{\"text\":\"a\",\n\"tokens\":[}"], 2, "not JSON"),
        ("spacy", [#"{"text":"a","tokens":[{"start":0,"end":2}]}"#], 1, "a token at 0:2 is no span"),
        ("spacy", [#"[1]"#], 1, "expected a JSON object"),
        ("prodigy", [#"{"txt":"a"}"#], 1, "no field 'text'"),
        ("prodigy", [#"{"text":"a","spans":{}}"#], 1, "'spans' is an object, not an array"),
        ("doccano", [#"{"text":"a","label":[["x",1,"A"]]}"#], 1, "no start and end in whole numbers"),
        ("label-studio", [#"{"data":{"a":"x","b":"y"}}"#], 1, "no field 'text'"),
        ("corenlp", [#"{"sentences":[{"tokens":[{"word":"a"}]}]}"#], 1, "a token has no offset"),
        ("uima", [#"{"%FEATURE_STRUCTURES":[]}"#], 1, "no view with a text"),
        ("brat", ["ab", "T1\tX 0 1\ta\nT2\tX 1 3\tb"], 2, "'1 3' is no span of the text"),
        ("brat", ["ab", "T1\tX 0 1\ta\nT1\tX 0 1\ta"], 2, "'T1' stands twice"),
        ("brat", ["ab", "T1"], 1, "expected an identifier, a tab"),
        ("conllu", ["# x\n1\ta\tb"], 2, "expected 10 columns between tabs, found 3"),
        ("conllu", ["\n\nx\ta\t_\t_\t_\t_\t_\t_\t_\t_"], 3, "'x' is no number of a word"),
        ("conll2003", ["a O\nb"], 2, "expected a word and a label"),
        ("timeml", ["<TimeML>\n<TEXT>a</TEX>"], 2, "'</TEX>' ends an element that is not open"),
        ("timeml", ["<TimeML>\n<TEXT>a & b</TEXT></TimeML>"], 2, "'&' begins no reference"),
        ("timeml", ["<TimeML></TimeML>"], 1, "no element TEXT"),
        ("timeml", ["<TimeML>\n\n<TEXT>a"], 3, "the file ends before"),
        ("webanno", ["#FORMAT=WebAnno TSV 2"], 1, "is another format"),
        ("webanno", ["1-1\t0-1\ta"], 1, "does not begin with"),
        ("webanno", ["#FORMAT=WebAnno TSV 3.3\n#Text=ab\n1-1\t0-1\tb"], 3, "the text at 0-1 is not 'b'"),
        ("webanno", ["#FORMAT=WebAnno TSV 3.3\n#T_SP=x|y\n#Text=ab\n1-1\t0-1\ta"], 4, "expected 1 columns"),
    ]

    @Test(arguments: faults.indices)
    func errorsNameTheLine(index: Int) throws {
        let (name, parts, line, problem) = ForeignDocumentTests.faults[index]
        let format = try exchangeFormat(name)
        let error = #expect(throws: ExchangeError.self) { try format.read(parts.map { Array($0.utf8) }) }
        #expect(error?.line == line, "\(error?.description ?? "")")
        #expect(error?.message.contains(problem) == true, "\(error?.message ?? "")")
    }
}
