// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QUuid>

#include <string>

namespace reeve::store {

// JSON as a row keeps it where many rows are alike: the names that each of them repeats as one byte each, an id as its
// 16 bytes, all else as it is; a third of the size, so that a third of the pages are sealed. Every byte comes back,
// whatever it was. JSON that was never packed is known by its first byte, which is no mark.
//
// What a byte stands for never changes: rows are kept for years. Other names take another mark.
class JsonPacker final
{
public:
    // Writes behind what is there; `onto` must outlive it.
    explicit JsonPacker(std::string &onto);

    // What is told in parts comes back as one.
    void add(QByteArrayView json);
    void add(const QUuid &id);             // without braces
    void addPacked(QByteArrayView packed); // also of what was packed onto the same

private:
    std::string &m_packed;
};

[[nodiscard]] QByteArray packJson(QByteArrayView json);

[[nodiscard]] bool isPacked(QByteArrayView stored) noexcept;

// What was packed, byte by byte; what never was is answered as it is.
[[nodiscard]] QByteArray unpackJson(QByteArrayView stored);

} // namespace reeve::store
