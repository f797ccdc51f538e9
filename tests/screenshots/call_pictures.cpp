// SPDX-License-Identifier: MIT
// A call, an outage in the middle of it, and what came of it at the centre.
#include "tests/screenshots/photographer.h"
#include "tests/screenshots/pictures.h"
#include "ui/shell/main_window.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace reeve::test {

void pictureCall(Photographer &at)
{
    at.window().resize(1440, 900);
    at.window().show();
    at.window().activateWindow();
    at.wait(3s); // the first load

    at.run(ui::Command::Find);
    const domain::Person somebody = at.council().person(at.somebodyWithAStory());
    QString mistyped = somebody.name.given + u' ' + somebody.name.family;
    std::swap(mistyped[2], mistyped[3]); // two letters changed places
    at.type(mistyped);
    at.wait(600ms);
    at.take(u"find-typo"_s);
    at.run(ui::Command::Find);
    at.press(Qt::Key_Backspace);
    at.type(somebody.name.given + u' ' + somebody.name.family);
    at.wait(600ms);
    at.take(u"find"_s);
    at.press(Qt::Key_Return);
    at.wait(2s); // the timeline comes from the centre
    at.run(ui::Command::StartPhoneIn);
    at.run(ui::Command::Reasons);
    at.type(u"mb"_s);
    at.wait(400ms);
    at.press(Qt::Key_Return);
    at.run(ui::Command::Note);
    at.type(u"The brown bin was missed on Monday and again this morning; the lorry went past at about seven. "
            u"They cannot bring it to the kerb themselves, so it has to be collected from the side gate. "
            u"Agreed: a crew comes back by Friday, and we ring if it is going to be later."_s);
    at.run(ui::Command::WrapUp);
    at.press(Qt::Key_Space);
    at.run(ui::Command::Note);
    at.wait(1500ms); // saved
    at.take(u"main-light"_s);
    at.run(ui::Command::Flag);
    at.take(u"flag"_s);
    at.press(Qt::Key_0);
    at.take(u"flag-other"_s);
    at.press(Qt::Key_Escape);
    at.take(u"main-dark"_s, Photographer::Look::Dark);
    at.take(u"welsh"_s, Photographer::Look::Welsh);
    at.take(u"text-200"_s, Photographer::Look::Large);
}

void pictureOutage(Photographer &at)
{
    at.mood().isReachable = false;
    at.wait(1500ms);
    at.run(ui::Command::Finish);
    at.wait(1500ms);
    at.take(u"offline"_s);
    at.run(ui::Command::NewPerson);
    at.type(u"Joan"_s);
    at.wait(600ms);
    at.take(u"new-person"_s);
    at.press(Qt::Key_Escape);
}

void pictureAttention(Photographer &at)
{
    at.mood().takesNothing = true;
    services::PersonService people(at.desk());
    const services::SampleCouncil council = at.council();
    const domain::Person before = council.person(3);
    domain::Person after = before;
    after.knownAs = u"Nana"_s;
    after.contactPreference = u"phone, mornings"_s;
    auto edited = people.edit(before, after);
    edited.waitForFinished();
    at.mood().isReachable = true;
    at.run(ui::Command::SendNow);
    at.wait(2500ms);
    at.run(ui::Command::NeedsAttention);
    at.wait(500ms);
    at.take(u"needs-attention"_s);
    at.press(Qt::Key_Down);
    at.wait(200ms);
    at.take(u"refused"_s);
    at.press(Qt::Key_Escape);
    at.run(ui::Command::Palette);
    at.type(u"ca"_s);
    at.take(u"commands"_s);
    at.press(Qt::Key_Escape);
    at.run(ui::Command::Keys);
    at.take(u"keys"_s);
    at.press(Qt::Key_Escape);
}

} // namespace reeve::test
