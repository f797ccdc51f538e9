// SPDX-License-Identifier: MIT
#include "core/central/target.h"

#include <QFile>
#include <QUrl>

#include <arpa/inet.h>
#include <libpq-fe.h>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace reeve::central {

namespace {

using Options = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;

QByteArray valueOf(const PQconninfoOption *options, QByteArrayView keyword)
{
    for (const PQconninfoOption *option = options; option && option->keyword; ++option) {
        if (keyword == QByteArrayView(option->keyword))
            return QByteArray(option->val);
    }
    return {};
}

// 127.x.y.z in numbers: a name may begin like that too, and stand for any machine.
bool isLoopbackV4(const QByteArray &where)
{
    in_addr address = {};
    return inet_pton(AF_INET, where.constData(), &address) == 1 && (ntohl(address.s_addr) >> 24) == 127;
}

bool isLocal(const Target::Host &host)
{
    const QByteArray &where = host.address.isEmpty() ? host.name : host.address;
    return where.isEmpty() || where.startsWith('/') || where.startsWith('@') || where == "localhost" ||
           where == "::1" || isLoopbackV4(where);
}

bool isSecret(const PQconninfoOption &option)
{
    return option.dispchar && (*option.dispchar == '*' || *option.dispchar == 'D');
}

// Keywords that Target keeps elsewhere.
bool isPlace(QByteArrayView keyword)
{
    for (const char *place : {"host", "hostaddr", "port", "dbname", "user", "password"}) {
        if (keyword == QByteArrayView(place))
            return true;
    }
    return false;
}

std::vector<Target::Host> hostsOf(const QByteArray &names, const QByteArray &addresses, const QByteArray &ports)
{
    const QList<QByteArray> name = names.split(',');
    const QList<QByteArray> address = addresses.split(',');
    const QList<QByteArray> port = ports.split(',');
    std::vector<Target::Host> hosts;
    for (qsizetype i = 0; i < qMax(name.size(), address.size()); ++i) {
        // One port stands for all hosts, as in libpq.
        hosts.push_back({name.value(i), address.value(i), port.size() == 1 ? port.first() : port.value(i)});
    }
    return hosts;
}

} // namespace

bool Target::demandsTls() const
{
    for (const auto &[keyword, value] : options) {
        if (keyword == "sslmode")
            return value == "verify-full";
    }
    return false;
}

Result<Target> Target::parse(const QString &uri)
{
    char *why = nullptr;
    const Options said(PQconninfoParse(uri.toUtf8().constData(), &why), &PQconninfoFree);
    PQfreemem(why); // quotes the URI, and so perhaps a password
    if (!said)
        return fail(ErrorCode::InvalidInput, u"not a libpq URI"_s);
    if (!valueOf(said.get(), "service").isEmpty())
        return fail(ErrorCode::InvalidInput, u"a service file cannot name the centre; name its host"_s);
    // What the environment would fill in counts as said where it decides whom we talk to.
    const Options usual(PQconndefaults(), &PQconninfoFree);
    const auto either = [&](QByteArrayView keyword) {
        const QByteArray value = valueOf(said.get(), keyword);
        return value.isEmpty() ? valueOf(usual.get(), keyword) : value;
    };

    Target target;
    QByteArray names = valueOf(said.get(), "host");
    QByteArray addresses = valueOf(said.get(), "hostaddr");
    if (names.isEmpty() && addresses.isEmpty()) {
        names = valueOf(usual.get(), "host");
        addresses = valueOf(usual.get(), "hostaddr");
    }
    target.hosts = hostsOf(names, addresses, either("port"));
    target.user = valueOf(said.get(), "user");
    target.password = valueOf(said.get(), "password");
    target.database = either("dbname");

    bool isAllLocal = true;
    for (const Host &host : target.hosts)
        isAllLocal = isAllLocal && isLocal(host);

    for (const PQconninfoOption *option = said.get(); option->keyword; ++option) {
        if (option->val && *option->val && !isPlace(option->keyword))
            target.options.emplace_back(option->keyword, option->val);
    }
    const auto setIfAbsent = [&](const char *keyword, const QByteArray &value) {
        if (valueOf(said.get(), keyword).isEmpty())
            target.options.emplace_back(keyword, value);
    };
    if (!isAllLocal) {
        const QByteArray mode = valueOf(said.get(), "sslmode");
        if (!mode.isEmpty() && mode != "verify-full")
            return fail(ErrorCode::Untrusted, u"sslmode must be verify-full for a host that is not this one"_s);
        setIfAbsent("sslmode", "verify-full");
        // Where GSSAPI is at hand libpq would encrypt with it instead, and never look at a certificate.
        if (valueOf(said.get(), "gssencmode") == "require")
            return fail(ErrorCode::Untrusted, u"gssencmode=require takes the place of TLS, which is demanded"_s);
        setIfAbsent("gssencmode", "disable");
        const QByteArray roots = "/etc/ssl/certs/ca-certificates.crt"; // what the machine trusts
        if (either("sslrootcert").isEmpty() &&
            !QFile::exists(qEnvironmentVariable("HOME") + u"/.postgresql/root.crt"_s) &&
            QFile::exists(QString::fromLatin1(roots)))
            target.options.emplace_back("sslrootcert", roots);
    }
    setIfAbsent("tcp_user_timeout", "5000");
    setIfAbsent("keepalives_idle", "10");
    setIfAbsent("keepalives_interval", "3");
    setIfAbsent("keepalives_count", "3");
    setIfAbsent("application_name", "reeve");
    setIfAbsent("client_encoding", "UTF8");
    if (target.hosts.size() > 1)
        setIfAbsent("target_session_attrs", "read-write");
    return target;
}

Result<QString> withoutSecrets(const QString &uri)
{
    char *why = nullptr;
    const Options said(PQconninfoParse(uri.toUtf8().constData(), &why), &PQconninfoFree);
    PQfreemem(why);
    if (!said)
        return fail(ErrorCode::InvalidInput, u"not a libpq URI"_s);
    // Everything as a parameter: that form holds several hosts, sockets and ports alike.
    QStringList parts;
    for (const PQconninfoOption *option = said.get(); option->keyword; ++option) {
        const QByteArrayView keyword(option->keyword);
        if (!option->val || !*option->val || isSecret(*option) || keyword == QByteArrayView("user"))
            continue;
        parts << QString::fromLatin1(option->keyword) + u'=' +
                     QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(option->val), ",/:"));
    }
    return u"postgresql://?"_s + parts.join(u'&');
}

} // namespace reeve::central
