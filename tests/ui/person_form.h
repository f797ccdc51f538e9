// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/address/address_service.h"
#include "core/services/person/person_service.h"
#include "tests/core/services/desk_folder.h"
#include "tests/ui/accessible_action.h"
#include "tests/ui/interaction_waiting.h"
#include "ui/person/person_editor.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QListView>
#include <QPushButton>

namespace reeve::test {

// The form of a person on screen, over a real store, used by the names that a screen reader says.
class FormOnScreen final
{
public:
    FormOnScreen()
    {
        QObject::connect(&m_editor, &ui::PersonEditor::saved, &m_editor, [this] { m_isSaved = true; });
        QObject::connect(&m_editor, &ui::PersonEditor::cancelled, &m_editor, [this] { m_isCancelled = true; });
        QObject::connect(&m_editor, &ui::PersonEditor::setAside, &m_editor, [this] { m_isSetAside = true; });
        m_editor.resize(400, 900);
        m_editor.show();
        m_editor.activateWindow();
        REQUIRE(waitUntil([this] { return m_editor.isActiveWindow(); }));
    }

    [[nodiscard]] services::PersonService &people() { return m_people; }
    [[nodiscard]] ui::PersonEditor &editor() { return m_editor; }
    [[nodiscard]] bool isCancelled() const noexcept { return m_isCancelled; }
    [[nodiscard]] bool isSetAside() const noexcept { return m_isSetAside; }

    [[nodiscard]] domain::PersonId add(const domain::Person &person)
    {
        const auto id = await(m_people.add(person));
        REQUIRE(id);
        return *id;
    }
    [[nodiscard]] services::PersonView stored(domain::PersonId id)
    {
        const auto view = await(m_people.open(id));
        REQUIRE(view);
        return *view;
    }
    void edit(domain::PersonId id) { m_editor.edit(stored(id).person); }
    [[nodiscard]] bool save()
    {
        m_isSaved = false;
        m_editor.save();
        return waitUntil([this] { return m_isSaved; });
    }

    // As a screen reader says it. For a combo box Qt 6.4 answers its choice on Linux, and its name beside it.
    [[nodiscard]] static QString nameOf(const QWidget &widget)
    {
        if (!widget.accessibleName().isEmpty())
            return widget.accessibleName();
        return QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&widget))->text(QAccessible::Name);
    }
    // What can be seen and has exactly this name; fails the test when there is none.
    template <typename Control>
    [[nodiscard]] Control *control(const QString &name)
    {
        if (Control *found = find<Control>(name))
            return found;
        FAIL("nothing is called " << name.toStdString());
        return nullptr;
    }
    template <typename Control>
    [[nodiscard]] Control *find(const QString &name)
    {
        for (auto *one : m_editor.findChildren<Control *>()) {
            if (one->isVisible() && nameOf(*one) == name)
                return one;
        }
        return nullptr;
    }
    void press(const QString &name)
    {
        auto *button = control<QPushButton>(name);
        bool isClicked = false; // it is, a moment after the press
        const auto click =
            QObject::connect(button, &QPushButton::clicked, &m_editor, [&isClicked] { isClicked = true; });
        REQUIRE(act(button));
        REQUIRE(waitUntil([&isClicked] { return isClicked; }));
        QObject::disconnect(click);
    }

    // People offered under a field, as they are read out; none while nobody is offered.
    [[nodiscard]] QStringList offered()
    {
        QStringList rows;
        if (const auto *list = find<QListView>(QStringLiteral("People on record"))) {
            for (int row = 0; row < list->model()->rowCount(); ++row)
                rows << list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        }
        return rows;
    }

    // As the keyboard does: first whether the widget wants the key, then the key.
    static void key(QWidget *widget, int key)
    {
        QKeyEvent wanted(QEvent::ShortcutOverride, key, Qt::NoModifier);
        wanted.ignore();
        QCoreApplication::sendEvent(widget, &wanted);
        QKeyEvent pressed(QEvent::KeyPress, key, Qt::NoModifier);
        QCoreApplication::sendEvent(widget, &pressed);
    }

private:
    DeskFolder m_folder;
    services::PersonService m_people{m_folder.desk()};
    services::AddressService m_addresses{m_folder.desk()};
    ui::PersonEditor m_editor{m_people, m_addresses};
    bool m_isSaved = false;
    bool m_isCancelled = false;
    bool m_isSetAside = false;
};

} // namespace reeve::test
