import Core
import Foundation
import Testing

@Suite("Verdict on an award") struct VerdictTests {
    private func award(
        issued: Double = 0,
        expires: Double? = nil,
        revoked: Bool = false,
        superseded: Bool = false
    ) -> Award {
        Award(
            id: "a1",
            badge: "b1",
            badgeVersion: 1,
            person: "p1",
            issuedOn: Facts.date(issued),
            expires: expires.map(Facts.date),
            revocation: revoked ? Revocation(at: Facts.date(1), reason: "Wrong person") : nil,
            supersededBy: superseded ? "a2" : nil
        )
    }

    @Test("says the worst first: taken back, replaced, ran out, not yet, good")
    func precedence() {
        let now = Facts.date(10)
        #expect(
            award(expires: 5, revoked: true, superseded: true).verdict(at: now)
                == .revoked(Revocation(at: Facts.date(1), reason: "Wrong person"))
        )
        #expect(award(expires: 5, superseded: true).verdict(at: now) == .superseded(by: "a2"))
        #expect(award(expires: 5).verdict(at: now) == .expired(Facts.date(5)))
        #expect(award(issued: 11).verdict(at: now) == .notYetValid(Facts.date(11)))
        #expect(award(expires: 11).verdict(at: now) == .valid)
    }

    @Test("an award is over at the very moment it ends")
    func boundary() {
        #expect(award(expires: 10).verdict(at: Facts.date(10)) == .expired(Facts.date(10)))
    }
}
