// SPDX-License-Identifier: MIT
#include "app/private_postgres/server_account.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <arpa/inet.h>
#include <grp.h>
#include <pwd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::app {

namespace {

// Binds to `port` of the loopback address (0: any) and answers the port; 0 when that is not possible.
quint16 tryBind(quint16 port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return 0;
    const int on = 1;
    ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on); // as PostgreSQL does
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool isBound = ::bind(descriptor, reinterpret_cast<sockaddr *>(&address), size) == 0 &&
                         ::getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &size) == 0;
    ::close(descriptor);
    return isBound ? ntohs(address.sin_port) : quint16(0);
}

} // namespace

Result<ServerAccount> ServerAccount::find()
{
    if (::geteuid() != 0)
        return ServerAccount{::geteuid(), ::getegid(), false};
    const passwd *entry = ::getpwnam("postgres");
    if (!entry)
        return fail(ErrorCode::NotFound, u"PostgreSQL refuses to run as root, and there is no user 'postgres'"_s);
    return ServerAccount{entry->pw_uid, entry->pw_gid, true};
}

Result<> ServerAccount::makeFolder(const QString &folder) const
{
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::Io, u"the folder %1 cannot be made"_s.arg(folder));
    const QByteArray name = QFile::encodeName(folder);
    if (::chmod(name.constData(), 0700) != 0 || (isOther && ::chown(name.constData(), user, group) != 0))
        return fail(ErrorCode::Io, u"the folder %1 cannot be handed to PostgreSQL"_s.arg(folder));
    return {};
}

void ServerAccount::become(QProcess &process) const
{
    if (!isOther)
        return;
    process.setChildProcessModifier([account = *this] {
        if (::setgroups(0, nullptr) != 0 || ::setgid(account.group) != 0 || ::setuid(account.user) != 0)
            ::_exit(126);
    });
}

Result<QString> serverProgram(const QString &name)
{
    const QDir versions(u"/usr/lib/postgresql"_s);
    int newest = 0;
    const auto entries = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &version : entries) {
        if (QFile::exists(versions.filePath(version + u"/bin/"_s + name)))
            newest = std::max(newest, version.toInt());
    }
    if (newest == 0)
        return fail(ErrorCode::NotFound, u"PostgreSQL's %1 is not installed (package postgresql)"_s.arg(name));
    return versions.filePath(u"%1/bin/%2"_s.arg(newest).arg(name));
}

quint16 freePort()
{
    return tryBind(0);
}

bool isPortFree(quint16 port)
{
    return tryBind(port) == port;
}

} // namespace reeve::app
