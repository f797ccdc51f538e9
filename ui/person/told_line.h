// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/tell_once_service.h"
#include "ui/theme/theme.h"

#include <QFrame>

namespace reeve::ui {

// One thing that is known of a person, in the panel: it takes the focus, so that one key says that it is still right
// (the window's command), and another that it reaches nobody (Del, or the menu).
class ToldLine final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ToldLine)

public:
    struct Words
    {
        QString icon;
        QString text;
        QString grey;       // label, standing
        QString provenance; // told more fully where one asks for it
        bool isStruck = false;
        bool isStrong = false;
        QString second = {}; // under the text, in the same ink
        Role iconRole = Role::Secondary;
    };

    // `field` as in domain::toFields().
    ToldLine(const QString &field, const Words &words, QWidget *parent);

    [[nodiscard]] const QString &field() const noexcept { return m_field; }
    [[nodiscard]] bool canBeUnreachable() const;
    // The reasons for which this line may reach nobody, to choose from.
    void askWhyUnreachable();

signals:
    void confirmRequested(const QString &field);
    void unreachableChosen(const QString &field, reeve::services::UnreachableWhy why);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void openMenu(const QPoint &at, bool withConfirm);
    [[nodiscard]] domain::ContactKind kind() const; // of a contact point

    const QString m_field;
    bool m_isPhone = false;
};

} // namespace reeve::ui
