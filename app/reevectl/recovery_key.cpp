// SPDX-License-Identifier: MIT
#include "app/reevectl/recovery_key.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

constexpr qsizetype fingerprintBytes = 4;

QString defaultName(const QString &kind, const QByteArray &publicKey)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/reeve"_s;
    QDir().mkpath(folder);
    return u"%1/%2-%3.key"_s.arg(folder, kind, QString::fromLatin1(publicKey.first(fingerprintBytes).toHex()));
}

Result<QString> writeKey(const QString &name, const crypto::Secret &key, const QString &withoutIt)
{
    const int descriptor =
        ::open(QFile::encodeName(name).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return fail(ErrorCode::Io, u"the key was made but the file %1 cannot be; %2"_s.arg(name, withoutIt));
    QByteArray bytes = key.view().toByteArray().toHex() + '\n';
    const bool isWritten = ::write(descriptor, bytes.constData(), static_cast<std::size_t>(bytes.size())) ==
                               static_cast<ssize_t>(bytes.size()) &&
                           ::fsync(descriptor) == 0;
    ::close(descriptor);
    crypto::wipe(bytes);
    if (!isWritten)
        return fail(ErrorCode::Io, u"the key could not be written to %1"_s.arg(name));
    return name;
}

} // namespace

Result<QString> writeRecoveryKey(const QString &fileName, const central::CentralSetup &setup)
{
    const QString name = fileName.isEmpty() ? defaultName(u"recovery"_s, setup.councilPublicKey) : fileName;
    return writeKey(name, setup.councilSecretKey,
                    u"desks enrolled from now on cannot be opened without their passphrase"_s);
}

Result<QString> writeSigningKey(const QString &fileName, const central::CentralSetup &setup)
{
    const QString name = fileName.isEmpty() ? defaultName(u"signing"_s, setup.signingPublicKey) : fileName;
    return writeKey(name, setup.signingSeed, u"desks enrolled from now on cannot be wiped"_s);
}

Result<crypto::Secret> readKeyFile(const QString &fileName)
{
    constexpr qsizetype keyBytes = 32;
    QFile file(fileName);
    if (fileName.isEmpty() || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::InvalidInput, u"cannot read the key file %1"_s.arg(fileName));
    QByteArray text = file.read(1024);
    QByteArray bytes = QByteArray::fromHex(text.trimmed());
    crypto::Secret key = bytes.size() == keyBytes ? crypto::Secret(bytes) : crypto::Secret();
    crypto::wipe(text);
    crypto::wipe(bytes);
    if (key.isEmpty())
        return fail(ErrorCode::InvalidInput, u"%1 does not hold a key of the council"_s.arg(fileName));
    return key;
}

} // namespace reeve::ctl
