// SPDX-License-Identifier: MIT
#include "app/reevectl/secrets.h"

#include <QFile>

#include <array>
#include <cstdlib>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

constexpr std::array variables{"REEVE_PASSPHRASE", "REEVE_CENTRAL_PASSWORD", "REEVE_AGENT_PASSWORD",
                               "REEVE_NEW_PASSPHRASE"};
constexpr qint64 longestSecret = 4096;

std::array<std::optional<crypto::Secret>, variables.size()> &taken()
{
    static std::array<std::optional<crypto::Secret>, variables.size()> secrets;
    return secrets;
}

std::array<bool, variables.size()> &isRead()
{
    static std::array<bool, variables.size()> read{};
    return read;
}

std::size_t indexOf(SecretOf whose)
{
    return static_cast<std::size_t>(whose);
}

QString optionOf(SecretOf whose)
{
    switch (whose) {
    case SecretOf::Store:
        return u"--passphrase-file"_s;
    case SecretOf::CentralSignIn:
        return u"--central-password-file"_s;
    case SecretOf::Agent:
        return u"--agent-password-file"_s;
    case SecretOf::NewStore:
        return u"--new-passphrase-file"_s;
    }
    return {};
}

Result<crypto::Secret> readFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::InvalidInput, u"cannot read the file %1"_s.arg(name));
    QByteArray bytes = file.read(longestSecret + 2);
    qsizetype length = bytes.size();
    if (length > 0 && bytes.at(length - 1) == '\n')
        --length;
    if (length > 0 && bytes.at(length - 1) == '\r')
        --length;
    auto secret = length > 0 && length <= longestSecret
                      ? Result<crypto::Secret>(crypto::Secret(QByteArrayView(bytes).first(length)))
                      : fail(ErrorCode::InvalidInput, u"the file %1 is empty or too long for a secret"_s.arg(name));
    crypto::wipe(bytes);
    return secret;
}

} // namespace

void takeSecretsFromEnvironment()
{
    for (std::size_t i = 0; i < variables.size(); ++i) {
        char *value = std::getenv(variables[i]);
        if (!value)
            continue;
        if (*value)
            taken()[i].emplace(QByteArrayView(value));
        std::memset(value, 0, std::strlen(value)); // also in /proc/…/environ
        unsetenv(variables[i]);
    }
}

Result<std::optional<crypto::Secret>> findSecret(SecretOf whose, const Arguments &arguments)
{
    std::optional<crypto::Secret> &known = taken()[indexOf(whose)];
    const QString file = arguments.value(optionOf(whose));
    if (file.isEmpty() || isRead()[indexOf(whose)])
        return known;
    auto secret = readFile(file);
    if (!secret)
        return fail(secret);
    known.emplace(std::move(*secret));
    isRead()[indexOf(whose)] = true; // once: a pipe has nothing to say the second time
    return known;
}

Result<crypto::Secret> requireSecret(SecretOf whose, const Arguments &arguments)
{
    auto secret = findSecret(whose, arguments);
    if (!secret)
        return fail(secret);
    if (!*secret)
        return fail(ErrorCode::InvalidInput, u"set %1, or name a file with %2"_s.arg(
                                                 QString::fromLatin1(variables[indexOf(whose)]), optionOf(whose)));
    return std::move(**secret);
}

} // namespace reeve::ctl
