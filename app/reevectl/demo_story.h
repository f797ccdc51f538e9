// SPDX-License-Identifier: MIT
#pragma once

#include "app/private_postgres/private_postgres.h"
#include "app/reevectl/terminal.h"
#include "core/crypto/secret.h"
#include "core/domain/interaction.h"
#include "core/services/session/desk.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <memory>

namespace reeve::ctl {

// The main job from nothing, on real parts, in a folder that goes away with the object. Every step prints a line; the
// first one that does not hold ends the story.
class DemoStory final
{
public:
    DemoStory(qint64 people, Terminal &terminal);
    ~DemoStory();
    DemoStory(const DemoStory &) = delete;
    DemoStory &operator=(const DemoStory &) = delete;

    [[nodiscard]] Result<> tell();

private:
    // Before the outage.
    [[nodiscard]] Result<> startCentre();
    [[nodiscard]] Result<> makeCouncil();
    [[nodiscard]] Result<> enrolDesk();
    [[nodiscard]] Result<> loadPeople();
    [[nodiscard]] Result<> findCaller();
    [[nodiscard]] Result<> logOnline();
    // The outage, and after it.
    [[nodiscard]] Result<> stopCentre();
    [[nodiscard]] Result<> logOffline();
    [[nodiscard]] Result<> restartDesk();
    [[nodiscard]] Result<> searchDisk();
    [[nodiscard]] Result<> startCentreAgain();
    [[nodiscard]] Result<> bringAcross();
    [[nodiscard]] Result<> checkCentre();

    [[nodiscard]] Result<> openDesk();
    [[nodiscard]] QString storeFolder() const { return m_folder.filePath(QStringLiteral("desk")); }
    // "does", with what it found and how long it took since the last step.
    void step(const QString &does, QJsonObject found = {});

    qint64 m_people;
    Terminal &m_terminal;
    QTemporaryDir m_folder;
    app::PrivatePostgres m_centre;
    QElapsedTimer m_sinceStep;
    crypto::Secret m_passphrase;
    crypto::Secret m_agentPassword;
    std::shared_ptr<services::Desk> m_desk;
    std::optional<domain::PersonId> m_caller;
    domain::InteractionId m_online;
    domain::InteractionId m_offline;
    int m_steps = 0;
};

} // namespace reeve::ctl
