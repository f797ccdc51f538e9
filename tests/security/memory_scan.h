// SPDX-License-Identifier: MIT
#pragma once

#include "core/crypto/secret.h"

#include <QByteArray>

#include <string>

namespace reeve::test {

// Random letters, of which no copy is made outside guarded memory.
[[nodiscard]] crypto::Secret randomLetters(std::size_t count);

// Something to look for in the memory of this process: kept masked, so that looking does not find itself.
class Needle final
{
public:
    explicit Needle(const crypto::Secret &secret);

    struct Places
    {
        int guarded = 0;   // in pages that are locked out of swap and of core dumps
        int open = 0;      // anywhere else
        std::string where; // of the open ones: which mapping
    };
    // Everything of this process that can be written, in the secret's bytes and as UTF-16.
    [[nodiscard]] Places find() const;

private:
    QByteArray m_masked;
};

} // namespace reeve::test
