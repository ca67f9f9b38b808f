/// Lists of revoked credentials.
extension ContextTable {
    /// What `https://www.w3.org/ns/credentials/status/v1` defines.
    static let bitstringStatusList = """
        BitstringStatusListCredential  status:
        BitstringStatusList            status:
            encodedList                status:  sec:multibase
            statusPurpose              status:
            ttl                        status:
        BitstringStatusListEntry       status:
            statusListCredential       status:  @id
            statusListIndex            status:
            statusPurpose              status:
            statusMessage              status:
                message                status:
                status                 status:
            statusReference            status:  @id
            statusSize                 status:  xsds:integer
        """

    /// What `https://w3id.org/vc/status-list/2021/v1` defines.
    static let statusList2021 = """
        | protected
        StatusList2021Credential  list:
            description           http-schema:
            name                  http-schema:
        StatusList2021            list:
            statusPurpose         list:
            encodedList           list:
        StatusList2021Entry       list:
            statusPurpose         list:
            statusListIndex       list:
            statusListCredential  list:  @id
        """
}
