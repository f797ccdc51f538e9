// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/interaction/interaction_service.h"
#include "core/services/person/duplicates/duplicate_service.h"
#include "core/services/sync/sync_service.h"
#include "core/store/merge_repository.h"
#include "tests/core/services/desk_folder.h"
#include "tests/ui/accessible_action.h"
#include "tests/ui/interaction_waiting.h"
#include "tests/ui/unreachable_centre.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QRegularExpression>

#include <algorithm>

#include <catch2/catch.hpp>

namespace reeve::test {

// A desk on which Mrs Joan Hayward is on record twice: as Joan of 14 Orchard Way, and as Jaon of 3 Mill Lane. And a
// window for panels to slide over.
class TwoRecords
{
public:
    TwoRecords()
    {
        first = add(joan());
        domain::Person other = joan();
        other.name.given = QStringLiteral("Jaon");
        other.addresses.front().text = QStringLiteral("3 Mill Lane, Exampleton");
        second = add(other);
        window.resize(1440, 900);
        window.show();
    }

    domain::PersonId add(const domain::Person &person) const
    {
        const auto id = await(people.add(person));
        REQUIRE(id);
        return *id;
    }
    [[nodiscard]] domain::MergeEventId merge() const
    {
        services::MergeRequest request;
        request.survivor = first;
        request.absorbed = second;
        const auto merged = await(merges.merge(request));
        REQUIRE(merged);
        return *merged;
    }
    [[nodiscard]] domain::InteractionId logs(const domain::PersonId &person, const QString &note)
    {
        domain::Interaction made = call(folder.clock().now(), note);
        made.person = person;
        const auto saved = await(services::InteractionService(folder.desk()).log({made}));
        REQUIRE(saved);
        REQUIRE(saved->front());
        return saved->front()->id;
    }
    [[nodiscard]] services::PersonView open(const domain::PersonId &id) const
    {
        const auto view = await(people.open(id));
        REQUIRE(view);
        return *view;
    }
    [[nodiscard]] bool isOne() const { return open(second).person.id == first; }

    DeskFolder folder;
    services::PersonService people{folder.desk()};
    services::MergeService merges{folder.desk()};
    services::DuplicateService duplicates{folder.desk()};
    services::SyncService sync{folder.desk(), std::make_unique<UnreachableCentre>()};
    QWidget window;
    domain::PersonId first;
    domain::PersonId second;
};

// What a person sees of `panel`, and does with it.

[[nodiscard]] inline bool shows(const QWidget &panel, const QString &words)
{
    const auto labels = panel.findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) {
        return label->isVisibleTo(&panel) && label->text().contains(words);
    });
}

// The button whose accessible name is that; null when it is not to be seen.
[[nodiscard]] inline QAbstractButton *button(const QWidget &panel, const QString &pattern)
{
    const QRegularExpression wanted(pattern);
    for (auto *one : panel.findChildren<QAbstractButton *>()) {
        const QString name = one->accessibleName().isEmpty() ? one->text() : one->accessibleName();
        if (one->isVisibleTo(&panel) && wanted.match(name).hasMatch())
            return one;
    }
    return nullptr;
}

[[nodiscard]] inline bool press(const QWidget &panel, const QString &pattern)
{
    QAbstractButton *one = button(panel, pattern);
    return one && one->isEnabled() && act(one);
}

inline void key(QWidget *where, int code, Qt::KeyboardModifiers modifiers = Qt::NoModifier, const QString &text = {})
{
    REQUIRE(where);
    QKeyEvent down(QEvent::KeyPress, code, modifiers, text);
    QApplication::sendEvent(where, &down);
}

} // namespace reeve::test
