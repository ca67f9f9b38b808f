/// What a button or a link that looks like one is for.
enum ButtonKind {
    /// The one thing that most people want to do on the page.
    case main
    case plain
    case quiet
    /// Takes something from somebody.
    case danger

    var classes: HTML {
        switch self {
        case .main: "button button-main"
        case .plain: "button"
        case .quiet: "button button-quiet"
        case .danger: "button button-danger"
        }
    }
}
