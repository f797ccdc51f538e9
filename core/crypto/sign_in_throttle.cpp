// SPDX-License-Identifier: MIT
#include "core/crypto/sign_in_throttle.h"

#include "core/crypto/durable_file.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::crypto {

namespace {

constexpr qint64 largestFile = 4096;

std::chrono::milliseconds waitAfter(qint64 tries)
{
    if (tries < SignInThrottle::freeTries)
        return std::chrono::milliseconds{0};
    const qint64 doublings = std::min<qint64>(tries - SignInThrottle::freeTries, 16);
    return std::min<std::chrono::milliseconds>(std::chrono::seconds{1LL << doublings}, SignInThrottle::longestWait);
}

} // namespace

SignInThrottle::Tries SignInThrottle::load(const QString &file)
{
    const Result<QByteArray> bytes = readFile(file, largestFile);
    if (!bytes)
        return {};
    const QJsonObject object = QJsonDocument::fromJson(*bytes).object();
    const QJsonObject refused = object.value(u"refused"_s).toObject();
    return {std::max<qint64>(0, object.value(u"count"_s).toInteger()),
            object.value(u"last"_s).toInteger(),
            {std::max<qint64>(0, refused.value(u"count"_s).toInteger()), refused.value(u"first"_s).toInteger(),
             refused.value(u"last"_s).toInteger()}};
}

Result<> SignInThrottle::store(const QString &file, const Tries &tries)
{
    QJsonObject object{{u"count"_s, tries.count}, {u"last"_s, tries.lastAt}};
    if (tries.refused.count > 0)
        object.insert(u"refused"_s, QJsonObject{{u"count"_s, tries.refused.count},
                                                {u"first"_s, tries.refused.firstAt},
                                                {u"last"_s, tries.refused.lastAt}});
    return replaceFile(file, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void SignInThrottle::put(const QString &file, const Tries &tries)
{
    if (tries.count == 0 && tries.refused.count == 0)
        QFile::remove(file);
    else if (!store(file, tries))
        return; // one try too many is counted: harmless
}

Result<> SignInThrottle::admit()
{
    const qint64 now = m_clock.now().time_since_epoch().count();
    m_before = load(m_file);
    if (m_before.lastAt > now) {
        // The clock was set back: wait from now on, instead of for years.
        m_before.lastAt = now;
        if (const Result<> stored = store(m_file, m_before); !stored)
            return stored;
    }
    const qint64 left = waitAfter(m_before.count).count() - (now - m_before.lastAt);
    if (left > 0)
        return fail(ErrorCode::Throttled, QString::number((left + 999) / 1000));
    Refused refused = m_before.refused;
    if (m_audit == Audit::NextSignIn)
        refused = {refused.count + 1, refused.count > 0 ? refused.firstAt : now, now};
    return store(m_file, {m_before.count + 1, now, refused});
}

void SignInThrottle::succeeded()
{
    put(m_file, {0, 0, m_before.refused});
}

void SignInThrottle::withdraw()
{
    put(m_file, m_before);
}

void SignInThrottle::letTryAgain(const QString &file)
{
    put(file, {0, 0, load(file).refused});
}

SignInThrottle::Refused SignInThrottle::refused(const QString &file)
{
    return load(file).refused;
}

void SignInThrottle::forgetRefused(const QString &file)
{
    Tries tries = load(file);
    tries.refused = {};
    put(file, tries);
}

} // namespace reeve::crypto
