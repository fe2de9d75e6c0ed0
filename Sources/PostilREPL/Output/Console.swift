import CReadline
import Glibc

/// Where a session prints, and what it knows of the place.
///
/// Not `Sendable`: it holds open streams; the session's one thread uses it.
final class Console {
    /// What the place can show. The width is that of the window as it is now.
    var style: Style {
        var current = baseStyle
        var (columns, rows) = (Int32(0), Int32(0))
        if fixedWidth == nil, isTerminal, creadline_window(&columns, &rows) {
            current.width = max(Int(columns), Style.minimumWidth)
        }
        if target != nil { current.hasColors = false }
        return current
    }

    /// The rows of the window; nil where there is none.
    var height: Int? {
        var (columns, rows) = (Int32(0), Int32(0))
        return isTerminal && target == nil && creadline_window(&columns, &rows) && rows > 0 ? Int(rows) : nil
    }

    /// Whether a person sits before it.
    let isTerminal: Bool

    /// The width that was set by hand; nil for the window's.
    var fixedWidth: Int? { didSet { if let fixedWidth { baseStyle.width = max(fixedWidth, Style.minimumWidth) } } }

    /// Whether output that is longer than the window goes through a pager.
    private(set) var usesPager: Bool

    /// Whether the terminal can show a pager.
    private let canPage: Bool

    /// Whether the one before the screen has left the pager, or a program the pipe.
    private(set) var isClosed = false

    private let startStyle: Style
    private var baseStyle: Style
    private let standard: any OutputStream
    private let errors: any OutputStream
    private var target: (any OutputStream)?
    private var isTargetForOneCommand = false
    private var pager: (any OutputStream)?
    private var pending = ""
    private var pendingRows = 0

    /// How much is kept back at most before it is written.
    private static let blockSize = 1 << 16

    init(
        style: Style,
        isTerminal: Bool,
        canPage: Bool = true,
        standard: any OutputStream,
        errors: any OutputStream
    ) {
        startStyle = style
        baseStyle = style
        self.canPage = canPage
        usesPager = canPage
        self.isTerminal = isTerminal
        self.standard = standard
        self.errors = errors
    }

    /// Looks as the settings say; what they leave open is as it was at the start.
    func apply(colors: Settings.Choice, boxes: Settings.Choice, pager: Settings.Choice) {
        baseStyle.hasColors = colors.resolved(startStyle.hasColors)
        baseStyle.hasBoxCharacters = boxes.resolved(startStyle.hasBoxCharacters)
        if fixedWidth == nil { baseStyle.width = startStyle.width }
        usesPager = pager.resolved(canPage)
    }

    /// Prints a row.
    ///
    /// - Returns: False where nobody reads on.
    @discardableResult
    func line(_ text: String = "") -> Bool {
        write(text + "\n")
    }

    /// Prints text that has its own line ends.
    ///
    /// - Returns: False where nobody reads on.
    @discardableResult
    func write(_ text: String) -> Bool {
        guard !isClosed else { return false }
        if isTerminal, pager == nil, creadline_is_interrupted() {
            isClosed = true
            return false
        }
        pending += text
        if target == nil, pager == nil, usesPager, let height {
            pendingRows += text.utf8.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
            // One row is the prompt's.
            if pendingRows >= height { openPager() } else { return true }
        }
        if pending.utf8.count >= Console.blockSize { flush() }
        return !isClosed
    }

    /// Prints what went wrong; a program that reads the output does not see it.
    func error(_ text: String) {
        flush()
        _ = errors.write(text + "\n")
    }

    /// Prints a line of input, wherever output goes.
    func echo(_ text: String) {
        flush()
        _ = standard.write(text + "\n")
    }

    /// `text` as errors are coloured.
    func paintError(_ text: String) -> String { baseStyle.paint(text, .red) }

    /// Ends a command: prints what was kept back, and returns from a pager or from `.once`.
    func endCommand() {
        flush()
        if let pager {
            _ = pager.close()
            creadline_hold_interrupts(false)
        }
        pager = nil
        pendingRows = 0
        if isTargetForOneCommand { redirect(to: nil) }
        isClosed = false
    }

    /// Sends what follows to `stream`, or back to the standard output.
    func redirect(to stream: (any OutputStream)?, forOneCommand: Bool = false) {
        flush()
        if let target { _ = target.close() }
        target = stream
        isTargetForOneCommand = forOneCommand && stream != nil
    }

    /// Ends everything.
    func close() {
        endCommand()
        redirect(to: nil)
    }

    /// Writes what was kept back.
    func flush() {
        guard !pending.isEmpty else { return }
        let stream = target ?? pager ?? standard
        if !stream.write(pending) { isClosed = true }
        pending = ""
    }

    private func openPager() {
        let command = UserFolder.variable("PAGER") ?? "less"
        guard command != "cat", ShellCommand.isThere(command) else {
            usesPager = false
            return
        }
        // Colours pass, a short text leaves at once, and the screen keeps what was read.
        setenv("LESS", "FRX", 0)
        creadline_hold_interrupts(true)
        pager = FileStream(command: command)
        guard pager == nil else { return }
        creadline_hold_interrupts(false)
        usesPager = false
    }
}
