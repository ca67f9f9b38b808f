import Testing

@testable import App

@Suite("A client's network")
struct ClientNetworkTests {
    @Test(
        "is the address of IPv4, and the half that one customer has of IPv6",
        arguments: [
            ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"), ("::FFFF:c000:207", "192.0.2.7"),
            ("2001:db8:0:1::1", "20010db800000001/64"), ("2001:DB8:0:1:ffff:ffff:ffff:ffff", "20010db800000001/64"),
            ("2001:db8:0:2::1", "20010db800000002/64"), ("unknown", "unknown"), ("", ""), ("🐍:", "🐍:"),
        ]
    )
    func names(address: String, network: String) {
        #expect(ClientNetwork.name(address) == network)
    }
}
