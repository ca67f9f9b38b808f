import Testing

/// Something that every implementation of a store does: a sentence and its test.
///
/// A database runs them all with one parameterised test, each on a fixture of its own:
/// `@Test(arguments: StoreRule.all) func keeps(rule: StoreRule) async throws { try await rule.check(fixture) }`
package struct StoreRule: Sendable, CustomTestStringConvertible {
    package let testDescription: String
    package let check: @Sendable (StoreFixture) async throws -> Void

    init(_ sentence: String, _ check: @escaping @Sendable (StoreFixture) async throws -> Void) {
        testDescription = sentence
        self.check = check
    }
}
