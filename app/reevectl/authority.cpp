// SPDX-License-Identifier: MIT
#include "app/reevectl/authority.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <arpa/inet.h>
#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

constexpr auto authorityDays = "3650"_L1;
constexpr auto serverDays = "825"_L1; // longer ones are refused by some
constexpr int patienceMs = 60'000;

Result<> openssl(const QStringList &arguments)
{
    const QString program = QStandardPaths::findExecutable(u"openssl"_s);
    if (program.isEmpty())
        return fail(ErrorCode::NotFound, u"openssl is not installed"_s);
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    if (!process.waitForFinished(patienceMs) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0) {
        const QString said = QString::fromUtf8(process.readAllStandardError()).trimmed();
        return fail(ErrorCode::Io, u"openssl %1: %2"_s.arg(arguments.first(), said));
    }
    return {};
}

bool isAddressOf(int family, const QString &host)
{
    unsigned char address[sizeof(in6_addr)];
    return ::inet_pton(family, host.toLatin1().constData(), address) == 1;
}

QStringList newKey(const QString &file)
{
    return {u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s, u"-keyout"_s, file};
}

Result<> makeAuthority(const QString &key, const QString &certificate)
{
    if (QFile::exists(key) && QFile::exists(certificate))
        return {};
    if (QFile::exists(key) || QFile::exists(certificate))
        return fail(ErrorCode::InvalidInput, u"the folder holds half of an authority"_s);
    return openssl(QStringList{u"req"_s, u"-x509"_s, u"-sha256"_s, u"-days"_s, authorityDays, u"-subj"_s,
                               u"/CN=Reeve private authority"_s, u"-addext"_s,
                               u"basicConstraints=critical,CA:TRUE,pathlen:0"_s, u"-addext"_s,
                               u"keyUsage=critical,keyCertSign,cRLSign"_s, u"-out"_s, certificate} +
                   newKey(key));
}

} // namespace

Result<ServerCertificate> certify(const QString &folder, const QString &host)
{
    static const QRegularExpression name(u"^[A-Za-z0-9]([A-Za-z0-9-]{0,62})(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,62}))*$"_s);
    const bool isAddress = isAddressOf(AF_INET, host) || isAddressOf(AF_INET6, host);
    if (!isAddress && !name.match(host).hasMatch())
        return fail(ErrorCode::InvalidInput, u"--host is a name such as db.example.org, or an address"_s);
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::Io, u"the folder %1 cannot be made"_s.arg(folder));

    const QDir place(QDir(folder).absolutePath());
    const QString stem = QString(host).replace(u':', u'-');
    const ServerCertificate made{place.filePath(u"authority.pem"_s), place.filePath(stem + u".pem"_s),
                                 place.filePath(stem + u".key"_s)};
    const QTemporaryDir work;
    const QString request = work.filePath(u"request"_s);
    const QString extensions = work.filePath(u"extensions"_s);
    QFile file(extensions);
    const QString about =
        u"basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\n"
        "extendedKeyUsage=serverAuth\nsubjectAltName=%1:%2\n"_s.arg(isAddress ? u"IP"_s : u"DNS"_s, host);
    if (!work.isValid() || !file.open(QIODevice::WriteOnly) || file.write(about.toUtf8()) < 0 || !file.flush())
        return fail(ErrorCode::Io, u"a temporary file cannot be written"_s);

    const mode_t before = ::umask(0077); // keys are nobody else's from the first moment
    const QString key = place.filePath(u"authority.key"_s);
    Result<> done = makeAuthority(key, made.authority);
    if (done)
        done = openssl(QStringList{u"req"_s, u"-new"_s, u"-subj"_s, u"/CN=Reeve centre"_s, u"-out"_s, request} +
                       newKey(made.key));
    if (done)
        done = openssl({u"x509"_s, u"-req"_s, u"-sha256"_s, u"-days"_s, serverDays, u"-in"_s, request, u"-CA"_s,
                        made.authority, u"-CAkey"_s, key, u"-extfile"_s, extensions, u"-out"_s, made.certificate});
    ::umask(before);
    if (!done)
        return fail(done);
    for (const QString &open : {made.authority, made.certificate})
        QFile::setPermissions(open, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    return made;
}

} // namespace reeve::ctl
