// SPDX-License-Identifier: MIT
#pragma once

#include "app/reevectl/arguments.h"
#include "core/crypto/secret.h"

#include <optional>

namespace reeve::ctl {

// Whose secret: each has a variable of the environment and a file option.
enum class SecretOf { Store, CentralSignIn, Agent, NewStore };

// Moves the secrets out of the environment, so that no program started from here inherits one.
void takeSecretsFromEnvironment();

// From the file that the option names, else from the environment; none when neither is there.
[[nodiscard]] Result<std::optional<crypto::Secret>> findSecret(SecretOf whose, const Arguments &arguments);
// InvalidInput says where it is looked for.
[[nodiscard]] Result<crypto::Secret> requireSecret(SecretOf whose, const Arguments &arguments);

// The file options, for the grammars.
inline const QString passphraseFile = QStringLiteral("--passphrase-file");
inline const QString centralPasswordFile = QStringLiteral("--central-password-file");
inline const QString newPassphraseFile = QStringLiteral("--new-passphrase-file");
inline const QString agentPasswordFile = QStringLiteral("--agent-password-file");

} // namespace reeve::ctl
