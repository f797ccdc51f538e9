// SPDX-License-Identifier: MIT
#include "core/services/person/person_service.h"
#include "core/services/sync/sync_service.h"
#include "tests/core/services/desk_folder.h"
#include "tests/ui/interaction_waiting.h"
#include "tests/ui/unreachable_centre.h"
#include "ui/interaction/timeline_panel.h"
#include "ui/interaction/work_panel.h"
#include "ui/interaction/work_view_model.h"
#include "ui/person/find_box.h"
#include "ui/person/person_editor.h"
#include "ui/person/person_panel.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;

namespace {

// What one can act on in `panel`, and a screen reader would call nothing.
QStringList unnamed(const QWidget &panel)
{
    QStringList found;
    for (QWidget *widget : panel.findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
                               qobject_cast<QLineEdit *>(widget) || qobject_cast<QPlainTextEdit *>(widget) ||
                               qobject_cast<QAbstractItemView *>(widget);
        const bool isPart = widget->objectName().startsWith(u"qt_"_s) ||
                            qobject_cast<QLineEdit *>(widget->parentWidget()) || // its own clear button and icon
                            widget->window() != panel.window() ||                // the list of a combo box
                            (widget->parentWidget() && widget->parentWidget()->inherits("QComboBoxPrivateContainer"));
        if (!isControl || isPart)
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        if (!accessible || accessible->text(QAccessible::Name).trimmed().isEmpty()) {
            found.append(u"%1 %2 in %3"_s.arg(QString::fromLatin1(widget->metaObject()->className()),
                                              widget->objectName(),
                                              QString::fromLatin1(widget->parentWidget()->metaObject()->className())));
        }
    }
    return found;
}

// What is on screen and smaller than a finger or a shaking hand can hit.
QStringList tooSmall(const QWidget &panel)
{
    QStringList found;
    for (QAbstractButton *button : panel.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && !qobject_cast<QLineEdit *>(button->parentWidget()) &&
            (button->width() < 24 || button->height() < 22))
            found.append(button->accessibleName() + u": %1 x %2"_s.arg(button->width()).arg(button->height()));
    }
    return found;
}

} // namespace

TEST_CASE("every control of the panels has a name for a screen reader, and can be hit", "[accessibility]")
{
    // As the program dresses them: the sizes of an undressed control are those of the machine's own font.
    ui::apply(*qApp, ui::Theme::light(), ui::Density::Comfortable);
    DeskFolder folder;
    services::PersonService people(folder.desk());
    services::AddressService addresses(folder.desk());
    services::InteractionService interactions(folder.desk());
    services::PrivacyService privacy(folder.desk());
    services::SyncService sync(folder.desk(), std::make_unique<UnreachableCentre>());

    SECTION("the interaction in work")
    {
        ui::WorkPanel panel(interactions, folder.desk());
        CHECK(unnamed(panel) == QStringList());
        panel.resize(700, 900);
        panel.show();
        panel.start(domain::Channel::Phone, domain::Direction::Inbound);
        REQUIRE(waitUntil([&] { return panel.viewModel().current() != nullptr; }));
        for (const domain::BasisPreset &preset : folder.desk().policy().lawfulBasis.presets())
            panel.viewModel().current()->addRestricted(preset);
        panel.viewModel().current()->addReason(u"lgsl:57"_s);
        panel.flagSensitive();
        QCoreApplication::processEvents();
        CHECK(unnamed(panel) == QStringList());
        CHECK(tooSmall(panel) == QStringList());
    }
    SECTION("the editor, with a row of everything")
    {
        domain::Person person = joan();
        person.relationships = {{u"r"_s, domain::RelationshipKind::Carer, {}, u"Ann"_s, {}, {}}};
        person.paymentReferences = {{u"p"_s, u"rent"_s, u"R-1"_s, {}}};
        person.formerNames = {{u"f"_s, {{}, u"Joan"_s, {}, u"Smith"_s}}};
        ui::PersonEditor panel(people, addresses);
        panel.edit(person);
        panel.resize(420, 900);
        panel.show();
        QCoreApplication::processEvents();
        CHECK(unnamed(panel) == QStringList());
        CHECK(tooSmall(panel) == QStringList());
    }
    SECTION("the person, the timeline and the find box")
    {
        ui::PersonPanel person(folder.desk(), people, privacy, sync);
        ui::TimelinePanel timeline(interactions, folder.desk());
        ui::FindBox find(people);
        CHECK(unnamed(person) == QStringList());
        CHECK(unnamed(timeline) == QStringList());
        CHECK(unnamed(find) == QStringList());
    }
}
