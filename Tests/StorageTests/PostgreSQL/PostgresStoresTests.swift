import Contracts
import Testing

@Suite("The stores in PostgreSQL")
struct PostgresStoresTests {
    @Test("keep the rules of the contract", arguments: StoreRule.all)
    func contract(rule: StoreRule) async throws {
        let database = try await TemporaryDatabase(.postgres)
        try await rule.check(database.fixture)
    }
}
