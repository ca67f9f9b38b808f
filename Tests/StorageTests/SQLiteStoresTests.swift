import Contracts
import Testing

@Suite("The stores in SQLite")
struct SQLiteStoresTests {
    @Test("keep the rules of the contract", arguments: StoreRule.all)
    func contract(rule: StoreRule) async throws {
        let database = try await TemporaryDatabase()
        try await rule.check(database.fixture)
    }
}
