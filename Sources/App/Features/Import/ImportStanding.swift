import Core
import Foundation

/// Whether a badge that was checked may be kept by this person, and if not, why.
enum ImportStanding: Equatable {
    case open
    /// Nothing to keep, or nothing that holds.
    case refused
    /// One of ours.
    case own
    /// The person keeps it already.
    case kept(ImportedBadge.ID)
    /// It names this address of the person.
    case mine(EmailAddress)
    /// It names an address that is not known to be the person's.
    case otherAddress
    /// It names nobody by an address; the person's word stands for it.
    case noAddress

    init(_ report: PageReport, isDone: Bool, _ person: Person, kept: [ImportedBadge], own: String) {
        guard isDone else {
            self = .open
            return
        }
        guard let facts = report.contents, report.verdict.allowsImport else {
            self = .refused
            return
        }
        if (facts.id ?? "").hasPrefix(own + "/") {
            self = .own
        } else if let known = kept.first(where: { $0.key == facts.key }) {
            self = .kept(known.id)
        } else if let address = person.emails.first(where: { report.recipient?.matches($0) == true }) {
            self = .mine(address)
        } else {
            self = report.recipient?.namesAddress == true ? .otherAddress : .noAddress
        }
    }

    /// - Parameter isClaimed: the person says that it is theirs.
    func allowsImport(isClaimed: Bool) -> Bool {
        switch self {
        case .mine: true
        case .noAddress: isClaimed
        case .open, .refused, .own, .kept, .otherAddress: false
        }
    }
}

extension PageReport.Verdict {
    /// What does not hold is not kept; what could not be checked is, and is checked again.
    fileprivate var allowsImport: Bool {
        switch self {
        case .genuine, .expired, .notYetValid, .unreachable: true
        case .open, .noBadge, .altered, .revoked, .issuerUnknown: false
        }
    }
}

extension CheckedBadge {
    /// Open Badges 3.0 compares ids after percent-decoding and trimming; a badge without one is named by what it says.
    var key: String {
        let plain = ((id ?? "").removingPercentEncoding ?? id ?? "").trimmed
        return plain.isEmpty ? "\(issuerURL ?? issuerName) \(name) \(issuedOn?.timeIntervalSince1970 ?? 0)" : plain
    }
}

extension ImportedBadge {
    init(_ report: PageReport, _ facts: CheckedBadge, of person: Person.ID, isClaimed: Bool, at date: Date) {
        let claimed = "It names nobody by an email address: that it is yours is your own word."
        let (trust, reason): (Trust, String) =
            switch report.verdict {
            case .expired: (.expired, "")
            case .unreachable(let sentence): (.unchecked, sentence)
            default: (.verified, isClaimed ? claimed : "")
            }
        self.init(
            id: ID(UUID()),
            person: person,
            trust: trust,
            key: facts.key,
            title: facts.name.isEmpty ? Words[.importNameless] : facts.name,
            issuer: facts.issuerName,
            description: facts.description,
            link: facts.id.flatMap { $0.hasPrefix("https://") ? URL(string: $0) : nil },
            issuedOn: facts.issuedOn,
            expires: facts.expires,
            reason: reason,
            addedAt: date,
            checkedAt: trust == .unchecked ? nil : report.checkedAt
        )
    }
}
