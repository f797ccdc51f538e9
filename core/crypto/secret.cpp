// SPDX-License-Identifier: MIT
#include "core/crypto/secret.h"

#include "core/crypto/sodium.h"

#include <QtGlobal>

#include <sodium.h>

#include <cstring>
#include <utility>

namespace reeve::crypto {

void ensureSodium()
{
    static const int ready = sodium_init(); // 1: somebody else did already
    if (ready < 0)
        qFatal("libsodium cannot be initialised");
}

Secret Secret::ofSize(std::size_t size)
{
    ensureSodium();
    Secret secret;
    if (size == 0)
        return secret;
    secret.m_bytes = static_cast<unsigned char *>(sodium_malloc(size));
    if (secret.m_bytes == nullptr)
        qBadAlloc();
    secret.m_size = size;
    sodium_memzero(secret.m_bytes, size);
    return secret;
}

Secret Secret::random(std::size_t size)
{
    Secret secret = ofSize(size);
    if (size > 0)
        randombytes_buf(secret.m_bytes, size);
    return secret;
}

Secret::Secret(QByteArrayView bytes) : Secret(ofSize(static_cast<std::size_t>(bytes.size())))
{
    if (m_size > 0)
        std::memcpy(m_bytes, bytes.data(), m_size);
}

Secret::Secret(const Secret &other) : Secret(other.view()) {}

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr)),
      m_size(std::exchange(other.m_size, 0))
{}

Secret &Secret::operator=(Secret other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_size, other.m_size);
    return *this;
}

Secret::~Secret()
{
    sodium_free(m_bytes); // wipes; nullptr is fine
}

QByteArrayView Secret::view() const noexcept
{
    return {m_bytes, static_cast<qsizetype>(m_size)};
}

void wipe(QByteArray &bytes) noexcept
{
    // A shared buffer is somebody else's too: detaching would only wipe a copy of it.
    if (!bytes.isEmpty() && bytes.isDetached())
        sodium_memzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

void wipe(QString &text) noexcept
{
    if (!text.isEmpty() && text.isDetached())
        sodium_memzero(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    text.clear();
}

} // namespace reeve::crypto
