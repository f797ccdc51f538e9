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

QString defaultName(const QByteArray &publicKey)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/reeve"_s;
    QDir().mkpath(folder);
    return u"%1/recovery-%2.key"_s.arg(folder, QString::fromLatin1(publicKey.first(fingerprintBytes).toHex()));
}

} // namespace

Result<QString> writeRecoveryKey(const QString &fileName, const central::CentralSetup &setup)
{
    const QString name = fileName.isEmpty() ? defaultName(setup.councilPublicKey) : fileName;
    const int descriptor =
        ::open(QFile::encodeName(name).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return fail(ErrorCode::Io, u"the recovery key was made but the file %1 cannot be; desks enrolled from now on "
                                   u"cannot be opened without their passphrase"_s.arg(name));
    QByteArray bytes = setup.councilSecretKey.view().toByteArray().toHex() + '\n';
    const bool isWritten = ::write(descriptor, bytes.constData(), static_cast<std::size_t>(bytes.size())) ==
                               static_cast<ssize_t>(bytes.size()) &&
                           ::fsync(descriptor) == 0;
    ::close(descriptor);
    crypto::wipe(bytes);
    if (!isWritten)
        return fail(ErrorCode::Io, u"the recovery key could not be written to %1"_s.arg(name));
    return name;
}

} // namespace reeve::ctl
