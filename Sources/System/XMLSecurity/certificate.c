#include "internal.h"

#include <openssl/evp.h>
#include <openssl/x509.h>

lx_bytes lx_public_key(const uint8_t *certificate, size_t length) {
    lx_bytes copy = lx_copied(NULL, 0);
    if (!lx_started() || length > 1 << 20) return copy;
    const unsigned char *at = certificate;
    X509 *read = d2i_X509(NULL, &at, (long)length);
    EVP_PKEY *key = read ? X509_get0_pubkey(read) : NULL;
    unsigned char *bytes = NULL;
    int count = key && at == certificate + length ? i2d_PUBKEY(key, &bytes) : 0;
    if (count > 0) copy = lx_copied(bytes, (size_t)count);
    OPENSSL_free(bytes);
    X509_free(read);
    return copy;
}
