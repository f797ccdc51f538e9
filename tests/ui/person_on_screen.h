// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/person_service.h"
#include "core/services/sync/sync_service.h"
#include "tests/core/services/desk_folder.h"
#include "tests/ui/interaction_waiting.h"
#include "tests/ui/unreachable_centre.h"
#include "ui/person/person_panel.h"
#include "ui/person/told_line.h"

#include <QLabel>

#include <catch2/catch.hpp>

#include <algorithm>

namespace reeve::test {

// The panel with a person in it.
struct PersonOnScreen
{
    DeskFolder folder;
    services::PersonService people{folder.desk()};
    services::PrivacyService privacy{folder.desk()};
    services::SyncService sync{folder.desk(), std::make_unique<UnreachableCentre>()};
    ui::PersonPanel panel{folder.desk(), people, privacy, sync};
    domain::PersonId id;
    QString said;
    QString marked;
    services::WrittenMarks written;

    explicit PersonOnScreen(const domain::Person &person = joan())
    {
        const auto added = await(people.add(person));
        REQUIRE(added);
        id = *added;
        QObject::connect(&panel, &ui::PersonPanel::said, &panel, [this](const QString &words) { said = words; });
        QObject::connect(&panel, &ui::PersonPanel::marked, &panel,
                         [this](const QString &words, const services::WrittenMarks &marks) {
                             marked = words;
                             written = marks;
                         });
        panel.resize(360, 900);
        panel.show();
        panel.activateWindow();
        panel.open(id);
        REQUIRE(waitUntil([this] { return hasWords(QStringLiteral("07700 900123")); }));
    }

    [[nodiscard]] bool hasWords(const QString &words) const
    {
        const auto labels = panel.findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(words, Qt::CaseInsensitive);
        });
    }
    [[nodiscard]] ui::ToldLine *line(const QString &kind) const
    {
        for (auto *line : panel.findChildren<ui::ToldLine *>(QStringLiteral("told:") + kind)) {
            if (line->isVisible())
                return line;
        }
        FAIL("no such line");
        return nullptr;
    }
    [[nodiscard]] domain::Person stored() const
    {
        const auto view = await(people.open(id));
        REQUIRE(view);
        return view->person;
    }
};

} // namespace reeve::test
