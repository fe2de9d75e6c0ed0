/// The words of the help that belong to no command.
enum HelpText {
    /// What `.help` says of words that are no commands.
    static let articles = ["text": typing, "where": places, "query": queries]

    private static let places = """
        WHERE names annotations:

          3         the annotation that is shown with this number
          @12       all that covers the character at offset 12
          12:24     what stands exactly from 12 to 24
          tokens:5  the fifth annotation of a layer, shown or not

        Offsets count what .set unit says, code points where nothing else is set.
        """

    private static let queries = """
        QUERY picks annotations of one layer:

          tokens              all
          tokens:number       those of a type
          tokens=upper        those with a feature of this value
          tokens#abbreviation those that this rule has made
          tokens:word=cap*    of a type, and a value that begins so
        """

    private static let typing = #"""
        A line of text is annotated as it is. Several lines are one text between marks, or with a backslash at the
        end of each but the last; what is pasted at once is one text too:

          """
          Dear Ms. Obi,
          we met on Friday.
          """

        A text that begins with a point is written with a space before it, or with two points. !COMMAND is for the
        shell, and a line that begins with # and a space is a remark.
        """#

    /// Lists the commands under a heading; nothing where there is none.
    static func write(_ topic: CommandTopic, of session: Session) {
        let commands = session.commands.commands.filter { $0.topic == topic }
        guard !commands.isEmpty else { return }
        session.console.line()
        session.console.line("\(topic.title) (.help \(topic.rawValue))")
        for command in commands {
            let usage = DisplayText.padded(command.usage, to: 24)
            session.console.line("  \(usage) \(command.summary)")
        }
    }
}
