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

SignInThrottle::Tries SignInThrottle::load() const
{
    const Result<QByteArray> bytes = readFile(m_file, largestFile);
    if (!bytes)
        return {};
    const QJsonObject object = QJsonDocument::fromJson(*bytes).object();
    return {std::max<qint64>(0, object.value(u"count"_s).toInteger()), object.value(u"last"_s).toInteger()};
}

Result<> SignInThrottle::store(const Tries &tries) const
{
    const QJsonObject object{{u"count"_s, tries.count}, {u"last"_s, tries.lastAt}};
    return replaceFile(m_file, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<> SignInThrottle::admit()
{
    const qint64 now = m_clock.now().time_since_epoch().count();
    m_before = load();
    if (m_before.lastAt > now) {
        // The clock was set back: wait from now on, instead of for years.
        m_before.lastAt = now;
        if (const Result<> stored = store(m_before); !stored)
            return stored;
    }
    const qint64 left = waitAfter(m_before.count).count() - (now - m_before.lastAt);
    if (left > 0)
        return fail(ErrorCode::Throttled, QString::number((left + 999) / 1000));
    return store({m_before.count + 1, now});
}

void SignInThrottle::succeeded()
{
    QFile::remove(m_file);
}

void SignInThrottle::withdraw()
{
    if (m_before.count == 0)
        QFile::remove(m_file);
    else if (!store(m_before))
        return; // one try too many is counted: harmless
}

} // namespace reeve::crypto
