// SPDX-License-Identifier: MIT
// Somebody who is on record twice, and two who were merged and are not one.
#include "tests/screenshots/doubled_people.h"
#include "tests/screenshots/photographer.h"
#include "tests/screenshots/pictures.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workplace.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace reeve::test {

void pictureDuplicates(Photographer &at)
{
    const qint64 number = at.somebodyWithAStory();
    services::PersonService people(at.desk());
    for (const domain::Person &again : doubledPeople(at.council(), number)) {
        auto added = people.add(again);
        added.waitForFinished();
    }
    const domain::Person known = at.council().person(number);
    at.run(ui::Command::NewPerson);
    at.type(known.name.given);
    at.press(Qt::Key_Tab);
    at.type(known.name.family);
    at.wait(800ms);
    at.take(u"warning"_s);
    at.press(Qt::Key_Escape);
    at.run(ui::Command::Find);
    at.press(Qt::Key_Escape);

    at.run(ui::Command::FindDuplicates);
    at.wait(1s);
    at.pressButton(u"Compare everybody"_s); // what was found with the first load knows nothing of who came since
    at.wait(4s);
    at.take(u"duplicates"_s);
    at.press(Qt::Key_S, Qt::NoModifier);
    at.wait(300ms);
    at.take(u"merge"_s);
    at.take(u"merge-dark"_s, Photographer::Look::Dark);
    at.take(u"merge-welsh"_s, Photographer::Look::Welsh);
    at.press(Qt::Key_Return, Qt::ControlModifier);
    at.wait(1s);
    at.take(u"merged"_s);
    at.press(Qt::Key_N, Qt::NoModifier);
    at.wait(1s);
    at.press(Qt::Key_D, Qt::NoModifier);
    at.wait(1s);
    at.take(u"decided"_s);
    at.press(Qt::Key_D, Qt::NoModifier);
    at.wait(1s);
    at.take(u"waiting"_s);
    at.press(Qt::Key_Escape);
}

// Somebody of whom two records are one, and who rang since.
void pictureSeparate(Photographer &at)
{
    const qint64 number = at.somebodyWithAStory();
    const domain::Person known = at.council().person(number);
    domain::Person other = doubledPeople(at.council(), number).front();
    other.name.given = u"Gwendolen"_s;
    services::PersonService people(at.desk());
    const auto added = people.add(other).takeResult();
    services::MergeRequest request;
    request.survivor = known.id;
    if (added)
        request.absorbed = *added;
    request.reason = u"the same number rang"_s;
    const auto merged = services::MergeService(at.desk()).merge(request).takeResult();
    services::InteractionService interactions(at.desk());
    for (const QString &note : {u"Asked when the new bins come. Told: from Monday in the week after next."_s,
                                u"Wants the council tax bill sent to the daughter’s address from now on."_s}) {
        domain::Interaction call;
        call.person = known.id;
        call.startedAt = at.now();
        call.endedAt = call.startedAt + 5min;
        call.reasons = {u"lgsl:57"_s};
        call.disposition = u"resolved"_s;
        call.notes = {{{}, note, call.startedAt}};
        auto logged = interactions.log({call});
        logged.waitForFinished();
    }
    if (!merged)
        at.fail();
    at.window().workplace().openPerson(known.id);
    at.wait(1s);
    at.run(ui::Command::Separate);
    at.wait(600ms);
    at.take(u"separate"_s);
    at.take(u"separate-200"_s, Photographer::Look::Large);
    at.press(Qt::Key_Escape);
    at.run(ui::Command::ChooseValues);
    at.wait(600ms);
    at.take(u"values"_s);
    at.press(Qt::Key_Escape);
}

} // namespace reeve::test
