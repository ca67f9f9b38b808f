extension Icon {
    /// The drawings in `Assets/icons.svg`, by the id that each has there.
    enum Name: String, CaseIterable, Sendable {
        case arrow
        case bell
        case book
        case building
        case calendar
        case certificate
        case chart
        case check
        case chevron
        case clock
        case code
        case copy
        case cross
        case download
        case external
        case eye
        case eyeOff = "eye-off"
        case file
        case filter
        case gear
        case globe
        case grid
        case info
        case key
        case laurel
        case link
        case list
        case lock
        case logout
        case mail
        case medal
        case moon
        case pen
        case people
        case person
        case personCheck = "person-check"
        case play
        case plug
        case plus
        case question
        case refresh
        case seal
        case search
        case share
        case shieldCheck = "shield-check"
        case stop
        case sun
        case trash
        case undo
        case upload
        case warning
    }
}
