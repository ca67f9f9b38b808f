import ArgumentParser
import Configuration
import Crypto
import Hummingbird
import HummingbirdTLS
import ServiceLifecycle

@main struct Laurel: AsyncParsableCommand {}
