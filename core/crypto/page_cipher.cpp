// SPDX-License-Identifier: MIT
#include "core/crypto/page_cipher.h"

#include <sodium.h>

#include <array>
#include <cstring>

namespace reeve::crypto {

static_assert(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES ==
              PageCipher::overhead);

namespace {

// Nonces are not secret: they are drawn many at a time, for asking the system costs as much as a tenth of a seal.
void drawNonce(unsigned char *nonce)
{
    constexpr std::size_t size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    thread_local std::array<unsigned char, 64 * size> pool;
    thread_local std::size_t used = pool.size();
    if (used == pool.size()) {
        randombytes_buf(pool.data(), pool.size());
        used = 0;
    }
    std::memcpy(nonce, pool.data() + used, size);
    used += size;
}

} // namespace

PageCipher::PageCipher(Secret key) : m_key(std::move(key))
{
    Q_ASSERT(m_key.size() == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
}

void PageCipher::seal(const unsigned char *content, unsigned char *page, std::span<const unsigned char> context) const
{
    unsigned char *nonce = page + contentSize;
    unsigned char *tag = nonce + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    drawNonce(nonce);
    crypto_aead_xchacha20poly1305_ietf_encrypt_detached(page, tag, nullptr, content, contentSize, context.data(),
                                                        context.size(), nullptr, nonce, m_key.data());
}

bool PageCipher::open(const unsigned char *page, unsigned char *content, std::span<const unsigned char> context) const
{
    const unsigned char *nonce = page + contentSize;
    const unsigned char *tag = nonce + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt_detached(content, nullptr, page, contentSize, tag, context.data(),
                                                            context.size(), nonce, m_key.data()) != 0) {
        std::memset(content, 0, pageSize);
        return false;
    }
    std::memset(content + contentSize, 0, overhead);
    return true;
}

} // namespace reeve::crypto
