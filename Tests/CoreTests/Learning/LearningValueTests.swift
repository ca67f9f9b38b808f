import Core
import Foundation
import Testing

@Suite("What sources say") struct LearningValueTests {
    @Test(
        "a percentage is brought to 0…100",
        arguments: [(-3, 0), (0, 0), (55.5, 55), (99.99, 99), (100, 100), (250, 100), (.nan, 0), (.infinity, 100)]
            as [(Double, Int)]
    )
    func percent(value: Double, whole: Int) { #expect(Percent(clamping: value).whole == whole) }

    @Test("an e-mail key is the same in any case")
    func key() {
        #expect(PersonKey(.email, " Anthony.SHAW@Test.com ") == PersonKey(.email, "anthony.shaw@test.com"))
        #expect(PersonKey(.employeeNumber, "00042")?.value == "00042")
        #expect(PersonKey(.employeeNumber, "  ") == nil)
        #expect(PersonKey(.email, "nobody") == nil)
    }

    @Test("an activity keeps http and https links only, and cuts endless titles")
    func activity() {
        let script = Activity(ref: Facts.ref("a"), kind: .path, title: "x", link: URL(string: "javascript:alert(1)"))
        #expect(script.link == nil)
        let long = Activity(ref: Facts.ref("a"), kind: .path, title: String(repeating: "🐍", count: 10_000))
        #expect(long.title.count == Activity.titleLimit)
    }
}
