extension LinkedCertificate {
    /// What is wrong with one field.
    package struct Mistake: Sendable, Equatable {
        package enum Kind: Sendable {
            /// Not the address of a page.
            case noPage
            case missing
            /// More than ``LinkedCertificate/titleLimit`` characters.
            case tooLong
            /// It holds NUL.
            case unstorable
            case unreadableDay
            /// A day after today.
            case toCome
            case endsBeforeIssued
        }

        package let field: String
        package let kind: Kind

        init(_ field: String, _ kind: Kind) {
            self.field = field
            self.kind = kind
        }
    }

    /// Everything that is wrong with the form, so that the person corrects it in one go.
    package struct Mistakes: PortalError {
        package let all: [Mistake]

        package var kind: ErrorKind { .invalid }
        package var message: String {
            "This certificate cannot be kept: look at \(all.map(\.field).joined(separator: ", "))."
        }
    }
}
