/// Which of a language's forms goes with a number (Unicode CLDR, cardinal rules for whole numbers).
enum PluralRule: Sendable {
    /// One form for all numbers: Japanese.
    case none
    /// One, and the others: English, German.
    case one
    /// Zero counts as one; millions have a form of their own: French, Portuguese.
    case zeroAndOne
    /// One, whole millions, and the others: Spanish.
    case oneAndMillions
    /// One, two, and the others: Hebrew.
    case oneAndTwo
    /// All six.
    case arabic

    enum Form: String, CaseIterable, Sendable {
        case zero
        case one
        case two
        case few
        case many
        case other
    }

    /// The forms that a message must have.
    var forms: [Form] {
        switch self {
        case .none: [.other]
        case .one: [.one, .other]
        case .zeroAndOne, .oneAndMillions: [.one, .many, .other]
        case .oneAndTwo: [.one, .two, .other]
        case .arabic: Form.allCases
        }
    }

    func form(of number: Int) -> Form {
        let number = number.magnitude
        switch self {
        case .none: return .other
        case .one: return number == 1 ? .one : .other
        case .zeroAndOne: return number <= 1 ? .one : Self.isMillions(number) ? .many : .other
        case .oneAndMillions: return number == 1 ? .one : Self.isMillions(number) ? .many : .other
        case .oneAndTwo: return number == 1 ? .one : number == 2 ? .two : .other
        case .arabic: return Self.arabicForm(number)
        }
    }

    private static func isMillions(_ number: UInt) -> Bool { number > 0 && number.isMultiple(of: 1_000_000) }

    private static func arabicForm(_ number: UInt) -> Form {
        switch (number, number % 100) {
        case (0, _): .zero
        case (1, _): .one
        case (2, _): .two
        case (_, 3...10): .few
        case (_, 11...99): .many
        default: .other
        }
    }
}
