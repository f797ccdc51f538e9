// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <catch2/catch.hpp>

#include <QString>

#include <ostream>

// Lets a failed REQUIRE say why: `REQUIRE(result)` prints the error's code and detail, QString prints its text.
inline std::ostream &operator<<(std::ostream &out, const QString &text)
{
    return out << '"' << text.toStdString() << '"';
}

namespace Catch {

template <>
struct StringMaker<QString>
{
    static std::string convert(const QString &text) { return '"' + text.toStdString() + '"'; }
};

template <>
struct StringMaker<QByteArray>
{
    static std::string convert(const QByteArray &bytes) { return '"' + bytes.toStdString() + '"'; }
};

template <typename T>
struct StringMaker<tl::expected<T, reeve::Error>>
{
    static std::string convert(const tl::expected<T, reeve::Error> &result)
    {
        if (result)
            return "a value";
        return (reeve::errorName(result.error().code) + QStringLiteral(": ") + result.error().detail).toStdString();
    }
};

} // namespace Catch
