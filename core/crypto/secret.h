// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <cstddef>
#include <memory>

namespace reeve::crypto {

// Bytes that must not leak: a passphrase or a key. Lives in sodium_malloc() memory (guard pages, locked out of swap
// and core dumps) and is wiped when it goes. Copies are deep and equally guarded; never print one.
class Secret final
{
public:
    Secret() = default;
    explicit Secret(QByteArrayView bytes);  // the caller's own copy is the caller's to wipe
    static Secret ofSize(std::size_t size); // zeros
    static Secret random(std::size_t size); // from the operating system

    Secret(const Secret &other);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret other) noexcept;
    ~Secret();

    [[nodiscard]] bool isEmpty() const noexcept { return m_size == 0; }
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] const unsigned char *data() const noexcept { return m_bytes; }
    [[nodiscard]] unsigned char *data() noexcept { return m_bytes; }
    [[nodiscard]] QByteArrayView view() const noexcept;

private:
    unsigned char *m_bytes = nullptr;
    std::size_t m_size = 0;
};

// What one guess of a passphrase costs (Argon2id, RFC 9106).
struct Argon2Cost
{
    quint64 memoryBytes = 64ULL << 20;
    quint32 passes = 3;
};

// Overwrites the bytes of an ordinary buffer that held a secret.
void wipe(QByteArray &bytes) noexcept;
void wipe(QString &text) noexcept;

} // namespace reeve::crypto
