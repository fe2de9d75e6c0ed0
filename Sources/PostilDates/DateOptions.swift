/// How the date annotator resolves what a text leaves open.
public struct DateOptions: Hashable, Sendable {
    /// The style; nil to find it from the text.
    public var style: DateStyle?

    /// The order of day, month and year in digits where the text does not tell; month first by default.
    public var order: DateOrder

    /// Whether ``order`` holds even where the text's other dates speak against it.
    public var orderIsFixed: Bool

    /// Makes options.
    public init(style: DateStyle? = nil, order: DateOrder = .monthDayYear, orderIsFixed: Bool = false) {
        self.style = style
        self.order = order
        self.orderIsFixed = orderIsFixed
    }
}
