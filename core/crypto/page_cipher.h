// SPDX-License-Identifier: MIT
#pragma once

#include "core/crypto/secret.h"

#include <cstddef>
#include <span>

namespace reeve::crypto {

// Seals and opens one page with XChaCha20-Poly1305 (IETF). The page keeps its size: its last 40 bytes hold the nonce
// and the tag, and are zero in the opened form. Every seal takes a fresh random nonce of 24 bytes.
// Immutable: may be used from several threads at once.
class PageCipher final
{
public:
    static constexpr int pageSize = 4096;
    static constexpr int overhead = 40; // nonce 24, tag 16
    static constexpr int contentSize = pageSize - overhead;

    // `key`: 32 bytes.
    explicit PageCipher(Secret key);

    // `content`: contentSize bytes. `page`: pageSize bytes, not overlapping. `context` is bound, not stored: where the
    // page belongs.
    void seal(const unsigned char *content, unsigned char *page, std::span<const unsigned char> context) const;

    // False when the page was not sealed with this key for this context; `content` is all zeros then.
    // `content`: pageSize bytes, not overlapping.
    [[nodiscard]] bool open(const unsigned char *page, unsigned char *content,
                            std::span<const unsigned char> context) const;

private:
    Secret m_key;
};

} // namespace reeve::crypto
