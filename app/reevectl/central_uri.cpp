// SPDX-License-Identifier: MIT
#include "app/reevectl/central_uri.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

bool isUri(const QString &uri)
{
    return uri.startsWith(u"postgresql://"_s) || uri.startsWith(u"postgres://"_s);
}

// "user:password" of scheme://user:password@host…; libpq allows several hosts, which QUrl does not read.
QString authorityUser(const QString &uri)
{
    const qsizetype begin = uri.indexOf(u"://"_s) + 3;
    qsizetype end = begin;
    while (end < uri.size() && uri.at(end) != u'/' && uri.at(end) != u'?')
        ++end;
    const QString authority = uri.mid(begin, end - begin);
    const qsizetype at = authority.lastIndexOf(u'@');
    return at < 0 ? QString() : authority.left(at);
}

} // namespace

Result<QString> checkCentralUri(const QString &uri)
{
    static const QRegularExpression passwordKey(u"(^|[\\s?&])(ssl)?password\\s*="_s,
                                                QRegularExpression::CaseInsensitiveOption);
    if (uri.isEmpty())
        return fail(ErrorCode::InvalidInput, u"--central needs a libpq URI: postgresql://host/database"_s);
    if (!isUri(uri) && !uri.contains(u'='))
        return fail(ErrorCode::InvalidInput, u"--central is not a libpq URI (postgresql://host/database)"_s);
    if (passwordKey.match(uri).hasMatch() || (isUri(uri) && authorityUser(uri).contains(u':')))
        return fail(ErrorCode::InvalidInput,
                    u"the URI holds a password: arguments can be read by everybody on this machine. "
                    u"Set REEVE_CENTRAL_PASSWORD, or name a file with --central-password-file"_s);
    return uri;
}

QString userOf(const QString &uri)
{
    if (isUri(uri))
        return QUrl::fromPercentEncoding(authorityUser(uri).toUtf8());
    static const QRegularExpression userKey(u"(?:^|\\s)user\\s*=\\s*'?([^'\\s]+)"_s);
    return userKey.match(uri).captured(1);
}

QString withoutUser(const QString &uri)
{
    QString result = uri;
    if (!isUri(uri)) {
        static const QRegularExpression userKey(u"(^|\\s)user\\s*=\\s*('[^']*'|[^\\s]+)"_s);
        return result.remove(userKey).trimmed();
    }
    const QString user = authorityUser(uri);
    if (!user.isNull())
        result.remove(uri.indexOf(u"://"_s) + 3, user.size() + 1);
    return result;
}

} // namespace reeve::ctl
