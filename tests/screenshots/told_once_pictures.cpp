// SPDX-License-Identifier: MIT
// What somebody told once: how old it is, whom it reaches, who acts for them, and that they have died.
#include "tests/screenshots/photographer.h"
#include "tests/screenshots/pictures.h"
#include "tests/screenshots/told_person.h"
#include "ui/person/told_line.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workplace.h"

#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace reeve::test {

void pictureToldOnce(Photographer &at)
{
    at.mood().takesNothing = false;
    services::PersonService people(at.desk());
    domain::Person person = toldPerson(at.now());
    const auto id = people.add(person).takeResult();
    domain::Person husband;
    husband.name = {u"Mr"_s, u"Henry"_s, {}, u"Marlowe"_s};
    husband.addresses = {person.addresses.front()};
    domain::Relationship wife;
    wife.kind = domain::RelationshipKind::Partner;
    wife.other = id ? std::optional(*id) : std::nullopt;
    husband.relationships = {wife};
    auto added = people.add(husband);
    added.waitForFinished();
    if (!id) {
        at.fail();
        return;
    }
    at.window().workplace().openPerson(*id);
    at.wait(1500ms);
    at.run(ui::Command::StartPhoneIn);
    const auto focusPhone = [&at](const QString &key) {
        for (auto *line : at.window().findChildren<ui::ToldLine *>(u"told:contact"_s)) {
            if (!line->isHidden() && line->field() == u"contact/"_s + key)
                line->setFocus();
        }
    };
    const auto view = people.open(*id).takeResult();
    if (!view || view->person.contactPoints.size() < 2) {
        at.fail();
        return;
    }
    // In the order of their keys, which follow no order of ours.
    const auto &points = view->person.contactPoints;
    const bool isLandlineFirst = points.front().label == u"home";
    const QString landline = points[isLandlineFirst ? 0 : 1].key;
    focusPhone(landline);
    at.take(u"told-once"_s);
    auto marked = services::TellOnceService(at.desk()).markUnreachable(*id, u"contact/"_s + landline,
                                                                       services::UnreachableWhy::WrongNumber, {});
    marked.waitForFinished();
    focusPhone(points[isLandlineFirst ? 1 : 0].key);
    at.run(ui::Command::StillRight);
    at.take(u"still-right"_s);
    at.take(u"still-right-dark"_s, Photographer::Look::Dark);
    for (auto *line : at.window().findChildren<ui::ToldLine *>(u"told:relationship"_s)) {
        if (!line->isHidden() && line->accessibleName().contains(u"Ruth"_s))
            line->setFocus();
    }
    at.run(ui::Command::StillRight);
    at.take(u"acting"_s);
    for (auto *link : at.window().findChildren<QPushButton *>()) {
        if (!link->isHidden() && link->accessibleName() == u"Open Mr Henry Marlowe")
            link->setFocus();
    }
    at.take(u"related"_s);
}

namespace {

// Whoever has died is not called.
void pictureNoCall(Photographer &at)
{
    const auto found = services::PersonService(at.desk()).search(u"marlowe"_s, 10).takeResult();
    const auto isDead = [](const services::PersonHit &hit) { return hit.isDeceased; };
    if (!found || std::none_of(found->cbegin(), found->cend(), isDead)) {
        at.fail();
        return;
    }
    at.run(ui::Command::SetAside);
    at.wait(1s);
    at.window().workplace().openPerson(std::find_if(found->cbegin(), found->cend(), isDead)->id);
    at.wait(1500ms);
    at.run(ui::Command::StartPhoneOut);
    at.wait(500ms);
    at.take(u"no-call"_s);
    at.press(Qt::Key_Escape);
}

} // namespace

void pictureDeath(Photographer &at)
{
    at.run(ui::Command::RecordDeath);
    at.type(u"14/11/2026"_s);
    const auto into = [&at](const QString &field, const QString &text) {
        if (auto *edit = at.window().findChild<QLineEdit *>(field))
            edit->setText(text);
    };
    into(u"estateName"_s, u"Ruth Marlowe"_s);
    into(u"estateReach"_s, u"07700 900551"_s);
    at.take(u"death"_s);
    at.press(Qt::Key_S, Qt::ControlModifier);
    at.wait(1s);
    at.take(u"after-a-death"_s);
    at.take(u"after-a-death-welsh"_s, Photographer::Look::Welsh);
    pictureNoCall(at);
}

} // namespace reeve::test
