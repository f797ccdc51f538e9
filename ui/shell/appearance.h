// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/theme.h"

#include <QObject>
#include <QPalette>

namespace reeve::services {
class Desk;
}

namespace reeve::ui {

class Actions;
class Language;

// How the window looks and which language it speaks, as this agent chose it on this desk; kept in the desk's store.
class Appearance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Appearance)

public:
    // Both must outlive it.
    Appearance(services::Desk &desk, Language &language, QObject *parent = nullptr);

    // Lets the actions change it and shows what is chosen.
    void connectTo(const Actions &actions);

    void setTheme(ThemeChoice choice);
    void setDensity(Density density);
    void setScale(qreal scale); // 1.0 to 2.0

    // Before anybody has signed in: as the system has it.
    static void applySystem();

private:
    void applyAll();

    services::Desk &m_desk;
    Language &m_language;
    ThemeChoice m_theme = ThemeChoice::System;
    Density m_density = Density::Comfortable;
    qreal m_scale = 1.0;
};

} // namespace reeve::ui
